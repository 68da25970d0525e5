/**
 * End-to-end tests in a Chromium that is already on the machine: WEFT_CHROMIUM, else Debian's. Nothing is downloaded here
 * (build/test.mjs finds or installs one first). Painting stays on the CPU: moving it to SwiftShader makes frames seven times slower.
 */
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const executablePath = [process.env['WEFT_CHROMIUM'], '/usr/bin/chromium'].find((path) => path && existsSync(path));

/**
 * What Playwright turns off itself, which a second list replaces, and the two pages that every window of the browser loads for its
 * address bar: nobody sees them, and they cost as much as a small test.
 */
const features = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
].join(',');

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Half of a test is waiting: three keep two cores busy.
  workers: 3,
  // A machine that stalls for seconds is no fault of the program; a test that fails twice is. What passed second is listed as flaky.
  retries: process.env['CI'] ? 1 : 0,
  fullyParallel: false,
  forbidOnly: !!process.env['CI'],
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    // Recording costs a third of the time; `WEFT_TRACE=1 npm run e2e -- FILE` has it where it helps.
    trace: process.env['WEFT_TRACE'] ? 'on' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-gpu',
        `--disable-features=${features}`,
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
