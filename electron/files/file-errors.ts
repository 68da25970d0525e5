/** Turns what the operating system says into one sentence for the user: what, where, what to do. */
import { basename, dirname } from 'node:path';
import { fail, type Result } from '#core/base/result.ts';
import type { FileError, FileErrorReason } from '#core/io/host.ts';

/** What was being done, as the sentence's verb. */
export type FileDeed = 'open' | 'save' | 'list';

export function failFile(reason: FileErrorReason, message: string): Result<never, FileError> {
  return fail({ reason, message });
}

/** The code of an operating system error, or '' when it is something else. */
export function readErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What the user reads about an operating system error met while doing `deed` to the file at `path`. */
export function describeFileFailure(error: unknown, deed: FileDeed, path: string): FileError {
  const name = basename(path);
  const folder = dirname(path);
  switch (readErrorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return deed === 'save'
        ? { reason: 'not-found', message: `The folder ${folder} is not there any more: save "${name}" somewhere else.` }
        : { reason: 'not-found', message: `"${name}" is not in ${folder} any more: it was moved, renamed or deleted.` };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return deed === 'save'
        ? { reason: 'no-permission', message: `"${name}" may not be written in ${folder}: save it somewhere else.` }
        : { reason: 'no-permission', message: `"${name}" in ${folder} may not be read: ask its owner for permission.` };
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        reason: 'no-space',
        message: `There is no space left to save "${name}" in ${folder}: free some, or save it elsewhere. The old file is unchanged.`,
      };
    case 'EISDIR':
      return { reason: 'not-a-file', message: `"${name}" in ${folder} is a folder, not a file.` };
    case 'ENAMETOOLONG':
      return {
        reason: 'failed',
        message: `The name "${name.slice(0, 40)}..." is too long for this disk: choose a shorter one.`,
      };
    default: {
      const why = error instanceof Error ? error.message : String(error);
      return { reason: 'failed', message: `Could not ${deed} "${name}" in ${folder}: ${why}.` };
    }
  }
}
