/** The tours: what is shown, in the order of the pictures. Each begins in a window of its own, with the first example. */
import type { Page } from '@playwright/test';
import { chooseMenu, dismissWelcome, openFile, openTab, openTemplate, SCREEN, type Shoot } from './moves.ts';

type Tour = (page: Page, shoot: Shoot) => Promise<void>;

const EVERY_VIEW = ['Racks', 'Floor', 'Cables', 'BOM', 'Ports', 'Power', 'Simulate', 'Rails', 'Report'] as const;

async function shootWindow(page: Page, shoot: Shoot): Promise<void> {
  await dismissWelcome(page);
  await shoot('example');
  await page.getByTestId('device-leaf').click();
  await shoot('selection');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('spine');
  await shoot('commands');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+,');
  await shoot('settings');
  await page.keyboard.press('Escape');
  await chooseMenu(page, 'File', /^New from requirements/);
  await page.getByTestId('requirements-alternative-1').waitFor();
  await shoot('requirements');
  await page.keyboard.press('Escape');
  await chooseMenu(page, 'File', 'New design');
  await shoot('empty');
  await chooseMenu(page, 'File', 'Close design');
  await shoot('start');
}

/** The views of a design that stands on a floor. */
async function shootViews(page: Page, shoot: Shoot): Promise<void> {
  await openTemplate(page, 'dgx-h100-superpod-2su-floor.weft');
  for (const view of EVERY_VIEW) {
    if (view === 'Simulate') continue;
    await openTab(page, view);
    await shoot(view.toLowerCase());
  }
}

async function shootCanvas(page: Page, shoot: Shoot): Promise<void> {
  await dismissWelcome(page);
  await page.getByTestId('device-server').click();
  await page.keyboard.press('Shift+W');
  await page.getByTestId('route-card').waitFor();
  await shoot('path');
  await page.keyboard.press('Escape');
  await page.getByTestId('overlay-chooser').click();
  await page.getByRole('menuitem', { name: 'Power', exact: true }).click();
  await shoot('overlay-power');
  await page.getByTestId('overlay-chooser').click();
  await page.getByRole('menuitem', { name: 'Link speed', exact: true }).click();
  await shoot('overlay-speed');
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+g');
  await page.keyboard.press('Shift+Digit1');
  await shoot('unit');
  await page.getByTestId('device-server').dblclick();
  await shoot('members');
}

async function shootSideBySide(page: Page, shoot: Shoot): Promise<void> {
  await dismissWelcome(page);
  await page.keyboard.press('ControlOrMeta+\\');
  await page.getByTestId('device-leaf').click();
  await shoot('split');
  await page.keyboard.press('ControlOrMeta+\\');
  await chooseMenu(page, 'Analyse', /^Compare with a template/);
  await page.getByTestId('templates-dialog').getByTestId('template-dgx-h100-superpod-1su.weft').click();
  await page.getByTestId('versus').waitFor();
  await shoot('compare');
}

/** The charts of the current scenario, a run of the flow model, and its load on the canvas. */
async function shootSimulation(page: Page, shoot: Shoot): Promise<void> {
  await dismissWelcome(page);
  // Two charts side by side need room; the findings give some.
  await page.setViewportSize({ width: 1760, height: 1040 });
  await page.getByRole('button', { name: 'Collapse problems and rules' }).click();
  await openTab(page, 'Simulate');
  await page.getByTestId('chart-busbw').waitFor();
  await shoot('simulate');
  await openTab(page, 'Flow model');
  await page.getByTestId('flow-run').click();
  await page.getByTestId('busiest-links').waitFor();
  await shoot('flows');
  await openTab(page, 'Topology');
  await page.getByTestId('overlay-chooser').click();
  await page.getByRole('menuitem', { name: 'Link load', exact: true }).click();
  await page.getByTestId('heat-legend').waitFor();
  await page.setViewportSize(SCREEN);
  await page.keyboard.press('Shift+Digit1');
  await shoot('load');
}

async function shootHuge(page: Page, shoot: Shoot): Promise<void> {
  await openTemplate(page, 'hundred-thousand-gpus.weft');
  await shoot('huge');
  for (const view of EVERY_VIEW) {
    if (view === 'Floor') continue;
    await openTab(page, view);
    await page.waitForTimeout(2500);
    await shoot(`huge-${view.toLowerCase()}`);
  }
}

/** Ten thousand things drawn one by one: from afar, and where one rack is. */
async function shootFar(page: Page, shoot: Shoot): Promise<void> {
  await openFile(page, 'ten-thousand.weft');
  // 7 servers of 8 GPUs in each of 1,100 racks.
  await page
    .getByTestId('metric-gpus')
    .getByText(/61.600/)
    .waitFor();
  await shoot('far');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Rack 17');
  await page.keyboard.press('Enter');
  await shoot('far-found');
}

export const tours: Readonly<Record<string, Tour>> = {
  window: shootWindow,
  views: shootViews,
  canvas: shootCanvas,
  'side-by-side': shootSideBySide,
  simulation: shootSimulation,
  huge: shootHuge,
  far: shootFar,
};
