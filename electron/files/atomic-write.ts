/**
 * Replaces a file's content so that at every moment, also after a power cut, the disk holds either the old or the new content whole:
 * temporary file in the same folder, flushed, renamed over the target, folder flushed.
 */
import { randomBytes } from 'node:crypto';
import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readErrorCode } from './file-errors.ts';

/** Virus scanners and indexers on Windows hold a file open for a moment; the rename succeeds shortly after. */
const renameAttemptCount = 5;
const renamePauseMs = 60;

/** Throws the operating system's error; the old content is then untouched and no temporary file stays behind. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  // A link stays a link: the file it points at is replaced.
  const target = await resolveLink(path);
  const mode = await readModeOfWritable(target);
  const temporary = join(dirname(target), `.weft-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFlushed(temporary, content, mode);
    await renameOver(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await flushFolder(dirname(target));
}

async function resolveLink(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return path;
    throw error;
  }
}

/** The mode bits of an existing file that may be written, or null when there is none yet. Renaming alone would ignore a write protection. */
async function readModeOfWritable(path: string): Promise<number | null> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
    if (!stats.isFile()) throw new Error('it is not an ordinary file');
    await access(path, constants.W_OK);
    return stats.mode & 0o777;
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function writeFlushed(path: string, content: string | Uint8Array, mode: number | null): Promise<void> {
  const handle = await open(path, 'wx', mode ?? 0o666);
  try {
    await handle.writeFile(content);
    // The mode given at creation is narrowed by the umask; the old file's mode is not.
    if (mode !== null) await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const mayPass = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(readErrorCode(error));
      if (!mayPass || attempt === renameAttemptCount) throw error;
      await wait(renamePauseMs);
    }
  }
}

/** Makes the rename itself durable. Not every system can flush a folder; the content is safe without it. */
async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows and some network disks refuse.
  }
}
