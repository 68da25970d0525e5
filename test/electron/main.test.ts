/** The built main and preload against the strict double: what is asserted here is our side of Electron's contract. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Host, HostEvent } from '#core/io/host.ts';
import {
  createElectronDouble,
  type ElectronDouble,
  type ElectronDoubleOptions,
  runModule,
} from '../support/electron-double.ts';
import { provideTemporaryFolder } from '../support/temporary-folder.ts';

const folder = provideTemporaryFolder();
let mainCode = '';
let preloadCode = '';
let breakdownListeners: Set<unknown>;

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../../electron', entry)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['electron'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

beforeAll(async () => {
  mainCode = await bundle('main.ts');
  preloadCode = await bundle('preload.ts');
});

beforeEach(async () => {
  vi.stubEnv('WEFT_USER_DATA', join(folder(), 'user-data'));
  await mkdir(join(folder(), 'out', 'renderer'), { recursive: true });
  await writeFile(join(folder(), 'out', 'renderer', 'index.html'), '<title>Weft</title>');
  await writeFile(join(folder(), 'secret.json'), 'secret');
  breakdownListeners = new Set(process.listeners('uncaughtException'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const name of ['uncaughtException', 'unhandledRejection'] as const) {
    for (const listener of process.listeners(name as 'uncaughtException')) {
      if (!breakdownListeners.has(listener) && listener.name === 'reportBreakdown')
        process.removeListener(name, listener as never);
    }
  }
});

function runMain(options: ElectronDoubleOptions = {}, argv: string[] = ['weft']): ElectronDouble {
  const double = createElectronDouble({ preloadCode, ...options });
  const before = process.argv;
  process.argv = argv;
  try {
    runModule(mainCode, join(folder(), 'out', 'electron'), double.electron, true);
  } finally {
    process.argv = before;
  }
  return double;
}

/** Main started, its window loaded. */
async function start(options: ElectronDoubleOptions = {}, argv?: string[]) {
  const double = runMain(options, argv);
  double.becomeReady();
  await vi.waitFor(() => expect(double.log.windows[0]?.visible).toBe(true));
  const window = double.log.windows[0];
  if (!window) throw new Error('no window');
  return { double, window };
}

/** The same with the page's side of the bridge. */
async function startWithPage(options: ElectronDoubleOptions = {}, argv?: string[]) {
  const started = await start(options, argv);
  return { ...started, host: started.window.exposed['weftHost'] as unknown as Host };
}

