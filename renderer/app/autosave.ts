/**
 * Keeps the newest state of unsaved work with the host, apart from the user's file, so that a crash loses two seconds at
 * most. The entry goes when the work is saved or given up.
 */
import { type DesignState, designStore, selectIsDirty } from '../store/design-store.ts';
import { writeDesign } from '../store/design-text.ts';
import { showNotice } from '../store/notice-store.ts';
import { host } from './host-binding.ts';
import { holdRecovery } from './window-holds.ts';

const DELAY_MS = 2000;

let recoveryId: string | null = null;

/** Other windows see that the entry has its window, and do not offer it. */
function setRecoveryId(id: string | null): void {
  recoveryId = id;
  holdRecovery(id);
}

let isWritten = false;
let timer: ReturnType<typeof setTimeout> | null = null;
/** Writes and removals happen in the order they were asked for. */
let queue: Promise<unknown> = Promise.resolve();
let hasWarned = false;

function createRecoveryId(): string {
  return `recovery-${crypto.randomUUID()}`;
}

function stopTimer(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

async function write(): Promise<void> {
  const state = designStore.getState();
  if (!selectIsDirty(state)) return;
  const id = recoveryId ?? createRecoveryId();
  if (recoveryId === null) setRecoveryId(id);
  isWritten = true;
  const { design } = state.edit;
  const result = await host().writeRecovery({
    recoveryId: id,
    designName: design.name,
    fileId: state.file?.fileId ?? null,
    fileName: state.file?.name ?? null,
    text: await writeDesign(design),
  });
  if (result.ok || hasWarned) return;
  hasWarned = true;
  showNotice('warning', `Unsaved work is not being kept for recovery: ${result.error.message}`);
}

/** Drops the recovery entry of the open document, also one that is about to be written. */
export async function forgetRecovery(): Promise<void> {
  stopTimer();
  const id = recoveryId;
  setRecoveryId(null);
  if (id === null || !isWritten) return;
  isWritten = false;
  const removal = queue.then(() => host().removeRecovery(id));
  queue = removal.catch(() => undefined);
  await queue;
}

/** Goes on writing to the entry a design was recovered from. */
export function adoptRecovery(id: string): void {
  stopTimer();
  setRecoveryId(id);
  isWritten = true;
}

function onDesignChange(state: DesignState, previous: DesignState): void {
  const isSameDocument = state.documentSerial === previous.documentSerial && state.isOpen;
  if (!isSameDocument) {
    stopTimer();
    // A generated design stands nowhere else from the start.
    if (!selectIsDirty(state)) return;
  } else if (!selectIsDirty(state)) {
    void forgetRecovery();
    return;
  } else if (state.edit === previous.edit) return;
  stopTimer();
  timer = setTimeout(() => {
    timer = null;
    queue = queue.then(write).catch(() => undefined);
  }, DELAY_MS);
}

/** Starts watching the document. Returns the way to stop. */
export function startAutosave(): () => void {
  const unsubscribe = designStore.subscribe(onDesignChange);
  return () => {
    stopTimer();
    unsubscribe();
  };
}

/** For documents replaced by others: the next edit begins an entry of its own. */
export function beginRecovery(): void {
  stopTimer();
  setRecoveryId(null);
  isWritten = false;
}
