/** Scalable units and the members of groups, by mouse and by keys. */
import type { Locator, Page } from '@playwright/test';
import { serializeDesign } from '#core/io/design-file.ts';
import { createLink, EditSession } from '../support/edit-session.ts';
import { chooseMenu, metric, showParts, startEmpty, undoAll } from './at-the-canvas.ts';
import { listFaults } from './list-faults.ts';
import { expect, test } from './weft-test.ts';

/** A rack of four servers under two leaves, and two spines above: 32 cables down, 16 up. */
function createPod(): string {
  const session = new EditSession()
    .run('addRack', { id: 'rack-1', partId: null, count: 4, name: 'Compute', position: { x: 140, y: 340 } })
    .addDevice('gpu', 'dgx-h200', 4, { name: 'gpu', rack: { rackId: 'rack-1', placementId: 'placement-1' } })
    .addDevice('spine', 'qm9700', 2, { name: 'Spine', role: 'spine', position: { x: 160, y: -80 } });
  for (const side of [1, 2]) {
    const leaf = `leaf-${side}`;
    session
      .addDevice(leaf, 'qm9700', 1, { name: leaf, role: 'leaf', position: { x: (side - 1) * 320, y: 140 } })
      .addLink(createLink(`down-${side}`, 'gpu', 'compute', leaf, 'data', { cablesPerPair: 4 }))
      .addLink(createLink(`up-${side}`, leaf, 'data', 'spine', 'data', { cablesPerPair: 4 }));
  }
  return serializeDesign(session.design);
}

async function pastePod(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await startEmpty(page);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), createPod());
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(metric(page, 'cables')).toContainText('48');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+1');
}

/** Drags an item by its left edge and keeps the button down. */
async function carry(page: Page, item: Locator, dx: number, dy: number): Promise<void> {
  const box = await item.boundingBox();
  if (!box) throw new Error('it is not on the canvas');
  const grip = { x: box.x + 4, y: box.y + box.height / 2 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + dx / 10, grip.y + dy / 10, { steps: 2 });
  await page.mouse.move(grip.x + dx, grip.y + dy, { steps: 4 });
}

