import { spawn } from 'node:child_process';
import * as fsPromises from 'node:fs/promises';
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { writeAtomically } from '../../../electron/files/atomic-write.ts';
import { provideTemporaryFolder } from '../../support/temporary-folder.ts';

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof fsPromises>();
  return { ...original, rename: vi.fn(original.rename), open: vi.fn(original.open) };
});

const folder = provideTemporaryFolder();

const systemError = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code });

beforeEach(() => {
  vi.mocked(fsPromises.rename).mockClear();
});

describe('writeAtomically', () => {
  it('creates a file and replaces it, leaving nothing else in the folder', async () => {
    const path = join(folder(), 'a.weft');
    await writeAtomically(path, 'one');
    await writeAtomically(path, 'two');
    expect(await readFile(path, 'utf8')).toBe('two');
    expect(await readdir(folder())).toEqual(['a.weft']);
  });

  it('leaves the old content and no temporary file when it breaks off between write and rename', async () => {
    const path = join(folder(), 'a.weft');
    await writeFile(path, 'old');
    vi.mocked(fsPromises.rename).mockRejectedValueOnce(systemError('EIO'));
    await expect(writeAtomically(path, 'new')).rejects.toThrow('EIO');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder())).toEqual(['a.weft']);
  });

  it('leaves the old content and no temporary file when the disk fills up during the write', async () => {
    const path = join(folder(), 'a.weft');
    await writeFile(path, 'old');
    const original = await vi.importActual<typeof fsPromises>('node:fs/promises');
    vi.mocked(fsPromises.open).mockImplementationOnce(async (...args) => {
      const handle = await original.open(...args);
      handle.writeFile = () => Promise.reject(systemError('ENOSPC'));
      return handle;
    });
    await expect(writeAtomically(path, 'new')).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder())).toEqual(['a.weft']);
  });

  it.skipIf(process.platform === 'win32')('keeps the mode of the file it replaces', async () => {
    const path = join(folder(), 'a.weft');
    await writeFile(path, 'old');
    await chmod(path, 0o664);
    await writeAtomically(path, 'new');
    expect((await stat(path)).mode & 0o777).toBe(0o664);
  });

  it.skipIf(process.platform === 'win32')('writes through a link and keeps it a link', async () => {
    await mkdir(join(folder(), 'real'));
    const target = join(folder(), 'real', 'a.weft');
    await writeFile(target, 'old');
    const link = join(folder(), 'link.weft');
    await symlink(target, link);
    await writeAtomically(link, 'new');
    expect(await readFile(target, 'utf8')).toBe('new');
    expect((await fsPromises.lstat(link)).isSymbolicLink()).toBe(true);
  });

  it('refuses a folder', async () => {
    await expect(writeAtomically(folder(), 'new')).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it('holds a whole content at every moment, also when the process is killed in the middle', async () => {
    const script = join(folder(), 'writer.mjs');
    const path = join(folder(), 'a.weft');
    await build({
      stdin: {
        contents: `import { writeAtomically } from './atomic-write.ts';
          for (let turn = 0; ; turn += 1) {
            await writeAtomically(${JSON.stringify(path)}, String(turn % 10).repeat(2_000_000));
            process.stdout.write('.');
          }`,
        resolveDir: join(import.meta.dirname, '../../../electron/files'),
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: script,
    });
    for (let round = 0; round < 5; round += 1) {
      const writer = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise((resolve) => writer.stdout.once('data', resolve));
      // Different moments within a write, which takes some milliseconds.
      await new Promise((resolve) => setTimeout(resolve, 3 + round * 4));
      const closed = new Promise((resolve) => writer.once('close', resolve));
      writer.kill('SIGKILL');
      await closed;
      const content = await readFile(path, 'utf8');
      expect(content.length).toBe(2_000_000);
      expect(content).toBe(content.charAt(0).repeat(2_000_000));
    }
  });
});
