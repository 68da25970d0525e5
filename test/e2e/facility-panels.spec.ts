/** The inspector of what feeds, cools and holds the racks: edited, undone, and read by axe in both themes. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { listFaults } from './list-faults.ts';
import { expect, test, type WeftHost } from './weft-test.ts';

const FILE = 'hall.weft';

interface SavedDesign {
  design: Record<string, unknown> & { racks: Record<string, { pdus: unknown[] }> };
}

/** The 4-SU SuperPOD with a hall of one row for its four network racks, a zone of air and a coolant unit. */
async function openHall(page: Page, weftHost: WeftHost): Promise<Locator> {
  const example = await readFile(new URL('../../examples/dgx-h100-superpod-4su.weft', import.meta.url), 'utf8');
  const file = JSON.parse(example) as SavedDesign;
  const size = { widthM: 12, depthM: 6, trayHeightM: 2.6, trayWidthMm: 300, trayDepthMm: 100, crossTraysM: [] };
  const place = { roomId: 'hall', xM: 1, yM: 1, pitchM: 0.75, depthM: 1.2, slotCount: 10, facing: 'north' };
  const stand = { id: 's', rackId: 'network-rack', firstRack: 0, rackCount: 4, rowId: 'row', firstSlot: 0 };
  const unit = { id: 'cdu', name: 'CDU', partId: 'cdu-vertiv-1350', count: 2, standbyCount: 1 };
  Object.assign(file.design, {
    rooms: { hall: { id: 'hall', name: 'Hall', xM: 0, yM: 0, ...size } },
    rows: { row: { id: 'row', name: 'Row A', ...place } },
    stands: { s: stand },
    coolingZones: { zone: { id: 'zone', name: 'Hall air', rowIds: ['row'], airCapacityKw: 200 } },
    cduGroups: { cdu: { ...unit, roomId: 'hall', xM: 0, yM: 4, rowIds: [] } },
  });
  Object.assign(file.design.racks['network-rack'] ?? {}, { pdus: [{ partId: 'ap8886', count: 1 }] });
  await writeFile(join(weftHost.workspaceFolder, FILE), JSON.stringify(file));
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(page.getByTestId('metric-gpus')).toContainText('1\u202f016');
  await page.keyboard.press('ControlOrMeta+o');
  const dialog = page.getByRole('dialog', { name: /./ });
  await dialog.getByRole('option', { name: FILE }).click();
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(inspector.getByRole('button', { name: /^Hall/ }).first()).toBeVisible();
  return inspector;
}

test('a rack is hung on two feeds, told to bear the loss of one, and all of it undone', async ({ page, weftHost }) => {
  const inspector = await openHall(page, weftHost);
  await inspector.getByRole('button', { name: 'Add a feed' }).click();
  await inspector.getByLabel('Rating').fill('400');
  await page.keyboard.press('Enter');
  await expect(inspector.getByText('320 kW')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Floor' }).click();
  await page.getByTestId('stand-network-rack-0').click();

  await inspector.getByRole('combobox', { name: /^Feed of/ }).click();
  await page.getByRole('option', { name: 'Feed A' }).click();
  await expect(inspector.getByText('4 of 4')).toBeVisible();
  await inspector.getByRole('combobox', { name: 'Redundancy' }).click();
  await page.getByRole('option', { name: /^2N/ }).click();
  await expect(inspector.getByRole('combobox', { name: 'Redundancy' })).toContainText('2N');
  await inspector.getByRole('button', { name: /^Row A/ }).click();
  await expect(inspector.getByLabel('Positions')).toHaveValue('10');
  await inspector.getByLabel('Positions').fill('3');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Row A has racks up to position 4, so it cannot have 3')).toBeVisible();

  await page.getByTestId('stand-network-rack-0').click();
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ControlOrMeta+z');
  await expect(inspector.getByRole('combobox', { name: 'Redundancy' })).toContainText('Not said');
  await expect(inspector.getByRole('combobox', { name: /^Feed of/ })).toContainText('Feed not said');
});

test('the site gives the year its energy, cost and carbon', async ({ page, weftHost }) => {
  const inspector = await openHall(page, weftHost);
  await expect(inspector.getByText('needs the PUE')).toBeVisible();
  for (const [label, value] of [
    ['PUE', '1.25'],
    ['Energy price', '0.1'],
    ['Grid carbon', '0.4'],
  ] as const) {
    await inspector.getByLabel(label).fill(value);
    await page.keyboard.press('Enter');
  }
  await expect(inspector.getByText(/needs/)).toHaveCount(0);
  await inspector.getByLabel('Label', { exact: true }).fill('{nothing}');
  await expect(inspector.getByText(/There is no field \{nothing\}/)).toBeVisible();
  await page.keyboard.press('Escape');
});

test('axe finds no fault in the panels of the hall', async ({ page, weftHost }) => {
  const inspector = await openHall(page, weftHost);
  expect(await listFaults(page, ['.inspector'])).toEqual([]);
  for (const name of [/^Hall ?1 row/, /^Hall air/, /^CDU/]) {
    await inspector.getByRole('button', { name }).click();
    await expect(inspector.getByRole('button', { name: /^Remove the/ })).toBeVisible();
    expect(await listFaults(page, ['.inspector'])).toEqual([]);
    await page.getByRole('tab', { name: 'Topology' }).click();
    await page.getByTestId('canvas').click({ position: { x: 12, y: 12 } });
  }
});
