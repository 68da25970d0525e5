/** A host that keeps files in memory: the same promises as the shells, without a disk. */
import { fail, ok } from '#core/base/result.ts';
import type { FileStamp, Host, HostInfo, RecentFile, RecoveryEntry } from '#core/io/host.ts';

interface StoredRecovery extends RecoveryEntry {
  readonly text: string;
}

export class MemoryHost implements Host {
  readonly info: HostInfo = {
    shell: 'loopback',
    nativeDialogs: true,
    platform: 'linux',
    appVersion: '0.0.0',
    workspaceName: 'memory',
  };
  readonly files = new Map<string, string>();
  readonly recovery = new Map<string, StoredRecovery>();
  recent: RecentFile[] = [];
  /** Name the next save dialog answers with; null = the user cancels. */
  nextSaveName: string | null = null;
  /** File the next open dialog answers with. */
  nextOpenName: string | null = null;

  private stamp(name: string): FileStamp {
    const hash = this.files.get(name) ?? '';
    this.recent = [{ fileId: name, name, folder: '', usedAt: '' }, ...this.recent.filter((file) => file.name !== name)];
    return { fileId: name, name, hash };
  }

  getInfo = async () => this.info;
  listRecent = async () => this.recent;
  removeRecent = async (fileId: string) => {
    this.recent = this.recent.filter((file) => file.fileId !== fileId);
  };
  openWithDialog = async () =>
    this.nextOpenName === null ? fail({ reason: 'cancelled' as const, message: '' }) : this.openFile(this.nextOpenName);
  openFile = async (fileId: string) => {
    const text = this.files.get(fileId);
    if (text === undefined) return fail({ reason: 'not-found' as const, message: `${fileId} is gone.` });
    return ok({ ...this.stamp(fileId), text });
  };
  listFolder = async () => ok([]);
  openPath = (path: string) => this.openFile(path);
  saveFile = async (fileId: string, text: string, baseHash: string | null) => {
    if (baseHash !== null && this.files.get(fileId) !== baseHash) {
      return fail({ reason: 'changed-on-disk' as const, message: `${fileId} was changed.` });
    }
    this.files.set(fileId, text);
    return ok(this.stamp(fileId));
  };
  saveWithDialog = async (_suggestedName: string, text: string) => {
    if (this.nextSaveName === null) return fail({ reason: 'cancelled' as const, message: '' });
    this.files.set(this.nextSaveName, text);
    return ok(this.stamp(this.nextSaveName));
  };
  saveToPath = (path: string, text: string) => this.saveFile(path, text, null);
  exportFile = async (name: string) => ok({ name });
  openWindow = async () => null;
  setZoom = async () => undefined;
  writeRecovery = async (entry: Omit<StoredRecovery, 'savedAt'>) => {
    this.recovery.set(entry.recoveryId, { ...entry, savedAt: '' });
    return ok(null);
  };
  listRecovery = async () => [...this.recovery.values()];
  readRecovery = async (recoveryId: string) => {
    const entry = this.recovery.get(recoveryId);
    return entry ? ok({ text: entry.text, entry }) : fail({ reason: 'not-found' as const, message: 'Gone.' });
  };
  removeRecovery = async (recoveryId: string) => {
    this.recovery.delete(recoveryId);
  };
  setDocumentState = async () => undefined;
  confirmClose = async () => undefined;
  onEvent = () => () => undefined;
}
