/**
 * Two binary trees over the same stops, such that every stop but one is an inner node in at most one of them: each carries half of
 * the message (Sanders, Speck and Traeff, Two-tree algorithms for full bandwidth broadcast, 2009).
 */

/** Parents in the first tree and in the second; -1 = root. */
export function listTreeParents(count: number): readonly [Int32Array, Int32Array] {
  const first = new Int32Array(count);
  for (let stop = 0; stop < count; stop += 1) first[stop] = findParent(stop, count);
  // The second is the first turned by one, or mirrored when the count is even: odd and even stops change roles.
  const second = new Int32Array(count);
  for (let stop = 0; stop < count; stop += 1) {
    const image = count % 2 === 1 ? (stop + count - 1) % count : count - 1 - stop;
    const parent = first[image] as number;
    if (parent < 0) second[stop] = -1;
    else second[stop] = count % 2 === 1 ? (parent + 1) % count : count - 1 - parent;
  }
  return [first, second];
}

/** In-order tree: odd stops are leaves, the lowest set bit tells the height. */
function findParent(stop: number, count: number): number {
  if (stop === 0) return -1;
  const bit = stop & -stop;
  const above = (stop ^ bit) | (bit << 1);
  return above < count ? above : stop ^ bit;
}
