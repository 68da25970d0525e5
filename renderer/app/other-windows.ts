/**
 * Several windows may have one file open. Whoever opens it second is told; when one of them saves, the others show the new
 * content, or, holding unsaved work of their own, are told that saving will ask. Nothing is overwritten unasked: a save is refused
 * by the host when the file has changed.
 */
import type { FileStamp } from '#core/io/host.ts';
import { designStore, selectIsDirty } from '../store/design-store.ts';
import { showNotice } from '../store/notice-store.ts';
import { openById } from './document-files.ts';
import { holdFile } from './window-holds.ts';

const CHANNEL = 'weft-saved-files';

async function noticeFile(file: FileStamp | null): Promise<void> {
  if (!(await holdFile(file?.fileId ?? null)) || !file) return;
  showNotice(
    'warning',
    `${file.name} is open in another window too. Who saves second is asked before anything is overwritten.`,
  );
}

async function followSave(saved: FileStamp): Promise<void> {
  const state = designStore.getState();
  const { file } = state;
  if (!state.isOpen || file?.fileId !== saved.fileId || file.hash === saved.hash) return;
  if (selectIsDirty(state)) {
    showNotice('warning', `${saved.name} was saved in another window. Saving here will ask what is to become of it.`);
    return;
  }
  await openById(saved.fileId);
  showNotice('info', `${saved.name} was saved in another window and is shown as it is now.`);
}

/** Starts telling the other windows, and listening to them. */
export function followOtherWindows(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event: MessageEvent<FileStamp>) => void followSave(event.data));
  designStore.subscribe((state, previous) => {
    if (state.file?.fileId !== previous.file?.fileId || state.isOpen !== previous.isOpen) {
      void noticeFile(state.isOpen ? state.file : null);
    }
    const isSave = state.documentSerial === previous.documentSerial && state.file?.hash !== previous.file?.hash;
    if (isSave && state.file) channel.postMessage(state.file);
  });
}
