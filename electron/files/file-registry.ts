/**
 * Which path a file id stands for. The window only ever holds ids; an id means something only after the shell itself has met its path
 * (dialog, recent list, recovery, workspace). Ids are derived from paths, so the same file has the same id after a restart.
 */
import { createHash } from 'node:crypto';

export interface FileRegistry {
  /** The id of a path the shell has met. */
  register(path: string): string;
  find(fileId: string): string | null;
}

export function createFileRegistry(): FileRegistry {
  const pathById = new Map<string, string>();
  return {
    register(path) {
      const fileId = createHash('sha256').update(path).digest('hex').slice(0, 24);
      pathById.set(fileId, path);
      return fileId;
    },
    find: (fileId) => pathById.get(fileId) ?? null,
  };
}