describe('the window', () => {
  it('is isolated, sandboxed and without Node', async () => {
    const { window } = await start();
    expect(window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(window.options.webPreferences).not.toHaveProperty('allowRunningInsecureContent');
    expect(window.options.webPreferences).not.toHaveProperty('enableRemoteModule');
    expect(window.options.webPreferences['preload']).toBe(join(folder(), 'out', 'electron', 'preload.cjs'));
  });

  it('is served from its own secure scheme under the policy, and nothing outside its folder', async () => {
    const { double } = await start();
    expect(double.privileged.get('app')).toMatchObject({ standard: true, secure: true });
    expect(double.privileged.get('app')).not.toHaveProperty('bypassCSP');
    const page = await double.request('app://weft/index.html');
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const url of ['app://weft/..%2f..%2fsecret.json', 'app://other/index.html', 'app://weft/nothing.js']) {
      expect((await double.request(url))?.status).toBe(404);
    }
  });

  it('stays on its own page and opens no windows', async () => {
    const { double, window } = await start();
    const { webContents } = window;
    for (const url of [
      'https://example.com/',
      'file:///etc/passwd',
      'app://other/index.html',
      'javascript:alert(1)',
      'data:text/html,x',
    ]) {
      expect(webContents.provoke('will-navigate', url)).toBe(true);
      expect(webContents.provoke('will-redirect', url)).toBe(true);
    }
    expect(webContents.provoke('will-navigate', 'app://weft/index.html')).toBe(false);
    expect(webContents.provoke('will-attach-webview')).toBe(true);
    for (const url of [
      'https://example.com/sheet',
      'file:///etc/passwd',
      'http://example.com/',
      'weft-evil:x',
      'no address',
    ]) {
      expect(webContents.windowOpenHandler?.({ url })).toEqual({ action: 'deny' });
    }
    expect(double.log.external).toEqual(['https://example.com/sheet']);
  });

  it('is granted no permission but to copy text', async () => {
    const { permissions } = (await start()).double;
    const ask = (permission: string, requestingUrl: string) => {
      const answer = vi.fn();
      (permissions.request as (...args: unknown[]) => void)({}, permission, answer, { requestingUrl });
      return answer.mock.calls[0]?.[0];
    };
    const check = permissions.check as (...args: unknown[]) => boolean;
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'usb',
      'fileSystem',
    ]) {
      expect(ask(permission, 'app://weft/index.html')).toBe(false);
      expect(check({}, permission, 'app://weft')).toBe(false);
    }
    expect(ask('clipboard-sanitized-write', 'app://weft/index.html')).toBe(true);
    expect(ask('clipboard-sanitized-write', 'https://example.com/')).toBe(false);
  });

  it('is shown at the size its page asks for, within reason', async () => {
    const { double, window, host } = await startWithPage();
    await host.setZoom(1.25);
    expect(window.webContents.zoomFactor).toBe(1.25);
    await expect(double.invoke(window, 'weft:setZoom', [40])).rejects.toThrow('Wrong arguments');
  });

  it('remembers its place', async () => {
    const { window } = await start();
    window.close();
    const saved = join(folder(), 'user-data', 'window.json');
    await vi.waitFor(async () => expect(JSON.parse(await readFile(saved, 'utf8')).bounds.width).toBe(1000));
    expect((await start()).window.options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 });
  });

  it('comes up at its default size when its place is on no screen any more', async () => {
    await mkdir(join(folder(), 'user-data'));
    const bounds = { x: 5000, y: 0, width: 800, height: 600 };
    await writeFile(
      join(folder(), 'user-data', 'window.json'),
      JSON.stringify({ version: 1, bounds, isMaximized: false }),
    );
    const { window } = await start();
    expect(window.options).toMatchObject({ width: 1440, height: 900 });
    expect(window.options).not.toHaveProperty('x');
  });
});

describe('calls', () => {
  it('are answered for the window’s own page', async () => {
    const { host } = await startWithPage();
    expect(await host.getInfo()).toMatchObject({ shell: 'electron', nativeDialogs: true, appVersion: '1.2.3' });
  });

  it('are refused from another page, another host of the scheme, a frame, and a window that is not ours', async () => {
    const { double, window } = await start();
    const forged = [
      { url: 'https://example.com/' },
      { url: 'app://other/index.html' },
      { url: 'app://weft.example.com/' },
      { url: '' },
      { inFrame: true },
    ];
    for (const from of forged) {
      await expect(double.invoke(window, 'weft:getInfo', [], from)).rejects.toThrow('refused');
    }
    window.webContents.emit('destroyed');
    window.close();
    await expect(double.invoke(window, 'weft:getInfo', [])).rejects.toThrow('refused');
  });

  it('have their arguments checked', async () => {
    const { double, window } = await start();
    for (const args of [[], [1], ['id', 'text'], ['id', 'text', 'no hash'], ['id', 'text', null, 'more']]) {
      await expect(double.invoke(window, 'weft:saveFile', args)).rejects.toThrow('Wrong arguments');
    }
  });

  it('give the page the calls of the Host and nothing else', async () => {
    const { exposed } = (await start()).window;
    expect(Object.keys(exposed)).toEqual(['weftHost']);
    expect(Object.keys(exposed['weftHost'] ?? {})).toHaveLength(20);
    expect(Object.keys(exposed['weftHost'] ?? {})).not.toContain('ipcRenderer');
  });
});

