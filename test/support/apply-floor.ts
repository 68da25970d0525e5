/** A design with a proposed floor, as the command that applies it leaves it. */
import type { Design } from '#core/design/design.ts';
import type { FloorProposal } from '#core/place/floor-proposal.ts';

export function applyFloor(
  design: Design,
  { rooms, rows, stands }: Pick<FloorProposal, 'rooms' | 'rows' | 'stands'>,
): Design {
  return { ...design, rooms: listById(rooms), rows: listById(rows), stands: listById(stands) };
}

function listById<T extends { readonly id: string }>(records: readonly T[]): Record<string, T> {
  return Object.fromEntries(records.map((record) => [record.id, record]));
}
