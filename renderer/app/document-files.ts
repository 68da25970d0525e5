/** Opening and saving designs. Whatever fails ends in one clear sentence and leaves the open design as it was. */
import type { Design } from '#core/design/design.ts';
import { createDesign } from '#core/design/design.ts';
import type { EditState } from '#core/edit/transact.ts';
import type { FileError, FileResult, FileStamp, OpenedFile, RecentFile } from '#core/io/host.ts';
import { closeDesign, designStore, markSaved, openDesign } from '../store/design-store.ts';
import { prepareToRead, writeDesign } from '../store/design-text.ts';
import { ask, tell } from '../store/dialog-store.ts';
import { showNotice } from '../store/notice-store.ts';
import { sendCanvasCommand, setScreen } from '../store/view-store.ts';
import { adoptRecovery, beginRecovery, forgetRecovery } from './autosave.ts';
import { host, hostInfo } from './host-binding.ts';
import { keepHistory, recallHistory } from './kept-history.ts';
import { readToShow } from './read-to-show.ts';
import { confirmLeave } from './unsaved-guard.ts';

/** Puts a design on the screen as a new document. */
export function showDesign(
  shown: Design,
  file: FileStamp | null,
  recoveryId: string | null = null,
  isUnsaved = recoveryId !== null,
): void {
  beginRecovery();
  openDesign(shown, file, {
    unsaved: isUnsaved,
    undoStack: recoveryId === null && file ? recallHistory(file) : [],
  });
  if (recoveryId !== null) adoptRecovery(recoveryId);
  setScreen('studio');
  sendCanvasCommand('fit');
}

async function tellFailure(title: string, error: FileError): Promise<void> {
  if (error.reason !== 'cancelled') await tell(title, error.message);
}

/** Reading takes its time, and the window is at hand meanwhile: what was done in it since it was left is asked about again. */
async function isStillLeft(left: EditState): Promise<boolean> {
  return designStore.getState().edit === left || (await confirmLeave(saveDesign));
}

/** Asked for before a file is read, and waited for only where it is wanted. */
type KnownFiles = Promise<readonly RecentFile[]>;

/** What opening a file takes besides it, begun while the user still chooses and the host still reads. */
function beginOpening(): KnownFiles {
  prepareToRead();
  const known = host().listRecent();
  known.catch(() => undefined);
  return known;
}

/** Only designs belong into the list of recent files: `known` are those that stood there before this one was read. */
async function showOpened(opened: OpenedFile, known: KnownFiles, left: EditState): Promise<void> {
  const parsed = await readToShow(opened.text, opened.name);
  if (!parsed.ok) {
    if (!(await known).some((recent) => recent.fileId === opened.fileId)) await host().removeRecent(opened.fileId);
    await tell(`${opened.name} was not opened`, parsed.error.message);
    return;
  }
  const { fileId, name, hash } = opened;
  if (await isStillLeft(left)) showDesign(parsed.value, { fileId, name, hash });
}

async function openFrom(read: () => FileResult<OpenedFile>, known = beginOpening()): Promise<void> {
  if (!(await confirmLeave(saveDesign))) return;
  const { edit } = designStore.getState();
  const opened = await read();
  if (opened.ok) await showOpened(opened.value, known, edit);
  else await tellFailure('The file was not opened', opened.error);
}

export async function newDesign(): Promise<void> {
  if (!(await confirmLeave(saveDesign))) return;
  showDesign(createDesign('Untitled'), null);
}

export async function openTemplate(template: Design): Promise<void> {
  if (!(await confirmLeave(saveDesign))) return;
  showDesign(template, null);
}

/** A design that stands nowhere else: unsaved from the start. False when the user would rather keep the open one. */
export async function openGenerated(generated: Design): Promise<boolean> {
  if (!(await confirmLeave(saveDesign))) return false;
  showDesign(generated, null, null, true);
  return true;
}

export async function openWithDialog(): Promise<void> {
  if (hostInfo().nativeDialogs) {
    await openFrom(() => host().openWithDialog());
    return;
  }
  const known = beginOpening();
  const path = await ask({ kind: 'open-file' });
  if (path !== null) await openFrom(() => host().openPath(path), known);
}

/** A file the shell asks to open: double click in the desktop, second start. */
export async function openById(fileId: string): Promise<void> {
  await openFrom(() => host().openFile(fileId));
}

/** A recent file; says when it is gone and offers to forget it. True when the recent list changed. */
export async function openRecent(fileId: string, name: string): Promise<boolean> {
  if (!(await confirmLeave(saveDesign))) return false;
  const { edit } = designStore.getState();
  const known = beginOpening();
  const opened = await host().openFile(fileId);
  if (opened.ok) {
    await showOpened(opened.value, known, edit);
    return false;
  }
  if (opened.error.reason !== 'not-found') {
    await tellFailure(`${name} was not opened`, opened.error);
    return false;
  }
  const answer = await ask({
    kind: 'choice',
    title: `${name} is no longer there`,
    message: opened.error.message,
    choices: [
      { id: 'keep', label: 'Keep in the list' },
      { id: 'remove', label: 'Remove from the list', tone: 'primary' },
    ],
  });
  if (answer !== 'remove') return false;
  await host().removeRecent(fileId);
  return true;
}

