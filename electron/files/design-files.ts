/**
 * Opening and saving design files by path, the same for every shell. A save is refused when the disk holds something else than what was
 * opened; saves of one file wait for each other, so that the check and the write belong together.
 */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok } from '#core/base/result.ts';
import type { FileResult, FileText } from '#core/io/host.ts';
import { writeAtomically } from './atomic-write.ts';
import { describeFileFailure, failFile, readErrorCode } from './file-errors.ts';

/** Far above any design (groups keep them small), far below what would stall the window. */
export const designSizeLimitBytes = 100 * 1024 * 1024;

export interface FileContent {
  readonly name: string;
  readonly hash: string;
}

export interface ReadDesign extends FileContent {
  /** UTF-8, certainly. */
  readonly bytes: Uint8Array;
}

const hashBytes = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

function failTooLarge(name: string, sizeBytes: number) {
  const sizeMb = Math.ceil(sizeBytes / (1024 * 1024));
  const limitMb = designSizeLimitBytes / (1024 * 1024);
  return failFile('too-large', `"${name}" has ${sizeMb} MB; a design may have ${limitMb} MB at most.`);
}

/** Reads a whole text file, or says in one sentence why not. */
export async function readDesignFile(path: string): FileResult<ReadDesign> {
  const name = basename(path);
  try {
    // Before opening: opening a pipe would wait for its writer.
    const stats = await stat(path);
    if (!stats.isFile()) {
      return failFile(
        'not-a-file',
        `"${name}" is ${stats.isDirectory() ? 'a folder' : 'a device'}, not a design file.`,
      );
    }
    if (stats.size > designSizeLimitBytes) return failTooLarge(name, stats.size);
    const bytes = await readBytes(path);
    if (bytes === null) return failTooLarge(name, designSizeLimitBytes + 1);
    // A wrong byte quietly replaced by a question mark would be saved back.
    if (!isUtf8(bytes)) return failFile('not-a-file', `"${name}" is not a text file, so it is not a Weft design.`);
    return ok({ name, hash: hashBytes(bytes), bytes });
  } catch (error) {
    return fail(describeFileFailure(error, 'open', path));
  }
}

/** The file may still grow after its size was looked at: read at most one byte over the limit. */
async function readBytes(path: string): Promise<Uint8Array | null> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size > designSizeLimitBytes) return null;
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

export interface DesignSaver {
  /** Writes when the disk still holds `baseHash`; null overwrites whatever is there. */
  save(path: string, text: FileText, baseHash: string | null): FileResult<FileContent>;
}

export function createDesignSaver(): DesignSaver {
  const lastSave = new Map<string, Promise<unknown>>();
  return {
    save(path, text, baseHash) {
      const turn = (lastSave.get(path) ?? Promise.resolve()).then(() => saveNow(path, text, baseHash));
      lastSave.set(path, turn);
      return turn.finally(() => {
        if (lastSave.get(path) === turn) lastSave.delete(path);
      });
    },
  };
}

async function saveNow(path: string, text: FileText, baseHash: string | null): FileResult<FileContent> {
  const name = basename(path);
  const sizeBytes = Buffer.byteLength(text);
  if (sizeBytes > designSizeLimitBytes) return failTooLarge(name, sizeBytes);
  try {
    if (baseHash !== null) {
      const onDisk = await hashOnDisk(path);
      if (onDisk === null) {
        return failFile(
          'changed-on-disk',
          `"${name}" was moved, renamed or deleted since it was opened: save it anew or under another name.`,
        );
      }
      if (onDisk !== baseHash) {
        return failFile(
          'changed-on-disk',
          `"${name}" was changed by another program since it was opened: overwrite it or save under another name.`,
        );
      }
    }
    await writeAtomically(path, text);
    return ok({ name, hash: hashBytes(text) });
  } catch (error) {
    return fail(describeFileFailure(error, 'save', path));
  }
}

async function hashOnDisk(path: string): Promise<string | null> {
  try {
    return hashBytes(await readFile(path));
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
