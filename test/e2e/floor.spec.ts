/** The floor: rows by rule, racks moved by mouse and by keys, what that does to cables, and racks placed by the program. */
import type { Locator, Page } from '@playwright/test';
import { CENTRE, listFaults } from './list-faults.ts';
import { expect, test } from './weft-test.ts';

async function openFloor(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Floor' }).click();
  await expect(page.getByText('Racks stand nowhere yet')).toBeVisible();
}

/** The 36 racks of the example in four rows of ten: compute racks 1 to 32, then the four network racks, then four free positions. */
async function addRows(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add rows' }).click();
  await page.getByTestId('rows-slotsPerRow').fill('10');
  await expect(page.getByTestId('add-rows-outcome')).toContainText('4 rows of 10 positions');
  await expect(page.getByTestId('add-rows-outcome')).toContainText('36 of 36 waiting racks');
  await page.getByTestId('add-rows-apply').click();
  await expect(page.getByTestId(/^stand-/)).toHaveCount(36);
}

function stand(page: Page, group: string, index: number): Locator {
  return page.getByTestId(`stand-${group}-${index}`);
}

/** Drags a rack by so many positions along its row and rows down, and keeps the button down. */
async function holdRack(page: Page, rack: Locator, slots: number, downPx = 0): Promise<void> {
  const box = await rack.boundingBox();
  if (!box) throw new Error('the rack is not in sight');
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + slots * box.width, y + downPx, { steps: 8 });
}

async function readTotal(page: Page): Promise<string> {
  const total = page.getByTestId('floor-runs').getByText(/\d m$/).last();
  await expect(total).toBeVisible();
  return (await total.textContent()) ?? '';
}

test('rows by rule, a rack dragged to a free position: its cables get longer, undo brings it back', async ({
  page,
}) => {
  await openFloor(page);
  await addRows(page);
  const rack = stand(page, 'compute-rack', 29);
  await expect(rack).toHaveAccessibleName('Compute rack 30, Row C, position 10');
  // The pointer that rests on a rack is told how its power is counted.
  const card = page.getByRole('dialog', { name: 'How is this counted? Compute rack 30' });
  await rack.hover();
  await expect(card).toContainText('Power of Compute rack 30, maximum');
  await page.getByRole('tab', { name: 'Floor' }).hover();
  await expect(card).toHaveCount(0);
  await rack.click();
  const before = await readTotal(page);
  const box = await rack.boundingBox();
  const free = await page.getByTestId('floor-row-row-4').boundingBox();
  if (!box || !free) throw new Error('the row is not in sight');
  // Row D's tenth position is free, straight below.
  await holdRack(page, rack, 0, free.y + free.height / 2 - box.y - box.height / 2);
  await page.mouse.up();
  await expect(rack).toHaveAccessibleName('Compute rack 30, Row D, position 10, selected');
  await expect.poll(() => readTotal(page)).not.toBe(before);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rack).toHaveAccessibleName('Compute rack 30, Row C, position 10, selected');
  await expect.poll(() => readTotal(page)).toBe(before);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('Racks stand nowhere yet')).toBeVisible();
});

test('a rack is not dropped on another: the reason stands where the eye is', async ({ page }) => {
  await openFloor(page);
  await addRows(page);
  const rack = stand(page, 'compute-rack', 0);
  await holdRack(page, rack, 3);
  await expect(page.getByTestId('floor-refusal')).toHaveText('Compute rack 4 stands in Row A, position 4.');
  await page.mouse.up();
  await expect(rack).toHaveAccessibleName('Compute rack 1, Row A, position 1, selected');
});

test('Escape ends a drag: the rack stays where it was', async ({ page }) => {
  await openFloor(page);
  await addRows(page);
  const rack = stand(page, 'network-rack', 3);
  await holdRack(page, rack, 2);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(rack).toHaveAccessibleName('Network rack 4, Row D, position 6, selected');
});

test('the tray is set on the cut through the room, and a cross tray is added and moved', async ({ page }) => {
  await openFloor(page);
  await addRows(page);
  const tray = page.getByTestId('tray-height-room-1');
  await tray.focus();
  await page.keyboard.press('ArrowUp');
  await expect(tray).toHaveAttribute('aria-valuetext', '2.75 m');
  await page.getByTestId('add-cross-tray-room-1').click();
  const crossTray = page.getByTestId('cross-tray-room-1-0');
  const before = Number(await crossTray.getAttribute('aria-valuenow'));
  await crossTray.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(crossTray).toHaveAttribute('aria-valuenow', String(before + 1));
});

test('the plan goes to paper with its legend', async ({ page }) => {
  await openFloor(page);
  await addRows(page);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: 'Print the floor plan' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByTestId('floor-sheet')).toBeVisible();
  await expect(page.getByTestId('floor-sheet')).toContainText('Compute rack');
  await expect(page.getByTestId('floor-view')).toBeHidden();
});

