/** The view of racks: devices carried between racks and units, by mouse and by keyboard; finding, printing, accessibility. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { chooseMenu, dropPart, metric, setCount, showParts, startEmpty, undoAll } from './at-the-canvas.ts';
import { CENTRE, listFaults } from './list-faults.ts';
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

  // While something is carried there is a place to drop what leaves its rack.
  await expect(page.getByTestId('shelf')).toBeHidden();
  const view = await page.getByTestId('racks-view').boundingBox();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((view?.x ?? 0) + 14, from.y, { steps: 8 });
  await expect(page.getByTestId('shelf')).toHaveAttribute('data-aimed', 'true');
  await page.mouse.up();
  await expect(page.getByTestId('shelf')).toContainText('1 member');
});

/**
 * The SuperPOD on a floor: one row of 36 positions of 0.75 m, compute racks 1 to 32 and network racks 1 to 4 from the west on, trays
 * at 3 m, 1 m of slack at each end.
 */
async function openOnFloor(page: Page, folder: string): Promise<void> {
  const text = await readFile(new URL('../../examples/dgx-h100-superpod-4su.weft', import.meta.url), 'utf8');
  const file = JSON.parse(text) as { design: Record<string, unknown> };
  const room = { widthM: 40, depthM: 10, trayHeightM: 3, trayWidthMm: 600, trayDepthMm: 100, crossTraysM: [] };
  const row = { xM: 1, yM: 1, slotCount: 36, pitchM: 0.75, depthM: 1.2, facing: 'north' };
  const stand = { firstRack: 0, rowId: 'row-1' };
  Object.assign(file.design, {
    rooms: { 'room-1': { id: 'room-1', name: 'Hall', xM: 0, yM: 0, ...room } },
    rows: { 'row-1': { id: 'row-1', name: 'A', roomId: 'room-1', ...row } },
    stands: {
      'stand-1': { id: 'stand-1', rackId: 'compute-rack', rackCount: 32, firstSlot: 0, ...stand },
      'stand-2': { id: 'stand-2', rackId: 'network-rack', rackCount: 4, firstSlot: 32, ...stand },
    },
  });
  await writeFile(join(folder, 'floor.weft'), JSON.stringify(file));
  await expect(page.getByTestId('canvas')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+o');
  const dialog = page.getByRole('dialog', { name: /./ });
  await dialog.getByRole('option', { name: 'floor.weft' }).click();
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('floor.weft');
}

/** Middle of a unit of a rack of 48. */
async function pointAtUnit(of: Locator, unit: number): Promise<{ x: number; y: number }> {
  const box = await of.locator('[data-bay]').boundingBox();
  if (!box) throw new Error('the rack is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height * (1 - (unit - 0.5) / 48) };
}

async function readRun(page: Page, server: string, leaf: string): Promise<string> {
  await page.getByRole('tab', { name: 'Cables' }).click();
  await page.getByTestId('schedule-filter').fill(`${server} ${leaf}`);
  await expect(page.getByTestId('schedule-count')).toContainText('1 filtered');
  const titles = await page
    .getByTestId('schedule-table')
    .getByRole('columnheader')
    .getByRole('button')
    .allTextContents();
  const cell = page.getByTestId('schedule-row-0').getByRole('gridcell').nth(titles.indexOf('Run'));
  return (await cell.textContent()) ?? '';
}

test('the cables of a server follow it to its new rack, and back', async ({ page, weftHost }) => {
  await openOnFloor(page, weftHost.workspaceFolder);
  // A port is half way up its device. Server at units 1 to 8 of compute rack 31: (0 + 4) x 44.45 mm = 0.178 m; leaf at unit 8 of
  // network rack 4: 7.5 x 44.45 mm = 0.333 m; five positions apart. 2.822 + 2.667 + 5 x 0.75 + 2 = 11.24 m.
  await expect.poll(() => readRun(page, 'su4-node-121', 'su4-leaf-25')).toBe('11.24 m');
  await page.getByRole('tab', { name: 'Racks' }).click();
  await page.getByTestId('find-rack').fill('Compute rack 32');
  const racks = page.getByTestId('racks-view');
  const near = racks.getByTestId('rack-compute-rack-30');
  const far = racks.getByTestId('rack-compute-rack-31');
  const from = await pointAtUnit(near, 3);
  const to = await pointAtUnit(far, 27);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await expect(page.getByTestId('rack-ghost')).toContainText('units 25 to 32');
  await page.mouse.up();
  await expect(far.getByTestId('unit-device-server-120')).toHaveAccessibleName(/units 25 to 32/);
  await expect(far).toContainText('40.8 kW');
  // Now at (24 + 4) x 44.45 mm = 1.245 m, four positions apart: 1.755 + 2.667 + 4 x 0.75 + 2 = 9.422 m, up to whole centimetres.
  await expect.poll(() => readRun(page, 'su4-node-121', 'su4-leaf-25')).toBe('9.43 m');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(() => readRun(page, 'su4-node-121', 'su4-leaf-25')).toBe('11.24 m');
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

test('no serious fault of accessibility', async ({ page }) => {
  await page.getByRole('tab', { name: 'Racks' }).click();
  await page.getByTestId('unit-device-server-0').click();
  expect(await listFaults(page, CENTRE), 'front').toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  expect(await listFaults(page, CENTRE), 'while carried').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Rear', exact: true }).click();
  expect(await listFaults(page, CENTRE), 'rear').toEqual([]);
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.getByTestId('rack-print')).toBeVisible();
  expect(await listFaults(page, CENTRE), 'print dialog').toEqual([]);
});
