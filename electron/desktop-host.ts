/** The Host of one desktop window: the shared file services with native dialogs, the window's title, and its close guard. */
import { homedir } from 'node:os';
import { basename, extname, sep } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { fail, ok } from '#core/base/result.ts';
import type { ExportKind, Host, HostInfo } from '#core/io/host.ts';
import type { CloseGuard } from './close-guard.ts';
import { writeAtomically } from './files/atomic-write.ts';
import { exists } from './files/exists.ts';
import { describeFileFailure, failFile } from './files/file-errors.ts';
import type { HostFiles } from './files/host-files.ts';
import type { HostCall } from './host-calls.ts';

const designFilter = { name: 'Weft design', extensions: ['weft'] };
const exportFilters: Record<ExportKind, { name: string; extensions: string[] }> = {
  xlsx: { name: 'Excel workbook', extensions: ['xlsx'] },
  csv: { name: 'Comma-separated values', extensions: ['csv'] },
  tsv: { name: 'Tab-separated values', extensions: ['tsv'] },
  svg: { name: 'SVG picture', extensions: ['svg'] },
  png: { name: 'PNG picture', extensions: ['png'] },
};

export interface DesktopHostOptions {
  readonly window: BrowserWindow;
  readonly files: HostFiles;
  readonly closeGuard: CloseGuard;
  readonly appVersion: string;
  readonly openWindow: () => Promise<void>;
}

const cancelled = failFile('cancelled', '');

export function createDesktopHost(options: DesktopHostOptions): Pick<Host, HostCall> {
  const { window, closeGuard } = options;
  const { openAt, saveAt, ...files } = options.files;
  const noFolders = async () => failFile('failed', 'Files are chosen with the dialogs of the system here.');
  const info: HostInfo = {
    shell: 'electron',
    nativeDialogs: true,
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    appVersion: options.appVersion,
    workspaceName: '',
  };

  return {
    ...files,
    getInfo: async () => info,
    listFolder: noFolders,
    openPath: noFolders,
    saveToPath: noFolders,
    async openWithDialog() {
      const filters = [designFilter, { name: 'All files', extensions: ['*'] }];
      const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters });
      const path = filePaths[0];
      return canceled || path === undefined ? cancelled : openAt(path);
    },
    async saveWithDialog(suggestedName, text) {
      const path = await askWhereToSave(window, suggestedName, designFilter);
      return path.ok ? saveAt(path.value, text, null) : path;
    },
    async exportFile(suggestedName, kind, bytes) {
      const path = await askWhereToSave(window, suggestedName, exportFilters[kind]);
      if (!path.ok) return path;
      try {
        await writeAtomically(path.value, bytes);
        return ok({ name: basename(path.value) });
      } catch (error) {
        return fail(describeFileFailure(error, 'save', path.value));
      }
    },
    async openWindow() {
      await options.openWindow();
      return null;
    },
    async setZoom(factor) {
      window.webContents.setZoomFactor(factor);
    },
    async setDocumentState({ title, isDirty }) {
      window.setTitle(isDirty ? `• ${title}` : title);
      window.setDocumentEdited(isDirty);
      closeGuard.setDirty(isDirty);
    },
    async confirmClose(allow) {
      closeGuard.answer(allow);
    },
  };
}

/** The path the user chose, always with the extension. The dialog asks about overwriting, but only for the name as it was typed. */
async function askWhereToSave(
  window: BrowserWindow,
  suggestedName: string,
  filter: { name: string; extensions: string[] },
) {
  const extension = `.${filter.extensions[0]}`;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    // The name comes from the window: a path in it must not choose the folder.
    defaultPath: withExtension(suggestedName.replaceAll(/[/\\:*?"<>|\0]/g, '-'), extension),
    filters: [filter],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return cancelled;
  const path = withExtension(filePath, extension);
  if (path !== filePath && (await exists(path))) {
    return failFile(
      'exists',
      `"${basename(path)}" is there already: choose another name, or the file itself to overwrite it.`,
    );
  }
  return ok(path);
}

function withExtension(path: string, extension: string): string {
  return extname(path).toLowerCase() === extension ? path : `${path}${extension}`;
}

/** A folder as the user knows it: '~' for home. */
export function describeDesktopFolder(folder: string): string {
  const home = homedir();
  return folder === home || folder.startsWith(home + sep) ? `~${folder.slice(home.length)}` : folder;
}
