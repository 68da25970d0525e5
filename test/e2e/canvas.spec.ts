/** Gestures of the canvas: racks, media dropped on links, moving, renaming, duplicating, problems that lead to their object. */
import type { Page } from '@playwright/test';
import {
  connect,
  dropPart,
  holdLink,
  metric,
  panAndZoom,
  setCount,
  showParts,
  startEmpty,
  undoAll,
} from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

test('servers and switches dropped on a rack stand in it, one in each rack of the group', async ({ page }) => {
  await startEmpty(page);
  await dropPart(page, 'Racks', 'apc-ar3357', 0.4, 0.3);
  const rack = page.getByTestId('rack-rack-1');
  // Its middle is soon taken by the devices in it.
  const onHead = { targetPosition: { x: 60, y: 14 } };
  await setCount(page, rack, 4);
  await expect(metric(page, 'racks')).toContainText('4');
  await showParts(page, 'Servers');
  await page.getByTestId('part-dgx-h200').dragTo(rack, onHead);
  await expect(metric(page, 'gpus')).toContainText('32');
  await showParts(page, 'Switches');
  await page.getByTestId('part-qm9700').dragTo(rack, onHead);
  await expect(rack).toContainText('9 / 48 U');
  await expect(metric(page, 'racks')).toContainText('8 devices');

  // What stands free is carried into the frame, between its devices too; what finds no room says so before it is let go.
  await dropPart(page, 'Switches', 'qm9700', 0.8, 0.3);
  const free = page.getByTestId('device-device-3');
  const note = page.getByTestId('drag-note');
  const carry = async (): Promise<void> => {
    const [from, to] = [await free.boundingBox(), await rack.boundingBox()];
    if (!from || !to) throw new Error('rack and switch are on the canvas');
    await page.mouse.move(from.x + 60, from.y + from.height - 12);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + 20, { steps: 2 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height - 6, { steps: 4 });
  };
  // The count is pasted as the window writes it, with a gap or a comma.
  await free.click();
  const count = page.getByRole('textbox', { name: 'Count' });
  for (const text of ['1\u202f600', '1,600']) {
    await count.selectText();
    await count.evaluate((field, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    await expect(count).toHaveValue('1600');
  }
  await count.press('Escape');
  await setCount(page, free, 160);
  await carry();
  await expect(note).toHaveText(/has 39 U free, QM9700 2 needs 40 U \(40 to a rack, 1 U each\)/);
  await expect(rack).toHaveAttribute('data-drop', 'refused');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await setCount(page, free, 4);
  await carry();
  await expect(note).toHaveText(/^Into /);
  await expect(rack).toHaveAttribute('data-drop', 'allowed');
  await page.mouse.up();
  await expect(rack).toContainText('10 / 48 U');
  // By keys: it leaves the rack by its menu, and undo puts it back.
  await free.press('ContextMenu');
  await page.getByRole('menuitem', { name: 'Take out of the rack' }).press('Enter');
  await expect(rack).toContainText('9 / 48 U');
  expect(await undoAll(page)).toBe(9);
});

test('a transceiver dropped on a link becomes its medium, one that does not fit says why', async ({ page }) => {
  await startEmpty(page);
  await dropPart(page, 'Switches', 'qm9700', 0.45, 0.55);
  await dropPart(page, 'Switches', 'qm9700', 0.45, 0.1);
  await connect(page, 'port-device-1-data', 'port-device-2-data-bottom', '32 cables, 32 transceivers');
  const medium = page.getByRole('combobox', { name: 'Medium' });
  await expect(medium).toContainText('Automatic');
  await dropOnLink(page, 'Optics', 'mms4x00-nm');
  await expect(medium).toContainText('MMS4X00-NM');
  await dropOnLink(page, 'Optics', 'mma1z00-ns400');
  await expect(page.getByText(/QSFP112.*OSFP|OSFP.*QSFP112/).first()).toBeVisible();
  await expect(medium).toContainText('MMS4X00-NM');
});

/** Drops a part beside the label of the only link on the canvas. */
async function dropOnLink(page: Page, kind: string, partId: string): Promise<void> {
  await showParts(page, kind);
  const canvas = page.getByTestId('canvas');
  const canvasBox = await canvas.boundingBox();
  const label = await page.getByText(/^\d+ × 400G$/).boundingBox();
  if (!canvasBox || !label) throw new Error('the link has no label');
  const targetPosition = { x: label.x + label.width / 2 - canvasBox.x, y: label.y - 12 - canvasBox.y };
  await page.getByTestId(`part-${partId}`).dragTo(canvas, { targetPosition });
}

test('a link between ports that share no speed is refused where the eye is', async ({ page }) => {
  await startEmpty(page);
  await dropPart(page, 'Switches', 'sn2201', 0.45, 0.1);
  await dropPart(page, 'Servers', 'dgx-h200', 0.45, 0.55);
  await holdLink(page, 'port-device-2-compute', 'port-device-1-data-bottom');
  await expect(page.getByTestId('link-refusal')).toContainText('400 Gb/s');
  await expect(page.getByTestId('link-refusal')).toContainText('1 Gb/s');
  await page.mouse.up();
  await expect(page.getByTestId('link-popover')).toHaveCount(0);
});

test('move, rename, duplicate, delete, by mouse and keys; undo brings it all back', async ({ page }) => {
  await startEmpty(page);
  await dropPart(page, 'Switches', 'qm9700', 0.4, 0.3);
  const device = page.getByTestId('device-device-1');
  const before = await device.boundingBox();
  await device.hover({ position: { x: 60, y: 60 } });
  await page.mouse.down();
  await page.mouse.move((before?.x ?? 0) + 160, (before?.y ?? 0) + 160, { steps: 8 });
  await expect.poll(async () => (await device.boundingBox())?.x).toBeGreaterThan((before?.x ?? 0) + 60);
  await page.mouse.up();
  await expect.poll(async () => (await device.boundingBox())?.x).toBeGreaterThan((before?.x ?? 0) + 60);
  await device.click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Leaf A');
  await page.keyboard.press('Enter');
  await expect(device).toContainText('Leaf A');
  await page.keyboard.press('ControlOrMeta+d');
  await expect(page.getByTestId(/^device-/)).toHaveCount(2);
  await expect(page.getByText('Leaf A 2')).not.toHaveCount(0);
  await page.keyboard.press('Delete');
  await expect(page.getByTestId(/^device-/)).toHaveCount(1);

  // With Alt the original stays and a copy goes; an outline says so meanwhile.
  const original = await device.boundingBox();
  await device.hover({ position: { x: 60, y: 60 } });
  await page.mouse.down();
  await page.keyboard.down('Alt');
  await page.mouse.move((original?.x ?? 0) + 160, (original?.y ?? 0) + 200, { steps: 8 });
  await expect(page.getByTestId('ghost')).toHaveText('Leaf A');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('ghost')).toHaveCount(0);
  expect(await device.boundingBox(), 'given up, it is back at once').toEqual(original);
  await expect(page.locator('[data-in-hand], [data-hand]')).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByTestId(/^device-/)).toHaveCount(1);
  await device.hover({ position: { x: 60, y: 60 } });
  await page.mouse.down();
  await page.mouse.move((original?.x ?? 0) + 160, (original?.y ?? 0) + 200, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect(page.getByTestId(/^device-/)).toHaveCount(2);
  await expect(page.getByTestId('ghost')).toHaveCount(0);
  expect(await device.boundingBox()).toEqual(original);

  // Deleted while it hangs from the hand, it leaves nothing in the hand: what comes back is where it was, and can be dragged.
  await device.hover({ position: { x: 60, y: 60 } });
  await page.mouse.down();
  await page.mouse.move((original?.x ?? 0) + 160, (original?.y ?? 0) + 200, { steps: 8 });
  await page.keyboard.press('Delete');
  await page.mouse.move((original?.x ?? 0) + 180, (original?.y ?? 0) + 220, { steps: 2 });
  await page.mouse.up();
  await expect(device).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('[data-in-hand], [data-hand]')).toHaveCount(0);
  expect(await device.boundingBox()).toEqual(original);
  await device.hover({ position: { x: 60, y: 60 } });
  expect(await undoAll(page)).toBe(6);
});

