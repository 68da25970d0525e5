/** Bundles a TypeScript entry for plain Node and runs it to its end. */
import { mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { root, runNode } from './run-process.mjs';

/** `entry` is below the project's root. Returns the exit code. The bundle lies in `out/` under the folder's name while it runs. */
export async function runBundled(entry, args = [], nodeFlags = []) {
  const outFolder = join(root, 'out', basename(dirname(entry)));
  mkdirSync(outFolder, { recursive: true });
  const outfile = join(outFolder, `${basename(entry, '.ts')}-${process.pid}.mjs`);
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [join(root, entry)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      external: ['@playwright/test'],
      logLevel: 'error',
    });
    const { code } = await runNode([...nodeFlags, outfile, ...args]);
    return code;
  } finally {
    rmSync(outfile, { force: true });
  }
}
