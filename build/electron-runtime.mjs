/**
 * Electron's binary: is it there, can it be fetched, fetch it. The package itself is never imported: outside Electron
 * that starts a download and throws, and on a network that swallows packets it hangs for minutes without a word.
 */
import { accessSync, constants, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { root, runNode } from './run-process.mjs';

const probeLimitMs = 5_000;
const fetchLimitMs = 10 * 60_000;

/** Full path of an executable Electron of the wanted version, or null. Reads three small files, has no side effect. */
export function findElectronBinary(projectRoot = root, env = process.env) {
  const folder = join(projectRoot, 'node_modules', 'electron');
  try {
    // path.txt is written last, after a complete unzip.
    const override = env.ELECTRON_OVERRIDE_DIST_PATH;
    const relative =
      override && !exists(join(folder, 'path.txt'))
        ? 'electron'
        : readFileSync(join(folder, 'path.txt'), 'utf8').trim();
    if (relative === '' || isAbsolute(relative)) return null;
    const binary = join(override ?? join(folder, 'dist'), relative);
    accessSync(binary, constants.X_OK);
    if (!override && !isWantedVersion(folder)) return null;
    return binary;
  } catch {
    return null;
  }
}

function exists(path) {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
}

function isWantedVersion(folder) {
  const wanted = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  return (
    readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '') === wanted
  );
}

/** Whether the download server answers at all, within a short limit. */
export async function canReachDownloads(env = process.env, limitMs = probeLimitMs) {
  const address = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? 'https://github.com/';
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(limitMs) });
    return true;
  } catch {
    return false;
  }
}

/** Downloads Electron with a sign of life every few seconds. Gives the binary's path, or null with the reason printed. */
export async function fetchElectron() {
  console.log('Fetching Electron (about 110 MB, once) ...');
  const startedAt = Date.now();
  const ticker = setInterval(() => {
    console.log(`  still fetching, ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, 5_000);
  const { code, output, timedOut } = await runNode([join(root, 'node_modules', 'electron', 'install.js')], {
    stdio: 'pipe',
    limitMs: fetchLimitMs,
  });
  clearInterval(ticker);
  const binary = code === 0 ? findElectronBinary() : null;
  if (!binary) {
    const reason = timedOut
      ? `no end after ${fetchLimitMs / 60_000} minutes`
      : (output.trim().split('\n')[0] ?? 'unknown reason');
    console.log(`Electron could not be fetched: ${reason}`);
  }
  return binary;
}
