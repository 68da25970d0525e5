/**
 * A Chromium for the end-to-end tests: one that is here, else Playwright's own, else Debian's package. The downloads have limits,
 * because a silent network would hang them; apt-get is only for root on Linux.
 */
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';
import { runNode, runProcess, toolPath } from './run-process.mjs';

const downloadLimitMs = 3 * 60_000;
const aptLimitMs = 10 * 60_000;

async function findPlaywrightChromium() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

async function installPlaywrightChromium() {
  console.log("No Chromium here: trying Playwright's own ...");
  const { code } = await runNode([toolPath('@playwright/test', 'playwright'), 'install', 'chromium'], {
    stdio: 'pipe',
    limitMs: downloadLimitMs,
  });
  return code === 0 ? findPlaywrightChromium() : null;
}

async function installDebianChromium() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  console.log("Playwright's own cannot be had: installing the system's chromium package ...");
  const options = { stdio: 'pipe', limitMs: aptLimitMs, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await runProcess('apt-get', ['update', '-q'], options);
  const { code, output } = await runProcess(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
    options,
  );
  if (code !== 0) console.log(output.split('\n').slice(-8).join('\n'));
  return findChromium();
}

/** Path of a Chromium to test with, or null when none can be had. */
export async function provideChromium() {
  return (
    findChromium() ??
    (await findPlaywrightChromium()) ??
    (await installPlaywrightChromium()) ??
    (await installDebianChromium())
  );
}
