/**
 * `npm run dev`: the window with hot reload, served by Vite behind the real loopback host, so that files, checks and tokens are the
 * product's own. Only here is the content security policy left out: Vite's client needs inline scripts.
 */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer as createViteServer } from 'vite';
import { bundleShell } from './compile.mjs';
import { openBrowser } from './open-browser.mjs';
import { root } from './run-process.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    workspace: { type: 'string', default: join(homedir(), 'Weft') },
    'no-open': { type: 'boolean', default: false },
  },
});

const folder = join(root, 'out', 'dev');
await bundleShell({ entry: 'electron/serve/host-server.ts', name: 'host-server.mjs', format: 'esm' }, folder);
const { startHostServer } = await import(pathToFileURL(join(folder, 'host-server.mjs')).href);

const host = await startHostServer({
  port: Number(values.port),
  workspaceFolder: resolve(values.workspace),
  assetsFolder: join(root, 'renderer'),
  appVersion: 'development',
  serveWindow: (request, response) => vite.middlewares(request, response),
});
const vite = await createViteServer({
  configFile: join(root, 'vite.config.ts'),
  server: { middlewareMode: true, ws: { server: host.server } },
  appType: 'spa',
});
const link = host.createStartLink();
console.log(`Weft (development): ${link}`);
console.log('Press Enter for a fresh link.');
process.stdin.on('data', () => console.log(host.createStartLink()));
if (!values['no-open']) openBrowser(link);
