/** The window divided: two views side by side, two designs compared, panels put away; and several windows at once. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { chooseMenu, saveAs } from './at-the-canvas.ts';
import { listFaults } from './list-faults.ts';
import { expect, test } from './weft-test.ts';

const tab = (page: Page, half: 'left' | 'right', name: string) =>
  page.getByRole('tablist', { name: `Views at the ${half}` }).getByRole('tab', { name, exact: true });

const designName = (page: Page) => page.getByRole('banner').getByRole('textbox', { name: 'Design name' });

/** Whether something is on the canvas as a whole: from its left edge to its right one. */
async function isWithin(inner: Locator, outer: Locator): Promise<boolean> {
  const [a, b] = [await inner.boundingBox(), await outer.boundingBox()];
  return a !== null && b !== null && a.x >= b.x && a.x + a.width <= b.x + b.width;
}

test('two views side by side, by keys and by mouse, with one selection and a memory', async ({ page }) => {
  await expect(page.getByTestId('canvas')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+\\');
  await expect(tab(page, 'left', 'Topology')).toHaveAttribute('aria-selected', 'true');
  await expect(tab(page, 'right', 'Racks')).toHaveAttribute('aria-selected', 'true');
  // The drawing, which was in sight as a whole, is so in its half; of the tabs, those at the end fade.
  const canvas = page.getByTestId('canvas');
  for (const id of ['rack-network-rack', 'rack-compute-rack']) {
    await expect.poll(() => isWithin(page.getByTestId(id), canvas)).toBe(true);
  }
  const fading = page.getByRole('tablist', { name: 'Views at the left' });
  await expect(fading).not.toHaveCSS('mask-image', 'none');

  // A line of the BOM lights up the canvas beside it; the canvas moves to the other half with its place.
  await tab(page, 'right', 'BOM').click();
  await page.getByText('QM9700', { exact: true }).first().click();
  await expect(page.getByTestId('canvas')).toBeVisible();
  await tab(page, 'right', 'Topology').click();
  await expect(tab(page, 'left', 'BOM')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByTestId('half-right').getByTestId('canvas')).toBeVisible();

  // Keys go to the half worked in; a view that the other half has is gone to there.
  await page.keyboard.press('F6');
  await expect(tab(page, 'left', 'BOM')).toBeFocused();
  await page.keyboard.press('Alt+2');
  await expect(tab(page, 'left', 'Racks')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Alt+1');
  await expect(tab(page, 'left', 'Racks')).toHaveAttribute('aria-selected', 'true');

  const divider = page.getByRole('separator', { name: 'Width of the two views' });
  const before = (await divider.boundingBox())?.x ?? 0;
  await divider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await divider.boundingBox())?.x).toBeLessThan(before);
  await page.keyboard.press('ControlOrMeta+b');
  await page.getByTestId('action-toggle-inspector').click();
  await expect(page.getByRole('textbox', { name: 'Search parts' })).toHaveCount(0);
  expect(await listFaults(page, ['.studio'])).toEqual([]);

  await page.reload();
  await page.getByTestId('template-small-enterprise.weft').click();
  await expect(tab(page, 'left', 'Racks')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByTestId('half-right').getByTestId('canvas')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toHaveCount(0);
  await chooseMenu(page, 'View', 'Inspector');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
  await page.getByTestId('action-split').click();
  // Where the system chooses the colours, what is pressed has a rim, and colours that mean something stay.
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(page.getByTestId('action-toggle-inspector')).toHaveCSS('outline-style', 'solid');
  await expect(page.locator('.inspector__swatch').first()).toHaveCSS('forced-color-adjust', 'none');
  await page.emulateMedia({ forcedColors: 'none' });
  // In the smallest window the figures still stand in one line.
  await page.setViewportSize({ width: 1024, height: 700 });
  const lines = page
    .getByTestId(/^metric-/)
    .evaluateAll((all) => new Set(all.map((e) => e.getBoundingClientRect().top)).size);
  expect(await lines).toBe(1);
  await page.setViewportSize({ width: 1440, height: 900 });
  // All tabs have room again: none of them fades.
  await expect(page.getByRole('tablist', { name: 'Views', exact: true })).toHaveCSS('mask-image', 'none');
});

test('two designs compared: with a template by mouse, with the saved file by keys', async ({ page }) => {
  await expect(page.getByTestId('canvas')).toBeVisible();
  await saveAs(page, 'plan');
  await chooseMenu(page, 'Analyse', /^Compare with a template/);
  await page.getByTestId('templates-dialog').getByTestId('template-dgx-h100-superpod-1su.weft').click();
  const versus = page.getByTestId('versus');
  const row = (name: string) =>
    versus.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });
  // 127 and 31 servers of 8 GPUs.
  await expect(row('GPUs$')).toContainText(/1.016.*248.*\u2212768 \(\u221276.%\)/);
  await expect(row('Time')).toContainText('ms');
  await expect(row('Server DGX H100')).toContainText(/127.*31.*\u221296/);
  // Each figure is derived from its own design, their difference from the two, and an unknown price says so.
  const why = page.getByTestId('explanation');
  await row('GPUs$')
    .getByRole('button', { name: /^GPUs, the other: 248/ })
    .click();
  await expect(why).toContainText('G = \u03a3(n \u00d7 g)');
  await expect(why).toContainText('31 servers');
  await page.keyboard.press('Escape');
  await row('GPUs$')
    .getByRole('button', { name: /^GPUs, difference/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(why).toContainText('D = A - B');
  await page.keyboard.press('Escape');
  await row('Server DGX H100')
    .getByRole('button', { name: /^Cost of DGX H100, this design: price unknown/ })
    .click();
  await expect(why).toContainText('unknown');
  await page.keyboard.press('Escape');
  expect(await listFaults(page, ['[data-testid="versus"]'])).toEqual([]);

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('compare saved');
  await page.keyboard.press('Enter');
  await expect(versus).toContainText('plan.weft, as saved');
  await expect(row('GPUs$')).toContainText('same');
  await expect(versus).toContainText('Both buy the same parts.');
  await versus.getByRole('button', { name: 'End comparison' }).click();
  await expect(page.getByRole('tab', { name: 'Compare designs' })).toHaveCount(0);
  await expect(page.getByTestId('canvas')).toBeVisible();
});

test('two windows on one file lose nothing', async ({ page, context, weftHost }) => {
  await expect(page.getByTestId('canvas')).toBeVisible();
  await saveAs(page, 'plan');
  const opening = context.waitForEvent('page');
  await page.keyboard.press('ControlOrMeta+Alt+n');
  const second = await opening;
  await second.getByRole('button', { name: /^plan\.weft/ }).click();
  await expect(second.getByText('plan.weft is open in another window too.')).toBeVisible();

  const rename = async (window: Page, name: string): Promise<void> => {
    const field = designName(window);
    await field.fill(name);
    await field.press('Enter');
  };
  // The one without changes shows what the other saved.
  await rename(page, 'First');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(designName(second)).toHaveValue('First');

  // Work that a window is at is not up for recovery in another.
  await rename(page, 'Mine');
  await expect(async () => {
    const third = await context.newPage();
    await third.goto(await weftHost.createLink());
    await expect(third.getByRole('button', { name: /^plan\.weft/ })).toBeVisible();
    await expect(third.getByText('Mine')).toHaveCount(0);
    await third.close();
  }).toPass();

  // Changes on both sides: who saves second is asked.
  await rename(second, 'Theirs');
  await second.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText('plan.weft was saved in another window.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+s');
  const question = page.getByRole('dialog', { name: 'plan.weft has changed on disk' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await readFile(join(weftHost.workspaceFolder, 'plan.weft'), 'utf8')).toContain('Theirs');
  await expect(designName(page)).toHaveValue('Mine');
});
