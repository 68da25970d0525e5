/**
 * The files used last, newest first. A file that is gone stays listed until it is opened in vain and removed by the user:
 * a disk that is not mounted today may be back tomorrow.
 */
import { join } from 'node:path';
import { z } from '#core/base/schema.ts';
import { readJsonStore, writeJsonStore } from './json-store.ts';

const recentLimit = 20;

const recentsSchema = z.object({
  version: z.literal(1),
  files: z.array(z.object({ path: z.string().min(1), usedAt: z.iso.datetime() })),
});

interface RecentPath {
  readonly path: string;
  readonly usedAt: string;
}

export interface Recents {
  list(): Promise<readonly RecentPath[]>;
  /** Puts a file at the top. */
  touch(path: string): Promise<void>;
  remove(path: string): Promise<void>;
}

export function createRecents(userDataFolder: string, now: () => Date): Recents {
  const storePath = join(userDataFolder, 'recents.json');
  // One change at a time: each reads, changes and writes the whole list.
  let lastChange: Promise<void> = Promise.resolve();

  const list = async (): Promise<readonly RecentPath[]> => {
    const store = await readJsonStore(storePath, recentsSchema, { version: 1, files: [] });
    return store.files;
  };
  const change = (edit: (files: readonly RecentPath[]) => readonly RecentPath[]): Promise<void> => {
    const turn = lastChange.then(async () => {
      const files = edit(await list()).slice(0, recentLimit);
      await writeJsonStore(storePath, { version: 1, files });
    });
    // A list that cannot be written must not break the opening and saving it is a by-product of.
    lastChange = turn.catch(() => undefined);
    return lastChange;
  };

  return {
    list: () => lastChange.then(list),
    touch: (path) =>
      change((files) => [{ path, usedAt: now().toISOString() }, ...files.filter((file) => file.path !== path)]),
    remove: (path) => change((files) => files.filter((file) => file.path !== path)),
  };
}
