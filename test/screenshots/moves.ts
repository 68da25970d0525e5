/** What the tours do again and again. */
import type { Page } from '@playwright/test';

export const SCREEN = { width: 1440, height: 900 };

/** Takes a picture under that name, without theme and ending. */
export type Shoot = (picture: string) => Promise<void>;

export async function chooseMenu(page: Page, menu: string, item: string | RegExp): Promise<void> {
  await page.getByRole('menuitem', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).first().click();
}

/** Ends with its figures on the screen. */
export async function openTemplate(page: Page, file: string): Promise<void> {
  await chooseMenu(page, 'File', 'Close design');
  await page.getByTestId(`template-${file}`).click();
  await page.getByTestId('metric-gpus').getByText(/[1-9]/).first().waitFor();
}

export async function openFile(page: Page, file: string): Promise<void> {
  await chooseMenu(page, 'File', /^Open/);
  await page.getByRole('dialog').getByText(file).first().dblclick();
  await page.getByTestId('metric-gpus').getByText(/[1-9]/).first().waitFor();
}

export async function dismissWelcome(page: Page): Promise<void> {
  await page.getByTestId('metric-gpus').getByText(/[1-9]/).first().waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
}
