/**
 * What this window has in hands, where other windows of the same host can see it: the entry its unsaved work is kept in, and the
 * file that is open. Held by locks of the browser, which it lets go of by itself when the window ends in whatever way.
 */
import type { RecoveryEntry } from '#core/io/host.ts';
import { host } from './host-binding.ts';

const recoveryLock = (recoveryId: string): string => `weft-recovery:${recoveryId}`;
const fileLock = (fileId: string): string => `weft-file:${fileId}`;

/** Tests run where there are none. */
function findLocks(): LockManager | null {
  return typeof navigator === 'undefined' ? null : (navigator.locks ?? null);
}

/** Holds one lock at a time; null = none. Several windows may hold the same one. */
function createHold(): (name: string | null) => void {
  let release: (() => void) | null = null;
  return (name) => {
    release?.();
    release = null;
    const locks = findLocks();
    if (name === null || locks === null) return;
    const ended = new Promise<void>((resolve) => {
      release = resolve;
    });
    void locks.request(name, { mode: 'shared' }, () => ended);
  };
}

async function listHeld(): Promise<readonly (string | undefined)[]> {
  const { held = [] } = (await findLocks()?.query()) ?? {};
  return held.map(({ name }) => name);
}

const holdRecoveryLock = createHold();
const holdFileLock = createHold();

export function holdRecovery(recoveryId: string | null): void {
  holdRecoveryLock(recoveryId === null ? null : recoveryLock(recoveryId));
}

/** Answers whether another window has the file open already. */
export async function holdFile(fileId: string | null): Promise<boolean> {
  holdFileLock(null);
  const isTaken = fileId !== null && (await listHeld()).includes(fileLock(fileId));
  holdFileLock(fileId === null ? null : fileLock(fileId));
  return isTaken;
}

/** Unsaved work that no window is at: what another window has in hands is not up for recovery. */
export async function listAbandonedWork(): Promise<readonly RecoveryEntry[]> {
  const [entries, held] = await Promise.all([host().listRecovery(), listHeld()]);
  return entries.filter(({ recoveryId }) => !held.includes(recoveryLock(recoveryId)));
}