describe('files', () => {
  it('are opened and saved where the native dialogs say', async () => {
    const { double, host } = await startWithPage();
    const path = join(folder(), 'plan.weft');
    double.log.dialogAnswers.push({ canceled: false, filePath: join(folder(), 'plan') });
    const saved = await host.saveWithDialog('My/Plan', '{"a":1}');
    expect(saved).toMatchObject({ ok: true, value: { name: 'plan.weft' } });
    expect(double.log.dialogs[0]?.['defaultPath']).toBe('My-Plan.weft');
    expect(await readFile(path, 'utf8')).toBe('{"a":1}');
    double.log.dialogAnswers.push({ canceled: false, filePaths: [path] });
    expect(await host.openWithDialog()).toMatchObject({ ok: true, value: { text: '{"a":1}' } });
    expect(await host.listRecent()).toMatchObject([{ name: 'plan.weft' }]);
  });

  it('are left alone when the dialog is cancelled, or when an added extension meets a file it did not ask about', async () => {
    const { double, host } = await startWithPage();
    await writeFile(join(folder(), 'plan.weft'), 'other');
    double.log.dialogAnswers.push({ canceled: true, filePaths: [] }, { canceled: true, filePath: '' });
    expect(await host.openWithDialog()).toMatchObject({ ok: false, error: { reason: 'cancelled' } });
    expect(await host.saveWithDialog('plan', '{}')).toMatchObject({ ok: false, error: { reason: 'cancelled' } });
    double.log.dialogAnswers.push({ canceled: false, filePath: join(folder(), 'plan') });
    expect(await host.saveWithDialog('plan', '{}')).toMatchObject({ ok: false, error: { reason: 'exists' } });
    expect(await readFile(join(folder(), 'plan.weft'), 'utf8')).toBe('other');
  });

  it('are exported as bytes', async () => {
    const { double, host } = await startWithPage();
    double.log.dialogAnswers.push({ canceled: false, filePath: join(folder(), 'bom.xlsx') });
    const bytes = new Uint8Array([0x50, 0x4b, 3, 4]);
    expect(await host.exportFile('bom', 'xlsx', bytes)).toEqual({ ok: true, value: { name: 'bom.xlsx' } });
    expect(new Uint8Array(await readFile(join(folder(), 'bom.xlsx')))).toEqual(bytes);
  });

  it('named at the start reach the page, also when it listens late', async () => {
    const path = join(folder(), 'plan.weft');
    await writeFile(path, '{"start":1}');
    const { host } = await startWithPage({}, ['weft', '--some-switch', path]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    const events: HostEvent[] = [];
    host.onEvent((event) => events.push(event));
    const [event] = events;
    if (event?.kind !== 'open-file') throw new Error('another event');
    expect(await host.openFile(event.fileId)).toMatchObject({ ok: true, value: { text: '{"start":1}' } });
  });

  it('named to a second instance open in the first, which comes to the front', async () => {
    const { double, window, host } = await startWithPage({ isPackaged: false }, ['electron', '.']);
    const events: HostEvent[] = [];
    host.onEvent((event) => events.push(event));
    window.minimized = true;
    double.app.emit('second-instance', {}, ['electron', '--x', '.', 'plan.weft'], folder());
    expect(events).toMatchObject([{ kind: 'open-file' }]);
    expect(window.minimized).toBe(false);
    expect(window.focusCount).toBe(1);
  });
});

describe('a second instance', () => {
  it('quits without a window', () => {
    const double = runMain({ hasLock: false });
    double.becomeReady();
    expect(double.log.quit).toBe(true);
    expect(double.log.windows).toEqual([]);
  });
});

describe('the menu', () => {
  it('sends action ids to the page', async () => {
    const { double, host } = await startWithPage();
    const events: HostEvent[] = [];
    const stop = host.onEvent((event) => events.push(event));
    const items = double.log.menu.flatMap((menu) => (menu['submenu'] ?? []) as { id?: string; click?: () => void }[]);
    for (const item of items) item.click?.();
    const source = await readFile('electron/menu.ts', 'utf8');
    const expected = [...source.matchAll(/actionId: '([^']+)'/g)].map((match) => match[1]);
    expect(expected).toContain('save');
    expect(events.map((event) => event.kind === 'action' && event.actionId)).toEqual(expected);
    stop();
    items.find((item) => item.id === 'new')?.click?.();
    expect(events).toHaveLength(expected.length);
  });

  it('takes no key from the page: it knows where the focus is', async () => {
    const { double } = await start();
    const items = double.log.menu.flatMap((menu) => (menu['submenu'] ?? []) as Record<string, unknown>[]);
    for (const item of items.filter((entry) => entry['accelerator'])) expect(item['registerAccelerator']).toBe(false);
  });
});

describe('several windows', () => {
  it('are opened by the page, and the menu speaks to the one used last', async () => {
    const { double, window, host } = await startWithPage();
    expect(await host.openWindow()).toBe(null);
    await vi.waitFor(() => expect(double.log.windows[1]?.visible).toBe(true));
    const second = double.log.windows[1];
    if (!second) throw new Error('no second window');
    const heard: string[] = [];
    host.onEvent(() => heard.push('first'));
    (second.exposed['weftHost'] as unknown as Host).onEvent(() => heard.push('second'));
    const items = double.log.menu.flatMap((menu) => (menu['submenu'] ?? []) as { id?: string; click?: () => void }[]);
    const save = items.find((item) => item.id === 'save');
    save?.click?.();
    window.emit('focus');
    save?.click?.();
    expect(heard).toEqual(['second', 'first']);
    second.close();
    expect(window.destroyed).toBe(false);
  });

  it('are each asked once when the program quits', async () => {
    const { double, window, host } = await startWithPage();
    const events: HostEvent[] = [];
    host.onEvent((event) => events.push(event));
    await host.setDocumentState({ title: 'Plan', isDirty: true });
    double.electron.app.quit();
    window.close();
    expect(events).toEqual([{ kind: 'close-requested' }]);
    await host.confirmClose(false);
    window.close();
    expect(events).toHaveLength(2);
  });
});

describe('closing', () => {
  it('happens at once when nothing is unsaved', async () => {
    const { double, window, host } = await startWithPage();
    await host.setDocumentState({ title: 'Plan', isDirty: false });
    window.close();
    expect(window.destroyed).toBe(true);
    await vi.waitFor(() => expect(double.log.quit || process.platform === 'darwin').toBe(true));
  });

  it('asks the page when something is, and does what it answers', async () => {
    const { double, window, host } = await startWithPage();
    const events: HostEvent[] = [];
    host.onEvent((event) => events.push(event));
    await host.setDocumentState({ title: 'Plan', isDirty: true });
    expect(window.title).toBe('• Plan');
    window.close();
    expect(window.destroyed).toBe(false);
    expect(events).toEqual([{ kind: 'close-requested' }]);
    await host.confirmClose(false);
    expect(window.destroyed).toBe(false);
    double.electron.app.quit();
    expect(double.log.quit).toBe(false);
    await host.confirmClose(true);
    expect(window.destroyed).toBe(true);
    await vi.waitFor(() => expect(double.log.quit).toBe(true));
  });

  it('is not held up by the page’s own question before unloading', async () => {
    const { window } = await start();
    expect(window.webContents.provoke('will-prevent-unload')).toBe(true);
  });

  it('is not held up by a page that broke; it offers to reload', async () => {
    const { double, window, host } = await startWithPage();
    await host.setDocumentState({ title: 'Plan', isDirty: true });
    double.log.dialogAnswers.push(0, 1);
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.webContents.reloadCount).toBe(1);
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.destroyed).toBe(true);
  });
});
