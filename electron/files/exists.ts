/** Whether anything is at a path, a link to nowhere included. */
import { lstat } from 'node:fs/promises';

export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
