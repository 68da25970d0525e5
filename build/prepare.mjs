/**
 * Runs before `npm start` and `npm test`: installs node_modules when they are missing or belong to another lock file.
 * Plain Node without packages, because on a fresh clone there are none.
 */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstallFresh, stampInstall } from './install-stamp.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function assertNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Weft needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and try again.`,
  );
  process.exit(1);
}

function installPackages() {
  console.log('Installing packages (first start, or the lock file changed) ...');
  // --include=dev: a set NODE_ENV=production would leave the build tools out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npmScript = process.env.npm_execpath;
  const result = npmScript?.endsWith('.js')
    ? spawnSync(process.execPath, [npmScript, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status === 0) return;
  console.error('The packages could not be installed: see the message of npm above. Is the network reachable?');
  process.exit(result.status ?? 1);
}

assertNodeVersion();
if (!isInstallFresh(root)) {
  installPackages();
  stampInstall(root);
}
