/**
 * Large files from the window: a rail-optimised fabric of 100,000 GPUs, 12,500 servers of 8 ports: 100,000 cables to the leaves,
 * and 302,752 in all three tiers.
 */
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseMenu } from './at-the-canvas.ts';
import { expect, test, type WeftHost } from './weft-test.ts';

const CABLES = 302_752;
const LONG_MS = 90_000;

test.setTimeout(240_000);

async function openLargeFabric(page: Page, host: WeftHost): Promise<void> {
  const file = 'rail-100k.weft';
  await copyFile(join(import.meta.dirname, 'designs', file), join(host.workspaceFolder, file));
  await expect(page.getByTestId('metric-cables')).toContainText(/\d/);
  await page.keyboard.press('ControlOrMeta+o');
  await page.getByRole('dialog', { name: /./ }).getByRole('option', { name: file }).click();
  await page.getByRole('dialog', { name: /./ }).getByRole('button', { name: 'Open' }).click();
  await expect(page.getByTestId('metric-cables')).toContainText(/302\D752/, { timeout: LONG_MS });
}

test('a long export tells how far it is, and can be called off', async ({ page, weftHost }) => {
  await openLargeFabric(page, weftHost);
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await chooseMenu(page, 'File', /^Export workbook/);
  const card = page.getByTestId('export-progress');
  await expect(card).toContainText('Writing the workbook');
  await expect(card).toContainText(/\d+ %/, { timeout: LONG_MS });
  await card.getByRole('button', { name: 'Cancel' }).click();
  await expect(card).toBeHidden();
  // The window is as before: the next export is a whole one.
  const downloading = page.waitForEvent('download', { timeout: LONG_MS });
  await chooseMenu(page, 'File', /^Export cable schedule/);
  const path = await (await downloading).path();
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(CABLES + 1);
  expect(lines[0]).toMatch(/^Label,Fabric,/);
  await expect(card).toBeHidden();
  expect(downloads).toBe(1);
});
