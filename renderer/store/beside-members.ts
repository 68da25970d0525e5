/** Where what joins a scalable unit, or leaves one, comes to stand when no hand has put it somewhere: beside the members. Pure. */
import type { Design, Position } from '#core/design/design.ts';
import type { UnitMember } from '#core/design/unit.ts';
import { type Box, findFreeSpot, listFrames, surround } from './free-spot.ts';

/** Between what stands side by side, px. */
const GAP = 40;

/** What stands on the plane: the boxes of a design by `kind id`, and its units. */
interface Standing extends Pick<Design, 'units'> {
  readonly blocks: ReadonlyMap<string, Box>;
}

/**
 * How far `items`, which go as one and take up `box`, have to move to stand in free space beside those neighbours; null = there are
 * none. `unitId`: the frame that may be stood in.
 */
export function findShiftBeside(
  { blocks, units = {} }: Standing,
  items: readonly UnitMember[],
  box: Box,
  neighbours: readonly UnitMember[],
  unitId: string | null,
): Position | null {
  const going = new Set(items.map(({ kind, id }) => `${kind} ${id}`));
  const staying = neighbours.filter(({ kind, id }) => !going.has(`${kind} ${id}`));
  const home = surround(staying.flatMap(({ kind, id }) => blocks.get(`${kind} ${id}`) ?? []));
  if (!home) return null;
  const others = [...blocks].flatMap(([key, other]) => (going.has(key) ? [] : [other]));
  const fenced = Object.values(units).filter(({ id }) => id !== unitId);
  const left = fenced.map((unit) => ({
    ...unit,
    members: unit.members.filter((m) => !going.has(`${m.kind} ${m.id}`)),
  }));
  // Out of a unit means clear of its frame, which is wider than its members, and than the links that loop beside them.
  const wanted = { ...box, x: home.x + home.width + (unitId === null ? 3 * GAP : GAP), y: home.y };
  const spot = findFreeSpot(wanted, [...others, ...listFrames(left, blocks)]);
  return { x: spot.x - box.x, y: spot.y - box.y };
}
