/**
 * The part of the Host that is the same in every shell: files by id, recents, recovery. A shell adds how a path comes in
 * (native dialog, or a path inside the workspace) through `openAt` and `saveAt`.
 */
import { basename, dirname } from 'node:path';
import { ok } from '#core/base/result.ts';
import type { FileResult, FileStamp, FileText, Host, OpenedFile } from '#core/io/host.ts';
import { createDesignSaver, readDesignFile } from './design-files.ts';
import { failFile } from './file-errors.ts';
import type { FileRegistry } from './file-registry.ts';
import { longTextBytes } from './long-text.ts';
import { createRecents } from './recents.ts';
import { createRecovery, type RecoveryRecord } from './recovery.ts';

type SharedCall =
  | 'listRecent'
  | 'removeRecent'
  | 'openFile'
  | 'saveFile'
  | 'writeRecovery'
  | 'listRecovery'
  | 'readRecovery'
  | 'removeRecovery';

export interface HostFiles extends Pick<Host, SharedCall> {
  openAt(path: string): FileResult<OpenedFile>;
  saveAt(path: string, text: FileText, baseHash: string | null): FileResult<FileStamp>;
}

export interface HostFilesOptions {
  readonly userDataFolder: string;
  readonly registry: FileRegistry;
  readonly now: () => Date;
  /** Whether this shell may touch a path at all. Asked again at every use: a folder may have become a link since. */
  readonly mayUse: (path: string) => Promise<boolean>;
  /** How a file's folder is shown to the user. */
  readonly describeFolder: (folder: string) => string;
}

export function createHostFiles(options: HostFilesOptions): HostFiles {
  const { registry, mayUse } = options;
  const saver = createDesignSaver();
  const recents = createRecents(options.userDataFolder, options.now);
  const recovery = createRecovery(options.userDataFolder, options.now);
  const unknownFile = failFile('not-found', 'This file is not known any more: open it again.');
  const failOutside = (path: string) =>
    failFile('outside-workspace', `"${basename(path)}" is not inside the workspace folder.`);

  const openAt = async (path: string): FileResult<OpenedFile> => {
    if (!(await mayUse(path))) return failOutside(path);
    const read = await readDesignFile(path);
    if (!read.ok) return read;
    // Nobody waits for the list to be written; whoever asks for it does.
    void recents.touch(path);
    const { name, hash, bytes } = read.value;
    const text = bytes.length > longTextBytes ? bytes : new TextDecoder().decode(bytes);
    return ok({ fileId: registry.register(path), name, hash, text });
  };
  const saveAt = async (path: string, text: FileText, baseHash: string | null): FileResult<FileStamp> => {
    if (!(await mayUse(path))) return failOutside(path);
    const saved = await saver.save(path, text, baseHash);
    if (!saved.ok) return saved;
    await recents.touch(path);
    return ok({ fileId: registry.register(path), ...saved.value });
  };
  const describeRecovery = async ({ path, ...record }: RecoveryRecord) => {
    const isReachable = path !== null && (await mayUse(path));
    return { ...record, fileId: isReachable ? registry.register(path) : null };
  };

  return {
    openAt,
    saveAt,
    async openFile(fileId) {
      const path = registry.find(fileId);
      return path === null ? unknownFile : openAt(path);
    },
    async saveFile(fileId, text, baseHash) {
      const path = registry.find(fileId);
      return path === null ? unknownFile : saveAt(path, text, baseHash);
    },
    async listRecent() {
      const files = await recents.list();
      const usable = await Promise.all(files.map(async (file) => ((await mayUse(file.path)) ? file : null)));
      return usable
        .filter((file) => file !== null)
        .map(({ path, usedAt }) => ({
          fileId: registry.register(path),
          name: basename(path),
          folder: options.describeFolder(dirname(path)),
          usedAt,
        }));
    },
    async removeRecent(fileId) {
      const path = registry.find(fileId);
      if (path !== null) await recents.remove(path);
    },
    writeRecovery({ recoveryId, designName, fileName, fileId, text }) {
      const path = fileId === null ? null : registry.find(fileId);
      return recovery.write({ recoveryId, designName, fileName, path }, text);
    },
    async listRecovery() {
      return Promise.all((await recovery.list()).map(describeRecovery));
    },
    async readRecovery(recoveryId) {
      const read = await recovery.read(recoveryId);
      if (!read.ok) return read;
      return ok({ text: read.value.text, entry: await describeRecovery(read.value.record) });
    },
    removeRecovery: (recoveryId) => recovery.remove(recoveryId),
  };
}
