/**
 * A strict stand-in for Electron: what main and preload use of it, with the rules Electron enforces. Anything else they might touch throws,
 * so that a new use is noticed here. It is what we believe Electron does; it proves our side of the contract, not Electron's.
 */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import vm from 'node:vm';

type Handler = (...args: never[]) => unknown;
type Module = Record<string, unknown>;

/** An event with `preventDefault`, as Electron's emitters pass them first. */
class PreventableEvent {
  defaultPrevented = false;
  readonly url: string;
  constructor(url = '') {
    this.url = url;
  }
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** Throws on anything that is not there, instead of giving undefined. */
function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      // `then` and symbols are asked for by await and by the test's own printing.
      if (!(key in target) && typeof key === 'string' && key !== 'then' && key !== 'toJSON') {
        throw new Error(`The double has no ${name}.${key}.`);
      }
      return Reflect.get(target, key, receiver);
    },
  });
}

class WebContentsDouble extends EventEmitter {
  static nextId = 1;
  readonly id = WebContentsDouble.nextId++;
  readonly received: { channel: string; args: unknown[] }[] = [];
  windowOpenHandler: ((details: { url: string }) => { action: string }) | null = null;
  crashed = false;
  reloadCount = 0;
  zoomFactor = 1;
  isLoaded = false;

