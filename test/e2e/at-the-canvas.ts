/** What a user does at the canvas, in the words of the tests. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './weft-test.ts';

export async function startEmpty(page: Page): Promise<void> {
  await chooseMenu(page, 'File', 'New design');
  await expect(page.getByTestId('canvas')).toBeVisible();
  await expect(page.getByTestId(/^device-/)).toHaveCount(0);
}

export async function chooseMenu(page: Page, menu: string, item: string | RegExp): Promise<void> {
  await page.getByRole('menuitem', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

export async function showParts(page: Page, kind: string): Promise<void> {
  await page.getByRole('group', { name: 'Kind of part' }).getByRole('button', { name: kind, exact: true }).click();
}

/** Drags a part of the palette to a point of the canvas, given as shares of its size. */
export async function dropPart(page: Page, kind: string, partId: string, x: number, y: number): Promise<void> {
  await showParts(page, kind);
  const canvas = page.getByTestId('canvas');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the canvas has no size');
  await page.getByTestId(`part-${partId}`).dragTo(canvas, { targetPosition: { x: box.width * x, y: box.height * y } });
}

export async function setCount(page: Page, device: Locator, count: number): Promise<void> {
  await device.click();
  const field = page.getByRole('textbox', { name: 'Count' });
  await field.fill(String(count));
  await field.press('Enter');
}

/** Drags with the mouse from one port handle to another and keeps the button down. */
export async function holdLink(page: Page, fromTestId: string, toTestId: string): Promise<void> {
  const from = await page.getByTestId(fromTestId).boundingBox();
  const to = await page.getByTestId(toTestId).boundingBox();
  if (!from || !to) throw new Error('a port handle is not on the canvas');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
}

/** Draws the link and accepts what the popover proposes. */
export async function connect(page: Page, fromTestId: string, toTestId: string, preview: string): Promise<void> {
  await holdLink(page, fromTestId, toTestId);
  await page.mouse.up();
  await expect(page.getByText(preview)).toBeVisible();
  await page.getByTestId('link-connect').click();
}

/** An item of the metrics bar: its label, figure and the line below. */
export function metric(page: Page, id: string): Locator {
  return page.getByTestId(`metric-${id}`);
}

export async function saveAs(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: /./ });
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toContainText(name);
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
}

/** Every way the hand moves the view from a point, also on top of an object: each moves the view. */
export async function panAndZoom(page: Page, at: { x: number; y: number }): Promise<void> {
  const readView = (): Promise<string> =>
    page.locator('.react-flow__viewport').evaluate((e) => getComputedStyle(e).transform);
  const drag = async (button: 'left' | 'middle'): Promise<void> => {
    await page.mouse.move(at.x, at.y);
    await page.mouse.down({ button });
    await page.mouse.move(at.x + 20, at.y + 20, { steps: 3 });
    await page.mouse.up({ button });
  };
  const ways: (() => Promise<void>)[] = [
    () => page.mouse.wheel(8, 12),
    async () => {
      // A pinch on a touchpad comes as this.
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -6);
      await page.keyboard.up('Control');
    },
    () => drag('middle'),
    async () => {
      await page.keyboard.down('Space');
      await drag('left');
      await page.keyboard.up('Space');
    },
  ];
  await page.mouse.move(at.x, at.y);
  for (const way of ways) {
    const before = await readView();
    await way();
    await expect.poll(readView).not.toBe(before);
  }
}

/** Undoes until there is nothing left, and counts the steps. */
export async function undoAll(page: Page): Promise<number> {
  const undo = page.getByRole('button', { name: /^(Undo|Nothing to undo)/ });
  let steps = 0;
  while (await undo.isEnabled()) {
    await undo.click();
    steps += 1;
  }
  return steps;
}
