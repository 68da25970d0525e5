/** The cable schedule, the priced bill of materials and the port maps: found, sorted, copied, priced, printed; they follow what is drawn. */
import type { Page } from '@playwright/test';
import { chooseMenu, metric } from './at-the-canvas.ts';
import { CENTRE, listFaults } from './list-faults.ts';
import { expect, test } from './weft-test.ts';

async function openSchedule(page: Page): Promise<void> {
  await expect(page.getByTestId('canvas')).toBeVisible();
  await page.getByRole('tab', { name: 'Cables' }).click();
  await expect(page.getByTestId('schedule-row-0')).toContainText('C000001');
}

/** Texts of the first rows in one column, by its title. */
async function readColumn(page: Page, title: string, rowCount: number): Promise<string[]> {
  const titles = await page
    .getByTestId('schedule-table')
    .getByRole('columnheader')
    .getByRole('button')
    .allTextContents();
  const at = titles.indexOf(title);
  const texts: string[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    texts.push((await page.getByTestId(`schedule-row-${row}`).getByRole('gridcell').nth(at).textContent()) ?? '');
  }
  return texts;
}

const count = (page: Page) => page.getByTestId('schedule-count');

test.describe('the cable schedule', () => {
  test('has a row for every cable, finds and sorts them', async ({ page }) => {
    await openSchedule(page);
    // 4 scalable units of the reference architecture: the metrics bar counts the same cables.
    const cables = await metric(page, 'cables').locator('.metrics__value').textContent();
    await expect(count(page)).toHaveText(`${cables} cables`);

    await page.getByTestId('schedule-filter').fill('su1-node-001 su1-leaf-03');
    await expect(count(page)).toHaveText(`${cables} cables, 1 filtered`);
    await page.getByRole('button', { name: 'Show all cables' }).click();
    await expect(count(page)).toHaveText(`${cables} cables`);

    // Eight rails: one cable of the server to each leaf of its unit.
    await page.getByRole('textbox', { name: 'Filter A device' }).fill('su1-node-001');
    await page.getByRole('textbox', { name: 'Filter Fabric' }).fill('compute');
    await expect(count(page)).toHaveText(`${cables} cables, 8 filtered`);
    const sort = page.getByRole('columnheader', { name: 'B device' }).getByRole('button');
    await sort.click();
    await sort.click();
    await expect(page.getByRole('columnheader', { name: 'B device' })).toHaveAttribute('aria-sort', 'descending');
    await expect
      .poll(() => readColumn(page, 'B device', 8))
      .toEqual([8, 7, 6, 5, 4, 3, 2, 1].map((rail) => `su1-leaf-0${rail}`));
    expect(await readColumn(page, 'Run is', 2)).toEqual(['planned', 'planned']);
  });

  test('chosen rows light up what they join and are copied as they stand', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openSchedule(page);
    await page.getByTestId('schedule-row-1').click();
    await page.getByTestId('schedule-row-3').click({ modifiers: ['Shift'] });
    await expect(page.getByTestId('schedule-row-2')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ControlOrMeta+c');
    await expect(page.getByText('Copied 3 rows')).toBeVisible();
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
    expect(lines.map((line) => line.split('\t')[0])).toEqual(['Label', 'C000002', 'C000003', 'C000004']);
    expect(lines[1]?.split('\t')).toContain('su1-leaf-02');

    await page.keyboard.press('ArrowDown');
    await expect(page.getByTestId('schedule-row-4')).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('tab', { name: 'Topology' }).click();
    await expect(page.getByTestId('device-leaf')).toHaveAttribute('data-lit', 'true');
    await expect(page.getByTestId('device-spine')).not.toHaveAttribute('data-lit', 'true');
  });

  test('holds only the cables at what is selected on the canvas, when asked', async ({ page }) => {
    await openSchedule(page);
    await page.getByTestId('schedule-follows').check();
    await page.getByRole('tab', { name: 'Topology' }).click();
    await page.getByTestId('device-ufm').click();
    await page.getByRole('tab', { name: 'Cables' }).click();
    await expect(count(page)).toContainText('filtered');
    for (const device of await readColumn(page, 'A device', 2)) expect(device).toMatch(/^ufm/);
  });

  test('names cables by the template of the design and says what is wrong with one', async ({ page }) => {
    await openSchedule(page);
    await page.getByRole('button', { name: 'Labels' }).click();
    const template = page.getByTestId('label-template');
    await template.fill('{fabric} {nowhere}');
    await expect(page.getByRole('alert')).toContainText('There is no field {nowhere}');
    await template.fill('{a.rack}');
    await expect(page.getByTestId('label-preview').getByRole('alert')).toContainText('share a label');
    await template.fill('{fabric}-{n:5}');
    await expect(page.getByTestId('label-preview')).toContainText('Compute-00001');
    await template.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('schedule-row-0')).toContainText('Compute-00001');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByTestId('schedule-row-0')).toContainText('C000001');
  });
});

test('lengths follow a move, and come back with undo', async ({ page }) => {
  await expect(page.getByTestId('canvas')).toBeVisible();
  await chooseMenu(page, 'File', 'Close design');
  await page.getByRole('button', { name: /2 SU, on a floor/ }).click();
  await openSchedule(page);
  await page.getByRole('textbox', { name: 'Filter A device' }).fill('su1-leaf-01');
  await page.getByRole('textbox', { name: 'Filter B device' }).fill('spine-5');
  // 32 uplinks of a leaf over eight spines.
  await expect(count(page)).toContainText(', 4 filtered');
  expect((await readColumn(page, 'Run is', 1))[0]).toBe('measured');
  // A leaf of the first rack to a spine of the second: by way of the tray.
  const readRunM = async (): Promise<number> => Number.parseFloat((await readColumn(page, 'Run', 1))[0] ?? '');
  const before = await readRunM();

  await page.getByRole('tab', { name: 'Topology' }).click();
  await page.getByTestId('device-spine').click();
  const unit = page.getByRole('textbox', { name: 'From unit' });
  await expect(unit).toHaveValue('20');
  await unit.fill('30');
  await unit.press('Enter');
  await page.getByRole('tab', { name: 'Cables' }).click();
  // Ten units of 44.45 mm nearer to the tray.
  await expect.poll(async () => Math.abs(before - (await readRunM()) - 0.4445)).toBeLessThan(0.011);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(readRunM).toBe(before);
});

