/** Choosing many things and changing them at once: marquee, Shift, same kind, fields in common. */
import type { Page } from '@playwright/test';
import { serializeDesign } from '#core/io/design-file.ts';
import { createLink, EditSession } from '../support/edit-session.ts';
import { metric, startEmpty, undoAll } from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

/** Two pods of four servers under two leaves each, and a spine above: eight links of two kinds. */
function createPods(): string {
  const session = new EditSession().addDevice('spine', 'qm9700', 1, {
    name: 'Spine',
    role: 'spine',
    position: { x: 320, y: 0 },
  });
  for (const [index, pod] of ['A', 'B'].entries()) {
    const x = index * 640;
    session
      .run('addRack', {
        id: `rack-${pod}`,
        partId: null,
        count: 4,
        name: `Rack ${pod}`,
        position: { x: x + 140, y: 360 },
      })
      .addDevice(`gpu-${pod}`, 'dgx-h200', 4, { rack: { rackId: `rack-${pod}`, placementId: `place-${pod}` } });
    for (const side of [1, 2]) {
      const leaf = `leaf-${pod}${side}`;
      const position = { x: x + (side - 1) * 280, y: 160 };
      session
        .addDevice(leaf, 'qm9700', 1, { name: leaf, role: 'leaf', position })
        .addLink(createLink(`down-${leaf}`, `gpu-${pod}`, 'compute', leaf, 'data', { cablesPerPair: 4 }))
        .addLink(createLink(`up-${leaf}`, leaf, 'data', 'spine', 'data', { cablesPerPair: 4 }));
    }
  }
  return serializeDesign(session.design);
}

/** Four racks with a server in each, cabled to a switch beside them: 32 cables. */
function createPod(): string {
  const session = new EditSession()
    .run('addRack', { id: 'rack-1', partId: null, count: 4, name: 'Compute', position: { x: 0, y: 240 } })
    .addDevice('gpu', 'dgx-h200', 4, { rack: { rackId: 'rack-1', placementId: 'placement-1' } })
    .addDevice('leaf', 'qm9700', 1, { name: 'Leaf' })
    .addLink(createLink('link-1', 'gpu', 'compute', 'leaf', 'data', { cablesPerPair: 8 }));
  return serializeDesign(session.design);
}

async function pasteDesign(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await startEmpty(page);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('ControlOrMeta+v');
}

test('links of a kind are chosen by key and menu, and get another medium in one step', async ({ page }) => {
  await pasteDesign(page, createPods());
  await expect(metric(page, 'cables')).toContainText('80');
  const leaf = page.getByTestId(/^device-/).filter({ hasText: 'leaf-A1' });
  await leaf.click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await page.getByTestId('canvas').focus();
  // Full stop goes to the first link of the device, Shift+P to its kind in the pod, Shift+A to all of its kind.
  await page.keyboard.press('.');
  await page.keyboard.press('Shift+P');
  await expect(inspector.getByText('2 objects selected')).toBeVisible();
  await page.keyboard.press('Shift+A');
  await expect(inspector.getByText('4 objects selected')).toBeVisible();
  await inspector.getByRole('combobox', { name: 'Medium' }).click();
  await page
    .getByRole('option', { name: /MMS4X00-NM/ })
    .first()
    .click();
  await expect(inspector.getByRole('combobox', { name: 'Medium' })).toContainText('MMS4X00-NM');
  await expect(page.getByRole('button', { name: /Undo: change the medium of 4 links/ })).toBeVisible();

  // By mouse: all switches of the kind, a field they share and one they do not.
  await leaf.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Select all QM9700 \(5\)/ }).click();
  await expect(inspector.getByText('5 objects selected')).toBeVisible();
  await expect(inspector.getByRole('combobox', { name: 'Role' })).toContainText('Mixed');
  const day = inspector.getByRole('textbox', { name: 'Bought on day' });
  await day.fill('2');
  await day.press('Enter');
  await expect(page.getByRole('button', { name: /Undo: edit 5 devices/ })).toBeVisible();
  expect(await undoAll(page)).toBe(3);
});

test('a marquee takes what it touches with the links among it, and adds with Shift', async ({ page }) => {
  await pasteDesign(page, createPod());
  const rack = await page.getByTestId('rack-rack-1').boundingBox();
  const leaf = await page.getByTestId('device-device-2').boundingBox();
  if (!rack || !leaf) throw new Error('the pod is not on the canvas');
  const selected = page.getByRole('contentinfo').getByText(/selected/);
  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await page.mouse.up();
  };
  // The rack and the server in it; the link leaves the marquee.
  await drag({ x: rack.x - 12, y: rack.y + 20 }, { x: rack.x + 60, y: rack.y + rack.height + 8 });
  await expect(selected).toHaveText('2 selected');
  await page.keyboard.down('Shift');
  await drag({ x: leaf.x + leaf.width + 30, y: leaf.y - 10 }, { x: leaf.x + leaf.width - 20, y: leaf.y + 30 });
  await page.keyboard.up('Shift');
  await expect(selected).toHaveText('4 selected');
  await page.getByTestId('device-device-2').click({ modifiers: ['Shift'] });
  await expect(selected).toHaveText('3 selected');
  await expect(metric(page, 'cables')).toContainText('32');

  // The rack lies over the end of the line, which shows through: there it is the line that is meant.
  const line = page.locator('.cv-link');
  const box = page.getByTestId('rack-rack-1');
  const at = await findLineOverRack(page);
  await page.mouse.move(at.x, at.y);
  await expect(page.getByRole('tooltip')).toContainText('32 × 400G');
  await expect(page.locator('.react-flow__edge[data-over]')).toHaveCount(1);
  await page.mouse.click(at.x, at.y);
  await expect(selected).toHaveText('1 selected');
  await expect(line).toHaveAttribute('data-selected');
  // The keys go on from there.
  await page.keyboard.press('Escape');
  await expect(line).not.toHaveAttribute('data-selected');
  await page.keyboard.press('.');
  await expect(line).toHaveAttribute('data-selected');
  await page.mouse.click(rack.x + rack.width / 2, rack.y + rack.height - 5);
  await expect(box, 'beside the line it is the rack').toHaveAttribute('data-selected');
  await page.keyboard.down('Shift');
  await page.mouse.click(at.x, at.y);
  await page.keyboard.up('Shift');
  await expect(selected).toHaveText('2 selected');
  await page.keyboard.press('Escape');
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await expect(page.getByRole('menuitem', { name: /Select all 400G links like this/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await drag(at, { x: at.x + 40, y: at.y + 40 });
  await expect
    .poll(async () => (await box.boundingBox())?.x ?? 0, 'a drag moves the rack')
    .toBeGreaterThan(rack.x + 20);
});

/** In the middle between what stands in a rack and its edge, on a line that leaves it. */
async function findLineOverRack(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const spots = [...document.querySelectorAll<SVGPathElement>('.cv-link-line')].flatMap((path) => {
      const toScreen = path.getScreenCTM();
      return Array.from({ length: Math.floor(path.getTotalLength()) }, (_, at) => {
        const { x, y } = path.getPointAtLength(at).matrixTransform(toScreen ?? undefined);
        return { x, y };
      }).filter(({ x, y }) => {
        const rack = document.elementFromPoint(x, y)?.closest('.cv-rack');
        // Behind its head nothing shows.
        return rack && y > rack.getBoundingClientRect().top + 80;
      });
    });
    const middle = spots[Math.floor(spots.length / 2)];
    if (!middle) throw new Error('no line is seen through a rack');
    return middle;
  });
}
