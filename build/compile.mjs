/**
 * Builds out/: the window (Vite) and the shells (esbuild). Everything is bundled, so that out/ and package.json are the whole program.
 * Built beside the old result and moved over it at the end: a failed build leaves the old one, and a running host never sees half.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashSources } from './source-hash.mjs';
import { isMain, root } from './run-process.mjs';

const out = join(root, 'out');
const stampPath = join(out, 'build-stamp');

/** The shells: what is built, as what. Electron's preload and main are CommonJS: a sandboxed preload cannot be anything else. */
const shells = [
  { entry: 'electron/main.ts', name: 'main.cjs', format: 'cjs' },
  { entry: 'electron/preload.ts', name: 'preload.cjs', format: 'cjs' },
  { entry: 'electron/serve/main.ts', name: 'serve.mjs', format: 'esm' },
  { entry: 'electron/cli.ts', name: 'cli.mjs', format: 'esm' },
];

export async function bundleShell({ entry, name, format }, folder) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(folder, name),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format,
    external: ['electron'],
    legalComments: 'none',
    logLevel: 'error',
  });
}

async function buildWindow(folder) {
  const { build } = await import('vite');
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
}

function isFresh(stamp) {
  return existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp;
}

export async function compile({ force = false } = {}) {
  const stamp = hashSources(root);
  if (!force && isFresh(stamp)) return;
  console.log('Building ...');
  const startedAt = performance.now();
  const next = join(out, `.next-${process.pid}`);
  mkdirSync(next, { recursive: true });
  try {
    await Promise.all(shells.map((shell) => bundleShell(shell, join(next, 'electron'))));
    await buildWindow(join(next, 'renderer'));
    for (const part of ['electron', 'renderer']) {
      rmSync(join(out, part), { recursive: true, force: true });
      renameSync(join(next, part), join(out, part));
    }
    writeFileSync(stampPath, stamp);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  console.log(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}

if (isMain(import.meta.url)) {
  await compile({ force: process.argv.includes('--force') });
}
