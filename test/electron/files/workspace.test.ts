import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace, type Workspace } from '../../../electron/files/workspace.ts';
import { provideTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = provideTemporaryFolder();
let workspace: Workspace;

beforeEach(async () => {
  await mkdir(join(folder(), 'work', 'plans'), { recursive: true });
  await mkdir(join(folder(), 'work-other'));
  await writeFile(join(folder(), 'secret.weft'), 'secret');
  await writeFile(join(folder(), 'work', 'a10.weft'), '{}');
  await writeFile(join(folder(), 'work', 'a9.weft'), '{}');
  await writeFile(join(folder(), 'work', 'notes.txt'), 'notes');
  await writeFile(join(folder(), 'work', '.hidden'), '');
  workspace = await openWorkspace(join(folder(), 'work'));
});

describe('openWorkspace', () => {
  it('creates the folder when it is missing', async () => {
    const created = await openWorkspace(join(folder(), 'new', 'one'));
    expect(await created.list('')).toEqual({ ok: true, value: [] });
  });

  it('resolves paths inside, also of files that are not there yet', async () => {
    expect(await workspace.resolve('a9.weft')).toEqual({ ok: true, value: join(folder(), 'work', 'a9.weft') });
    expect(await workspace.resolve('plans/new.weft')).toEqual({
      ok: true,
      value: join(folder(), 'work', 'plans', 'new.weft'),
    });
    expect(await workspace.resolve('plans/../a9.weft')).toEqual({ ok: true, value: join(folder(), 'work', 'a9.weft') });
  });

  it.each(['../secret.weft', 'plans/../../secret.weft', '../work-other/a.weft', '/etc/passwd', 'a9.weft\0.txt', '..'])(
    'refuses %j',
    async (path) => {
      expect(await workspace.resolve(path)).toMatchObject({ ok: false, error: { reason: 'outside-workspace' } });
    },
  );

  it.skipIf(process.platform === 'win32')('refuses links that lead outside, as file and as folder', async () => {
    await symlink(join(folder(), 'secret.weft'), join(folder(), 'work', 'link.weft'));
    await symlink(folder(), join(folder(), 'work', 'up'));
    expect(await workspace.resolve('link.weft')).toMatchObject({ ok: false });
    expect(await workspace.resolve('up/secret.weft')).toMatchObject({ ok: false });
    expect(await workspace.resolve('up/not-there-yet.weft')).toMatchObject({ ok: false });
    const listed = await workspace.list('');
    expect(listed.ok && listed.value.map((entry) => entry.name)).not.toContain('link.weft');
  });

  it('lists folders first, then files in the order people count', async () => {
    const listed = await workspace.list('');
    expect(listed.ok && listed.value.map(({ name, kind }) => [name, kind])).toEqual([
      ['plans', 'folder'],
      ['a9.weft', 'design'],
      ['a10.weft', 'design'],
      ['notes.txt', 'file'],
    ]);
  });

  it('says so when a listed folder is gone', async () => {
    expect(await workspace.list('gone')).toMatchObject({ ok: false, error: { reason: 'not-found' } });
  });
});
