/** The command list: everything that can be done, gone to or placed, by a few letters and Enter. */
import { showParts, startEmpty } from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

test('places a part, runs a command and goes to an object by keyboard alone', async ({ page }) => {
  await startEmpty(page);
  const list = page.getByTestId('command-list');
  const field = list.getByRole('combobox');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('q97');
  await expect(list.getByRole('option', { selected: true })).toContainText('NVIDIA QM9700');
  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
  await expect(page.getByTestId(/^device-/)).toHaveCount(1);
  // The view goes where it was placed.
  await page.getByTestId('canvas').focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ControlOrMeta+=');
  await showParts(page, 'Switches');
  await page.getByTestId('part-qm9700').dblclick();
  const second = page.getByTestId('device-device-2');
  await expect(second).toBeVisible();
  await expect
    .poll(async () => {
      const [box, sight] = [await second.boundingBox(), await page.getByTestId('canvas').boundingBox()];
      if (!box || !sight) return false;
      const isAcross = box.x >= sight.x && box.x + box.width <= sight.x + sight.width;
      return isAcross && box.y >= sight.y && box.y + box.height <= sight.y + sight.height;
    })
    .toBe(true);
  await page.getByTestId('action-undo').click();
  await expect(second).toHaveCount(0);
  await page.getByTestId('device-device-1').click();
  // The design was begun in the menu bar; there the keyboard does not go back to.
  await expect(page.getByRole('menuitem', { name: 'File', exact: true })).not.toBeFocused();

  // A command, while the field of another name has the focus, and with its shortcut beside it.
  await page.getByRole('textbox', { name: 'Design name' }).focus();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('bill of mat');
  await expect(list.getByRole('option', { selected: true })).toContainText(/Bill of materials.*Alt\+5/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'BOM' })).toHaveAttribute('aria-selected', 'true');

  // Back to the object by its name, and the keys with it, whichever field had them; rename asks for them later still.
  await page.getByRole('textbox', { name: 'Search parts' }).focus();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('qm9700');
  await expect(list.getByRole('group').first()).toHaveAccessibleName('In this design');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Topology' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByTestId('canvas')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('rename');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();

  // Escape leaves everything as it was; what was used last comes first.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(list.getByRole('group').first().getByRole('option').first()).toContainText('Rename');
  await page.keyboard.type('xyzzy');
  await expect(list).toContainText('Nothing is called');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);

  // An open menu has the keyboard to itself.
  await page.getByRole('menuitem', { name: 'Analyse', exact: true }).press('Enter');
  await expect(page.getByRole('menuitem', { name: /^Run flow model/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(list).toHaveCount(0);
});

test('finds members and racks by number, with the mouse', async ({ page }) => {
  await expect(page.getByTestId('canvas')).toBeVisible();
  const list = page.getByTestId('command-list');
  await page.getByTestId('action-commands').click();
  await list.getByRole('combobox').fill('su1 leaf 8');
  await list.getByRole('option', { name: 'su1-leaf-08' }).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('su1-leaf-08');
  await page.getByTestId('action-commands').click();
  await list.getByRole('combobox').fill('rack 17');
  await list.getByRole('option', { name: / 17/ }).first().click();
  await expect(page.getByRole('tab', { name: 'Racks' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator(':focus')).toContainText('17');
});
