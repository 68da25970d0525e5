/** The gallery of templates: each opens from the start screen, is drawn, and shows the figures its authors worked out. */
import type { Locator, Page } from '@playwright/test';
import { chooseMenu, metric, setCount } from './at-the-canvas.ts';
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

  // The largest is edited: what is counted is there first, and what flows stays marked until it follows.
  const marks = await watchMarks(page);
  await setCount(page, page.getByTestId('device-server'), 12_543);
  await expect(metric(page, 'gpus')).toContainText(/100.344/);
  await expect(bar(page)).toHaveAttribute('data-stale', 'false');
  expect(await marks()).toEqual(['both marked', 'bandwidth marked', 'none marked']);
  await page.getByTestId('device-server').click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(metric(page, 'gpus')).toContainText(/100.352/);
  await expect(bar(page)).toHaveAttribute('data-stale', 'false');
});

function bar(page: Page): Locator {
  return page.getByRole('group', { name: 'Figures of the design' });
}

/** In which order the marks of old figures come and go from now on. */
async function watchMarks(page: Page): Promise<() => Promise<string[]>> {
  await expect(bar(page)).toHaveAttribute('data-stale', 'false');
  const log = await bar(page).evaluateHandle((node) => {
    const seen: string[] = [];
    const isMarked = (id: string): boolean =>
      node.querySelector(`.metrics__cell[data-stale] [data-testid="metric-${id}"]`) !== null;
    new MutationObserver(() => {
      const [counted, flowing] = [isMarked('cables'), isMarked('bisection')];
      const state =
        counted && flowing ? 'both marked' : flowing ? 'bandwidth marked' : counted ? 'counts marked' : 'none marked';
      if (seen.at(-1) !== state) seen.push(state);
    }).observe(node, { subtree: true, attributeFilter: ['data-stale'] });
    return seen;
  });
  return () => log.evaluate((seen) => seen);
}
