/**
 * A folder shaped like an unpacked Electron, for packing where the real one cannot be had: the result does not run, but its configuration,
 * file list and size can be checked. Holds the fuse wire, so that flipping fuses is checked too.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-process.mjs';

/** Sentinel, version 1, nine fuses: the layout @electron/fuses looks for in the binary. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('000000000'),
]);

export function createStubRuntime(folder) {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'));
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const script = '#!/bin/sh\necho "This is a placeholder: it was packed without Electron." >&2\nexit 1\n';
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(script), fuseWire]), { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'resources.pak', 'locales/en-US.pak']) {
    writeFileSync(join(folder, name), '');
  }
  return folder;
}
