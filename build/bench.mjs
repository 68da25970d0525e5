/** `npm run bench [-- NAME]`: runs test/bench/NAME.bench.ts, or all of them, each in a fresh Node with the garbage collector at hand. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './compile.mjs';
import { runBundled } from './run-bundled.mjs';
import { root } from './run-process.mjs';

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

// It looks at the built window.
if (chosen.includes('canvas')) await compile();

let failed = false;
for (const name of chosen) {
  console.log(`\n${name}`);
  const code = await runBundled(`test/bench/${name}.bench.ts`, [], ['--expose-gc']);
  failed ||= code !== 0;
}
process.exitCode = failed ? 1 : 0;
