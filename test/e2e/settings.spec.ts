/** Looks and units: each choice takes hold at once, everywhere, and lasts. */
import { chooseMenu, metric, saveAs } from './at-the-canvas.ts';
import { expect, test, waitForWindow } from './weft-test.ts';

test('units by mouse, contrast and size by keyboard, kept over a reload', async ({ page }) => {
  await expect(metric(page, 'cooling')).toContainText('MW');
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByTestId('settings');
  await settings.getByRole('radio', { name: 'BTU/h', exact: true }).check();
  await settings.getByRole('radio', { name: 'GB/s', exact: true }).check();
  await settings.getByRole('radio', { name: 'Feet', exact: true }).check();
  await expect(settings).toContainText('98.4 ft');

  // Arrow keys choose within a group: from what the system asks for to high contrast, and two sizes up.
  await settings.getByRole('radio', { name: 'Normal' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
  const textSize = settings.getByRole('group', { name: 'Size of text' });
  await textSize.getByRole('radio', { name: /^100/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await settings.getByRole('radio', { name: 'Reduced', exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);

  // 1.378 MW are 4.70 million BTU/h; 504 connections of 400G across the bisection are 201.6 Tb/s, 25.2 TB/s.
  await expect(metric(page, 'cooling')).toContainText(/4.70\d.\d{3} BTU\/h/);
  await expect(metric(page, 'bisection')).toContainText('25.2 TB/s');
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced');

  // A field in feet: 30 ft are 9.144 m.
  await page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('button', { name: /^DGX H100 to Leaf/ })
    .first()
    .click();
  const length = page.getByRole('textbox', { name: 'Length' });
  await length.fill('30');
  await length.press('Enter');
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled();
  await expect(length).toHaveValue('30');

  await page.reload();
  await waitForWindow(page);
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
  await page.keyboard.press('ControlOrMeta+,');
  await expect(settings.getByRole('radio', { name: 'Feet' })).toBeChecked();
  await expect(textSize.getByRole('radio', { name: /^125/ })).toBeChecked();
});

test('the list of shortcuts, by key and from the menu', async ({ page }) => {
  await expect(page.getByTestId('canvas')).toBeVisible();
  const list = page.getByTestId('shortcuts');
  await page.keyboard.press('Shift+?');
  await expect(list.getByRole('region', { name: 'Edit' })).toContainText(/Redo.*Ctrl\+Shift\+Z.*Ctrl\+Y/);
  // Nothing happens behind it, and the same key in a field is a letter.
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: 'Topology' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('textbox', { name: 'Search parts' }).press('Shift+?');
  await expect(list).toHaveCount(0);
  await chooseMenu(page, 'Help', /^Keyboard shortcuts/);
  await list.getByRole('button', { name: 'Done' }).click();
  await expect(list).toHaveCount(0);
});

test('recent files show a thumbnail and how many GPUs they hold', async ({ page }) => {
  await expect(page.getByTestId('canvas')).toBeVisible();
  await saveAs(page, 'plan');
  await chooseMenu(page, 'File', 'Close design');
  const entry = page.getByRole('button', { name: /^plan\.weft/ });
  await expect(entry.getByTestId('thumbnail').locator('rect')).toHaveCount(5);
  await expect(entry).toContainText(/1.016 GPUs/);
});
