/** The desktop shell: one process, its windows, files by the shared services. Everything of substance is in the files it wires together. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import { createFileRegistry } from './files/file-registry.ts';
import { createHostFiles } from './files/host-files.ts';
import { findUserDataFolder } from './files/user-data.ts';
import { describeDesktopFolder } from './desktop-host.ts';
import { answerWindowCalls } from './ipc.ts';
import { findLaunchFile } from './launch-file.ts';
import { installMenu } from './menu.ts';
import { declareWindowScheme, isWindowAddress, serveWindowScheme } from './window-scheme.ts';
import { confineWebContents, type DesktopWindow, loadWindowPage, openDesktopWindow } from './windows.ts';

const userDataFolder = findUserDataFolder();
const registry = createFileRegistry();
const files = createHostFiles({
  userDataFolder,
  registry,
  now: () => new Date(),
  // A path here came from a native dialog, the command line or our own list: the user's own choice.
  mayUse: async () => true,
  describeFolder: describeDesktopFolder,
});
/** By web contents; the one used last is the last. */
const windows = new Map<number, DesktopWindow>();
let isQuitting = false;
/** A file named before the window is there. */
let pendingFile: string | null = null;

function findCurrentWindow(): DesktopWindow | undefined {
  return [...windows.values()].at(-1);
}

function openInWindow(path: string): void {
  const target = findCurrentWindow();
  if (target) target.send({ kind: 'open-file', fileId: registry.register(path) });
  else pendingFile = path;
}

async function openWindow(): Promise<void> {
  const opened = await openDesktopWindow({
    files,
    userDataFolder,
    onKept: () => {
      isQuitting = false;
    },
    openWindow,
    openCount: windows.size,
  });
  const { id } = opened.window.webContents;
  windows.set(id, opened);
  opened.window.on('focus', () => {
    windows.delete(id);
    windows.set(id, opened);
  });
  opened.window.on('closed', () => {
    windows.delete(id);
    if (isQuitting) app.quit();
  });
  if (pendingFile !== null) {
    openInWindow(pendingFile);
    pendingFile = null;
  }
  await loadWindowPage(opened);
}

function focusWindow(): void {
  const window = findCurrentWindow()?.window;
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function denyPermissions(): void {
  // Copying text to the clipboard is the one thing a page of ours asks leave for.
  const isAllowed = (permission: string, address: string): boolean =>
    permission === 'clipboard-sanitized-write' && isWindowAddress(address);
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isAllowed(permission, details.requestingUrl));
  });
  session.defaultSession.setPermissionCheckHandler((_contents, permission, origin) =>
    isAllowed(permission, `${origin}/`),
  );
}

function reportBreakdown(error: unknown): void {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  dialog.showErrorBox(
    'Something broke in Weft',
    `Your design is safe: the last changes are offered for recovery.\n\n${why}`,
  );
}

async function start(): Promise<void> {
  await app.whenReady();
  denyPermissions();
  serveWindowScheme(join(__dirname, '..', 'renderer'));
  answerWindowCalls((webContentsId) => windows.get(webContentsId)?.host);
  installMenu((actionId) => findCurrentWindow()?.send({ kind: 'action', actionId }));
  await openWindow();
}

// Electron refuses a folder that is not there.
mkdirSync(userDataFolder, { recursive: true });
app.setPath('userData', userDataFolder);
if (app.requestSingleInstanceLock()) {
  declareWindowScheme();
  pendingFile = findLaunchFile(process.argv, process.cwd(), app.isPackaged);
  app.on('web-contents-created', (_event, contents) => confineWebContents(contents));
  app.on('second-instance', (_event, argv, workingFolder) => {
    const file = findLaunchFile(argv, workingFolder, app.isPackaged);
    if (file !== null) openInWindow(file);
    focusWindow();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openInWindow(path);
  });
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || isQuitting) app.quit();
  });
  app.on('activate', () => {
    if (windows.size === 0 && app.isReady()) void openWindow();
  });
  process.on('uncaughtException', reportBreakdown);
  process.on('unhandledRejection', reportBreakdown);
  void start();
} else {
  app.quit();
}
