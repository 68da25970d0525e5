/** What dropping dragged nodes means for the design: new positions, into a rack, out of a rack. Pure. */
import type { Command, CommandArgs } from '#core/edit/command.ts';
import type { Design, Position } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { createId } from '#core/edit/ids.ts';
import { parseCanvasId } from './canvas-id.ts';
import { layOutCanvas } from './canvas-layout.ts';

type Move = CommandArgs['moveItems']['moves'][number];

export interface MovedNode {
  readonly canvasId: string;
  /** On the plane. */
  readonly position: Position;
  /** The rack it stands in now; null = free-standing. */
  readonly rackId: string | null;
}

/**
 * Commands for one drop, in order. `overRackId` is the rack under the pointer. A placed device dropped over its own frame
 * stays where it is: its place in the frame follows from its rack unit. A scalable unit takes its members along.
 */
export function planMoves(design: Design, moved: readonly MovedNode[], overRackId: string | null): Command[] {
  const moves = new Map<string, Move>();
  const commands: Command[] = [];
  const placementIds = new Set(Object.keys(design.placements));
  for (const node of moved) {
    const { kind, id } = parseCanvasId(node.canvasId);
    const position = { x: Math.round(node.position.x), y: Math.round(node.position.y) };
    if (kind === 'device' && overRackId !== null) {
      if (overRackId === node.rackId) continue;
      const placementId = createId('placement', placementIds);
      placementIds.add(placementId);
      commands.push({ name: 'placeDevice', args: { deviceId: id, rackId: overRackId, placementId } });
    } else if (kind === 'device' && node.rackId !== null) {
      commands.push({ name: 'unplaceDevice', args: { deviceId: id, position } });
    } else if (kind === 'unit') {
      for (const move of moveMembers(design, id, node)) moves.set(`${move.kind} ${move.id}`, move);
    } else if (kind !== 'link' && hasMoved(design, { kind, id, position })) {
      moves.set(`${kind} ${id}`, { kind, id, position });
    }
  }
  return moves.size > 0 ? [{ name: 'moveItems', args: { moves: [...moves.values()] } }, ...commands] : commands;
}

/** Every member as far as the unit's corner has moved. */
function moveMembers(design: Design, unitId: string, { canvasId, position }: MovedNode): Move[] {
  const from = layOutCanvas(design).boxes.get(canvasId);
  const members = findRecord(design.units ?? {}, unitId)?.members ?? [];
  if (!from) return [];
  const dx = Math.round(position.x - from.x);
  const dy = Math.round(position.y - from.y);
  return members.flatMap(({ kind, id }) => {
    const old = (kind === 'device' ? design.devices[id] : design.racks[id])?.position;
    const move = old && { kind, id, position: { x: old.x + dx, y: old.y + dy } };
    return move && hasMoved(design, move) ? [move] : [];
  });
}

function hasMoved(design: Design, { kind, id, position }: Move): boolean {
  const known = (kind === 'device' ? design.devices[id] : design.racks[id])?.position;
  return known !== undefined && (known.x !== position.x || known.y !== position.y);
}