test('racks and devices become one unit that moves, folds and opens as one', async ({ page }) => {
  await pastePod(page);
  const selected = page.getByRole('contentinfo').getByText(/selected/);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const leaf = page.getByTestId(/^device-/).filter({ hasText: 'leaf-1' });
  const other = page.getByTestId(/^device-/).filter({ hasText: 'leaf-2' });
  const rackHead = { position: { x: 60, y: 20 } };
  await leaf.click({ position: { x: 60, y: 62 } });
  await other.click({ position: { x: 60, y: 62 }, modifiers: ['Shift'] });
  await page.getByTestId('rack-rack-1').click({ ...rackHead, modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+g');
  const unit = page.getByTestId('unit-unit-1');
  await expect(unit, 'its head came into sight').toBeInViewport({ ratio: 1 });
  await expect(unit).toHaveAccessibleName(
    /Scalable unit 1, open scalable unit, 32 GPUs, 4 racks, 4 servers, 2 switches/,
  );
  await expect(inspector.getByText('Contents')).toBeVisible();
  const name = inspector.getByRole('textbox', { name: 'Name' });
  await name.fill('Pod A');
  await name.press('Enter');

  // By its head, with all that is in it, as one step.
  const before = await leaf.boundingBox();
  const head = await unit.boundingBox();
  if (!before || !head) throw new Error('the unit is not on the canvas');
  await page.mouse.move(head.x + head.width / 2, head.y + 12);
  await page.mouse.down();
  await page.mouse.move(head.x + head.width / 2 + 40, head.y + 40, { steps: 4 });
  await page.mouse.move(head.x + head.width / 2 + 80, head.y + 72, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await leaf.boundingBox())?.x ?? 0).toBeGreaterThan(before.x + 50);
  await expect(page.getByRole('button', { name: /Undo: move Pod A/ })).toBeVisible();

  // Well out of the frame a member leaves; Escape gives the drag up; by keys it goes back in, and out again beside the frame.
  const note = page.getByTestId('drag-note');
  await carry(page, other, 260, 40);
  await expect(note).toHaveText('Out of Pod A');
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await page.mouse.up();
  await expect(unit).toHaveAccessibleName(/2 switches/);
  await carry(page, other, 260, 40);
  await page.mouse.up();
  await expect(unit).toHaveAccessibleName(/1 switch$/);
  await expect(page.getByRole('button', { name: /Undo: take leaf-2 out of Pod A/ })).toBeVisible();
  await carry(page, other, -300, 60);
  await expect(note).toHaveText('Into Pod A');
  await expect(unit).toHaveAttribute('data-drop', 'allowed');
  await page.mouse.up();
  await expect(page.getByRole('button', { name: /Undo: put leaf-2 into Pod A/ })).toBeVisible();
  await page.keyboard.press('Shift+X');
  await expect(unit).toHaveAccessibleName(/1 switch$/);
  await page.keyboard.press('Shift+M');
  await expect(unit).toHaveAccessibleName(/2 switches/);
  // A part of the palette shows where it will stand, and goes into the frame it is dropped on.
  await page.keyboard.press('Shift+1');
  await showParts(page, 'Switches');
  await page.getByTestId('part-qm9700').hover();
  await page.mouse.down();
  const frame = await unit.boundingBox();
  if (!frame) throw new Error('the unit is not on the canvas');
  await page.mouse.move(frame.x + frame.width / 2, frame.y + 110, { steps: 5 });
  await expect(page.getByTestId('ghost')).toHaveText('QM9700');
  await expect(unit).toHaveAttribute('data-drop', 'allowed');
  await page.mouse.up();
  await expect(page.getByTestId('ghost')).toHaveCount(0);
  await expect(unit).toHaveAccessibleName(/3 switches/);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('Shift+1');

  // Folded: one tile, one trunk for both leaves' uplinks.
  // By key: the view may still be on its way.
  await unit.getByRole('button', { name: 'Collapse Pod A' }).press('Enter');
  await expect(leaf).toHaveCount(0);
  await expect(unit).toHaveAccessibleName(/^Pod A, collapsed scalable unit, 32 GPUs/);
  const trunk = page.locator('[aria-label^="Trunk of 2 links"]');
  await expect(trunk).toHaveCount(1);
  await expect(trunk).toHaveAttribute('aria-label', /16 × 400G/);
  // What is dropped on the tile goes in with its links, and comes out in one step.
  const spine = page.getByTestId(/^device-/).filter({ hasText: 'Spine' });
  const [above, tile] = [await spine.boundingBox(), await unit.boundingBox()];
  if (!above || !tile) throw new Error('spines and unit are on the canvas');
  await carry(page, spine, tile.x + 40 - above.x, tile.y + 60 - above.y - above.height / 2);
  await expect(note).toHaveText('Into Pod A');
  await expect(unit).toHaveAttribute('data-drop', 'allowed');
  await page.mouse.up();
  await expect(unit).toHaveAccessibleName(/4 switches/);
  await expect(page.getByTestId(/^device-/)).toHaveCount(0);
  await expect(metric(page, 'cables')).toContainText('48');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(trunk).toHaveAttribute('aria-label', /16 × 400G/);
  await page.locator('.cv-link-label').click();
  await expect(inspector.getByText('2 objects selected')).toBeVisible();
  // The break tool asks which of them, and of the unit what in it.
  await chooseMenu(page, 'Canvas', 'Failures on the canvas');
  await page.getByTestId('break-tool').click();
  await page.locator('.cv-link-label').click();
  const broken = page.getByRole('menu', { name: 'Break one of 2' });
  await expect(broken.getByRole('menuitem')).toHaveCount(3);
  await broken.press('Escape');
  await unit.click({ position: { x: 120, y: 60 } });
  await expect(page.getByRole('menuitem', { name: 'Break all 3' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-tool', 'select');
  await chooseMenu(page, 'Canvas', 'Plain canvas');
  // A marquee takes the tile, a press on the drawing lets it go, a double click opens it.
  await unit.dblclick({ position: { x: 120, y: 60 } });
  await expect(leaf).toHaveCount(1);

  // By keys: folded, walked to, copied, opened, ungrouped.
  await leaf.click({ position: { x: 60, y: 54 } });
  await page.keyboard.press('Shift+U');
  await expect(unit).toHaveAttribute('data-collapsed', 'true');
  await expect(selected).toHaveText('1 selected');
  expect(await listFaults(page, ['.cv-unit'])).toEqual([]);
  await page.keyboard.press('ControlOrMeta+d');
  const copy = page.getByTestId('unit-unit-2');
  await expect(copy).toHaveAccessibleName(/^Pod A 2, collapsed/);
  await expect(metric(page, 'gpus')).toContainText('64');
  await page.keyboard.press('Delete');
  await expect(metric(page, 'gpus')).toContainText('32');
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(unit).toHaveAttribute('data-collapsed', 'false');
  await page.keyboard.press('ControlOrMeta+Shift+g');
  await expect(unit).toHaveCount(0);
  await expect(selected).toHaveText('3 selected');
  expect(await undoAll(page)).toBe(11);
});

test('a group lists its members; the one picked is inspected and its cables light up', async ({ page }) => {
  await pastePod(page);
  const gpu = page.getByTestId(/^device-/).filter({ hasText: 'DGX H200' });
  await gpu.dblclick({ position: { x: 60, y: 62 } });
  const panel = page.getByTestId('members-panel');
  await expect(panel.getByRole('option')).toHaveCount(4);
  await expect(panel.getByTestId('member-2')).toHaveText(/gpu-3.*Compute 3, U1/);
  await panel.getByTestId('member-2').click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByText('3 of 4')).toBeVisible();
  await expect(panel.getByText('8 cables')).toBeVisible();
  await expect(panel.getByText(/leaf-1-1 data/).first()).toBeVisible();
  await expect(page.locator('.cv-link[data-lit]')).toHaveCount(2);
  await expect(page.locator('.cv-device[data-lit]')).toHaveCount(2);

  expect(await listFaults(page, ['.centre'])).toEqual([]);

  await panel.getByRole('searchbox').fill('gpu-4');
  await expect(panel.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByTestId('member-3')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);

  // The same by keys alone: walk to the spines, Enter opens them.
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(panel).toHaveAttribute('aria-label', 'Members of Spine');
  await page.keyboard.press('End');
  await expect(panel.getByTestId('member-1')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});
