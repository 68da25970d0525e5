/** The gallery of templates: each opens from the start screen, is drawn, and shows the figures its authors worked out. */
import { chooseMenu, metric } from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

/** GPUs, racks (a dot stands for the thin space between thousands); the sources stand beside the same figures in test/examples. */
const templates: readonly (readonly [file: string, gpus: string, racks: string])[] = [
  ['small-enterprise', '32', '3'],
  ['juniper-rail-stripes', '64', '4'],
  ['spectrum-x-two-switches', '96', '4'],
  ['dgx-h100-superpod-1su', '248', '9'],
  ['ethernet-leaf-spine-2to1', '256', '0'],
  ['dgx-h100-superpod-2su-floor', '504', '18'],
  ['gb200-nvl72-8-racks', '576', '13'],
  ['dgx-b200-superpod-4su', '1.016', '72'],
  ['dgx-h100-superpod-4su', '1.016', '36'],
  ['amd-mi300x-rails', '1.024', '36'],
  ['arista-roce-rails', '2.048', '68'],
  ['tpu-torus', '4.096', '70'],
  ['hundred-thousand-gpus', '100.352', '3.460'],
];

test('every template opens from the gallery with its figures', async ({ page }) => {
  await expect(page.getByTestId('canvas')).toBeVisible();
  await chooseMenu(page, 'File', 'Close design');
  await expect(page.getByTestId(/^template-/)).toHaveCount(templates.length);
  for (const [index, [file, gpus, racks]] of templates.entries()) {
    // The first by mouse from the start screen, the others by keyboard from the dialog above the open design.
    const card = page.getByTestId(`template-${file}.weft`);
    if (index > 0) await chooseMenu(page, 'File', /New from template/);
    await expect(card).toContainText(new RegExp(`${gpus} GPUs`));
    if (index === 0) await card.click();
    else await card.press('Enter');
    await expect(page.getByTestId(/^(device|rack)-/).first()).toBeVisible();
    await expect(metric(page, 'gpus')).toContainText(new RegExp(`GPUs\\s*${gpus}\\s`), { useInnerText: true });
    await expect(metric(page, 'racks')).toContainText(new RegExp(`Racks\\s*${racks}\\s`), { useInnerText: true });
    await expect(metric(page, 'problems')).not.toContainText(/error|warning/);
  }
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('new from template');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('templates-dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('templates-dialog')).toHaveCount(0);
  await expect(metric(page, 'gpus')).toContainText(/100.352/);
});
