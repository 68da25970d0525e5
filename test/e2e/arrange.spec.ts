/** Arranging the canvas: aligned, spread, locked, pulled into line and tidied up, by mouse, menu, keys and the command list. */
import type { Locator, Page } from '@playwright/test';
import { serializeDesign } from '#core/io/design-file.ts';
import { createLink, EditSession } from '../support/edit-session.ts';
import { chooseMenu, startEmpty, undoAll } from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

/** A spine, two leaves and two racks of servers, anywhere. */
function createMess(): string {
  const session = new EditSession()
    .addDevice('spine', 'qm9700', 1, { name: 'Spine', role: 'spine', position: { x: 610, y: 420 } })
    .addDevice('leaf-1', 'qm9700', 1, { name: 'Leaf 1', role: 'leaf', position: { x: 330, y: 500 } })
    .addDevice('leaf-2', 'qm9700', 1, { name: 'Leaf 2', role: 'leaf', position: { x: 40, y: 380 } });
  for (const [index, x] of [0, 420].entries()) {
    const number = index + 1;
    const rackId = `rack-${number}`;
    session
      .run('addRack', { id: rackId, partId: null, count: 4, name: `Rack ${number}`, position: { x, y: index * 30 } })
      .addDevice(`gpu-${number}`, 'dgx-h200', 4, { rack: { rackId, placementId: `place-${number}` } })
      .addLink(createLink(`down-${number}`, `gpu-${number}`, 'compute', `leaf-${number}`, 'data', { cablesPerPair: 4 }))
      .addLink(createLink(`up-${number}`, `leaf-${number}`, 'data', 'spine', 'data', { cablesPerPair: 4 }));
  }
  return serializeDesign(session.design);
}

async function openMess(page: Page) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  // The view jumps, so that places can be read off the screen at once.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await startEmpty(page);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), createMess());
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await page.keyboard.press('Shift+1');
  // What was pasted is selected.
  await page.keyboard.press('Escape');
  const device = (name: string): Locator => page.getByTestId(/^device-/).filter({ hasText: name });
  await waitForRest(page, device('Spine'));
  return { spine: device('Spine'), leaf1: device('Leaf 1'), leaf2: device('Leaf 2') };
}

/** Until the view has come to rest: what is pointed at must still be there. */
async function waitForRest(page: Page, item: Locator): Promise<void> {
  await expect(async () => {
    const before = await readBox(item);
    await page.waitForTimeout(200);
    expect(await readBox(item)).toEqual(before);
  }).toPass();
}

async function readBox(item: Locator) {
  const box = await item.boundingBox();
  if (!box) throw new Error('it is not on the canvas');
  return box;
}

/** The view may still be moving: a click that missed is made again. */
async function selectAll(page: Page, items: readonly Locator[]): Promise<void> {
  await expect(async () => {
    for (const [index, item] of items.entries()) await item.click(index === 0 ? {} : { modifiers: ['Shift'] });
    const selected = page.getByRole('contentinfo').getByText(`${items.length} selected`);
    await expect(selected).toBeVisible({ timeout: 1000 });
  }).toPass();
}

/** A point of a device that is no port and no text. */
async function findGrip(item: Locator) {
  const { x, y, height } = await readBox(item);
  return { x: x + 3, y: y + height / 2 };
}

