/** `npm run accuracy [-- --data FILE] [--verbose]`: bundles test/accuracy/run.ts and runs it; see test/accuracy/README.md. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, runNode } from './run-process.mjs';

const outFolder = join(root, 'out', 'accuracy');
mkdirSync(outFolder, { recursive: true });
const outfile = join(outFolder, `run-${process.pid}.mjs`);
try {
  await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'test', 'accuracy', 'run.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  const { code } = await runNode([outfile, ...process.argv.slice(2)]);
  process.exitCode = code;
} finally {
  rmSync(outfile, { force: true });
}
