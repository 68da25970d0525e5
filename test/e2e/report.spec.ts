/** The report: read, taken apart, filled in, and printed to pages, by mouse and by keyboard. */
import type { Page } from '@playwright/test';
import { chooseMenu, startEmpty } from './at-the-canvas.ts';
import { CENTRE, listFaults } from './list-faults.ts';
import { expect, test } from './weft-test.ts';

/** The system's own dialog would wait for an answer. */
async function keepDialogAway(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => undefined;
  });
}

/** What would come out of the printer. */
async function readPages(page: Page): Promise<{ count: number; size: string; colours: string[] }> {
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByTestId('report-paper')).toBeVisible();
  await expect(page.getByTestId('report-view')).toBeHidden();
  const colours = await page
    .locator('.print-sheet')
    .evaluate((sheet) => [
      getComputedStyle(sheet).backgroundColor,
      getComputedStyle(document.documentElement).colorScheme,
    ]);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  await page.emulateMedia({ media: 'screen' });
  // Once it is printed it is gone.
  await expect(page.getByTestId('report-paper')).toHaveCount(0);
  return {
    colours,
    count: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    size: /\/MediaBox\s*\[([^\]]*)\]/.exec(pdf)?.[1] ?? '',
  };
}

test('the report is read, filled in, taken apart and printed', async ({ page }) => {
  await keepDialogAway(page);
  await page.getByRole('tab', { name: 'Report', exact: true }).click();
  const view = page.getByTestId('report-view');
  // 127 systems of 8 GPUs.
  await expect(view.getByRole('article')).toContainText('1\u202f016');
  await expect(view.getByRole('heading', { name: 'How the figures come about' })).toBeVisible();
  expect(await listFaults(page, CENTRE)).toEqual([]);

  await view.getByTestId('report-revision').fill('B');
  await view.getByTestId('report-revision').press('Enter');
  await expect(page.getByRole('button', { name: /^Undo: edit the title block/ })).toBeEnabled();

  const table = view.getByRole('table', { name: 'Asked for, and given' });
  const row = table.getByRole('button', { name: 'Compute', exact: true });
  await row.click();
  await expect(row).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Fabric');
  // The arrows lead from the name to the figure, and the figure tells how it is counted.
  await page.keyboard.press('ArrowRight');
  await expect(table.getByRole('button', { name: /^Worst path, Compute: 1:1/ })).toBeFocused();
  await expect(page.getByTestId('explanation')).toContainText('Oversubscription');
  await page.keyboard.press('Escape');

  await view.getByRole('button', { name: 'Design rules', exact: true }).click();
  await expect(view.getByRole('heading', { name: /Design rules/ })).toBeFocused();
  await expect(view.getByRole('heading', { name: /Design rules/ })).toBeInViewport();

  await chooseMenu(page, 'File', /^Print report/);
  await expect(page.getByTestId('report-paper')).toBeAttached();
  await expect(page.getByTestId('report-paper')).toContainText('Revision');
  const whole = await readPages(page);
  expect(whole.size).toMatch(/^0 0 59\d\S* 84\d/);
  expect(whole.count).toBeGreaterThan(8);

  for (const id of ['rules', 'formulas', 'sources']) await view.getByTestId(`report-include-${id}`).uncheck();
  await expect(view.getByRole('heading', { name: 'Sources' })).toHaveCount(0);
  await view.getByTestId('report-paper-size').click();
  await page.getByRole('option', { name: 'US Letter' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await view.getByRole('button', { name: 'Print' }).click();
  await expect(page.getByTestId('report-paper')).toBeAttached();
  const part = await readPages(page);
  expect(part.size).toBe('0 0 612 792');
  expect(part.count).toBeLessThan(whole.count);
  // On paper it is always the light theme, to the edges of the page.
  expect(part.colours).toEqual(['rgb(255, 255, 255)', 'light']);
  const kept = await page.evaluate(() => localStorage.getItem('weft.settings') ?? '');
  expect(kept).toContain('"reportDocument":{"hidden":["rules","formulas","sources"],"paper":"letter"}');
});

test('the keyboard opens, trims and prints the report; an empty design has none', async ({ page }) => {
  await keepDialogAway(page);
  await page.keyboard.press('Alt+0');
  const view = page.getByTestId('report-view');
  const topology = view.getByTestId('report-include-topology');
  await topology.focus();
  await page.keyboard.press('Space');
  await expect(topology).not.toBeChecked();
  await expect(view.getByRole('img', { name: /^Topology of/ })).toHaveCount(0);
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(view.getByRole('heading', { name: /Topology/ })).toBeFocused();
  await expect(view.getByRole('img', { name: /^Topology of/ }).first()).toBeVisible();

  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect(page.getByTestId('report-paper')).toBeAttached();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));

  await startEmpty(page);
  await page.getByRole('tab', { name: 'Report', exact: true }).click();
  await expect(page.getByText('Nothing to report yet')).toBeVisible();
  await page.getByRole('menuitem', { name: 'File', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: /^Print report/ })).toBeDisabled();
});
