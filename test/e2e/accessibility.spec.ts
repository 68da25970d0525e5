/** axe finds no serious or critical fault in any view, in either theme. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { chooseMenu } from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules at the levels WCAG 2.2 A and AA; faults of lesser weight are not held against the view. */
async function listFaults(page: Page): Promise<string[]> {
  // A script tag would break the content policy; evaluation by the debugger does not.
  await page.evaluate(await axeSource);
  const results = await page.evaluate<AxeResults>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  expect(results.passes.length).toBeGreaterThan(0);
  return results.violations
    .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
    .map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('every view of the example', async ({ page }) => {
      await expect(page.getByTestId('canvas')).toBeVisible();
      expect(await listFaults(page), 'topology').toEqual([]);
      await page.getByTestId('device-leaf').click();
      expect(await listFaults(page), 'topology with a selection').toEqual([]);
      for (const name of ['Cables', 'BOM', 'Ports', 'Power']) {
        await page.getByRole('tab', { name }).click();
        expect(await listFaults(page), name).toEqual([]);
      }
    });

    test('the simulation, each of its answers', async ({ page }) => {
      await page.getByRole('tab', { name: 'Simulate' }).click();
      await expect(page.getByTestId('estimate-time')).toBeVisible();
      expect(await listFaults(page), 'estimate and charts').toEqual([]);
      await page.getByRole('tab', { name: 'Flow model' }).click();
      await page.getByTestId('flow-run').click();
      await expect(page.getByTestId('flow-results')).toBeVisible({ timeout: 30_000 });
      expect(await listFaults(page), 'flow model').toEqual([]);
      await page.getByRole('tab', { name: 'Training' }).click();
      await page.getByRole('button', { name: 'Llama 3 8B' }).click();
      await expect(page.getByTestId('training-results')).toBeVisible();
      expect(await listFaults(page), 'training').toEqual([]);
      for (const name of ['Compare', 'Assumptions']) {
        await page.getByRole('tab', { name }).click();
        expect(await listFaults(page), name).toEqual([]);
      }
    });

    test('the rules, a worst cut and an explanation', async ({ page }) => {
      await page.getByRole('tab', { name: /^Rules/ }).click();
      await page.getByTestId('rule-rack.fit').getByRole('button').first().click();
      expect(await listFaults(page), 'rules').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Compute 1:1/ }).click();
      await page.getByRole('button', { name: 'Show on canvas' }).click();
      expect(await listFaults(page), 'fabric with its worst cut').toEqual([]);
      await page.getByRole('button', { name: 'How is this counted? Latency' }).click();
      await expect(page.getByTestId('explanation')).toBeVisible();
      expect(await listFaults(page), 'explanation of a figure').toEqual([]);
    });

    test('the start screen and a dialog', async ({ page }) => {
      await chooseMenu(page, 'File', 'Close design');
      await expect(page.getByRole('button', { name: 'New design' })).toBeVisible();
      expect(await listFaults(page), 'start screen').toEqual([]);
      await page.getByRole('button', { name: /^Open/ }).click();
      await expect(page.getByRole('dialog', { name: /./ })).toBeVisible();
      expect(await listFaults(page), 'file picker').toEqual([]);
    });

    test('the command list, the shortcuts and the settings, in high contrast too', async ({ page }) => {
      await expect(page.getByTestId('canvas')).toBeVisible();
      await page.keyboard.press('ControlOrMeta+k');
      expect(await listFaults(page), 'command list').toEqual([]);
      await page.keyboard.type('leaf');
      await expect(page.getByRole('option', { selected: true })).toContainText('Leaf');
      expect(await listFaults(page), 'found').toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+?');
      expect(await listFaults(page), 'shortcuts').toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+,');
      expect(await listFaults(page), 'settings').toEqual([]);
      await page.getByRole('radio', { name: 'High' }).check();
      expect(await listFaults(page), 'settings in high contrast').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByTestId('device-leaf').click();
      expect(await listFaults(page), 'topology in high contrast').toEqual([]);
    });

    test('the dialog of requirements, with an answer and with a fault', async ({ page }) => {
      await chooseMenu(page, 'File', /^New from requirements/);
      await expect(page.getByTestId('requirements-alternative-1')).toBeVisible();
      for (const purpose of ['storage', 'frontend', 'inband', 'oob', 'racks']) {
        await page.getByTestId(`requirements-${purpose}`).check();
      }
      expect(await listFaults(page), 'every question').toEqual([]);
      await page.getByTestId('requirements-planes').fill('3');
      await expect(page.getByTestId('requirements-planes')).toHaveAttribute('aria-invalid', 'true');
      expect(await listFaults(page), 'a fault').toEqual([]);
    });
  });
}