test('a rack carried by the keyboard, taken off the floor, and put back from the shelf', async ({ page }) => {
  await openFloor(page);
  await addRows(page);
  const surface = page.getByTestId('floor-surface');
  const rack = stand(page, 'network-rack', 3);
  await expect(rack).toHaveAccessibleName('Network rack 4, Row D, position 6');
  await stand(page, 'network-rack', 2).click();
  await surface.focus();
  await page.keyboard.press('ArrowRight');
  await expect(rack).toHaveAccessibleName('Network rack 4, Row D, position 6, selected');
  // What the card under the pointer says of it is explained by key.
  await page.keyboard.press('Shift+E');
  await expect(page.getByTestId('explanation').first()).toContainText('Power of Network rack 4, maximum');
  await page.keyboard.press('Escape');
  await expect(surface).toBeFocused();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(rack).toHaveAccessibleName('Network rack 4, Row D, position 8, selected');
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(rack).toHaveAccessibleName('Network rack 4, Row D, position 8, selected');
  await page.keyboard.press('Delete');
  await expect(rack).toHaveCount(0);
  await expect(page.getByTestId('metric-racks')).toContainText('36');
  await expect(page.getByTestId('shelf-network-rack')).toContainText('1 rack to stand');
  await page.getByTestId('shelf-fill-network-rack').click();
  await expect(rack).toBeVisible();
  await expect(page.getByTestId('rack-shelf')).toContainText('every rack stands in a row');
});

test('the program proposes a floor, shows it, applies it as one step, and it is undone', async ({ page }) => {
  await openFloor(page);
  await page.getByRole('button', { name: 'Lay out automatically' }).click();
  await page.getByTestId('auto-place-run').click();
  await expect(page.getByTestId('auto-place-total')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('A proposal: nothing is changed until it is applied.')).toBeVisible();
  await expect(page.getByTestId(/^stand-/)).toHaveCount(36);
  await page.getByRole('button', { name: 'Show as it is' }).click();
  await expect(page.getByText('Racks stand nowhere yet')).toBeVisible();
  await page.getByRole('button', { name: 'Show proposal' }).click();
  await page.getByTestId('auto-place-apply').click();
  await expect(page.getByText('A proposal:')).toHaveCount(0);
  await expect(page.getByTestId(/^stand-/)).toHaveCount(36);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('Racks stand nowhere yet')).toBeVisible();
});

test('several rows move as one step, by a drag and by the keyboard', async ({ page }) => {
  await openFloor(page);
  await addRows(page);
  const row = page.getByTestId('floor-row-row-4');
  const before = await row.boundingBox();
  if (!before) throw new Error('the row is not in sight');
  await page.mouse.move(before.x + 10, before.y + before.height / 2);
  await page.mouse.down();
  await page.mouse.move(before.x + 30, before.y + before.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await row.boundingBox())?.x ?? 0).toBeGreaterThan(before.x + 10);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await row.boundingBox())?.x).toBe(before.x);
  await page.getByTestId('floor-surface').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await row.boundingBox())?.x ?? 0).toBeGreaterThan(before.x);
});

test('colours are told in words, and rows join a cooling zone', async ({ page }) => {
  await openFloor(page);
  await addRows(page);
  await page.getByTestId('floor-colour').click();
  await page.getByRole('option', { name: 'Power against limit' }).click();
  await expect(page.getByTestId('floor-legend')).toContainText('Maximum power against the limit');
  // 40.8 kW of 45 kW are 91 %.
  await expect(page.getByTestId('floor-legend')).toContainText('80 \u2013 100 %');
  await page.getByTestId('floor-row-row-1').click();
  await page.getByTestId('floor-zone').click();
  await page.getByRole('option', { name: 'A new zone' }).click();
  await expect(page.getByTestId('floor-zone')).toHaveText('Zone 1');
});

test('axe finds no serious fault on the floor', async ({ page }) => {
  await openFloor(page);
  expect(await listFaults(page, CENTRE), 'empty').toEqual([]);
  await page.getByRole('button', { name: 'Add rows' }).click();
  expect(await listFaults(page, CENTRE), 'rows by rule').toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await addRows(page);
  await stand(page, 'compute-rack', 4).click();
  await expect(page.getByTestId('floor-runs')).toBeVisible();
  expect(await listFaults(page, CENTRE), 'with a selection').toEqual([]);
  await page.getByRole('button', { name: 'Lay out automatically' }).click();
  await page.getByTestId('auto-place-run').click();
  await expect(page.getByTestId('auto-place-total')).toBeVisible({ timeout: 30_000 });
  expect(await listFaults(page, CENTRE), 'a proposal').toEqual([]);
});
