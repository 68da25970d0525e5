/**
 * Command line of the loopback host. Prints a start link; prints a fresh one for every line on its input.
 * With --parent it ends when its input ends, so that it never outlives the program that started it, however that was killed.
 */
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import { startHostServer } from './host-server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    workspace: { type: 'string', default: process.cwd() },
    parent: { type: 'boolean', default: false },
  },
});

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port ${values.port} is not a port: give a number from 0 to 65535.`);
  process.exit(2);
}

try {
  const host = await startHostServer({
    port,
    workspaceFolder: resolve(values.workspace),
    // This file is bundled to out/electron/serve.mjs.
    assetsFolder: join(import.meta.dirname, '..', 'renderer'),
    appVersion: version,
  });
  console.log(`Weft: ${host.createStartLink()}`);
  console.log(
    `Files: ${resolve(values.workspace)}. The link opens one window within two minutes; press Enter for another, Ctrl+C to stop.`,
  );
  const input = createInterface({ input: process.stdin });
  input.on('line', () => console.log(`Weft: ${host.createStartLink()}`));
  if (values.parent) input.on('close', () => process.exit(0));
} catch (error) {
  console.error(`The loopback host cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
