/** Colours, paths and saved views of the canvas, by mouse and by keyboard, on the example that opens first. */
import type { Locator, Page } from '@playwright/test';
import { chooseMenu } from './at-the-canvas.ts';
import { CENTRE, DIALOG, listFaults } from './list-faults.ts';
import { expect, test } from './weft-test.ts';

async function colourBy(page: Page, name: string): Promise<void> {
  await page.getByTestId('overlay-chooser').click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** From the right edge of the one to the left edge of the other, px. */
async function readGap(left: Locator, right: Locator): Promise<number> {
  const [a, b] = [await left.boundingBox(), await right.boundingBox()];
  return (b?.x ?? 0) - (a?.x ?? 0) - (a?.width ?? 0);
}

test('the canvas is coloured by one thing after the other, in words, and shows some fabrics only', async ({ page }) => {
  const legend = page.getByTestId('overlay-legend');
  // The view jumps, so that places can be read off the screen at once.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await colourBy(page, 'Link speed');
  await expect(legend).toContainText('400G');
  await expect(legend).toContainText('1G');
  await expect(page.locator('.cv-link[data-paint="speed"]')).toHaveCount(6);
  // A drawing that stands as it was fitted makes room for the legend; one that was moved stays where it is.
  const label = page.getByTestId('canvas').getByText('16 × 1G');
  await expect.poll(() => readGap(legend, label)).toBeGreaterThan(0);
  const fitted = await label.boundingBox();
  await page.getByTestId('canvas').hover();
  await page.mouse.wheel(6, 12);
  await expect.poll(() => label.boundingBox()).not.toEqual(fitted);
  const moved = await label.boundingBox();
  await colourBy(page, 'Power');
  await expect(legend).toContainText('device, 10 kW and more');
  await expect(page.getByTestId(/^device-/).filter({ hasText: '10.2 kW each' })).toHaveCount(1);
  expect(await listFaults(page, CENTRE), 'power').toEqual([]);
  // A rack keeps its colour under the pointer and while it is selected: 91 % of its budget.
  const rack = page.getByTestId(/^rack-/).filter({ hasText: 'Compute rack' });
  const colour = await rack.evaluate((element) => getComputedStyle(element).borderColor);
  await rack.click({ position: { x: 6, y: 30 } });
  await expect(rack).toHaveAttribute('data-selected');
  await expect(rack).toHaveCSS('border-color', colour);
  await page.getByTestId('canvas').press('Escape');
  await expect(rack).not.toHaveAttribute('data-selected');
  await expect(rack).toHaveCSS('border-color', colour);
  expect(await label.boundingBox()).toEqual(moved);
  await page.getByTestId('canvas').press('Shift+O');
  await expect(page.locator('[data-paint], [data-painted]')).toHaveCount(0);
  await page.keyboard.press('Shift+O');
  await expect(legend.getByRole('checkbox')).toHaveCount(2);

  await legend.getByRole('checkbox', { name: /^Out-of-band/ }).uncheck();
  await expect(page.getByTestId(/^link-/)).toHaveCount(3);
  await expect(page.getByTestId('fabric-filter-note')).toContainText('1 of 2 fabrics shown');
  await expect(page.locator('.cv-device[data-lonely]')).toHaveCount(1);
  expect(await listFaults(page, CENTRE), 'fabrics').toEqual([]);
  // The note stays when the legend goes.
  await legend.getByRole('button', { name: 'Plain colours' }).click();
  await page.getByTestId('fabric-filter-note').getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByTestId(/^link-/)).toHaveCount(6);

  await chooseMenu(page, 'Canvas', 'Failures on the canvas');
  await page.getByTestId('break-tool').click();
  await page
    .getByTestId(/^device-/)
    .filter({ hasText: 'Spine' })
    .click({ position: { x: 60, y: 30 } });
  await expect(page.getByTestId('failure-banner')).toContainText('1 device broken');
  await expect(legend).toContainText('broken in part');
  await legend.getByRole('button', { name: 'Repair all' }).click();
  await expect(page.getByTestId('failure-banner')).toHaveCount(0);
  await page.getByTestId('canvas').press('Escape');
  await expect(page.getByTestId('canvas')).toHaveAttribute('data-tool', 'select');

  // Tenants: the first by the menu of the canvas, the second by name in the command list, from what the first has left.
  await colourBy(page, 'Tenants');
  await expect(page.getByTestId('no-tenants')).toContainText('Chosen servers');
  const servers = page.getByTestId(/^device-/).filter({ hasText: 'DGX H100' });
  await servers.click({ button: 'right', position: { x: 60, y: 30 } });
  await page.getByRole('menuitem', { name: 'Make a tenant of the selection' }).click();
  await expect(legend).toContainText('127 servers, 1\u202f016 GPUs');
  await expect(servers).toContainText('Tenant 1');
  await expect(page.getByTestId('make-tenant')).toBeDisabled();
  await legend.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('textbox', { name: 'Last member', exact: true }).fill('70');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+1');
  await expect(servers).toContainText('Tenant 1 70, free 57');
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('make a tenant');
  await page.keyboard.press('Enter');
  // Units of 32 servers: the third is of both, on eight leaves with 32 cables up each.
  await expect(servers).toContainText('Tenant 1 70, Tenant 2 57');
  await expect(page.getByTestId(/^device-/).filter({ hasText: 'Leaf' })).toContainText(
    '8 shared by Tenant 1, Tenant 2',
  );
  await expect(legend).toContainText('8 switches and 256 connections above');
  await expect(page.getByTestId('problems-panel')).toContainText('8 switches of Compute (Leaf) take servers of');
  expect(await listFaults(page, CENTRE), 'tenants').toEqual([]);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(servers).toContainText('Tenant 1 70, free 57');
});

