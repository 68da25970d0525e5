/** `npm run examples`: bundles test/examples/run.ts and runs it, which writes the designs in examples/ anew. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, runNode } from './run-process.mjs';

const outFolder = join(root, 'out', 'examples');
mkdirSync(outFolder, { recursive: true });
const outfile = join(outFolder, `run-${process.pid}.mjs`);
try {
  await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'test', 'examples', 'run.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  const { code } = await runNode([outfile]);
  process.exitCode = code;
} finally {
  rmSync(outfile, { force: true });
}
