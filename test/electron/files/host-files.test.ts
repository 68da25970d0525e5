import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileRegistry } from '../../../electron/files/file-registry.ts';
import { createHostFiles } from '../../../electron/files/host-files.ts';
import { provideTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = provideTemporaryFolder();

/** A shell as after a restart: it knows no ids yet. */
function createFiles() {
  let minute = 0;
  return createHostFiles({
    userDataFolder: join(folder(), 'user-data'),
    registry: createFileRegistry(),
    now: () => new Date(Date.UTC(2026, 0, 1, 0, minute++)),
    mayUse: async (path) => !path.includes('forbidden'),
    describeFolder: (path) => path,
  });
}

async function writeDesign(name: string, text = '{}'): Promise<string> {
  const path = join(folder(), name);
  await writeFile(path, text);
  return path;
}

describe('files by id', () => {
  it('opens nothing by an id it never gave out', async () => {
    const path = await writeDesign('a.weft');
    const opened = await createFiles().openAt(path);
    if (!opened.ok) throw new Error(opened.error.message);
    expect(await createFiles().openFile(opened.value.fileId)).toMatchObject({
      ok: false,
      error: { reason: 'not-found' },
    });
  });

  it('asks whether it may use a path at every use', async () => {
    await mkdir(join(folder(), 'forbidden'));
    const path = await writeDesign('forbidden/a.weft');
    expect(await createFiles().openAt(path)).toMatchObject({ ok: false, error: { reason: 'outside-workspace' } });
    expect(await createFiles().saveAt(path, 'x', null)).toMatchObject({
      ok: false,
      error: { reason: 'outside-workspace' },
    });
    expect(await readFile(path, 'utf8')).toBe('{}');
  });
});

describe('recent files', () => {
  it('lists the last used first, each once, and after a restart opens by its id', async () => {
    const files = createFiles();
    await files.openAt(await writeDesign('a.weft'));
    await files.openAt(await writeDesign('b.weft'));
    await files.saveAt(join(folder(), 'a.weft'), '{"a":1}', null);
    const restarted = createFiles();
    const recent = await restarted.listRecent();
    expect(recent.map((file) => file.name)).toEqual(['a.weft', 'b.weft']);
    expect(await restarted.openFile(recent[0]?.fileId ?? '')).toMatchObject({ ok: true, value: { text: '{"a":1}' } });
  });

  it('keeps a renamed file listed with a clear message until it is removed', async () => {
    const files = createFiles();
    const path = await writeDesign('a.weft');
    await files.openAt(path);
    await rename(path, join(folder(), 'b.weft'));
    const [gone] = await files.listRecent();
    const opened = await files.openFile(gone?.fileId ?? '');
    expect(opened).toMatchObject({ ok: false, error: { reason: 'not-found' } });
    expect(await files.listRecent()).toHaveLength(1);
    await files.removeRecent(gone?.fileId ?? '');
    expect(await files.listRecent()).toEqual([]);
  });

  it('starts empty from a damaged list', async () => {
    await mkdir(join(folder(), 'user-data'));
    await writeFile(join(folder(), 'user-data', 'recents.json'), '{"version":1,"files":[{"path"');
    expect(await createFiles().listRecent()).toEqual([]);
  });

  it('loses no file when many are opened at once', async () => {
    const files = createFiles();
    const paths = await Promise.all(['a', 'b', 'c', 'd'].map((name) => writeDesign(`${name}.weft`)));
    await Promise.all(paths.map((path) => files.openAt(path)));
    expect((await files.listRecent()).map((file) => file.name).sort()).toEqual([
      'a.weft',
      'b.weft',
      'c.weft',
      'd.weft',
    ]);
  });
});

describe('recovery', () => {
  const entry = { recoveryId: 'window-1', designName: 'Plan\nü', fileId: null, fileName: null, text: '{"line":\n1}' };

  it('keeps the newest state over a restart, and forgets it when told', async () => {
    await createFiles().writeRecovery({ ...entry, text: 'older' });
    await createFiles().writeRecovery(entry);
    const files = createFiles();
    expect(await files.listRecovery()).toEqual([
      { recoveryId: 'window-1', designName: 'Plan\nü', fileName: null, fileId: null, savedAt: expect.any(String) },
    ]);
    expect(await files.readRecovery('window-1')).toMatchObject({ ok: true, value: { text: '{"line":\n1}' } });
    await files.removeRecovery('window-1');
    expect(await files.listRecovery()).toEqual([]);
    expect(await files.readRecovery('window-1')).toMatchObject({ ok: false, error: { reason: 'not-found' } });
  });

  it('still knows after a restart which file the work belongs to', async () => {
    const path = await writeDesign('a.weft', 'old');
    const before = createFiles();
    const opened = await before.openAt(path);
    if (!opened.ok) throw new Error(opened.error.message);
    await before.writeRecovery({ ...entry, fileId: opened.value.fileId, fileName: 'a.weft' });
    const after = createFiles();
    const [recovered] = await after.listRecovery();
    expect(recovered).toMatchObject({ fileName: 'a.weft', fileId: opened.value.fileId });
    expect(await after.saveFile(recovered?.fileId ?? '', 'new', null)).toMatchObject({ ok: true });
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('leaves damaged and truncated entries out', async () => {
    const files = createFiles();
    await files.writeRecovery(entry);
    await files.writeRecovery({ ...entry, recoveryId: 'cut' });
    const cut = join(folder(), 'user-data', 'recovery', 'cut.recovery');
    await writeFile(cut, (await readFile(cut, 'utf8')).slice(0, -1));
    await writeFile(join(folder(), 'user-data', 'recovery', 'junk.recovery'), 'no header');
    expect((await files.listRecovery()).map((found) => found.recoveryId)).toEqual(['window-1']);
    expect(await files.readRecovery('cut')).toMatchObject({ ok: false });
  });

  it('takes no id that would leave its folder', async () => {
    await expect(createFiles().writeRecovery({ ...entry, recoveryId: '../escape' })).rejects.toThrow();
  });
});
