/**
 * `npm test`: everything there is to check, from any state of the machine. Ends in one plain line, `N passed, N failed`, in which each
 * check, unit test and end-to-end test counts as one. Fails when anything failed, and when a whole part did not run.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './check.mjs';
import { compile } from './compile.mjs';
import { root, runNode, toolPath } from './run-process.mjs';
import { provideChromium } from './test-browser.mjs';

const results = join(root, 'out', 'test');

/** Counts of a part; a part that ran nothing or broke off counts as one failure. */
function countOrFail(counts, code, name) {
  if (counts && counts.passed + counts.failed > 0 && (code === 0 || counts.failed > 0)) return counts;
  console.log(`FAILED ${name}: ${counts?.passed ? `stopped with code ${code}` : 'nothing ran'}`);
  return { passed: counts?.passed ?? 0, failed: 1 };
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

async function runBuild() {
  try {
    await compile();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.log(`FAILED build: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

async function runUnit() {
  const file = join(results, 'unit.json');
  // The build in this process leaves `production` behind, in which React cannot be tested.
  const env = { ...process.env, NODE_ENV: 'test' };
  const { code } = await runNode(
    [toolPath('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { env },
  );
  const report = readReport(file);
  const brokenFiles = report?.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  const counts = report && {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
  };
  return countOrFail(counts, code, 'unit tests');
}

async function runEndToEnd() {
  const chromium = await provideChromium();
  if (!chromium) {
    console.log('FAILED end-to-end tests: no Chromium is here and none could be installed. Set WEFT_CHROMIUM to one.');
    return { passed: 0, failed: 1 };
  }
  const file = join(results, 'e2e.json');
  const env = { ...process.env, WEFT_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { code } = await runNode([toolPath('@playwright/test', 'playwright'), 'test', '--reporter=list,json'], { env });
  const stats = readReport(file)?.stats;
  const counts = stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  return countOrFail(counts, code, 'end-to-end tests');
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const parts = [];
for (const run of [check, runBuild, runUnit, runEndToEnd]) parts.push(await run());
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
