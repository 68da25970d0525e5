import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import { parseDesign, serializeDesign } from '#core/io/design-file.ts';
import { startAutosave } from '../../../renderer/app/autosave.ts';
import {
  leaveDesign,
  newDesign,
  openRecent,
  openWithDialog,
  recoverDesign,
  saveDesign,
  suggestFileName,
} from '../../../renderer/app/document-files.ts';
import { bindHost } from '../../../renderer/app/host-binding.ts';
import { design, designStore, dispatch, openDesign, selectIsDirty } from '../../../renderer/store/design-store.ts';
import { dialogStore } from '../../../renderer/store/dialog-store.ts';
import { MemoryHost } from '../../support/memory-host.ts';

let host: MemoryHost;

beforeEach(() => {
  host = new MemoryHost();
  bindHost({ host, info: host.info });
  openDesign(createDesign('Test'), null);
});

const edit = (name: string): void => void dispatch({ name: 'editDesignInfo', args: { name } });
const isDirty = (): boolean => selectIsDirty(designStore.getState());

/** Waits for the question and answers it; gives its title and text back. */
async function answer(choice: string | null): Promise<string> {
  const open = await vi.waitFor(() => {
    const { current } = dialogStore.getState();
    if (!current) throw new Error('no dialog is open');
    return current;
  });
  open.answer(choice);
  return open.request.kind === 'choice' ? `${open.request.title} ${open.request.message}` : open.request.kind;
}

describe('unsaved work', () => {
  it('stays when the user cancels', async () => {
    edit('Changed');
    const done = newDesign();
    expect(await answer('cancel')).toContain('Changed');
    await done;
    expect(design().name).toBe('Changed');
  });

  it('goes when the user says so, together with its recovery', async () => {
    edit('Changed');
    const done = newDesign();
    await answer('discard');
    await done;
    expect(design().name).toBe('Untitled');
    expect(host.recovery.size).toBe(0);
  });

  it('is saved first when the user wants that, and stays when that is cancelled', async () => {
    edit('Changed');
    const cancelled = leaveDesign();
    await answer('save');
    await cancelled;
    expect(designStore.getState().isOpen).toBe(true);
    host.nextSaveName = 'kept.weft';
    const done = leaveDesign();
    await answer('save');
    await done;
    expect(designStore.getState().isOpen).toBe(false);
    expect(parseDesign(host.files.get('kept.weft') ?? '', 'kept.weft')).toMatchObject({ value: { name: 'Changed' } });
  });

  it('asks nothing when there is none', async () => {
    await newDesign();
    expect(dialogStore.getState().current).toBeNull();
  });
});

describe('opening', () => {
  it('tells in one sentence why a file is no design, and changes nothing', async () => {
    const before = designStore.getState().edit;
    host.files.set('broken.weft', serializeDesign(createDesign('Whole')).slice(0, 80));
    host.nextOpenName = 'broken.weft';
    const done = openWithDialog();
    expect(await answer('ok')).toContain('broken.weft');
    await done;
    expect(designStore.getState().edit).toBe(before);
    expect(host.recent).toEqual([]);
  });

  it('offers to forget a recent file that is gone', async () => {
    host.recent = [{ fileId: 'gone.weft', name: 'gone.weft', folder: '', usedAt: '' }];
    const done = openRecent('gone.weft', 'gone.weft');
    expect(await answer('remove')).toContain('gone.weft');
    expect(await done).toBe(true);
    expect(host.recent).toEqual([]);
  });

  it('brings recovered work back as unsaved', async () => {
    const text = serializeDesign(createDesign('Recovered'));
    await host.writeRecovery({ recoveryId: 'r', designName: 'Recovered', fileId: null, fileName: null, text });
    await recoverDesign('r');
    expect(design().name).toBe('Recovered');
    expect(isDirty()).toBe(true);
  });
});

describe('saving', () => {
  beforeEach(async () => {
    host.nextSaveName = 'a.weft';
    edit('Saved');
    await saveDesign();
  });

  it('writes to the same file from then on', async () => {
    edit('Again');
    expect(await saveDesign()).toBe(true);
    expect(host.files.get('a.weft')).toContain('Again');
    expect(isDirty()).toBe(false);
  });

  it('never overwrites in silence what another program wrote', async () => {
    host.files.set('a.weft', 'foreign');
    edit('Mine');
    const refused = saveDesign();
    await answer('cancel');
    expect(await refused).toBe(false);
    expect(host.files.get('a.weft')).toBe('foreign');
    expect(isDirty()).toBe(true);
    const forced = saveDesign();
    await answer('overwrite');
    expect(await forced).toBe(true);
    expect(host.files.get('a.weft')).toContain('Mine');
  });

  it('suggests names every file system takes', () => {
    expect(suggestFileName('A/B: 2:1 "test"', 'weft')).toBe('A B 2 1 test.weft');
    expect(suggestFileName('  ..', 'weft')).toBe('Untitled.weft');
  });
});

describe('autosave', () => {
  it('keeps unsaved work two seconds after an edit and forgets it once saved', async () => {
    vi.useFakeTimers();
    const stop = startAutosave();
    try {
      edit('Kept');
      await vi.advanceTimersByTimeAsync(1000);
      expect(host.recovery.size).toBe(0);
      await vi.advanceTimersByTimeAsync(1500);
      expect([...host.recovery.values()][0]?.text).toContain('Kept');
      host.nextSaveName = 'b.weft';
      await saveDesign();
      expect(host.recovery.size).toBe(0);
    } finally {
      stop();
      vi.useRealTimers();
    }
  });
});
