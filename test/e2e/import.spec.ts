/** Files dropped on the window or chosen by keys: a device type becomes a part, a price list fills the price book, others are told of. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startEmpty } from './at-the-canvas.ts';
import { DIALOG, listFaults } from './list-faults.ts';
import { expect, test } from './weft-test.ts';

const SWITCH = `manufacturer: Example Networks
model: X-32
u_height: 1
power-ports: [{ name: PSU1, type: iec-60320-c14, maximum_draw: 900 }]
interfaces:
${Array.from({ length: 32 }, (_, at) => `  - { name: Ethernet${at + 1}, type: 400gbase-x-osfp }`).join('\n')}
  - { name: Management1, type: 1000base-t, mgmt_only: true }
`;

async function drop(page: Page, files: readonly { name: string; text: string }[]): Promise<void> {
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const { name, text } of dropped) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.locator('body').dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(page.getByText(/^Drop a design/)).toBeVisible();
  await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer });
}

test('a device type dropped on the window is placed like any part, and goes by undo', async ({ page }) => {
  await startEmpty(page);
  await drop(page, [{ name: 'x32.yaml', text: SWITCH }]);
  const dialog = page.getByTestId('import-device-types');
  await expect(dialog.getByRole('radio', { name: 'Switch' })).toBeChecked();
  await expect(dialog.getByRole('list', { name: 'Ports' })).toContainText(/32 . OSFP 400G data.*1 . RJ45 1G mgmt/);
  expect(await listFaults(page, DIALOG)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add the part' }).click();
  await page.getByRole('textbox', { name: 'Search parts' }).fill('X-32');
  await page.getByTestId('part-own-netbox-example-networks-x-32').dblclick();
  await expect(page.getByTestId(/^device-/)).toContainText('X-32');
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByTestId('part-own-netbox-example-networks-x-32')).toHaveCount(0);

  await drop(page, [
    { name: 'notes.txt', text: 'x' },
    { name: 'broken.yaml', text: 'model: [1, 2\nu_height: 3' },
    { name: 'schedule.csv', text: 'From,To\na,b\n' },
  ]);
  const message = page.getByRole('dialog', { name: '3 files were not read' });
  await expect(message).toContainText(
    /notes\.txt is of a kind.*broken\.yaml is not YAML: line 2.*schedule\.csv is no price/,
  );
  await page.keyboard.press('Enter');
  await expect(message).toHaveCount(0);

  // A design opens: nothing here is unsaved any more.
  const design = await readFile(join(import.meta.dirname, '../../examples/small-enterprise.weft'), 'utf8');
  await drop(page, [{ name: 'plan.weft', text: design }]);
  await expect(page.getByTestId('metric-gpus')).toContainText('32');
});

test('a price list chosen by keys fills the price book in one step', async ({ page }) => {
  // Asked for well before: the browser takes its time to hand file dialogs over.
  const chooser = page.waitForEvent('filechooser');
  await expect(page.getByTestId('canvas')).toBeVisible();
  await expect(page.getByTestId('metric-gpus')).toContainText(/1.016/);
  await page.keyboard.press('ControlOrMeta+i');
  const csv = 'Model,Unit price (USD)\nDGX H100,300000\nQM9700,"21,500.00"\nNo such thing,1\n';
  await (await chooser).setFiles({ name: 'quote.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const dialog = page.getByTestId('import-prices');
  await expect(dialog.getByRole('list', { name: 'Prices' })).toContainText('USD 300\u202f000');
  await expect(dialog.getByRole('list', { name: 'Lines left out' })).toContainText('No such thing: not a part');
  expect(await listFaults(page, DIALOG)).toEqual([]);
  await dialog.getByRole('button', { name: 'Take over 2 prices' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Undo: take over 2 prices' })).toBeEnabled();
  // 127 servers at 300 000 and 48 switches at 21 500; 8 UFM hosts and out-of-band switches, optics and cables are not priced.
  await expect(page.getByTestId('metric-cost')).toContainText('39.1');
});
