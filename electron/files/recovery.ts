/**
 * The newest state of unsaved work, kept outside the design's own file: one file per recovery id in the user data folder, written
 * atomically. First line: what it is, as JSON; the rest: the design's text. The list reads only first lines.
 */
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok } from '#core/base/result.ts';
import { z } from '#core/base/schema.ts';
import type { FileResult, FileText } from '#core/io/host.ts';
import { writeAtomically } from './atomic-write.ts';
import { describeFileFailure, failFile } from './file-errors.ts';

/** Names and paths are at most a few kilobytes. */
const headerLimitBytes = 64 * 1024;

/** Becomes a file name: nothing that could leave the folder. */
export const recoveryIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

const headerSchema = z.object({
  version: z.literal(1),
  recoveryId: recoveryIdSchema,
  designName: z.string(),
  fileName: z.string().nullable(),
  /** Where the design's own file is, when it has one. */
  path: z.string().nullable(),
  savedAt: z.iso.datetime(),
  /** Length of the text after the first line: tells a truncated entry. */
  textBytes: z.number().int().nonnegative(),
});

export interface RecoveryRecord {
  readonly recoveryId: string;
  readonly designName: string;
  readonly fileName: string | null;
  readonly path: string | null;
  readonly savedAt: string;
}

export interface Recovery {
  write(record: Omit<RecoveryRecord, 'savedAt'>, text: FileText): FileResult<null>;
  /** Newest first; damaged entries are left out. */
  list(): Promise<readonly RecoveryRecord[]>;
  read(recoveryId: string): FileResult<{ readonly text: string; readonly record: RecoveryRecord }>;
  remove(recoveryId: string): Promise<void>;
}

export function createRecovery(userDataFolder: string, now: () => Date): Recovery {
  const folder = join(userDataFolder, 'recovery');
  const pathOf = (recoveryId: string): string => join(folder, `${recoveryIdSchema.parse(recoveryId)}.recovery`);

  return {
    async write(record, text) {
      const path = pathOf(record.recoveryId);
      const header = { version: 1, ...record, savedAt: now().toISOString(), textBytes: Buffer.byteLength(text) };
      try {
        await mkdir(folder, { recursive: true });
        await writeAtomically(path, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), Buffer.from(text)]));
        return ok(null);
      } catch (error) {
        return fail(describeFileFailure(error, 'save', path));
      }
    },

    async list() {
      const names = await readdir(folder).catch(() => []);
      const headers = await Promise.all(
        names.filter((name) => name.endsWith('.recovery')).map((name) => readHeader(join(folder, name))),
      );
      return headers.filter((header) => header !== null).sort((one, other) => other.savedAt.localeCompare(one.savedAt));
    },

    async read(recoveryId) {
      const path = pathOf(recoveryId);
      try {
        const header = await readHeader(path);
        if (header === null) {
          return failFile('not-found', 'This unsaved work is not there any more, or it was damaged on the disk.');
        }
        const content = await readFile(path, 'utf8');
        return ok({ text: content.slice(content.indexOf('\n') + 1), record: header });
      } catch (error) {
        return fail(describeFileFailure(error, 'open', path));
      }
    },

    async remove(recoveryId) {
      await rm(pathOf(recoveryId), { force: true });
    },
  };
}

/** The first line of an entry, or null when the entry is damaged or gone. */
async function readHeader(path: string): Promise<RecoveryRecord | null> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerLimitBytes), 0, headerLimitBytes, 0);
      const lineEnd = buffer.subarray(0, bytesRead).indexOf('\n');
      if (lineEnd < 0) return null;
      const {
        version: _version,
        textBytes,
        ...record
      } = headerSchema.parse(JSON.parse(buffer.toString('utf8', 0, lineEnd)));
      const { size } = await stat(path);
      return size === lineEnd + 1 + textBytes ? record : null;
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
