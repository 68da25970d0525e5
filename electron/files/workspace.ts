/**
 * The one folder the loopback host may touch. A relative path from the browser becomes a real path only when, with every link followed,
 * it lies inside. (Someone who already writes in the folder could still swap a link between check and use: he has the files anyway.)
 */
import { mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fail, ok, type Result } from '#core/base/result.ts';
import type { FileError, FileResult, FolderEntry } from '#core/io/host.ts';
import { describeFileFailure, failFile, readErrorCode } from './file-errors.ts';

export interface Workspace {
  readonly folder: string;
  /** The absolute path of a workspace-relative one. */
  resolve(path: string): Promise<Result<string, FileError>>;
  /** Whether an absolute path, links followed, lies inside. */
  contains(path: string): Promise<boolean>;
  /** Path as shown and sent to the window: relative, with '/'. */
  relativeTo(path: string): string;
  list(folder: string): FileResult<readonly FolderEntry[]>;
}

/** Creates the folder when it is missing. */
export async function openWorkspace(folder: string): Promise<Workspace> {
  await mkdir(folder, { recursive: true });
  const root = await realpath(folder);

  const contains = async (path: string): Promise<boolean> => {
    const real = await realpathOfDeepest(resolve(path)).catch(() => null);
    if (real === null) return false;
    return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
  };
  const resolveInside = async (path: string): Promise<Result<string, FileError>> => {
    const outside = failFile('outside-workspace', `"${path.replaceAll('\0', '?')}" is not inside the folder ${root}.`);
    if (path.includes('\0') || isAbsolute(path)) return outside;
    // On Windows a colon names a drive or a hidden stream.
    if (process.platform === 'win32' && path.includes(':')) return outside;
    const full = join(root, path);
    return (await contains(full)) ? ok(full) : outside;
  };

  return {
    folder: root,
    contains,
    resolve: resolveInside,
    relativeTo: (path) => relative(root, path).split(sep).join('/'),
    async list(path) {
      const full = await resolveInside(path);
      if (!full.ok) return full;
      try {
        const names = await readdir(full.value);
        const entries = await Promise.all(
          names.filter((name) => !name.startsWith('.')).map((name) => describeEntry(join(full.value, name), contains)),
        );
        return ok(entries.filter((entry) => entry !== null).sort(compareEntries));
      } catch (error) {
        return fail(describeFileFailure(error, 'list', full.value));
      }
    },
  };
}

/** The real path of what exists of a path, with the rest appended: a file to be created has no real path yet. */
async function realpathOfDeepest(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const parent = dirname(path);
    if (parent === path || !['ENOENT', 'ENOTDIR'].includes(readErrorCode(error))) throw error;
    return join(await realpathOfDeepest(parent), basename(path));
  }
}

async function describeEntry(path: string, contains: (path: string) => Promise<boolean>): Promise<FolderEntry | null> {
  try {
    if (!(await contains(path))) return null;
    const stats = await stat(path);
    const name = basename(path);
    const kind = stats.isDirectory() ? 'folder' : name.toLowerCase().endsWith('.weft') ? 'design' : 'file';
    return { name, kind, sizeBytes: stats.isDirectory() ? 0 : stats.size, modifiedAt: stats.mtime.toISOString() };
  } catch {
    // Gone meanwhile, or a link to nowhere.
    return null;
  }
}

function compareEntries(one: FolderEntry, other: FolderEntry): number {
  const rank = (entry: FolderEntry): number => (entry.kind === 'folder' ? 0 : 1);
  return rank(one) - rank(other) || one.name.localeCompare(other.name, 'en', { numeric: true });
}
