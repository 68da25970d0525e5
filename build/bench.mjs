/** `npm run bench [-- NAME]`: runs test/bench/NAME.bench.ts, or all of them, each in a fresh Node with the garbage collector at hand. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, runNode } from './run-process.mjs';

const folder = join(root, 'test', 'bench');
const wanted = process.argv.slice(2);
const all = readdirSync(folder).flatMap((file) =>
  file.endsWith('.bench.ts') ? [file.slice(0, -'.bench.ts'.length)] : [],
);
const chosen = wanted.length > 0 ? all.filter((name) => wanted.includes(name)) : all;
if (chosen.length === 0) {
  console.error(`No such benchmark. There are: ${all.join(', ') || 'none'}.`);
  process.exit(1);
}

const outFolder = join(root, 'out', 'bench');
mkdirSync(outFolder, { recursive: true });
let failed = false;
for (const name of chosen) {
  const outfile = join(outFolder, `${name}-${process.pid}.mjs`);
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [join(folder, `${name}.bench.ts`)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'error',
    });
    console.log(`\n${name}`);
    const { code } = await runNode(['--expose-gc', outfile]);
    failed ||= code !== 0;
  } finally {
    rmSync(outfile, { force: true });
  }
}
process.exitCode = failed ? 1 : 0;
