import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDesignSaver, designSizeLimitBytes, readDesignFile } from '../../../electron/files/design-files.ts';
import { provideTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = provideTemporaryFolder();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('readDesignFile', () => {
  it('gives name, bytes and their hash', async () => {
    const path = join(folder(), 'a.weft');
    await writeFile(path, '{"ü":1}\n');
    expect(await readDesignFile(path)).toEqual({
      ok: true,
      value: { name: 'a.weft', bytes: Buffer.from('{"ü":1}\n'), hash: sha256('{"ü":1}\n') },
    });
  });

  it('says so when the file is gone, a folder, too large, or no text', async () => {
    await mkdir(join(folder(), 'folder.weft'));
    await writeFile(join(folder(), 'huge.weft'), '');
    await truncate(join(folder(), 'huge.weft'), designSizeLimitBytes + 1);
    await writeFile(join(folder(), 'binary.weft'), new Uint8Array([0x50, 0x4b, 0xff, 0xfe]));
    const reasonOf = async (name: string) => {
      const read = await readDesignFile(join(folder(), name));
      if (read.ok) return 'ok';
      expect(read.error.message).toContain(name);
      return read.error.reason;
    };
    expect(await reasonOf('gone.weft')).toBe('not-found');
    expect(await reasonOf('folder.weft')).toBe('not-a-file');
    expect(await reasonOf('huge.weft')).toBe('too-large');
    expect(await reasonOf('binary.weft')).toBe('not-a-file');
  });
});

describe('createDesignSaver', () => {
  it('saves when the disk holds what was opened, and gives the new hash', async () => {
    const path = join(folder(), 'a.weft');
    await writeFile(path, 'one');
    const saved = await createDesignSaver().save(path, 'two', sha256('one'));
    expect(saved).toEqual({ ok: true, value: { name: 'a.weft', hash: sha256('two') } });
    expect(await readFile(path, 'utf8')).toBe('two');
  });

  it('refuses when another program changed the file, and overwrites on request', async () => {
    const path = join(folder(), 'a.weft');
    await writeFile(path, 'changed');
    const saver = createDesignSaver();
    expect(await saver.save(path, 'two', sha256('one'))).toMatchObject({
      ok: false,
      error: { reason: 'changed-on-disk' },
    });
    expect(await readFile(path, 'utf8')).toBe('changed');
    expect(await saver.save(path, 'two', null)).toMatchObject({ ok: true });
    expect(await readFile(path, 'utf8')).toBe('two');
  });

  it('does not recreate in silence a file that was renamed away', async () => {
    const path = join(folder(), 'a.weft');
    const saved = await createDesignSaver().save(path, 'two', sha256('one'));
    expect(saved).toMatchObject({ ok: false, error: { reason: 'changed-on-disk' } });
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });

  it('names a folder that is gone', async () => {
    await mkdir(join(folder(), 'sub'));
    await rm(join(folder(), 'sub'), { recursive: true });
    const saved = await createDesignSaver().save(join(folder(), 'sub', 'a.weft'), 'text', null);
    expect(saved).toMatchObject({ ok: false, error: { reason: 'not-found' } });
  });

  it('lets saves of one file wait for each other: of two from one base, the second is refused', async () => {
    const path = join(folder(), 'a.weft');
    await writeFile(path, 'base');
    const saver = createDesignSaver();
    const both = await Promise.all([
      saver.save(path, 'first', sha256('base')),
      saver.save(path, 'second', sha256('base')),
    ]);
    expect(both.map((saved) => saved.ok)).toEqual([true, false]);
    expect(await readFile(path, 'utf8')).toBe('first');
  });
});
