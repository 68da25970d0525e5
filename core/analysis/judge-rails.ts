/**
 * Right and wrong cells of a rail grid. A leaf belongs to the rails that most of its servers reach it by. Servers wired alike are
 * a unit; a server that mostly agrees with a unit belongs there, and what differs is wrong.
 */
import { NONE } from '../netlist/netlist.ts';
import { RAIL, type RailServers } from './rail-grid-report.ts';

interface RailWiring {
  readonly columnCount: number;
  readonly leafCount: number;
  readonly leafOf: Int32Array;
  readonly servers: readonly RailServers[];
}

interface JudgedRails {
  readonly states: Uint8Array;
  /** By wrong cell: the leaf it should be on, where that is known. */
  readonly wanted: ReadonlyMap<number, number>;
}

/** Rows that reach the same leaf by every rail. */
interface Signature {
  /** First of them, which stands for all. */
  readonly row: number;
  count: number;
}

/** Cost: linear in the cells, times the units that share a leaf. */
export function judgeRails(wiring: RailWiring): JudgedRails {
  const isHome = createIsHome(wiring);
  const states = new Uint8Array(wiring.leafOf.length);
  const wanted = new Map<number, number>();
  for (const servers of wiring.servers) {
    const { signatures, ofRow } = listSignatures(wiring, servers);
    const modelOf = matchUnits(wiring, servers, signatures, isHome);
    for (let at = 0; at < servers.rowCount; at += 1) {
      const row = servers.firstRow + at;
      const model = modelOf.get(ofRow[at] as Signature) ?? null;
      judgeRow(wiring, servers, { row, model }, { states, wanted, isHome });
    }
  }
  return { states, wanted };
}

type IsHome = (leaf: number, column: number) => boolean;

/** A rail that half of a leaf's servers reach it by is its own when its first server is among them. */
function createIsHome({ columnCount, leafCount, leafOf }: RailWiring): IsHome {
  const reached = new Uint32Array(leafCount * columnCount);
  const serverCount = new Uint32Array(leafCount);
  const firstRow = new Int32Array(leafCount).fill(NONE);
  const lastRow = new Int32Array(leafCount).fill(NONE);
  leafOf.forEach((leaf, cell) => {
    if (leaf === NONE) return;
    const row = Math.floor(cell / columnCount);
    const place = leaf * columnCount + (cell % columnCount);
    reached[place] = (reached[place] as number) + 1;
    if (firstRow[leaf] === NONE) firstRow[leaf] = row;
    if (lastRow[leaf] === row) return;
    lastRow[leaf] = row;
    serverCount[leaf] = (serverCount[leaf] as number) + 1;
  });
  return (leaf, column) => {
    const twice = 2 * (reached[leaf * columnCount + column] as number);
    const servers = serverCount[leaf] as number;
    if (twice !== servers) return twice > servers;
    return leafOf[(firstRow[leaf] as number) * columnCount + column] === leaf;
  };
}

/** Rows without any cable have none. */
function listSignatures(
  { columnCount, leafOf }: RailWiring,
  servers: RailServers,
): { signatures: Signature[]; ofRow: (Signature | undefined)[] } {
  const known = new Map<string, Signature>();
  const ofRow = Array.from({ length: servers.rowCount }, (_, at) => {
    const row = servers.firstRow + at;
    const cells = leafOf.subarray(row * columnCount, row * columnCount + servers.columnCount);
    if (cells.every((leaf) => leaf === NONE)) return undefined;
    const key = cells.join();
    const signature = known.get(key) ?? { row, count: 0 };
    signature.count += 1;
    known.set(key, signature);
    return signature;
  });
  return { signatures: [...known.values()], ofRow };
}

/**
 * By signature: the row its servers should be wired like. Most frequent first: one that agrees with a unit found before in more
 * than half of its rails, and has fewer than half as many servers, is a mistake in that unit; one without rails on foreign leaves
 * is a unit of its own; of the others nothing is known.
 */
function matchUnits(
  { columnCount, leafOf }: RailWiring,
  { columnCount: railCount }: RailServers,
  signatures: readonly Signature[],
  isHome: IsHome,
): Map<Signature | undefined, number> {
  const modelOf = new Map<Signature | undefined, number>();
  /** Units by leaf and rail. */
  const unitsAt = new Map<number, Signature[]>();
  for (const signature of [...signatures].sort((a, b) => b.count - a.count || a.row - b.row)) {
    const votes = new Map<Signature, number>();
    let isPure = true;
    for (let column = 0; column < railCount; column += 1) {
      const leaf = leafOf[signature.row * columnCount + column] as number;
      if (leaf === NONE) continue;
      isPure &&= isHome(leaf, column);
      for (const unit of unitsAt.get(leaf * columnCount + column) ?? []) votes.set(unit, (votes.get(unit) ?? 0) + 1);
    }
    const [best, agreed] = findMost(votes);
    if (best && 2 * agreed > railCount && 2 * signature.count < best.count) modelOf.set(signature, best.row);
    else if (isPure) {
      modelOf.set(signature, signature.row);
      for (let column = 0; column < railCount; column += 1) {
        const key = (leafOf[signature.row * columnCount + column] as number) * columnCount + column;
        if (key >= 0) unitsAt.set(key, [...(unitsAt.get(key) ?? []), signature]);
      }
    }
  }
  return modelOf;
}

function findMost(votes: ReadonlyMap<Signature, number>): [Signature | null, number] {
  let best: Signature | null = null;
  let most = 0;
  for (const [unit, count] of votes) {
    if (count <= most) continue;
    best = unit;
    most = count;
  }
  return [best, most];
}

function judgeRow(
  { columnCount, leafOf }: RailWiring,
  servers: RailServers,
  { row, model }: { readonly row: number; readonly model: number | null },
  { states, wanted, isHome }: { states: Uint8Array; wanted: Map<number, number>; isHome: IsHome },
): void {
  const first = row * columnCount;
  const own = leafOf.subarray(first, first + servers.columnCount);
  if (own.every((leaf) => leaf === NONE)) return;
  own.forEach((_, column) => {
    const should = model === null ? NONE : (leafOf[model * columnCount + column] as number);
    const state = judgeCell(own, column, should, isHome);
    states[first + column] = state;
    if (state !== RAIL.right && should !== NONE) wanted.set(first + column, should);
  });
}

function judgeCell(own: Int32Array, column: number, should: number, isHome: IsHome): number {
  const leaf = own[column] as number;
  if (leaf === NONE) return RAIL.missing;
  if (!isHome(leaf, column)) {
    const isReached = own.some((other, at) => at !== column && other === leaf && isHome(leaf, at));
    return isReached ? RAIL.doubled : RAIL.crossed;
  }
  return should !== NONE && should !== leaf ? RAIL.strayed : RAIL.right;
}
