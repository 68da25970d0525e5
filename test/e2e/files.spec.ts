/** Files: what is not a design is refused in one sentence and changes nothing; unsaved work is guarded and comes back after a crash. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseMenu, dropPart, saveAs, startEmpty } from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+o');
  await page.getByRole('dialog', { name: /./ }).getByRole('option', { name }).click();
  await page.getByRole('dialog', { name: /./ }).getByRole('button', { name: 'Open' }).click();
}

test.describe('a file that cannot be opened', () => {
  const example = readFile(new URL('../../examples/ethernet-leaf-spine-2to1.weft', import.meta.url), 'utf8');
  const broken: readonly (readonly [string, (text: string) => string, RegExp])[] = [
    ['picture.weft', () => '\u0089PNG not a design', /picture\.weft.*(not|no) /],
    ['cut.weft', (text) => text.slice(0, text.length / 2), /cut\.weft.*(ends|incomplete|cut)/],
    ['future.weft', (text) => text.replace('"version": 1', '"version": 99'), /future\.weft.*99/],
    ['dangling.weft', (text) => text.replace('"deviceId": "spine"', '"deviceId": "ghost"'), /dangling\.weft.*ghost/],
    ['wrong.weft', (text) => text.replace('"count": 32', '"count": -3'), /wrong\.weft.*count/],
  ];

  test('each gets one sentence and changes nothing', async ({ page, weftHost }) => {
    await startEmpty(page);
    await dropPart(page, 'Switches', 'qm9700', 0.5, 0.4);
    await saveAs(page, 'mine.weft');
    for (const [name, spoil, sentence] of broken) {
      await writeFile(join(weftHost.workspaceFolder, name), spoil(await example));
      await openFile(page, name);
      const dialog = page.getByRole('dialog', { name: /./ });
      await expect(dialog).toContainText(sentence);
      await dialog.getByRole('button').first().click();
      await expect(dialog).toHaveCount(0);
      await expect(page.getByTestId('device-device-1')).toBeVisible();
      await expect(page.getByRole('contentinfo')).toContainText('mine.weft');
    }
  });
});

test('unsaved work is asked for before another design takes its place', async ({ page }) => {
  await startEmpty(page);
  await dropPart(page, 'Switches', 'qm9700', 0.5, 0.4);
  await chooseMenu(page, 'File', 'New design');
  const dialog = page.getByRole('dialog', { name: /./ });
  await expect(dialog).toContainText('Save the changes');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('device-device-1')).toBeVisible();
  await chooseMenu(page, 'File', 'New design');
  await dialog.getByRole('button', { name: 'Don\u2019t save' }).click();
  await expect(page.getByTestId('device-device-1')).toHaveCount(0);
});

test('work that was not saved is offered again after a crash', async ({ page, weftHost, context, pageErrors }) => {
  await startEmpty(page);
  await dropPart(page, 'Switches', 'qm9700', 0.5, 0.4);
  // Recovery is written two seconds after the last edit.
  await page.waitForTimeout(3000);
  await weftHost.restart();
  const after = await context.newPage();
  await after.goto(await weftHost.createLink());
  await after
    .getByRole('button', { name: /Recover/ })
    .first()
    .click();
  await expect(after.getByTestId('device-device-1')).toBeVisible();
  await expect(after.getByRole('status').filter({ hasText: 'Unsaved' })).toBeVisible();
  // The first window lost its host and says so in its own console.
  pageErrors.length = 0;
});

test('a file that changed on disk is not overwritten in silence', async ({ page, weftHost }) => {
  await startEmpty(page);
  await saveAs(page, 'shared.weft');
  const path = join(weftHost.workspaceFolder, 'shared.weft');
  const theirs = (await readFile(path, 'utf8')).replace('"notes": ""', '"notes": "theirs"');
  await writeFile(path, theirs);
  await dropPart(page, 'Switches', 'qm9700', 0.5, 0.4);
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: /changed on disk/ });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await readFile(path, 'utf8')).toBe(theirs);
});

test('a hundred steps are undone after a save too; a file renamed elsewhere is told from one that is there', async ({
  page,
  weftHost,
}) => {
  await startEmpty(page);
  await dropPart(page, 'Switches', 'qm9700', 0.5, 0.4);
  await page.getByTestId('device-device-1').click();
  for (let i = 0; i < 100; i += 1) await page.keyboard.press('ControlOrMeta+Shift+l');
  await saveAs(page, 'long.weft');
  await page.getByTestId('canvas').focus();
  for (let i = 0; i < 100; i += 1) await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('button', { name: 'Undo: add QM9700' })).toBeVisible();
  await expect(page.getByTestId(/^device-/)).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByTestId(/^device-/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  await rename(join(weftHost.workspaceFolder, 'long.weft'), join(weftHost.workspaceFolder, 'longer.weft'));
  await chooseMenu(page, 'File', 'Close design');
  await page
    .getByRole('button', { name: /long\.weft/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'long.weft is no longer there' });
  await dialog.getByRole('button', { name: 'Remove from the list' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('long.weft')).toHaveCount(0);
});
