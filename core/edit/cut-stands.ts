/** Takes racks off the positions they stand on; those beside them stay where they are. */
import type { Design } from '../design/design.ts';
import type { Stand } from '../design/floor.ts';
import { createId } from './ids.ts';
import { dropRecords, putRecord, readTable } from './optional-tables.ts';

/** Racks `first` up to `end` (not included) of a group. */
export interface RackCut {
  readonly rackId: string;
  readonly first: number;
  readonly end: number;
}

/**
 * All cuts in one walk over the stands. A stand cut in the middle becomes several: the first keeps the id, the others get ids
 * beyond those in use and those of `takenIds`.
 */
export function cutStands(draft: Design, cuts: readonly RackCut[], takenIds: readonly string[]): void {
  const cutsOf = new Map<string, RackCut[]>();
  for (const cut of cuts) {
    if (!(cut.end > cut.first)) continue;
    const list = cutsOf.get(cut.rackId);
    if (list) list.push(cut);
    else cutsOf.set(cut.rackId, [cut]);
  }
  if (cutsOf.size === 0) return;
  for (const [rackId, list] of cutsOf) cutsOf.set(rackId, joinCuts(list));
  const ids = [...Object.keys(readTable(draft, 'stands')), ...takenIds];
  const gone: string[] = [];
  for (const stand of Object.values(readTable(draft, 'stands'))) {
    const own = cutsOf.get(stand.rackId);
    if (!own) continue;
    const pieces = subtract({ ...stand }, own);
    if (pieces.length === 0) gone.push(stand.id);
    if (pieces.length === 1 && pieces[0]?.rackCount === stand.rackCount) continue;
    for (const [index, piece] of pieces.entries()) {
      const id = index === 0 ? stand.id : createId('stand', ids);
      if (index > 0) ids.push(id);
      putRecord(draft, 'stands', { ...piece, id });
    }
  }
  dropRecords(draft, 'stands', gone);
}

/** In order, those that touch as one: a thousand neighbours that move are one cut. */
function joinCuts(cuts: readonly RackCut[]): RackCut[] {
  const joined: RackCut[] = [];
  for (const cut of cuts.toSorted((a, b) => a.first - b.first)) {
    const last = joined.at(-1);
    if (last && cut.first <= last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, cut.end) };
    else joined.push(cut);
  }
  return joined;
}

/** What is left of a stand, from its first rack on. */
function subtract(stand: Stand, cuts: readonly RackCut[]): Stand[] {
  let pieces = [stand];
  for (const { first, end } of cuts) {
    const standEnd = stand.firstRack + stand.rackCount;
    if (stand.firstRack >= end || standEnd <= first) continue;
    pieces = pieces.flatMap((piece) => {
      const pieceEnd = piece.firstRack + piece.rackCount;
      return [pickRacks(piece, piece.firstRack, Math.min(first, pieceEnd)), pickRacks(piece, end, pieceEnd)].flat();
    });
  }
  return pieces;
}

/** Racks `first` up to `end` of a stand, on the positions they have; none when there are none. */
function pickRacks(stand: Stand, first: number, end: number): Stand[] {
  const from = Math.max(first, stand.firstRack);
  if (end <= from) return [];
  return [{ ...stand, firstRack: from, rackCount: end - from, firstSlot: stand.firstSlot + from - stand.firstRack }];
}
