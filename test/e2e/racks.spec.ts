/** The view of racks: devices carried between racks and units, by mouse and by keyboard; finding, printing, accessibility. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Locator, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { chooseMenu, dropPart, metric, setCount, showParts, startEmpty, undoAll } from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

/** Two racks of 48 units with a DGX H200 (8 units, 10.2 kW) in each: the servers stand at units 1 to 8. */
async function startWithTwoRacks(page: Page): Promise<void> {
  await startEmpty(page);
  await dropPart(page, 'Racks', 'apc-ar3357', 0.4, 0.3);
  const rack = page.getByTestId('rack-rack-1');
  await setCount(page, rack, 2);
  await showParts(page, 'Servers');
  await page.getByTestId('part-dgx-h200').dragTo(rack);
  await expect(metric(page, 'gpus')).toContainText('16');
  await page.getByRole('tab', { name: 'Racks' }).click();
}

async function centre(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const server = (page: Page, member: number): Locator => page.getByTestId(`unit-device-device-1-${member}`);
const rack = (page: Page, index: number): Locator => page.getByTestId('racks-view').getByTestId(`rack-rack-1-${index}`);

test('a server dragged to another rack stands there, and the figures of both racks follow; undo brings it back', async ({
  page,
}) => {
  await startWithTwoRacks(page);
  await expect(rack(page, 0)).toContainText('8 / 48 U');
  await expect(rack(page, 0)).toContainText('10.2 kW');
  const from = await centre(server(page, 0));
  const to = await centre(server(page, 1));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await expect(page.getByTestId('rack-ghost')).toContainText('stands there');
  // Straight above the server that stands there already.
  const box = await server(page, 1).boundingBox();
  await page.mouse.move(to.x, to.y - (box?.height ?? 0) - 4, { steps: 4 });
  await expect(page.getByTestId('rack-ghost')).toHaveAttribute('data-bad', 'false');
  await page.mouse.up();
  await expect(rack(page, 1)).toContainText('16 / 48 U');
  await expect(rack(page, 1)).toContainText('20.4 kW');
  await expect(rack(page, 0)).toContainText('0 / 48 U');
  await expect(rack(page, 1).getByTestId('unit-device-device-1-0')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rack(page, 0)).toContainText('8 / 48 U');
  await expect(rack(page, 0)).toContainText('10.2 kW');
});

test('by keyboard: pick up, carry, set down, take out, put back from the shelf', async ({ page }) => {
  await startWithTwoRacks(page);
  await server(page, 0).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByTestId('rack-ghost')).toContainText('units 2 to 9');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('rack-ghost')).toHaveCount(0);
  await page.keyboard.press('Enter');
  // Its units are taken in the next rack: it seeks the nearest free ones.
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('rack-ghost')).toContainText('units 9 to 16');
  await page.keyboard.press('Enter');
  await expect(rack(page, 1)).toContainText('16 / 48 U');
  await expect(rack(page, 1).getByTestId('unit-device-device-1-0')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('shelf')).toContainText('1 member');
  await expect(rack(page, 1)).toContainText('8 / 48 U');
  await page.getByTestId('shelf-device-1').press('Enter');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(rack(page, 0)).toContainText('8 / 48 U');
  // The rack, its count, the servers; moved, taken out, put back.
  expect(await undoAll(page)).toBe(6);
});

test('parts of the palette land on the unit they are dropped on; several move together', async ({ page }) => {
  await startWithTwoRacks(page);
  await showParts(page, 'Switches');
  const bay = await rack(page, 1).locator('[data-bay]').boundingBox();
  await page
    .getByTestId('part-qm9700')
    .dragTo(rack(page, 1).locator('[data-bay]'), { targetPosition: { x: 60, y: (bay?.height ?? 0) * 0.5 } });
  const leaf = page.getByTestId('unit-device-device-2-0');
  await expect(leaf).toHaveAccessibleName(/unit 2[45]/);
  await expect(rack(page, 1)).toContainText('9 / 48 U');
  await server(page, 1).click();
  await leaf.click({ modifiers: ['Shift'] });
  await expect(leaf).toHaveAttribute('aria-pressed', 'true');
  await server(page, 1).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(server(page, 1)).toHaveAccessibleName(/units 2 to 9/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(server(page, 1)).toHaveAccessibleName(/units 1 to 8/);
});

test('a rack is found by its number and a device by its name', async ({ page }) => {
  await page.getByRole('tab', { name: 'Racks' }).click();
  await page.getByTestId('find-rack').fill('17');
  await expect(page.getByTestId('racks-view').getByRole('group', { name: 'Compute rack 17' })).toBeVisible();
  await page.getByTestId('find-rack').fill('su4-node-127');
  await expect(page.getByRole('button', { name: /^su4-node-127/ })).toBeVisible();
});

test('racks are printed one a page with their title block', async ({ page }) => {
  // The system's own dialog would wait for an answer.
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await chooseMenu(page, 'File', /^Print racks/);
  await page.getByTestId('print-racks').click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.rack-page')).toHaveCount(1);
  await expect(page.locator('.rack-page')).toBeVisible();
  await expect(page.getByTestId('racks-view')).toBeHidden();
  const title = page.locator('.rack-page__title');
  await expect(title).toContainText('Compute rack 1');
  await expect(title).toContainText('DGX H100 SuperPOD, 4 SU');
  await expect(title).toContainText('32 of 48');
  await expect(title).toContainText('40.8 kW');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function listFaults(page: Page): Promise<string[]> {
  await page.evaluate(await axeSource);
  const results = await page.evaluate<AxeResults>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return results.violations
    .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
    .map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('no serious fault of accessibility', async ({ page }) => {
      await page.getByRole('tab', { name: 'Racks' }).click();
      await page.getByTestId('unit-device-server-0').click();
      expect(await listFaults(page), 'front').toEqual([]);
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowRight');
      expect(await listFaults(page), 'while carried').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Rear', exact: true }).click();
      expect(await listFaults(page), 'rear').toEqual([]);
      await page.getByRole('button', { name: 'Print', exact: true }).click();
      await expect(page.getByTestId('rack-print')).toBeVisible();
      expect(await listFaults(page), 'print dialog').toEqual([]);
    });
  });
}
