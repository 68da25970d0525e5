/** Creates the desktop window: sandboxed, isolated, kept on its own page, remembered in its place. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, type Rectangle, shell, type WebContents } from 'electron';
import type { Host, HostEvent } from '#core/io/host.ts';
import { guardClose } from './close-guard.ts';
import { createDesktopHost } from './desktop-host.ts';
import type { HostFiles } from './files/host-files.ts';
import { eventChannel, type HostCall } from './host-calls.ts';
import { isWindowAddress, windowAddress } from './window-scheme.ts';
import { readWindowPlace, writeWindowPlace } from './window-state.ts';

export interface DesktopWindow {
  readonly window: BrowserWindow;
  readonly host: Pick<Host, HostCall>;
  /** Events sent before the page is loaded wait for it. */
  send(event: HostEvent): void;
}

export interface DesktopWindowOptions {
  readonly files: HostFiles;
  readonly userDataFolder: string;
  readonly onKept: () => void;
  readonly openWindow: () => Promise<void>;
  /** Windows there are already: the new one stands a little aside of the last. */
  readonly openCount: number;
}

export async function openDesktopWindow({
  files,
  userDataFolder,
  onKept,
  openWindow,
  openCount,
}: DesktopWindowOptions): Promise<DesktopWindow> {
  const place = await readWindowPlace(userDataFolder);
  const window = new BrowserWindow({
    ...stepAside(place.bounds, openCount),
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Weft',
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  const send = createSender(window.webContents);
  const closeGuard = guardClose(window, { ask: () => send({ kind: 'close-requested' }), onKept });
  const host = createDesktopHost({ window, files, closeGuard, appVersion: app.getVersion(), openWindow });

  if (place.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => void writeWindowPlace(userDataFolder, window));
  // The title is set by `setDocumentState`, with the unsaved mark.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('render-process-gone', () => {
    closeGuard.setDirty(false);
    offerReload(window);
  });
  return { window, host, send };
}

const STEP_PX = 28;

function stepAside(bounds: Partial<Rectangle>, steps: number): Partial<Rectangle> {
  const { x, y } = bounds;
  return x === undefined || y === undefined ? bounds : { ...bounds, x: x + steps * STEP_PX, y: y + steps * STEP_PX };
}

/** Loads the page; separate from opening, so that the calls of the page find their Host registered. */
export async function loadWindowPage({ window }: DesktopWindow): Promise<void> {
  await window.loadURL(windowAddress);
}

function createSender(contents: WebContents): (event: HostEvent) => void {
  const waiting: HostEvent[] = [];
  let isLoaded = false;
  contents.on('did-finish-load', () => {
    isLoaded = true;
    for (const event of waiting.splice(0)) contents.send(eventChannel, event);
  });
  return (event) => {
    if (isLoaded) contents.send(eventChannel, event);
    else waiting.push(event);
  };
}

function offerReload(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  const choice = dialog.showMessageBoxSync(window, {
    type: 'error',
    message: 'The window broke. Your last changes are kept and will be offered for recovery.',
    buttons: ['Reload', 'Close'],
    defaultId: 0,
    cancelId: 1,
  });
  if (choice === 0) window.webContents.reload();
  else window.close();
}

/** For every web contents there will ever be: it stays on our page, opens no windows, attaches no web views. */
export function confineWebContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isWindowAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isWindowAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    // Sources of the catalog are links to the web: the user's browser shows them, not a window of ours.
    if (URL.canParse(url) && new URL(url).protocol === 'https:') void shell.openExternal(url);
    return { action: 'deny' };
  });
}
