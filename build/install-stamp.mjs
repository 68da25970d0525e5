/**
 * Whether node_modules is the one the lock file asks for. The stamp is the lock file's hash with the Node version,
 * written into node_modules after a complete install. No dependencies: this runs before anything is installed.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stampPath = (root) => join(root, 'node_modules', '.weft-install');

function expectedStamp(root) {
  const lockHash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  // Native packages differ by the major version of Node, by system and by processor.
  return `${lockHash} node${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}\n`;
}

export function isInstallFresh(root) {
  try {
    return readFileSync(stampPath(root), 'utf8') === expectedStamp(root);
  } catch {
    return false;
  }
}

export function stampInstall(root) {
  writeFileSync(stampPath(root), expectedStamp(root));
}