test('a selection is aligned, spread and locked: in the inspector, the menu, by keys and by name', async ({ page }) => {
  const { spine, leaf1, leaf2 } = await openMess(page);
  const devices = [spine, leaf1, leaf2];
  await selectAll(page, devices);
  const readX = async () => new Set((await Promise.all(devices.map(readBox))).map(({ x }) => Math.round(x))).size;
  await page.getByTestId('arrange-align-left').click();
  await expect.poll(readX).toBe(1);
  await chooseMenu(page, 'Arrange', 'Distribute vertically');
  await expect
    .poll(async () => {
      const [a, b, c] = (await Promise.all(devices.map(readBox))).map(({ y }) => y).toSorted((one, two) => one - two);
      return Math.abs((b ?? 0) - (a ?? 0) - ((c ?? 0) - (b ?? 0)));
    })
    .toBeLessThan(1.5);
  await expect(page.getByRole('button', { name: /Undo: distribute 3 items/ })).toBeVisible();

  await page.getByTestId('canvas').focus();
  await page.keyboard.press('ControlOrMeta+Shift+L');
  await expect(spine.getByLabel('locked')).toBeVisible();
  await expect(page.getByTestId('arrange-align-top')).toHaveAttribute('aria-disabled', 'true');
  const before = await readBox(spine);
  const grip = await findGrip(spine);
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 80, grip.y + 60, { steps: 5 });
  await page.mouse.up();
  expect(await readBox(spine)).toEqual(before);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByText('Spine is locked: unlock it to move it. (and 2 more)')).toBeVisible();
  expect(await readBox(spine)).toEqual(before);
  await page.getByTestId('arrange-lock').click();
  await expect(spine.getByLabel('locked')).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('align top');
  await page.keyboard.press('Enter');
  const readY = async () => new Set((await Promise.all(devices.map(readBox))).map(({ y }) => Math.round(y))).size;
  await expect.poll(readY).toBe(1);
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('Alt+Shift+H');
  await expect(page.getByRole('button', { name: /Undo: distribute 3 items/ })).toBeVisible();
  expect(await undoAll(page)).toBe(7);
});

test('a dragged device is pulled into line; tidying up is one step and keeps racks whole', async ({ page }) => {
  const { spine, leaf1, leaf2 } = await openMess(page);
  const rack = page.getByTestId('rack-rack-2');
  // Four px beside the left edge of the rack: near enough to be pulled onto it.
  const grip = await findGrip(spine);
  const shift = (await readBox(rack)).x + 4 - (await readBox(spine)).x;
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  // A drag begins where the pointer has left its place for sure.
  await page.mouse.move(grip.x - 6, grip.y);
  await page.mouse.move(grip.x - 6 + shift, grip.y + 20, { steps: 8 });
  const drawn = page.getByTestId('hand-layer');
  await expect(drawn).toBeVisible();
  await expect(drawn).toHaveAttribute('data-guides', /line/);
  await page.mouse.up();
  await expect(drawn).toBeHidden();
  await expect.poll(async () => Math.abs((await readBox(spine)).x - (await readBox(rack)).x)).toBeLessThan(1);

  // By key everything, gliding, as a fabric: spine over leaves over racks, and the servers still in them.
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('Escape');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.keyboard.press('Shift+T');
  const readTops = async () =>
    (await Promise.all([spine, leaf1, leaf2, rack].map(readBox))).map(({ y }) => Math.round(y));
  await expect(async () => {
    const [top = 0, left = 0, right = 0, bottom = 0] = await readTops();
    expect(left).toBe(right);
    expect([top < left, left < bottom]).toEqual([true, true]);
    const server = await readBox(page.getByTestId(/^device-/).filter({ hasText: 'DGX H200 2' }));
    const frame = await readBox(rack);
    expect(server.y).toBeGreaterThan(frame.y);
    expect(server.y + server.height).toBeLessThan(frame.y + frame.height);
  }).toPass();
  await expect(page.getByRole('button', { name: /Undo: tidy up 5 items/ })).toBeVisible();

  // By menu a selection, by the layout worker: it stays selected, and leaves the rest alone.
  await page.keyboard.press('ControlOrMeta+z');
  await selectAll(page, [spine, leaf1, leaf2]);
  await chooseMenu(page, 'Arrange', 'Tidy up the selection');
  await expect(page.getByRole('button', { name: /Undo: tidy up 3 items/ })).toBeVisible();
  await expect.poll(async () => Math.abs((await readBox(leaf1)).y - (await readBox(leaf2)).y)).toBeLessThan(1);
  expect(await undoAll(page)).toBe(3);
});
