/**
 * `npm run dist`: packs Weft for this system. Without a way to GitHub, where the packer's helpers live, only the unpacked folder
 * is made (on Linux with a placeholder for Electron when there is none) and its content checked.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compile } from './compile.mjs';
import { canReachDownloads, findElectronBinary } from './electron-runtime.mjs';
import { root, runNode, toolPath } from './run-process.mjs';
import { createStubRuntime } from './stub-runtime.mjs';

/** Every file of out/ and package.json, and nothing else: no sources, no packages, no tests. */
function listWrongEntries(packed) {
  const allowed = [/^\/package\.json$/, /^\/out(\/electron|\/renderer)?$/, /^\/out\/electron\/(main|preload)\.cjs$/];
  allowed.push(
    /^\/out\/electron\/(serve|cli)\.mjs$/,
    /^\/out\/renderer\/index\.html$/,
    /^\/out\/renderer\/assets(\/[^/]+)?$/,
  );
  return packed.filter((entry) => !allowed.some((pattern) => pattern.test(entry)));
}

function findArchive(folder) {
  const unpacked = readdirSync(folder).find((name) => name.endsWith('-unpacked'));
  return unpacked ? join(folder, unpacked, 'resources', 'app.asar') : null;
}

/** Fails when the archive holds anything unexpected or lacks something. */
async function checkArchive(folder) {
  const archive = findArchive(folder);
  // On macOS the archive is inside the application bundle; what it holds is the same on every system.
  if (!archive || !existsSync(archive)) return;
  const require = createRequire(import.meta.url);
  const { listPackage } = await import(
    require.resolve('@electron/asar', { paths: [dirname(require.resolve('electron-builder'))] })
  );
  const packed = listPackage(archive, {}).map((entry) => entry.replaceAll('\\', '/'));
  const wrong = listWrongEntries(packed);
  const missing = ['main.cjs', 'preload.cjs']
    .map((name) => `/out/electron/${name}`)
    .filter((entry) => !packed.includes(entry));
  if (!packed.includes('/out/renderer/index.html')) missing.push('/out/renderer/index.html');
  if (wrong.length + missing.length > 0) {
    console.error(
      `The archive holds what it should not (${wrong.join(', ') || 'nothing'}) or lacks (${missing.join(', ') || 'nothing'}).`,
    );
    process.exit(1);
  }
  console.log(`The archive holds ${packed.length} entries, all of them expected.`);
}

await compile();
const release = join(root, 'release');
rmSync(release, { recursive: true, force: true });
mkdirSync(release);
const isOnline = await canReachDownloads({});
const binary = findElectronBinary();
const args = ['--config', 'build/electron-builder.yml', '--publish', 'never'];
if (!isOnline) {
  console.log('GitHub cannot be reached: only the unpacked folder is made.');
  args.push('--dir');
}
// A runtime that is here is not fetched a second time.
if (binary && process.platform !== 'darwin') args.push(`-c.electronDist=${dirname(binary)}`);
if (!binary && !isOnline) {
  if (process.platform !== 'linux') {
    console.error(
      'Electron is not here and cannot be fetched, so nothing can be packed. Run `npm start` once with a network.',
    );
    process.exit(1);
  }
  console.log('Electron is not here: packed around a placeholder, which does not run.');
  args.push(`-c.electronDist=${createStubRuntime(join(root, 'out', 'stub-runtime'))}`);
}
const { code } = await runNode([toolPath('electron-builder'), ...args]);
if (code !== 0) process.exit(code);
await checkArchive(release);
