/**
 * Breaking things. On the Ethernet example, 32 servers of eight 400G ports on four leaves: 25.6 Tb/s down and 2 spines x 8 x
 * 800G = 12.8 Tb/s up a leaf, 2:1; one spine of two leaves 4:1 and half the bisection, 25 % of injection. On the other, four scalable
 * units of DGX H100: 16 spines, two cables from every leaf to each, so that without one 30 of 32 uplinks are left: 1.07:1.
 */
import type { Page } from '@playwright/test';
import { chooseMenu, metric } from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

async function chooseFromMenu(page: Page, testId: string, item: string | RegExp): Promise<void> {
  await page.getByTestId(testId).click({ button: 'right', position: { x: 40, y: 12 } });
  await page.getByRole('menuitem', { name: item }).click();
}

/** Milliseconds of the collective in the metrics bar. */
async function readCollectiveMs(page: Page): Promise<number> {
  const text = await metric(page, 'collective').innerText();
  return Number(/([\d.]+)\s*ms/.exec(text)?.[1]);
}

test('a broken spine is seen, costs bandwidth and time, and undo brings all of it back', async ({ page }) => {
  await chooseMenu(page, 'File', 'Close design');
  await page.getByRole('button', { name: /2:1/ }).click();
  const spine = page.getByTestId('device-spine');
  await expect(metric(page, 'oversubscription')).toContainText('2:1');
  await expect(metric(page, 'bisection')).toContainText('50');
  await expect(metric(page, 'collective')).toContainText('ms');
  const wholeMs = await readCollectiveMs(page);
  await expect(page.getByTestId('failure-banner')).toHaveCount(0);

  await chooseFromMenu(page, 'device-spine', 'Break one: spine-1');
  await expect(spine).toContainText('1 of 2 broken');
  await expect(spine).toHaveAccessibleName(/1 of 2 broken/);
  await expect(page.getByTestId('failure-banner')).toContainText('1 device broken');
  await expect(page.getByTestId('idle-gpus')).toContainText('No GPU cut off');
  await expect(metric(page, 'oversubscription')).toContainText('4:1');
  await expect(metric(page, 'bisection')).toContainText('25');
  await expect.poll(() => readCollectiveMs(page)).toBeGreaterThan(wholeMs);

  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByTestId('failure-banner')).toHaveCount(0);
  await expect(spine).not.toContainText('broken');
  await expect(metric(page, 'oversubscription')).toContainText('2:1');
  await expect(metric(page, 'bisection')).toContainText('50');
  await expect.poll(() => readCollectiveMs(page)).toBe(wholeMs);
});

test('members, racks, rails and what is selected break and are repaired', async ({ page }) => {
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByTestId('device-leaf').click();
  await page.getByRole('textbox', { name: 'Last to break' }).fill('2');
  await page.getByRole('textbox', { name: 'Last to break' }).press('Enter');
  await page.getByTestId('break-run').click();
  await expect(page.getByTestId('device-leaf')).toContainText('2 of 32 broken');
  await chooseFromMenu(page, 'rack-network-rack', /^Break one: rack 1/);
  await expect(page.getByTestId('failure-banner')).toContainText('2 devices and 1 rack broken');
  await page.getByTestId('repair-everything').click();
  await expect(page.getByTestId('failure-banner')).toHaveCount(0);

  await metric(page, 'bisection').click();
  await page.getByTestId('break-rail').click();
  await expect(page.getByTestId('device-leaf')).toContainText('4 of 32 broken');
  // One of the 127 servers' 8 ports each.
  await expect(page.getByTestId('idle-gpus')).toContainText('No GPU cut off; 127 GPUs without their own port');
  await page.getByTestId('repair-rail').click();
  await expect(page.getByTestId('failure-banner')).toHaveCount(0);

  await page.getByTestId('device-spine').click();
  await page.keyboard.press('Shift+B');
  await expect(metric(page, 'oversubscription')).toContainText('1.07:1');
  await page.keyboard.press('Shift+B');
  await expect(page.getByTestId('device-spine')).toContainText('2 of 16 broken');
  await page.keyboard.press('Shift+R');
  await expect(page.getByTestId('device-spine')).not.toContainText('broken');

  // A server is 8 GPUs, at 2.50 an hour.
  await chooseFromMenu(page, 'device-server', /^Break one/);
  await expect(page.getByTestId('idle-gpus')).toContainText('8 GPUs in broken servers');
  await page.getByRole('button', { name: 'Price a GPU hour' }).click();
  await page.getByRole('button', { name: 'Llama 3 8B' }).click();
  await page.getByTestId('training-price').fill('2.5');
  await page.getByTestId('training-price').press('Enter');
  await page.getByRole('tab', { name: 'Topology' }).click();
  await expect(page.getByTestId('idle-gpus')).toContainText(/idle at (USD.20|20.USD) an hour/);
});