test('the path between two devices is listed hop by hop, and lit', async ({ page }) => {
  const device = (name: string) => page.getByTestId(/^device-/).filter({ hasText: name });
  const card = page.getByTestId('route-card');
  await device('DGX H100').click({ position: { x: 60, y: 30 } });
  await page.keyboard.press('Shift+W');
  // The first server and the last stand in different units: leaf, spine, leaf.
  await expect(page.getByTestId('route-sum')).toContainText('4 hops');
  await expect(card.getByRole('listitem')).toHaveCount(5);
  await expect(card).toContainText('spine-01');
  await expect(page.locator('.cv-device[data-lit]')).toHaveCount(3);
  await expect(page.locator('.cv-link-label .cv-on-route').first()).toContainText('hop');
  const passed = device('DGX H100').getByTitle('On the path: su1-node-001, su4-node-127');
  const isWhole = (badge: Element): boolean =>
    badge.scrollWidth <= badge.clientWidth && badge.scrollHeight <= badge.clientHeight;
  expect(await passed.evaluate(isWhole)).toBe(true);
  expect(await listFaults(page, CENTRE), 'path').toEqual([]);

  await card.getByRole('button', { name: 'Path after this one' }).click();
  await expect(card).toContainText('2 of 4\u202f096');
  await card.getByRole('textbox', { name: 'To: number in its group' }).fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('route-sum')).toContainText('2 hops');

  // What the pointer rests on, and what the keys walk to, shows its path.
  await device('UFM').hover({ position: { x: 60, y: 30 } });
  await expect(card).toContainText('ufm-1');
  await page.mouse.move(5, 5);
  await device('DGX H100').click({ position: { x: 60, y: 30 } });
  await expect(card).not.toContainText('ufm-1');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(card).not.toContainText('2 hops');

  await card
    .getByRole('button', { name: /compute 1/ })
    .first()
    .click();
  await expect(page.getByRole('complementary').getByText('DGX H100 to Leaf')).toBeVisible();
  await page.getByTestId('canvas').press('Escape');
  await expect(card).toHaveCount(0);
  await expect(page.locator('.cv-device[data-lit]')).toHaveCount(0);
});

test('views are saved, gone to, renamed and deleted, and each step is undone', async ({ page }) => {
  await page.keyboard.press('Shift+H');
  await page.getByTestId('saved-views-menu').click();
  await page.getByRole('menuitem', { name: 'Save this view' }).click();
  await page.keyboard.press('Shift+H');
  await page.keyboard.press('Alt+5');
  await page.keyboard.press('Shift+V');
  const dialog = page.getByTestId('saved-views');
  await expect(dialog.getByRole('textbox', { name: 'Name of View 1' })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name of the view on the screen' }).fill('Shopping list');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await dialog.getByRole('textbox', { name: 'Name of View 1' }).fill('Busy links');
  await page.keyboard.press('Enter');
  expect(await listFaults(page, DIALOG), 'saved views').toEqual([]);
  await dialog.getByRole('button', { name: 'Go to Busy links' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('heat-legend')).toBeVisible();
  await expect(page.getByTestId('canvas')).toBeVisible();

  // By name in the command list.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('shopping');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'BOM' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+V');
  await dialog.getByRole('button', { name: 'Delete Shopping list' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await chooseMenu(page, 'Edit', 'Undo: remove the view Shopping list');
  await chooseMenu(page, 'Edit', 'Undo: rename the view View 1 to Busy links');
  await chooseMenu(page, 'Canvas', 'Saved views \u2026');
  await expect(dialog.getByRole('textbox', { name: 'Name of View 1' })).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
});
