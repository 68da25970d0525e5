/** Copy, cut, paste: racks with what stands in them and the cables among them, within a design and from one design to another. */
import type { Page } from '@playwright/test';
import { chooseMenu, connect, dropPart, metric, setCount, showParts, startEmpty, undoAll } from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

/** Four racks with a server in each, and a switch in a rack of its own, cabled: 32 cables. */
async function drawPod(page: Page): Promise<void> {
  await startEmpty(page);
  await dropPart(page, 'Racks', 'apc-ar3357', 0.3, 0.5);
  await setCount(page, page.getByTestId('rack-rack-1'), 4);
  await showParts(page, 'Servers');
  await page.getByTestId('part-dgx-h200').dragTo(page.getByTestId('rack-rack-1'));
  await dropPart(page, 'Switches', 'qm9700', 0.3, 0.08);
  await connect(page, 'port-device-1-compute', 'port-device-2-data-bottom', '32 cables, 32 transceivers');
  await expect(metric(page, 'cables')).toContainText('32');
}

test('a rack with its contents and cables is pasted as one step, named on, selected and in sight', async ({ page }) => {
  await drawPod(page);
  await page.getByTestId('rack-rack-1').getByText('Rack', { exact: false }).first().click();
  await page.getByTestId('device-device-2').click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(metric(page, 'cables')).toContainText('64');
  await expect(metric(page, 'racks')).toContainText('8');
  await expect(page.getByTestId('rack-rack-2')).toBeInViewport();
  await expect(page.getByText('2 objects selected')).toBeVisible();
  await expect(page.getByTestId('rack-rack-2')).toContainText(/ 2/);
  await expect(page.getByRole('button', { name: /Undo: paste 2 items/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(metric(page, 'cables')).toContainText('32');

  // Cut takes the contents along, and paste brings them back.
  await page.getByTestId('rack-rack-1').getByText('Rack', { exact: false }).first().click();
  await page.keyboard.press('ControlOrMeta+x');
  await expect(metric(page, 'gpus')).toContainText('0');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(metric(page, 'gpus')).toContainText('32');

  // Into another design: the fabric comes along.
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await undoAll(page);
  await startEmpty(page);
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(metric(page, 'cables')).toContainText('32');
  await expect(page.getByTestId('device-device-2')).toBeInViewport();
  expect(await undoAll(page)).toBe(1);
});

test('the menu copies and pastes too; what is no part of a design is told apart', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await startEmpty(page);
  await dropPart(page, 'Switches', 'qm9700', 0.4, 0.4);
  await page.getByTestId('device-device-1').click();
  await chooseMenu(page, 'Edit', /^Copy/);
  await chooseMenu(page, 'Edit', /^Paste/);
  await expect(page.getByTestId('device-device-2')).toContainText('QM9700 2');
  await page.evaluate(() => navigator.clipboard.writeText('just words'));
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByText(/no devices or racks on the clipboard/)).toBeVisible();
  await expect(page.getByTestId(/^device-/)).toHaveCount(2);
});
