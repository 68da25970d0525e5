/** Copy, cut, paste: racks with what stands in them and the cables among them, within a design and from one design to another. */
import { serializeDesign } from '#core/io/design-file.ts';
import { createLink, EditSession } from '../support/edit-session.ts';
import { chooseMenu, dropPart, metric, startEmpty, undoAll } from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

/** Four racks with a server in each, cabled to a switch beside them: 32 cables. */
function createPod(): string {
  const session = new EditSession()
    .run('addRack', { id: 'rack-1', partId: null, count: 4, name: 'Compute', position: { x: 0, y: 240 } })
    .addDevice('gpu', 'dgx-h200', 4, { rack: { rackId: 'rack-1', placementId: 'placement-1' } })
    .addDevice('leaf', 'qm9700', 1, { name: 'Leaf' })
    .addLink(createLink('link-1', 'gpu', 'compute', 'leaf', 'data', { cablesPerPair: 8 }));
  return serializeDesign(session.design);
}

test('a rack with its contents and cables is pasted as one step, named on, selected and in sight', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await startEmpty(page);
  // The text of a file is what the clipboard carries.
  await page.evaluate((text) => navigator.clipboard.writeText(text), createPod());
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(metric(page, 'cables')).toContainText('32');
  await page.getByTestId('rack-rack-1').getByText('Compute').click();
  await page.getByTestId('device-device-2').click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(metric(page, 'cables')).toContainText('64');
  await expect(metric(page, 'racks')).toContainText('8');
  await expect(page.getByTestId('rack-rack-2')).toBeInViewport();
  await expect(page.getByText('2 objects selected')).toBeVisible();
  await expect(page.getByTestId('rack-rack-2')).toContainText('Compute 2');
  await expect(page.getByRole('button', { name: /Undo: paste 2 items/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(metric(page, 'cables')).toContainText('32');

  // Cut takes the contents along, and paste brings them back.
  await page.getByTestId('rack-rack-1').getByText('Compute').click();
  await page.keyboard.press('ControlOrMeta+x');
  await expect(metric(page, 'gpus')).toContainText('0');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(metric(page, 'gpus')).toContainText('32');

  // Into another design: the fabric comes along.
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  expect(await undoAll(page)).toBe(1);
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
