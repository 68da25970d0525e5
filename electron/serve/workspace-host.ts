/** The Host over one workspace folder, for the window in a browser: it lists and names files itself, there are no native dialogs. */
import { basename } from 'node:path';
import type { Host, HostInfo } from '#core/io/host.ts';
import { exists } from '../files/exists.ts';
import { failFile } from '../files/file-errors.ts';
import { createFileRegistry } from '../files/file-registry.ts';
import { createHostFiles } from '../files/host-files.ts';
import type { Workspace } from '../files/workspace.ts';
import type { HostCall } from '../host-calls.ts';

export interface WorkspaceHostOptions {
  readonly workspace: Workspace;
  readonly userDataFolder: string;
  readonly appVersion: string;
  readonly now: () => Date;
  /** A fresh link that opens a window. */
  readonly createStartLink: () => string;
}

export function createWorkspaceHost({
  workspace,
  userDataFolder,
  appVersion,
  now,
  createStartLink,
}: WorkspaceHostOptions): Pick<Host, HostCall> {
  const { openAt, saveAt, ...files } = createHostFiles({
    userDataFolder,
    registry: createFileRegistry(),
    now,
    mayUse: workspace.contains,
    describeFolder: (folder) =>
      [basename(workspace.folder), workspace.relativeTo(folder)].filter((part) => part !== '').join('/'),
  });
  const noDialogs = async () =>
    failFile('failed', 'There are no native dialogs in the browser: choose the file in the list.');
  const info: HostInfo = {
    shell: 'loopback',
    nativeDialogs: false,
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    appVersion,
    workspaceName: basename(workspace.folder),
  };

  return {
    ...files,
    getInfo: async () => info,
    openWithDialog: noDialogs,
    saveWithDialog: noDialogs,
    exportFile: async () => failFile('failed', 'Exports are downloaded by the browser.'),
    listFolder: (folder) => workspace.list(folder),
    async openPath(path) {
      const full = await workspace.resolve(path);
      return full.ok ? openAt(full.value) : full;
    },
    async saveToPath(path, text, overwrite) {
      // Only design files are written: a workspace may well be somebody's home folder.
      const full = await workspace.resolve(path.toLowerCase().endsWith('.weft') ? path : `${path}.weft`);
      if (!full.ok) return full;
      if (!overwrite && (await exists(full.value))) {
        return failFile(
          'exists',
          `"${workspace.relativeTo(full.value)}" is there already: overwrite it or choose another name.`,
        );
      }
      return saveAt(full.value, text, null);
    },
    openWindow: async () => createStartLink(),
    // Size, title and closing belong to the browser here.
    setZoom: async () => undefined,
    setDocumentState: async () => undefined,
    confirmClose: async () => undefined,
  };
}
