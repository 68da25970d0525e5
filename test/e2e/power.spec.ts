/** The power view: a feed switched off, what goes dark and what is overloaded, and undo. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { chooseMenu } from './at-the-canvas.ts';
import { CENTRE, listFaults } from './list-faults.ts';
import { expect, test, type WeftHost } from './weft-test.ts';

const FILE = 'fed.weft';

interface SavedDesign {
  design: {
    name: string;
    racks: Record<string, { pdus: unknown[]; redundancy?: string }>;
    feeds?: Record<string, unknown>;
  };
}

/**
 * The 4-SU SuperPOD on two feeds of 1,200 kW at 80 %. Compute racks have two AP8886 of 17.3 kW on each feed; 31 of the 32 hold four
 * DGX H100 of 10.2 kW, the last three: 40.8 and 30.6 kW. Network racks hang on feed A alone.
 */
async function openFed(page: Page, weftHost: WeftHost): Promise<Locator> {
  const example = await readFile(new URL('../../examples/dgx-h100-superpod-4su.weft', import.meta.url), 'utf8');
  const file = JSON.parse(example) as SavedDesign;
  file.design.name = 'Fed';
  const feed = (id: string, name: string) => ({ id, name, ratedKw: 1200, derating: 0.8, isOff: false });
  file.design.feeds = { a: feed('a', 'Feed A'), b: feed('b', 'Feed B') };
  const pdus = (count: number, feedId: string) => ({ partId: 'ap8886', count, feedId });
  Object.assign(file.design.racks['compute-rack'] ?? {}, { pdus: [pdus(2, 'a'), pdus(2, 'b')], redundancy: '2N' });
  Object.assign(file.design.racks['network-rack'] ?? {}, { pdus: [pdus(2, 'a')] });
  await writeFile(join(weftHost.workspaceFolder, FILE), JSON.stringify(file));
  await chooseMenu(page, 'File', /^Open/);
  const dialog = page.getByRole('dialog', { name: /./ });
  await dialog.getByRole('option', { name: FILE }).click();
  await dialog.getByRole('button', { name: 'Open' }).click();
  // Until the file is open, the views are another's.
  await expect(page.getByRole('banner').getByRole('textbox', { name: 'Design name' })).toHaveValue('Fed');
  await page.getByRole('tab', { name: 'Power', exact: true }).click();
  const view = page.getByTestId('power-view');
  await expect(view).toBeVisible();
  return view;
}

test('feed A off: racks without power and racks with too much are told apart; undo brings the light back', async ({
  page,
  weftHost,
}) => {
  const view = await openFed(page, weftHost);
  // 127 x 10.2 kW, half on each feed.
  await expect(view.getByTestId('feed-b')).toContainText('648 kW of 960 kW usable');
  // All of it: 1,295 kW.
  await expect(view.getByTestId('feed-b')).toContainText('1.3 MW without Feed A, too much');
  await expect(view.getByTestId('power-dark')).toHaveCount(0);

  await view.getByTestId('feed-a-toggle').click();
  const dark = view.getByTestId('power-dark');
  await expect(dark).toContainText('Without Feed A: 4 racks dark');
  await expect(dark).toContainText('31 racks with 992 GPUs overloaded; overloaded: Feed B');
  await expect(view.getByTestId('feed-a')).toContainText('carries nothing');
  await expect(view.getByTestId('feed-b')).toContainText('1.3 MW of 960 kW usable, 135');
  await expect(page.getByText(/Feed B carries up to 1.295\.4 kW, it may carry 960 kW/)).toBeVisible();

  await dark.getByTestId('dark-network-rack').click();
  const racks = view.getByTestId('power-racks');
  await racks.getByRole('button', { name: 'Supply' }).click();
  await expect(racks.getByRole('row').nth(1)).toContainText('Network rack 1');
  await expect(racks.getByRole('row').nth(1)).toContainText('dark');
  await expect(racks.getByRole('row').nth(5)).toContainText('overloaded');

  await page.keyboard.press('ControlOrMeta+z');
  await expect(view.getByTestId('power-dark')).toHaveCount(0);
  await expect(view.getByTestId('feed-a-toggle')).toBeChecked();
  await expect(view.getByTestId('feed-b')).toContainText('648 kW of 960 kW usable');
});

test('the keyboard switches a feed, and both feeds off leave nothing but dark racks', async ({ page, weftHost }) => {
  const view = await openFed(page, weftHost);
  await view.getByTestId('feed-a-toggle').focus();
  await page.keyboard.press('Space');
  await view.getByTestId('feed-b-toggle').focus();
  await page.keyboard.press('Space');
  await expect(view.getByTestId('power-dark')).toContainText('36 racks with 1 016 GPUs dark');
  await view.getByRole('tab', { name: /^PDUs/ }).click();
  await expect(view.getByTestId('power-pdus').getByRole('row').nth(1)).toContainText('off');
});

test('axe finds no fault in the power view while a feed is off', async ({ page, weftHost }) => {
  const view = await openFed(page, weftHost);
  await view.getByTestId('feed-a-toggle').click();
  await expect(view.getByTestId('power-dark')).toBeVisible();
  for (const name of [/^Racks/, /^PDUs/]) {
    await view.getByRole('tab', { name }).click();
    expect(await listFaults(page, CENTRE), String(name)).toEqual([]);
  }
});
