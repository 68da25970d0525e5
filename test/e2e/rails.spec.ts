/**
 * The rail grid: right as generated, and on wiring listed by hand with two cables swapped and one left out: found, walked, filtered,
 * followed to the canvas and the schedule, put right by an edit and wrong again by undo.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseMenu } from './at-the-canvas.ts';
import { CENTRE, listFaults } from './list-faults.ts';
import { expect, test, waitForWindow, type WeftHost } from './weft-test.ts';

/** One unit of the reference architecture: 31 servers of eight rails on eight leaves. */
const EXAMPLE = join(import.meta.dirname, '../../examples/dgx-h100-superpod-1su.weft');
const FILE = 'by-hand.weft';

/** Cable by cable: rails 2 and 3 of the fifth server swapped, the last of the ninth left out. */
function listPairs(): [number, number][] {
  const pairs: [number, number][] = [];
  for (let server = 0; server < 31; server += 1) {
    const leaves = server === 4 ? [0, 2, 1, 3, 4, 5, 6, 7] : [0, 1, 2, 3, 4, 5, 6, 7];
    for (const leaf of server === 8 ? leaves.slice(0, -1) : leaves) pairs.push([server, leaf]);
  }
  return pairs;
}

async function openByHand(page: Page, { workspaceFolder }: WeftHost): Promise<void> {
  const file = JSON.parse(await readFile(EXAMPLE, 'utf8'));
  const links: { a: { deviceId: string }; b: { deviceId: string } }[] = Object.values(file.design.links);
  const link = links.find(({ a, b }) => a.deviceId === 'server' && b.deviceId === 'leaf');
  Object.assign(link ?? {}, { pattern: 'explicit', within: 'all', pairs: listPairs() });
  await writeFile(join(workspaceFolder, FILE), JSON.stringify(file));
  await page.keyboard.press('ControlOrMeta+o');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(FILE).click();
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('contentinfo')).toContainText('by-hand');
}

const summary = (page: Page) => page.getByTestId('rail-summary');
const details = (page: Page) => page.getByTestId('rail-details').getByRole('status');

test('rails wired by hand: wrong cells by pointer and by key, on the canvas, in the schedule, and put right', async ({
  page,
  weftHost,
}) => {
  await waitForWindow(page);
  await page.keyboard.press('Alt+9');
  // Four units of the first example: 127 servers by rule.
  await expect(summary(page)).toContainText(/All 1.016 rail links correct/);

  await openByHand(page, weftHost);
  await page.getByRole('tab', { name: 'Rails' }).click();
  // 31 x 8 cells.
  await expect(summary(page)).toContainText('3 of 248 rail links wrong');
  await expect(summary(page)).toContainText('2 on a leaf of another rail');
  await expect(summary(page)).toContainText('1 without a cable');
  expect(await listFaults(page, CENTRE), 'rails').toEqual([]);

  await page.getByTestId('rail-4-1').click();
  await expect(details(page)).toContainText(/Rail 2 of \S+ reaches su1-leaf-3, .* belongs on su1-leaf-2/);
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('5 of 31');

  // By keys: along the row, to the next wrong one, back by the action, and to the cable on the canvas.
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('rail-4-2')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('n');
  await expect(details(page)).toContainText(/Rail 8 of \S+ has no cable/);
  await page.keyboard.press('Shift+F8');
  await expect(page.getByTestId('rail-4-2')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Topology' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByTestId('device-leaf')).toHaveAttribute('data-lit', 'true');

  await page.getByRole('tab', { name: 'Rails' }).click();
  await page.getByRole('checkbox', { name: 'Only faults' }).check();
  await expect(page.getByTestId('rail-grid').getByRole('rowheader')).toHaveCount(2);
  await page.getByRole('button', { name: 'Show in the schedule' }).click();
  await expect(page.getByTestId('schedule-count')).toContainText('1 filtered');

  // By rail: as it should be, and by undo as it was.
  await page.getByRole('tab', { name: 'Rails' }).click();
  await page.getByRole('button', { name: 'Show on the canvas' }).click();
  await page.getByRole('combobox', { name: 'Pattern' }).click();
  await page.getByRole('option', { name: /^Rail/ }).click();
  await page.keyboard.press('Alt+9');
  await expect(summary(page)).toContainText('All 248 rail links correct');
  await chooseMenu(page, 'Edit', /^Undo/);
  await expect(summary(page)).toContainText('3 of 248 rail links wrong');
});
