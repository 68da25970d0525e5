/** axe finds no serious or critical fault in any view, in either theme. */
import type { Page } from '@playwright/test';
import { chooseMenu } from './at-the-canvas.ts';
import { CENTRE, DIALOG, listFaults } from './list-faults.ts';
import { expect, test } from './weft-test.ts';

/** Width of a text in the type of the window, px. */
function measureText(page: Page, text: string): Promise<number> {
  return page.evaluate((written) => {
    const span = document.createElement('span');
    span.textContent = written;
    document.body.append(span);
    const { width } = span.getBoundingClientRect();
    span.remove();
    return width;
  }, text);
}

test('every view of the example', async ({ page }) => {
  await expect(page.getByTestId('canvas')).toBeVisible();
  expect(await measureText(page, '1111'), 'figures stand in columns').toBe(await measureText(page, '8888'));
  expect(await measureText(page, '-'), 'hyphens do not').toBeLessThan(await measureText(page, '8'));
  expect(await listFaults(page), 'topology').toEqual([]);
  await page.getByTestId('device-leaf').click();
  expect(await listFaults(page), 'topology with a selection').toEqual([]);
  for (const name of ['Cables', 'BOM', 'Ports', 'Power']) {
    await page.getByRole('tab', { name }).click();
    expect(await listFaults(page, CENTRE), name).toEqual([]);
  }
});

test('the simulation, each of its answers', async ({ page }) => {
  await page.getByRole('tab', { name: 'Simulate' }).click();
  await expect(page.getByTestId('estimate-time')).toBeVisible();
  expect(await listFaults(page, CENTRE), 'estimate and charts').toEqual([]);
  await page.getByRole('tab', { name: 'Flow model' }).click();
  await page.getByTestId('flow-run').click();
  await expect(page.getByTestId('flow-results')).toBeVisible({ timeout: 30_000 });
  expect(await listFaults(page, CENTRE), 'flow model').toEqual([]);
  await page.getByRole('tab', { name: 'Training' }).click();
  await page.getByRole('button', { name: 'Llama 3 8B' }).click();
  await expect(page.getByTestId('training-results')).toBeVisible();
  expect(await listFaults(page, CENTRE), 'training').toEqual([]);
  await page.getByRole('tab', { name: 'Compare', exact: true }).click();
  await page.getByTestId('keep-run').click();
  await expect(page.getByTestId('compare-saved')).toBeVisible();
  expect(await listFaults(page, CENTRE), 'comparison').toEqual([]);
  await page.getByRole('tab', { name: 'Assumptions' }).click();
  expect(await listFaults(page, CENTRE), 'assumptions').toEqual([]);
  await page.getByRole('tab', { name: 'Topology', exact: true }).click();
  await page.keyboard.press('Shift+H');
  await expect(page.getByTestId('heat-legend')).toBeVisible();
  expect(await listFaults(page, CENTRE), 'heat').toEqual([]);
});

test('the rules, a worst cut and an explanation', async ({ page }) => {
  await page.getByRole('tab', { name: /^Rules/ }).click();
  await page.getByTestId('rule-rack.fit').getByRole('button').first().click();
  expect(await listFaults(page), 'rules').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Compute 1:1/ }).click();
  await page.getByRole('button', { name: 'Show on canvas' }).click();
  expect(await listFaults(page), 'fabric with its worst cut').toEqual([]);
  await page.getByRole('button', { name: /^Median: .* How is this counted/ }).click();
  // An assumption says that it is one, and whose.
  await expect(page.getByTestId('explanation')).toContainText('InfiniBand switch without a published latency');
  expect(await listFaults(page), 'explanation of a figure').toEqual([]);
});

test('the start screen and a dialog', async ({ page }) => {
  await chooseMenu(page, 'File', 'Close design');
  await expect(page.getByRole('button', { name: 'New design' })).toBeVisible();
  expect(await listFaults(page), 'start screen').toEqual([]);
  await page.getByRole('button', { name: /^Open/ }).click();
  await expect(page.getByRole('dialog', { name: /./ })).toBeVisible();
  expect(await listFaults(page, DIALOG), 'file picker').toEqual([]);
});

test('the command list, the shortcuts and the settings, in high contrast too', async ({ page }) => {
  await expect(page.getByTestId('canvas')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  expect(await listFaults(page, DIALOG), 'command list').toEqual([]);
  await page.keyboard.type('leaf');
  await expect(page.getByRole('option', { selected: true })).toContainText('Leaf');
  expect(await listFaults(page, DIALOG), 'found').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+?');
  expect(await listFaults(page, DIALOG), 'shortcuts').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+,');
  expect(await listFaults(page, DIALOG), 'settings').toEqual([]);
  await page.getByRole('radio', { name: 'High' }).check();
  expect(await listFaults(page, DIALOG), 'settings in high contrast').toEqual([]);
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
  expect(await listFaults(page, DIALOG), 'every question').toEqual([]);
  await page.getByTestId('requirements-planes').fill('3');
  await expect(page.getByTestId('requirements-planes')).toHaveAttribute('aria-invalid', 'true');
  expect(await listFaults(page, DIALOG), 'a fault').toEqual([]);
});
