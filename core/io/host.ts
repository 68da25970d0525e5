/**
 * The outside world as the window sees it: files, recents, recovery, window manners. One signature for the
 * desktop shell and the loopback host. The renderer holds ids, never paths: the shell maps id to path, and a path enters
 * only through a native dialog, the recent list, or (loopback) from inside the workspace folder.
 */
import type { Result } from '../base/result.ts';

export interface HostInfo {
  readonly shell: 'electron' | 'loopback';
  /** false: the renderer shows its own file picker over `listFolder`. */
  readonly nativeDialogs: boolean;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly appVersion: string;
  /** Folder that file names are relative to on the loopback host; shown to the user. */
  readonly workspaceName: string;
}

/** A design file on disk as it was when read or written. */
export interface FileStamp {
  readonly fileId: string;
  readonly name: string;
  /** SHA-256 hex of the content; a save is refused when the disk holds another. */
  readonly hash: string;
}

/** What stands or is to stand in a file; bytes are UTF-8, as what is large goes to a worker and comes from it. */
export type FileText = string | Uint8Array;

/** A long text that the window has only a hold of, as a browser's Blob: whoever reads it fetches its bytes. */
export interface HeldText {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export type OpenedText = FileText | HeldText;

export interface OpenedFile extends FileStamp {
  readonly text: OpenedText;
}

export interface RecentFile {
  readonly fileId: string;
  readonly name: string;
  readonly folder: string;
  /** ISO date-time of last use. */
  readonly usedAt: string;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'folder' | 'design' | 'file';
  readonly sizeBytes: number;
  readonly modifiedAt: string;
}

export interface RecoveryEntry {
  readonly recoveryId: string;
  readonly designName: string;
  /** Name of the file it belongs to, or null when never saved. */
  readonly fileName: string | null;
  readonly fileId: string | null;
  readonly savedAt: string;
}

export type FileErrorReason =
  | 'cancelled'
  | 'not-found'
  | 'no-permission'
  | 'no-space'
  | 'too-large'
  | 'changed-on-disk'
  | 'exists'
  | 'outside-workspace'
  | 'not-a-file'
  | 'failed';

export interface FileError {
  readonly reason: FileErrorReason;
  /** One sentence: what, where, what to do. Empty for `cancelled`. */
  readonly message: string;
}

export type FileResult<T> = Promise<Result<T, FileError>>;

/** What a native menu or a window event asks of the renderer: an action id of the renderer's actions table, or a file to open. */
export type HostEvent =
  | { readonly kind: 'action'; readonly actionId: string }
  | { readonly kind: 'open-file'; readonly fileId: string }
  /** The window wants to close; answer with `confirmClose`. */
  | { readonly kind: 'close-requested' };

/** Kinds of export, for dialog filters and the default extension. */
export type ExportKind = 'xlsx' | 'csv' | 'tsv' | 'svg' | 'png';

export interface Host {
  getInfo(): Promise<HostInfo>;
  listRecent(): Promise<readonly RecentFile[]>;
  removeRecent(fileId: string): Promise<void>;
  /** Electron: native open dialog. Loopback: refused with `failed`; use `listFolder` and `openPath`. */
  openWithDialog(): FileResult<OpenedFile>;
  openFile(fileId: string): FileResult<OpenedFile>;
  /** Loopback only: folders and files of the workspace; `folder` is '' for the root, with '/' separators. */
  listFolder(folder: string): FileResult<readonly FolderEntry[]>;
  /** Loopback only: a workspace-relative path. */
  openPath(path: string): FileResult<OpenedFile>;
  /** Atomic write to the known file; `changed-on-disk` when its hash is no longer `baseHash` (null = overwrite). */
  saveFile(fileId: string, text: FileText, baseHash: string | null): FileResult<FileStamp>;
  /** Electron: native save dialog with that suggestion. Loopback: refused; use `saveToPath`. */
  saveWithDialog(suggestedName: string, text: FileText): FileResult<FileStamp>;
  /** Loopback only. `exists` unless `overwrite`. */
  saveToPath(path: string, text: FileText, overwrite: boolean): FileResult<FileStamp>;
  /** Electron: native save dialog. Loopback: the bytes are downloaded by the browser. Returns the file name. */
  exportFile(suggestedName: string, kind: ExportKind, bytes: Uint8Array): FileResult<{ readonly name: string }>;
  /** Keeps the newest state of an unsaved design outside the file. One entry per recoveryId. */
  writeRecovery(entry: {
    recoveryId: string;
    designName: string;
    fileId: string | null;
    fileName: string | null;
    text: FileText;
  }): FileResult<null>;
  listRecovery(): Promise<readonly RecoveryEntry[]>;
  readRecovery(recoveryId: string): FileResult<{ readonly text: OpenedText; readonly entry: RecoveryEntry }>;
  removeRecovery(recoveryId: string): Promise<void>;
  /** One more window. A shell with windows of its own opens it and answers null; a link answered opens one, once. */
  openWindow(): Promise<string | null>;
  /** Size of the whole page, 1 = usual. A browser does nothing: there the page zooms itself. */
  setZoom(factor: number): Promise<void>;
  /** Window title and unsaved mark. */
  setDocumentState(state: { title: string; isDirty: boolean }): Promise<void>;
  /** Answer to `close-requested`. */
  confirmClose(allow: boolean): Promise<void>;
  /** Returns the unsubscribe function. */
  onEvent(listener: (event: HostEvent) => void): () => void;
}
