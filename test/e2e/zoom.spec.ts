/** The interface at other sizes: everything grows, and what follows the pointer still does. */
import { dropPart, holdLink, startEmpty } from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

test('larger by keys, with menus, drags, drops and links where the pointer is; usual again by settings', async ({
  page,
}) => {
  await startEmpty(page);
  const bar = page.getByRole('banner');
  await page.keyboard.press('ControlOrMeta+j');
  const before = (await bar.boundingBox())?.height ?? 0;
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ControlOrMeta+Alt+Equal');
  await expect.poll(async () => ((await bar.boundingBox())?.height ?? 0) / before).toBeCloseTo(1.5, 1);

  await page.getByRole('menuitem', { name: 'View', exact: true }).click();
  const trigger = await page.getByRole('menuitem', { name: 'View', exact: true }).boundingBox();
  const menu = await page.getByRole('menu').boundingBox();
  expect(Math.abs((menu?.x ?? 0) - (trigger?.x ?? 0))).toBeLessThan(12);
  await page.keyboard.press('Escape');

  // What is dropped lies under the pointer, and goes where it is dragged.
  await dropPart(page, 'Switches', 'qm9700', 0.3, 0.3);
  const leaf = page.getByTestId('device-device-1');
  const canvas = await page.getByTestId('canvas').boundingBox();
  const dropped = await leaf.boundingBox();
  if (!canvas || !dropped) throw new Error('nothing was dropped');
  const drop = { x: canvas.x + canvas.width * 0.3, y: canvas.y + canvas.height * 0.3 };
  expect(drop.x).toBeGreaterThan(dropped.x - 2);
  expect(drop.x).toBeLessThan(dropped.x + dropped.width + 2);
  expect(drop.y).toBeGreaterThan(dropped.y - 2);
  expect(drop.y).toBeLessThan(dropped.y + dropped.height + 2);
  const grip = { x: dropped.x + 90, y: dropped.y + 90 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 150, grip.y + 48, { steps: 8 });
  await page.mouse.up();
  // Within a step of the grid, which is 24 px of the screen here.
  const moved = async (): Promise<number> => ((await leaf.boundingBox())?.x ?? 0) - dropped.x;
  await expect.poll(moved).toBeGreaterThan(125);
  expect(await moved()).toBeLessThan(175);

  await dropPart(page, 'Switches', 'qm9700', 0.6, 0.75);
  await holdLink(page, 'port-device-1-data', 'port-device-2-data');
  await page.mouse.up();
  await expect(page.getByTestId('link-connect')).toBeVisible();
  await page.getByTestId('link-connect').click();

  await page.keyboard.press('ControlOrMeta+,');
  await page
    .getByTestId('settings')
    .getByRole('group', { name: 'Interface size' })
    .getByRole('radio', { name: /^100/ })
    .check();
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await bar.boundingBox())?.height).toBe(before);
});
