/**
 * Charts, busiest links, heat and comparison of the Simulate view, on the example that opens first (1,016 GPUs in 127 servers).
 */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test, waitForWindow } from './weft-test.ts';

async function openSimulate(page: Page, tab?: string): Promise<void> {
  await page.getByRole('tab', { name: 'Simulate', exact: true }).click();
  if (tab !== undefined) await page.getByRole('tab', { name: tab, exact: true }).click();
}

async function runFlows(page: Page): Promise<void> {
  await openSimulate(page, 'Flow model');
  await page.getByTestId('flow-run').click();
  await expect(page.getByTestId('flow-results')).toBeVisible({ timeout: 45_000 });
}

function timeChart(page: Page): Locator {
  return page.getByTestId('chart-time');
}

/** What the menu entry of a chart hands to the browser as a download. */
async function exportAs(page: Page, chart: Locator, entry: RegExp): Promise<{ name: string; bytes: Buffer }> {
  await chart.getByRole('button', { name: /^Export/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: entry }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('the charts say in words what they draw, and the keyboard reads every size', async ({ page }) => {
  await openSimulate(page);
  await expect(timeChart(page)).toContainText(/from .+ at 8 B to .+ at 16 GiB\. Fastest: .+/);
  await expect(page.getByTestId('chart-busbw')).toContainText(/bus bandwidth reaches .+ GB\/s/);
  const cursor = timeChart(page).getByRole('slider');
  await cursor.focus();
  await expect(cursor).toHaveAttribute('aria-valuetext', /^1 GiB: Estimate [\d.]+ ms; /);
  await page.keyboard.press('Home');
  await expect(cursor).toHaveAttribute('aria-valuetext', /^8 B: Estimate .+; .+, fastest;.* Band .+ to .+/);
  await expect(timeChart(page).getByText('At 8 B', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(cursor).toHaveAttribute('aria-valuetext', /^16 B: /);
  await page.keyboard.press('End');
  await expect(cursor).toHaveAttribute('aria-valuetext', /^16 GiB: /);
  await page.keyboard.press('Escape');
  await expect(timeChart(page).getByText('At 1 GiB', { exact: true })).toBeVisible();
  await timeChart(page).getByText('Data table').click();
  await expect(timeChart(page).getByRole('row')).not.toHaveCount(0);
  await expect(timeChart(page).getByRole('rowheader', { name: '16 GiB' })).toBeVisible();
});

test('a size picked in the chart is asked about, and undo takes it back', async ({ page }) => {
  await openSimulate(page);
  const cursor = timeChart(page).getByRole('slider');
  await cursor.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^All-reduce of 512 MiB on all GPUs/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('heading', { name: /^All-reduce of 1 GiB on all GPUs/ })).toBeVisible();
});

test('the legend switches a candidate off', async ({ page }) => {
  await openSimulate(page);
  const ring = timeChart(page).getByRole('button', { name: /^Ring\/LL128/ });
  await ring.click();
  await expect(ring).toHaveAttribute('aria-pressed', 'false');
  await timeChart(page).getByRole('slider').focus();
  await expect(timeChart(page).getByRole('slider')).not.toHaveAttribute('aria-valuetext', /Ring\/LL128/);
});

test('charts leave as SVG, PNG and CSV', async ({ page }) => {
  await openSimulate(page);
  const chart = timeChart(page);
  const svg = await exportAs(page, chart, /SVG/);
  expect(svg.name).toBe('DGX H100 SuperPOD, 4 SU all-reduce time.svg');
  expect(svg.bytes.toString('utf8')).toMatch(/^<\?xml[\s\S]+<svg [\s\S]+Ring\/LL128<\/text>[\s\S]+<\/svg>\s*$/);
  const png = await exportAs(page, chart, /PNG/);
  expect(png.name).toMatch(/\.png$/);
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.bytes.readUInt32BE(16)).toBe(1920);
  const csv = await exportAs(page, chart, /CSV/);
  const lines = csv.bytes.toString('utf8').trim().split('\r\n');
  expect(lines[0]).toMatch(/^Message size \(B\),Estimate: time \(us\),/);
  expect(lines.length).toBeGreaterThan(20);
  expect(lines[1]).toMatch(/^8,[\d.]+,/);
});

test('a busy link is found on the canvas, among links in the colours of their load', async ({ page }) => {
  await runFlows(page);
  await expect(page.getByTestId('phase-timeline')).toBeVisible();
  const table = page.getByTestId('busiest-links');
  const first = table.getByRole('row').nth(1);
  await expect(first).toContainText('Gb/s');
  await first.click();
  await expect(page.getByTestId('canvas')).toBeVisible();
  await expect(page.getByTestId('heat-legend')).toContainText('All-reduce');
  await expect(page.locator('.cv-link[data-lit][data-load]')).toHaveCount(1);
  await expect(page.locator('.cv-link-label[data-load$="%"]')).not.toHaveCount(0);
  await page.keyboard.press('Shift+H');
  await expect(page.getByTestId('heat-legend')).toHaveCount(0);
  await expect(page.locator('.cv-link[data-load]')).toHaveCount(0);
});

test('the heat overlay asks for a run, and tells when it is out of date', async ({ page }) => {
  await page.keyboard.press('Shift+H');
  const legend = page.getByTestId('heat-legend');
  await expect(legend).toContainText('Run the flow model first');
  await legend.getByTestId('heat-run').click();
  await expect(legend).toContainText('idle', { timeout: 45_000 });
  await expect(page.locator('.cv-link-label[data-load]')).not.toHaveCount(0);
  await openSimulate(page);
  await timeChart(page).getByRole('slider').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Topology', exact: true }).click();
  await expect(legend).toContainText('has changed since this run');
});

test('a run is kept over a reload and compared with what comes after', async ({ page }) => {
  await openSimulate(page, 'Compare');
  await page.getByTestId('run-name').fill('As ordered');
  await page.getByTestId('keep-run').click();
  const saved = page.getByTestId('compare-saved');
  await expect(saved.getByRole('textbox')).toHaveValue('As ordered');
  await expect(saved).toContainText('the same');

  // The pair of one question: the same size, the algorithm forced.
  await page.getByRole('combobox', { name: 'Algorithm' }).click();
  await page.getByRole('option', { name: 'Ring', exact: true }).click();
  await expect(saved).toContainText(/less/);
  await expect(page.getByTestId('compare-scenarios')).toContainText('Ring/');
  await expect(page.getByTestId('chart-compare')).toContainText('As ordered');

  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await waitForWindow(page);
  await page.getByRole('button', { name: /4 SU/ }).first().click();
  await openSimulate(page, 'Compare');
  await expect(page.getByTestId('compare-saved').getByRole('textbox')).toHaveValue('As ordered');
  await page.getByRole('button', { name: 'Delete As ordered' }).click();
  await expect(page.getByText('Keep a run before you change the design')).toBeVisible();
});
