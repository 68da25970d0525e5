/**
 * `npm start`: opens Weft. In Electron when its binary is here or can be fetched, otherwise in the browser through the loopback host.
 * Options: --web (browser at once), --port N, --workspace FOLDER; anything else is handed to Electron (a file to open).
 */
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from './compile.mjs';
import { canReachDownloads, fetchElectron, findElectronBinary } from './electron-runtime.mjs';
import { hasDisplay, openBrowser } from './open-browser.mjs';
import { isMain, root } from './run-process.mjs';

/** A window that is gone with an error this soon never came up: a missing library, a refused sandbox. */
const earlyDeathMs = 10_000;

/** Electron to run, or the reason why there is none. The order matters: nothing slow is tried when it cannot help. */
export async function chooseElectron({
  web,
  env = process.env,
  find = findElectronBinary,
  probe = canReachDownloads,
  fetch = fetchElectron,
}) {
  if (web) return { reason: 'as asked' };
  if (!hasDisplay(env)) return { reason: 'there is no display here' };
  const binary = find();
  if (binary) return { binary };
  if (!(await probe())) return { reason: 'Electron is not installed and its download server cannot be reached' };
  const fetched = await fetch();
  return fetched ? { binary: fetched } : { reason: 'Electron is not installed and could not be fetched' };
}

/** Runs Electron to its end; resolves to null when all was well, or to the reason when it died at start. */
export function runElectron(binary, args, { deathMs = earlyDeathMs } = {}) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const startedAt = Date.now();
  return new Promise((done) => {
    const child = spawn(binary, args, { cwd: process.cwd(), env, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.on('error', (error) => done(`Electron cannot be started (${error.message})`));
    child.on('close', (code, signal) => {
      if (code === 0 || signal === 'SIGINT' || signal === 'SIGTERM') done(null);
      else if (Date.now() - startedAt < deathMs) done(`Electron stopped at start (${signal ?? `code ${code}`})`);
      else process.exit(code ?? 1);
    });
  });
}

/** Runs the loopback host as a child that ends with us, and shows its link. */
function runLoopback({ port, workspace }) {
  const args = [join(root, 'out', 'electron', 'serve.mjs'), '--parent', '--port', port, '--workspace', workspace];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let shown = false;
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    const link = /http:\/\/\S+/.exec(String(chunk))?.[0];
    if (link && !shown) {
      shown = true;
      openBrowser(link);
    }
  });
  // Enter asks the host for a fresh link: each link works once.
  process.stdin.on('data', (chunk) => child.stdin.write(chunk));
  process.stdin.on('error', () => {});
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  child.on('close', (code) => process.exit(code ?? 0));
}

async function start() {
  const { values, positionals } = parseArgs({
    options: {
      web: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      workspace: { type: 'string', default: join(homedir(), 'Weft') },
    },
    allowPositionals: true,
  });
  await compile();
  const choice = await chooseElectron({ web: values.web });
  let reason = choice.reason;
  if (choice.binary) {
    reason = await runElectron(choice.binary, [root, ...positionals.map((file) => resolve(file))]);
    if (reason === null) process.exit(0);
  }
  console.log(`Weft opens in the browser: ${reason}.`);
  runLoopback({ port: values.port, workspace: resolve(values.workspace) });
}

if (isMain(import.meta.url)) await start();
