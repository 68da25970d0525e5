/** `npm run screenshots`: pictures of the built app for the README and for looking at, into assets/screenshots. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { compile } from './compile.mjs';
import { findChromium } from './find-chromium.mjs';
import { root } from './run-process.mjs';

const folder = join(root, 'assets', 'screenshots');
const size = { width: 1440, height: 900 };

/** A loopback host over folders of its own. */
async function startHost(userData) {
  const child = spawn(
    process.execPath,
    [join(root, 'out/electron/serve.mjs'), '--parent', '--workspace', join(userData, 'designs')],
    { env: { ...process.env, WEFT_USER_DATA: userData }, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const link = await new Promise((found) => {
    child.stdout.on('data', (chunk) => {
      const match = /http:\/\/\S+/.exec(String(chunk));
      if (match) found(match[0]);
    });
  });
  return { child, link };
}

async function takeAll(page, theme) {
  const take = async (name) => {
    // Let figures arrive, deltas fade and the canvas come to rest.
    await page.waitForTimeout(900);
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
    console.log(`${name}-${theme}.png`);
  };
  const chooseFile = async (item) => {
    await page.getByRole('menuitem', { name: 'File', exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await page.getByTestId('device-leaf').waitFor();
  await page.getByTestId('metric-gpus').getByText(/\d/).first().waitFor();
  await page
    .getByRole('button', { name: /^(Close|Dismiss|Got it)/ })
    .first()
    .click();
  await take('example');
  await page.getByTestId('device-leaf').click();
  await take('selection');
  await page.getByRole('tab', { name: 'Ports', exact: true }).click();
  await take('ports');
  await takeSimulation(page, take);
  await chooseFile('Close design');
  await page
    .getByRole('button', { name: /2 SU, on a floor/ })
    .first()
    .click();
  for (const view of ['Racks', 'Floor', 'Cables', 'BOM', 'Power']) {
    await page.getByRole('tab', { name: view, exact: true }).click();
    await take(view.toLowerCase());
  }
  await chooseFile('New design');
  await take('empty');
  await chooseFile('Close design');
  await take('start');
}

/** The charts of the current scenario, a run of the flow model, and its load on the canvas. */
async function takeSimulation(page, take) {
  // Two charts side by side need room; the findings and the selection give some.
  await page.setViewportSize({ width: 1760, height: 1040 });
  await page.getByRole('tab', { name: 'Topology', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Collapse problems and rules' }).click();
  await page.getByRole('tab', { name: 'Simulate', exact: true }).click();
  await page.getByTestId('chart-busbw').waitFor();
  await take('simulate');
  await page.getByRole('tab', { name: 'Flow model', exact: true }).click();
  await page.getByTestId('flow-run').click();
  await page.getByTestId('busiest-links').waitFor();
  await take('flows');
  await page.getByRole('tab', { name: 'Topology', exact: true }).click();
  await page.getByTestId('overlay-load').click();
  await page.getByTestId('heat-legend').waitFor();
  await page.setViewportSize(size);
  await page.keyboard.press('Shift+Digit1');
  await take('load');
  await page.getByTestId('overlay-load').click();
  await page.getByRole('button', { name: 'Show problems and rules' }).click();
}

await compile();
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--disable-gpu'] });
for (const theme of ['light', 'dark']) {
  const userData = mkdtempSync(join(tmpdir(), 'weft-screenshots-'));
  const { child, link } = await startHost(userData);
  const page = await browser.newPage({ viewport: size, colorScheme: theme });
  await page.goto(link);
  await takeAll(page, theme);
  await page.close();
  child.kill();
  rmSync(userData, { recursive: true, force: true });
}
await browser.close();