/** A file dropped on the window: read by the browser, so it has no place on disk to save back to. */
export async function openDropped(file: File): Promise<void> {
  const parsed = await readToShow(await file.text(), file.name);
  if (!parsed.ok) {
    await tell(`${file.name} was not opened`, parsed.error.message);
    return;
  }
  if (await confirmLeave(saveDesign)) showDesign(parsed.value, null);
}

/** Brings back unsaved work; it stays unsaved until the user saves it. */
export async function recoverDesign(recoveryId: string): Promise<void> {
  if (!(await confirmLeave(saveDesign))) return;
  const { edit } = designStore.getState();
  const read = await host().readRecovery(recoveryId);
  if (!read.ok) {
    await tellFailure('The unsaved work was not recovered', read.error);
    return;
  }
  const { text, entry } = read.value;
  const parsed = await readToShow(text, entry.fileName ?? entry.designName);
  if (!parsed.ok) {
    await tell('The unsaved work was not recovered', parsed.error.message);
    return;
  }
  const original = entry.fileId === null ? null : await host().openFile(entry.fileId);
  const file = original?.ok
    ? { fileId: original.value.fileId, name: original.value.name, hash: original.value.hash }
    : null;
  if (await isStillLeft(edit)) showDesign(parsed.value, file, recoveryId);
}

/** Back to the start screen. */
export async function leaveDesign(): Promise<void> {
  if (!(await confirmLeave(saveDesign))) return;
  closeDesign();
  beginRecovery();
  setScreen('start');
}

/** A field that is being edited commits when it loses focus: what the user typed belongs into the file. */
function commitOpenField(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) activeElement.blur();
}

let running: Promise<boolean> | null = null;

/** One save at a time: a second one waits for the answer of the first. */
function runAlone(save: () => Promise<boolean>): Promise<boolean> {
  running ??= save().finally(() => {
    running = null;
  });
  return running;
}

/** True when the design stands in a file afterwards. */
export function saveDesign(): Promise<boolean> {
  commitOpenField();
  return runAlone(() => (designStore.getState().file ? saveToFile(false) : saveToChosen()));
}

export function saveDesignAs(): Promise<boolean> {
  commitOpenField();
  return runAlone(saveToChosen);
}

async function finishSave(stamp: FileStamp, saved: ReturnType<typeof designStore.getState>['edit']): Promise<boolean> {
  markSaved(stamp, saved);
  keepHistory(stamp, saved.undoStack);
  if (designStore.getState().edit === saved) await forgetRecovery();
  showNotice('success', `Saved ${stamp.name}`);
  return true;
}

async function saveToFile(isOverwriting: boolean): Promise<boolean> {
  const { file, edit } = designStore.getState();
  if (!file) return saveToChosen();
  const text = await writeDesign(edit.design);
  const result = await host().saveFile(file.fileId, text, isOverwriting ? null : file.hash);
  if (result.ok) return finishSave(result.value, edit);
  if (result.error.reason === 'changed-on-disk') return resolveConflict(file, result.error);
  if (result.error.reason === 'cancelled') return false;
  const answer = await ask({
    kind: 'choice',
    title: `${file.name} was not saved`,
    message: `${result.error.message} Your design is still open here.`,
    choices: [
      { id: 'cancel', label: 'Cancel' },
      { id: 'save-as', label: 'Save as \u2026', tone: 'primary' },
    ],
  });
  return answer === 'save-as' ? saveToChosen() : false;
}

async function resolveConflict(file: FileStamp, error: FileError): Promise<boolean> {
  const answer = await ask({
    kind: 'choice',
    title: `${file.name} has changed on disk`,
    message: error.message,
    choices: [
      { id: 'cancel', label: 'Cancel' },
      { id: 'overwrite', label: 'Overwrite it', tone: 'danger' },
      { id: 'save-as', label: 'Save as \u2026', tone: 'primary' },
    ],
  });
  if (answer === 'overwrite') return saveToFile(true);
  return answer === 'save-as' ? saveToChosen() : false;
}

/** A name every file system takes, from the design's name. */
export function suggestFileName(designName: string, extension: string): string {
  const safe = designName
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  return `${safe.slice(0, 100) || 'Untitled'}.${extension}`;
}

async function saveToChosen(): Promise<boolean> {
  const { edit, file } = designStore.getState();
  const writing = writeDesign(edit.design);
  const suggestedName = file?.name ?? suggestFileName(edit.design.name, 'weft');
  if (hostInfo().nativeDialogs) {
    const result = await host().saveWithDialog(suggestedName, await writing);
    if (result.ok) return finishSave(result.value, edit);
    await tellFailure('The design was not saved', result.error);
    return false;
  }
  const path = await ask({ kind: 'save-file', suggestedName });
  if (path === null) return false;
  const text = await writing;
  let result = await host().saveToPath(path, text, false);
  if (!result.ok && result.error.reason === 'exists' && (await confirmOverwrite(path))) {
    result = await host().saveToPath(path, text, true);
  }
  if (result.ok) return finishSave(result.value, edit);
  if (result.error.reason !== 'exists') await tellFailure('The design was not saved', result.error);
  return false;
}

async function confirmOverwrite(path: string): Promise<boolean> {
  const answer = await ask({
    kind: 'choice',
    title: `Replace ${path}?`,
    message: 'A file of that name is already there. Replacing it cannot be undone.',
    choices: [
      { id: 'cancel', label: 'Cancel' },
      { id: 'replace', label: 'Replace', tone: 'danger' },
    ],
  });
  return answer === 'replace';
}
