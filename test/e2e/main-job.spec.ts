/**
 * The main job by mouse: an empty canvas becomes a two-tier fabric, its numbers are read, the workbook is exported and
 * opened with a reader of another make, the design is saved, reloaded, reopened, and undone back to nothing.
 * Expected counts: one scalable unit of 32 DGX (NVIDIA RA-11333-001 V11, tables 3 and 4): 8 leaves, 4 spines, 256 node
 * and 256 leaf-spine cables.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { chooseMenu, connect, dropPart, metric, saveAs, setCount, startEmpty, undoAll } from './at-the-canvas.ts';
import { expect, test, waitForWindow } from './weft-test.ts';

async function expectFullFabric(page: Page): Promise<void> {
  await expect(metric(page, 'gpus')).toContainText('256');
  await expect(metric(page, 'cables')).toContainText('512');
  await expect(metric(page, 'transceivers')).toContainText('512');
  await expect(metric(page, 'oversubscription')).toContainText('1:1');
  await expect(metric(page, 'bisection')).toContainText('100');
  // Advice on networks that are not drawn is all that is left.
  await expect(metric(page, 'problems')).toContainText('2 hints');
}

/** 32 x 8 ports = 256 cables to the leaves and as many up; 128 cages on the servers, 256 on the leaves, 128 on the spines. */
async function checkWorkbook(page: Page): Promise<void> {
  const downloading = page.waitForEvent('download');
  await chooseMenu(page, 'File', /^Export workbook/);
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const book = read(await readFile(await download.path()));
  expect(book.SheetNames).toEqual(expect.arrayContaining(['Summary', 'BOM', 'Cost', 'Power', 'Cable schedule']));
  const quantityByPart = new Map<unknown, unknown>();
  for (const row of utils.sheet_to_json<Record<string, unknown>>(book.Sheets['BOM'] ?? {})) {
    const model = row['Model'];
    if (model !== undefined)
      quantityByPart.set(model, Number(quantityByPart.get(model) ?? 0) + Number(row['Quantity']));
  }
  expect(quantityByPart.get('DGX H200')).toBe(32);
  expect(quantityByPart.get('QM9700')).toBe(12);
  expect(quantityByPart.get('MMA4Z00-NS-FLT')).toBe(128);
  expect(quantityByPart.get('MMA4Z00-NS')).toBe(384);
}

test('from an empty canvas to a saved, reopened and wholly undone two-tier fabric', async ({ page, weftHost }) => {
  await startEmpty(page);
  await dropPart(page, 'Switches', 'qm9700', 0.45, 0.4);
  await dropPart(page, 'Switches', 'qm9700', 0.45, 0.1);
  await dropPart(page, 'Servers', 'dgx-h200', 0.45, 0.7);
  await setCount(page, page.getByTestId('device-device-1'), 8);
  await setCount(page, page.getByTestId('device-device-2'), 4);
  await setCount(page, page.getByTestId('device-device-3'), 32);
  await connect(page, 'port-device-3-compute', 'port-device-1-data-bottom', '256 cables, 256 transceivers');
  await connect(page, 'port-device-1-data', 'port-device-2-data-bottom', '256 cables, 256 transceivers');
  await expectFullFabric(page);
  await checkWorkbook(page);

  await saveAs(page, 'one-unit.weft');
  const saved = await readFile(join(weftHost.workspaceFolder, 'one-unit.weft'), 'utf8');
  expect(JSON.parse(saved)).toMatchObject({ format: 'weft-design', version: 1 });

  // Opened again by keys alone: the list has the keyboard, and the canvas once its key is pressed.
  await chooseMenu(page, 'File', 'New design');
  await page.keyboard.press('ControlOrMeta+o');
  await expect(page.getByRole('option', { name: 'one-unit.weft' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('device-device-3')).toBeVisible();
  await page.keyboard.press('Alt+5');
  await page.keyboard.press('Alt+1');
  await expect(page.getByTestId('canvas')).toBeFocused();

  await page.reload();
  await waitForWindow(page);
  await page.getByText('one-unit.weft').first().click();
  await expect(page.getByTestId('device-device-3')).toBeVisible();
  await expectFullFabric(page);

  // Three drops, three counts, two links.
  expect(await undoAll(page)).toBe(8);
  await expect(page.getByTestId(/^device-/)).toHaveCount(0);
  await expect(metric(page, 'gpus')).toContainText('0 endpoints');
  expect(await readFile(join(weftHost.workspaceFolder, 'one-unit.weft'), 'utf8')).toBe(saved);
});
