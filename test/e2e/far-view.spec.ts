/** A drawing of 368 items: from afar a bitmap of tiles, from near nodes, and every gesture works in both. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Design } from '#core/design/design.ts';
import { serializeDesign } from '#core/io/design-file.ts';
import { createManyItems } from '../support/many-items.ts';
import { chooseMenu, panAndZoom } from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

/** Two pods: 40 racks, 328 devices. */
const itemCount = 200;
const mostMounted = 300;

/** Around the middle of the canvas, from reading size to tiles that still have names. */
async function zoomOutUntilFar(page: Page): Promise<void> {
  const canvas = page.getByTestId('canvas');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the canvas has no size');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.down('Control');
  // A glide still under way takes a turn of the wheel back, so it is turned until it counts.
  await expect(async () => {
    if ((await canvas.getAttribute('data-sight')) === 'near') await page.mouse.wheel(0, 60);
    await expect(canvas).toHaveAttribute('data-sight', 'far', { timeout: 500 });
  }).toPass();
  await page.keyboard.up('Control');
  await expect(page.locator('.react-flow__node')).toHaveCount(0);
}

async function findByName(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** Where a point of rack 17 is on the screen; the view has it in its middle. */
async function locateRack(page: Page, downPx: number): Promise<{ x: number; y: number }> {
  const box = await page.getByTestId('canvas').boundingBox();
  const percent = Number.parseFloat((await page.locator('.cv-zoom').textContent()) ?? '');
  if (!box) throw new Error('the canvas has no size');
  // The frame of a rack with eight devices is 816 px high.
  const y = box.y + box.height / 2 + ((downPx - 408) * percent) / 100;
  return { x: box.x + box.width / 2, y };
}

/** A rack stands for several devices, so which of them is meant is asked. */
async function linkAndBreakFromAfar(page: Page, head: { x: number; y: number }): Promise<void> {
  const percent = Number.parseFloat((await page.locator('.cv-zoom').textContent()) ?? '');
  const next = { x: head.x + (352 * percent) / 100, y: head.y };
  const popover = page.getByTestId('link-popover');
  await page.getByTestId('tool-link').click();
  await page.mouse.click(head.x, head.y);
  await page
    .getByRole('menu', { name: 'Link from, in Rack 17' })
    .getByRole('menuitem', { name: /leaf-17/ })
    .click();
  await page.mouse.move(next.x, next.y, { steps: 3 });
  await expect(page.getByTestId('drag-note')).toHaveText('8 device groups: click to choose');
  await page.mouse.click(next.x, next.y);
  await page.getByRole('menuitem', { name: /leaf-18/ }).click();
  await expect(popover).toContainText('leaf-17 to leaf-18');
  await page.keyboard.press('Escape');
  await expect(popover).toHaveCount(0);
  // By keys: L on the rack, its leaf from the menu, on to the next one, Enter.
  await page.mouse.click(head.x, head.y);
  await page.keyboard.press('l');
  await expect(page.getByRole('menu', { name: 'Link from, in Rack 17' })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(popover).toContainText('leaf-17 to leaf-18');
  await page.keyboard.press('Escape');

  await chooseMenu(page, 'Canvas', 'Failures on the canvas');
  await page.getByTestId('break-tool').click();
  await page.mouse.click(head.x, head.y);
  await expect(page.getByText('1 rack broken')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('Escape');
  await chooseMenu(page, 'Canvas', 'Plain canvas');
}

test.beforeEach(async ({ page, weftHost }) => {
  await writeFile(join(weftHost.workspaceFolder, 'many.weft'), serializeDesign(createManyItems(itemCount)));
  await expect(page.getByTestId('canvas')).toBeVisible();
  await chooseMenu(page, 'File', /^Open/);
  await page.getByRole('dialog').getByText('many.weft').first().dblclick();
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-sight', 'far');
});

test('a rack among forty is found, seen from afar, picked and gone to, by mouse and by keys', async ({ page }) => {
  // Hundreds of nodes are mounted and let go several times over, painted by the processor.
  test.slow();
  await expect(page.locator('.react-flow__node')).toHaveCount(0);
  // A figure of the bitmap tells how it is counted: the trunk between the halves of the first pod, a quarter of the way across.
  const canvas = await page.getByTestId('canvas').boundingBox();
  if (!canvas) throw new Error('the canvas has no size');
  const card = page.getByRole('dialog', { name: 'How is this counted? 40 links' });
  // Once there is a report.
  await expect(async () => {
    await page.mouse.move(canvas.x + canvas.width / 4, canvas.y + canvas.height / 2, { steps: 2 });
    await expect(card).toContainText('80 connections', { timeout: 1500 });
    await page.mouse.move(canvas.x + 20, canvas.y + 20);
  }).toPass();
  await expect(card).toHaveCount(0);
  await findByName(page, 'Rack 17');
  await expect(page.getByTestId('rack-rack-17')).toBeVisible();
  expect(await page.locator('.react-flow__node').count()).toBeLessThanOrEqual(mostMounted);

  // By mouse: hover tells, a click on the head selects the rack, a double click goes there.
  await zoomOutUntilFar(page);
  const server = await locateRack(page, 408);
  await page.mouse.move(server.x, server.y);
  await expect(page.getByRole('tooltip').filter({ hasText: 'in Rack 17' })).toBeVisible();
  await page.mouse.click(server.x, server.y);
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(/^server-17-/);
  const head = await locateRack(page, 30);
  await page.mouse.click(head.x, head.y);
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Rack 17');
  // A marquee takes what it touches: the rack with all in it.
  await page.mouse.move(head.x - 90, head.y - 40);
  await page.mouse.down();
  await page.mouse.move(head.x + 10, head.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('contentinfo')).toContainText(/\d+ selected/);
  await page.keyboard.press('Escape');

  // A tile is dragged as a node is.
  await page.mouse.move(head.x, head.y);
  await page.mouse.down();
  await page.mouse.move(head.x + 30, head.y, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('button', { name: /^Nothing to undo/ })).toBeVisible();

  await linkAndBreakFromAfar(page, head);

  await page.mouse.dblclick(head.x, head.y);
  await expect(page.getByTestId('rack-rack-17')).toBeInViewport();

  // By keys: the arrows walk, screen readers are told where, Enter goes there.
  await zoomOutUntilFar(page);
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('Home');
  const active = await page.getByTestId('canvas').getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-label', /^spine-1-1, spine device/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('device-spine-1-2')).toBeInViewport();
});

test('what is selected out of sight is dragged along in one step, and the overview moves the view', async ({
  page,
  weftHost,
}) => {
  const middle = await page.getByTestId('canvas').boundingBox();
  if (!middle) throw new Error('the canvas has no size');
  await page.getByTestId('canvas').focus();
  await panAndZoom(page, { x: middle.x + middle.width / 2, y: middle.y + middle.height / 2 });
  await findByName(page, 'Rack 17');
  const rack = page.getByTestId('rack-rack-17');
  await expect(rack).toBeInViewport();
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('ControlOrMeta+a');
  const grip = await rack.boundingBox();
  if (!grip) throw new Error('the rack has no size');
  await page.mouse.move(grip.x + grip.width / 2, grip.y + 6);
  await page.mouse.down();
  await page.mouse.move(grip.x + grip.width / 2 + 60, grip.y + 36, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  const before = createManyItems(itemCount);
  const saved = JSON.parse(await readFile(join(weftHost.workspaceFolder, 'many.weft'), 'utf8')) as { design: Design };
  const shiftOf = (id: string): number =>
    (saved.design.racks[id]?.position.x ?? 0) - (before.racks[id]?.position.x ?? 0);
  expect(shiftOf('rack-17')).toBeGreaterThan(0);
  expect(shiftOf('rack-35')).toBe(shiftOf('rack-17'));

  await page.getByRole('button', { name: 'Overview map' }).click();
  const map = page.getByTestId('overview-map');
  await expect(map.getByRole('img', { name: 'Overview map' })).toBeVisible();
  const corner = await map.boundingBox();
  if (!corner) throw new Error('the overview has no size');
  await page.mouse.click(corner.x + corner.width - 16, corner.y + corner.height / 2);
  await expect(rack).not.toBeInViewport();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('button', { name: /^Nothing to undo/ })).toBeVisible();
});
