/** What dropping dragged nodes means for the design: new positions, into a rack, out of a rack. Pure. */
import type { Command } from '#core/edit/command.ts';
import type { Design, Position } from '#core/design/design.ts';
import { createId } from '#core/edit/ids.ts';
import { parseCanvasId } from './canvas-id.ts';

export interface MovedNode {
  readonly canvasId: string;
  /** On the plane. */
  readonly position: Position;
  /** The rack it stands in now; null = free-standing. */
  readonly rackId: string | null;
}

/**
 * Commands for one drop, in order. `overRackId` is the rack under the pointer. A placed device dropped over its own frame
 * stays where it is: its place in the frame follows from its rack unit.
 */
export function planMoves(design: Design, moved: readonly MovedNode[], overRackId: string | null): Command[] {
  const moves: { kind: 'device' | 'rack'; id: string; position: Position }[] = [];
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
    } else if (kind !== 'link' && hasMoved(design, kind, id, position)) {
      moves.push({ kind, id, position });
    }
  }
  return moves.length > 0 ? [{ name: 'moveItems', args: { moves } }, ...commands] : commands;
}

function hasMoved(design: Design, kind: 'device' | 'rack', id: string, position: Position): boolean {
  const known = (kind === 'device' ? design.devices[id] : design.racks[id])?.position;
  return known !== undefined && (known.x !== position.x || known.y !== position.y);
}