test('labels lie over the links of what is selected; clicking twenty times does not move a device', async ({
  page,
}) => {
  await page.getByTestId('device-spine').click();
  // The canvas is drawn anew, with something selected.
  await page.getByRole('tab', { name: 'Racks' }).click();
  await page.getByRole('tab', { name: 'Topology' }).click();
  await page.getByTestId('canvas').getByText('16 × 1G').click({ trial: true });
  expect(await countCoveredRacks(page)).toBe(0);

  await startEmpty(page);
  await dropPart(page, 'Switches', 'qm9700', 0.4, 0.3);
  const device = page.getByTestId('device-device-1');
  const before = await device.boundingBox();
  if (!before) throw new Error('the device is not on the canvas');
  const at = { x: before.x + 60, y: before.y + 60 };
  await page.keyboard.press('Escape');
  await expect(device).not.toHaveAttribute('data-selected');
  for (let i = 0; i < 20; i += 1) {
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    // A hand is never quite still.
    await page.mouse.move(at.x + (i % 3) - 1, at.y + (i % 2) * 2);
    await page.mouse.up();
  }
  expect(await device.boundingBox()).toEqual(before);
  await expect(device, 'a click all the same').toHaveAttribute('data-selected');
  await panAndZoom(page, at);
  await expect(page.getByRole('button', { name: /Undo: add QM9700/ })).toBeVisible();

  // The menu key opens what is selected, where it is.
  await page.keyboard.press('ContextMenu');
  const menu = page.getByRole('menu').filter({ has: page.getByRole('menuitem', { name: /^Rename/ }) });
  await expect(menu).toBeVisible();
  const [item, box] = [await device.boundingBox(), await menu.boundingBox()];
  expect(Math.abs((box?.x ?? 0) - (item?.x ?? 0))).toBeLessThan(item?.width ?? 0);
  await page.keyboard.press('Escape');
});

test('a problem leads to its object', async ({ page }) => {
  await startEmpty(page);
  await dropPart(page, 'Servers', 'dgx-h200', 0.4, 0.6);
  await dropPart(page, 'Switches', 'qm9700', 0.4, 0.1);
  await setCount(page, page.getByTestId('device-device-1'), 8);
  await connect(page, 'port-device-1-compute', 'port-device-2-data-bottom', '64 cables, 64 transceivers');
  await setCount(page, page.getByTestId('device-device-1'), 9);
  const problem = page
    .getByTestId('problems-panel')
    .getByRole('button', { name: /needs 72 data ports of 400G, it has 64/ });
  await problem.click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('QM9700');
});

/** Pairs of a label of a link and a rack that lie over each other. */
async function countCoveredRacks(page: Page): Promise<number> {
  return page.evaluate(() => {
    const boxes = (selector: string): DOMRect[] =>
      [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
    const labels = boxes('.cv-link-label').filter(({ width }) => width > 0);
    return boxes('.cv-rack').flatMap((rack) =>
      labels.filter(
        (label) =>
          label.left < rack.right && label.right > rack.left && label.top < rack.bottom && label.bottom > rack.top,
      ),
    ).length;
  });
}