  send(channel: string, ...args: unknown[]): void {
    if (!this.isLoaded) throw new Error('Sent before the page was loaded: the event is lost.');
    this.received.push({ channel, args: structuredClone(args) });
    this.emit('received', channel, ...structuredClone(args));
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
  isCrashed(): boolean {
    return this.crashed;
  }
  setZoomFactor(factor: number): void {
    this.zoomFactor = factor;
  }
  reload(): void {
    this.reloadCount += 1;
  }
  /** Plays an event the page causes; gives whether main prevented it. */
  provoke(name: string, url = ''): boolean {
    const event = new PreventableEvent(url);
    this.emit(name, event);
    return event.defaultPrevented;
  }
}

export interface ElectronDoubleOptions {
  readonly hasLock?: boolean;
  readonly isPackaged?: boolean;
  /** Built preload, run when a window loads its page, before the page does anything. */
  readonly preloadCode?: string;
}

export function createElectronDouble(options: ElectronDoubleOptions = {}) {
  const log = {
    windows: [] as BrowserWindowDouble[],
    external: [] as string[],
    quit: false,
    errorBoxes: [] as string[],
    /** Prepared answers of dialogs; a dialog without one is a mistake. */
    dialogAnswers: [] as unknown[],
    dialogs: [] as Module[],
    menu: [] as Module[],
  };
  let isReady = false;
  let announceReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve;
  });
  const privileged = new Map<string, Module>();
  const protocolHandlers = new Map<string, (request: Request) => Promise<Response>>();
  const ipcHandlers = new Map<string, Handler>();
  const permissions: { request?: Handler; check?: Handler } = {};

  class BrowserWindowDouble extends EventEmitter {
    readonly webContents = strict('webContents', new WebContentsDouble());
    readonly options: Module & { webPreferences: Module };
    /** What the preload gave the page. */
    exposed: Record<string, Module> = {};
    title = '';
    edited = false;
    visible = false;
    destroyed = false;
    minimized = false;
    focusCount = 0;
    constructor(windowOptions: Module & { webPreferences: Module }) {
      super();
      if (!isReady) throw new Error('Cannot create BrowserWindow before app is ready');
      this.options = windowOptions;
      log.windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
    /** Loads through main's own protocol handler, as the real window does. */
    async loadURL(url: string): Promise<void> {
      const handler = protocolHandlers.get(new URL(url).protocol.slice(0, -1));
      if (!handler) throw new Error(`ERR_UNKNOWN_URL_SCHEME ${url}`);
      const response = await handler(new Request(url));
      if (response.status !== 200) throw new Error(`ERR_FAILED (${response.status}) loading ${url}`);
      if (options.preloadCode) this.exposed = runPreload(this, options.preloadCode);
      this.webContents.isLoaded = true;
      this.webContents.emit('did-finish-load');
      this.emit('ready-to-show');
    }
    close(): void {
      const event = new PreventableEvent();
      this.emit('close', event);
      if (event.defaultPrevented || this.destroyed) return;
      this.destroyed = true;
      this.emit('closed');
      if (log.windows.every((window) => window.destroyed)) app.emit('window-all-closed');
    }
    show(): void {
      this.visible = true;
    }
    focus(): void {
      this.focusCount += 1;
    }
    restore(): void {
      this.minimized = false;
    }
    isMinimized(): boolean {
      return this.minimized;
    }
    isDestroyed(): boolean {
      return this.destroyed;
    }
    maximize(): void {}
    isMaximized(): boolean {
      return false;
    }
    getNormalBounds() {
      return { x: 10, y: 20, width: 1000, height: 700 };
    }
    setTitle(title: string): void {
      this.title = title;
    }
    setDocumentEdited(edited: boolean): void {
      this.edited = edited;
    }
  }

  const app = Object.assign(new EventEmitter(), {
    isPackaged: options.isPackaged ?? true,
    whenReady: () => ready,
    isReady: () => isReady,
    getVersion: () => '1.2.3',
    setPath(_name: string, path: string) {
      if (!existsSync(path)) throw new Error(`Failed to set path: ${path} is not there`);
    },
    requestSingleInstanceLock: () => options.hasLock ?? true,
    quit() {
      app.emit('before-quit', new PreventableEvent());
      for (const window of log.windows.filter((open) => !open.destroyed)) window.close();
      if (log.windows.every((window) => window.destroyed)) log.quit = true;
    },
  });

  const answerDialog = (kind: string, args: unknown[]): unknown => {
    log.dialogs.push({ kind, ...(args.at(-1) as Module) });
    if (log.dialogAnswers.length === 0) throw new Error(`No answer was prepared for ${kind}.`);
    return log.dialogAnswers.shift();
  };

  const electron = strict('electron', {
    app: strict('app', app),
    BrowserWindow: BrowserWindowDouble,
    protocol: strict('protocol', {
      registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Module }[]) {
        if (isReady) throw new Error('registerSchemesAsPrivileged should be called before app is ready');
        for (const { scheme, privileges } of schemes) privileged.set(scheme, privileges);
      },
      handle(scheme: string, handler: (request: Request) => Promise<Response>) {
        if (!isReady) throw new Error('protocol.handle before app is ready');
        if (protocolHandlers.has(scheme)) throw new Error(`${scheme} is handled already`);
        protocolHandlers.set(scheme, handler);
      },
    }),
    ipcMain: strict('ipcMain', {
      handle(channel: string, handler: Handler) {
        if (ipcHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
        ipcHandlers.set(channel, handler);
      },
    }),
    dialog: strict('dialog', {
      showOpenDialog: async (...args: unknown[]) => answerDialog('open', args),
      showSaveDialog: async (...args: unknown[]) => answerDialog('save', args),
      showMessageBoxSync: (...args: unknown[]) => answerDialog('message', args),
      showErrorBox: (title: string, content: string) => log.errorBoxes.push(`${title}\n${content}`),
    }),
    session: strict('session', {
      defaultSession: strict('defaultSession', {
        setPermissionRequestHandler(handler: Handler) {
          permissions.request = handler;
        },
        setPermissionCheckHandler(handler: Handler) {
          permissions.check = handler;
        },
      }),
    }),
    Menu: strict('Menu', {
      buildFromTemplate(template: Module[]) {
        const check = (item: Module): void => {
          if (!item['role'] && !item['label'] && item['type'] !== 'separator')
            throw new Error('A menu item needs a label or a role');
          for (const child of (item['submenu'] as Module[] | undefined) ?? []) check(child);
        };
        template.forEach(check);
        return template;
      },
      setApplicationMenu(menu: Module[]) {
        log.menu = menu;
      },
    }),
    screen: strict('screen', { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }),
    shell: strict('shell', { openExternal: async (url: string) => void log.external.push(url) }),
  });

  /** What the page's `ipcRenderer.invoke` comes to; the sender can be forged as an attacker would. */
  async function invoke(
    window: BrowserWindowDouble,
    channel: string,
    args: unknown[],
    from: { url?: string; inFrame?: boolean } = {},
  ) {
    const handler = ipcHandlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const senderFrame = { url: from.url ?? 'app://weft/index.html', parent: from.inFrame ? {} : null };
    try {
      const event = { sender: window.webContents, senderFrame };
      return structuredClone(await (handler as (...all: unknown[]) => unknown)(event, ...structuredClone(args)));
    } catch (error) {
      // Only the message crosses.
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
    }
  }

  /** Runs the built preload for a window; gives what it exposed to the page. */
  function runPreload(window: BrowserWindowDouble, code: string): Record<string, Module> {
    const exposed: Record<string, Module> = {};
    const ipcRenderer = new EventEmitter() as EventEmitter & { invoke?: unknown };
    ipcRenderer.invoke = (channel: string, ...args: unknown[]) => invoke(window, channel, args);
    window.webContents.on('received', (channel: string, ...args: unknown[]) => ipcRenderer.emit(channel, {}, ...args));
    const contextBridge = {
      exposeInMainWorld(name: string, api: Module) {
        for (const [key, value] of Object.entries(api)) {
          if (typeof value === 'object' || typeof value === 'symbol')
            throw new Error(`${key} would not cross the bridge as it is`);
        }
        exposed[name] = { ...api };
      },
    };
    runModule(
      code,
      'preload',
      { contextBridge: strict('contextBridge', contextBridge), ipcRenderer: strict('ipcRenderer', ipcRenderer) },
      false,
    );
    return exposed;
  }

  return {
    electron,
    app,
    log,
    privileged,
    permissions,
    invoke,
    /** Serves a request of the page. */
    request: (url: string) => protocolHandlers.get('app')?.(new Request(url)),
    becomeReady() {
      isReady = true;
      announceReady();
    },
  };
}

export type ElectronDouble = ReturnType<typeof createElectronDouble>;

/** Runs bundled CommonJS with `electron` replaced. A sandboxed preload has no other module at all. */
export function runModule(code: string, folder: string, electron: object, mayUseNode: boolean): void {
  const requireModule = (name: string): unknown => {
    if (name === 'electron') return electron;
    if (mayUseNode) return process.getBuiltinModule(name);
    throw new Error(`module not found: ${name}`);
  };
  const run = vm.runInThisContext(`(function (require, module, exports, __dirname) {${code}\n})`);
  const module = { exports: {} };
  run(requireModule, module, module.exports, folder);
}
