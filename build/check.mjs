/** `npm run check`: format, lint, types, boundaries, dead code. Every step runs, so that one call shows everything there is to mend. */
import { checkBoundaries } from './check-boundaries.mjs';
import { isMain, runNode, toolPath } from './run-process.mjs';

async function runTool(packageName, command, args) {
  const { code, output } = await runNode([toolPath(packageName, command), ...args], { stdio: 'pipe' });
  return { ok: code === 0, output };
}

// The native compiler checks in a tenth of the time; the older package stays for tools that read types by its interface.
const types = (folder) => ({
  name: `types ${folder}`,
  run: () => runTool('typescript-7', 'tsc', ['-p', folder, '--pretty', 'false']),
});

const steps = [
  { name: 'format', run: () => runTool('@biomejs/biome', 'biome', ['format', '--max-diagnostics=50']) },
  { name: 'lint', run: () => runTool('oxlint', 'oxlint', ['--type-aware', '--deny-warnings']) },
  types('.'),
  types('core'),
  types('renderer'),
  types('electron'),
  types('test'),
  { name: 'boundaries', run: checkBoundaries },
  { name: 'dead code', run: () => runTool('knip', 'knip', ['--no-progress']) },
];

async function runStep({ name, run }) {
  const startedAt = performance.now();
  const { ok, output } = await run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (!ok) console.log(`${output.trimEnd()}\n`);
  return ok;
}

/** Runs the steps two at a time and counts them as tests. */
export async function check() {
  const waiting = [...steps];
  let passed = 0;
  let failed = 0;
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (await runStep(step)) passed += 1;
      else failed += 1;
    }
  };
  await Promise.all([work(), work()]);
  return { passed, failed };
}

if (isMain(import.meta.url)) {
  const { passed, failed } = await check();
  console.log(`${passed} checks passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