test('the bill of materials takes prices where they stand, and says partial until all are there', async ({ page }) => {
  await expect(page.getByTestId('canvas')).toBeVisible();
  await metric(page, 'cost').click();
  const total = page.getByTestId('bom-total');
  await expect(page.getByTestId('bom-unpriced')).toContainText('DGX H100');

  // Nobody states this price: the figure says so, and that it is not 0.
  const why = page.getByTestId('explanation');
  const servers = page.getByTestId('bom-table').getByRole('row', { name: /DGX H100/ });
  await servers.getByRole('button', { name: /^Cost of DGX H100: unknown/ }).hover();
  await expect(why).toContainText('neither the catalog nor the price book has a price');
  await page.mouse.move(5, 5);

  // 127 servers of the 4 units: 4 x 32 less the one whose place the managers take.
  const price = page.getByRole('textbox', { name: 'Unit price of DGX H100' });
  await price.fill('200000');
  await price.press('Enter');
  await expect(servers).toContainText('25\u202f400\u202f000');
  await expect(total).toContainText('\u2265 USD 25.4');
  await expect(total).toContainText('partial');
  await expect(page.getByTestId('bom-unpriced')).not.toContainText('DGX H100');
  await expect(metric(page, 'cost')).toContainText('25.4');
  // Enter went on to the line below.
  await expect(page.getByRole('textbox', { name: /^Unit price of/ }).nth(1)).toBeFocused();

  // Who says so, now: the user. By keys from the row to the figure; a total gives its formula when it is pressed.
  await servers.click({ position: { x: 20, y: 12 } });
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
  await expect(servers.getByRole('button', { name: /^Cost of DGX H100: / })).toBeFocused();
  await expect(why).toContainText('127 pieces');
  await expect(why).toContainText('Entered by a user');
  await page.keyboard.press('Escape');
  await total.getByRole('button').click();
  await expect(why).toContainText('C = \u03a3(n \u00d7 p)');
  await page.keyboard.press('Escape');
  // A line lights up what it counts, and Enter goes there.
  await servers.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('device-server')).toHaveAttribute('data-lit', 'true');
  await metric(page, 'cost').click();

  await page.getByTestId('bom-split').click();
  await page.getByRole('option', { name: 'By rack' }).click();
  await expect(page.getByTestId('bom-sections').getByRole('row', { name: /^Compute rack 1 / })).toContainText(
    '800\u202f000',
  );

  await page
    .getByTestId('bom-table')
    .getByRole('row', { name: /DGX H100/ })
    .click({ position: { x: 20, y: 12 } });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByTestId('bom-unpriced')).toContainText('DGX H100');
});

test('port maps show every neighbour on screen and on paper', async ({ page }) => {
  await expect(page.getByTestId('canvas')).toBeVisible();
  await page.getByTestId('device-leaf').click();
  await page.getByTestId('open-port-map').click();
  const maps = page.getByTestId('port-maps');
  await expect(maps.getByRole('heading', { name: 'su1-leaf-01' })).toBeVisible();
  // 31 or 32 servers on its rail below; 32 uplinks to 16 spines, two to each.
  await expect(maps.getByRole('button', { name: /^data \d+\/\d to spine-/ })).toHaveCount(32);
  await expect(maps.getByRole('button', { name: /^data \d+\/\d to su1-node-/ })).toHaveCount(32);

  await page.evaluate(() => {
    // Nobody is there to close the system's dialog.
    window.print = () => undefined;
  });
  await page.getByTestId('print-port-maps').click();
  await expect(page.locator('.port-page')).toHaveCount(32);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  // A sheet for every switch: pages of a PDF are objects of that type.
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(32);
});

test('axe finds no fault in the schedule and the tables beside it', async ({ page }) => {
  await openSchedule(page);
  await page.getByTestId('schedule-row-1').click();
  expect(await listFaults(page, CENTRE), 'schedule').toEqual([]);
  await page.getByRole('button', { name: 'Labels' }).click();
  await expect(page.getByTestId('label-preview')).toContainText('C000001');
  expect(await listFaults(page, CENTRE), 'labels').toEqual([]);
  for (const [tab, testId] of [
    ['Links', 'cables-table'],
    ['Port maps', 'port-table'],
    ['Deployability', 'link-runs'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByTestId(testId)).toBeVisible();
    expect(await listFaults(page, CENTRE), tab).toEqual([]);
  }
});

test('axe finds no fault in parts and prices', async ({ page }) => {
  await metric(page, 'cost').click();
  const price = page.getByRole('textbox', { name: 'Unit price of DGX H100' });
  await price.fill('200000');
  await price.press('Enter');
  await page.getByTestId('bom-split').click();
  await page.getByRole('option', { name: 'By fabric' }).click();
  await page.getByText('By category and fabric').click();
  await expect(page.getByTestId('bom-sections')).toContainText('Compute');
  expect(await listFaults(page, CENTRE), 'parts and prices').toEqual([]);
});
