/** What dropping dragged nodes means for the design: new positions, into a rack or a unit, out of a rack or a unit, or copies. Pure. */
import type { Command, CommandArgs } from '#core/edit/command.ts';
import type { Design, Position } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { createDuplicateIds } from '#core/edit/commands/duplicate-items.ts';
import type { UnitMember } from '#core/design/unit.ts';
import { createIds } from '#core/edit/ids.ts';
import { findShiftBeside } from '../store/beside-members.ts';
import { listBlocks, surround } from '../store/free-spot.ts';
import { parseCanvasId, toCanvasId } from './canvas-id.ts';
import { layOutCanvas } from './canvas-layout.ts';
import { type FrameDrop, isMember } from './frame-drop.ts';

type Move = CommandArgs['moveItems']['moves'][number];
type Item = CommandArgs['joinUnit']['items'][number];

export interface MovedNode {
  readonly canvasId: string;
  /** On the plane. */
  readonly position: Position;
  /** The rack it stands in now; null = free-standing. */
  readonly rackId: string | null;
}

/**
 * Commands for one drop, in order; the first names the step. A placed device dropped over its own frame stays where it is: its
 * place in the frame follows from its rack unit. A scalable unit takes its members along.
 */
export function planMoves(design: Design, dragged: readonly MovedNode[], drop: FrameDrop): Command[] {
  const moved = settle(design, dragged, drop);
  const moves = new Map<string, Move>();
  const racking: Command[] = [];
  for (const node of moved) {
    const { kind, id } = parseCanvasId(node.canvasId);
    const position = roundPosition(node.position);
    if (kind === 'device' && drop.rackId !== null) {
      if (drop.rackId !== node.rackId) racking.push(placeInRack(design, id, drop.rackId, racking.length));
    } else if (kind === 'device' && node.rackId !== null) {
      racking.push({ name: 'unplaceDevice', args: { deviceId: id, position } });
    } else if (kind === 'unit') {
      for (const move of moveMembers(design, id, node)) moves.set(`${move.kind} ${move.id}`, move);
    } else if (kind !== 'link' && hasMoved(design, { kind, id, position })) {
      moves.set(`${kind} ${id}`, { kind, id, position });
    }
  }
  const moving: Command[] = moves.size > 0 ? [{ name: 'moveItems', args: { moves: [...moves.values()] } }] : [];
  const grouping = planUnits(design, moved, drop);
  // Only what stands in no rack can join a unit by itself.
  return grouping.length > 0 ? [...racking, ...grouping, ...moving] : [...moving, ...racking];
}

/** Copies where the originals were dragged to, and the originals stay. `ids` gives the copies' own. */
export function planCopies(
  design: Design,
  dragged: readonly MovedNode[],
  drop: FrameDrop,
): { readonly commands: readonly Command[]; readonly copies: readonly Item[] } {
  const { rackId, unitId } = drop;
  const moved = settle(design, dragged, drop);
  const items = listWhole(design, moved);
  const ids = createDuplicateIds(design, items);
  const copyOf = ({ kind, id }: Item): Item => ({ kind, id: ids[id] ?? id });
  const free = moved.find((node) => node.rackId === null);
  const commands: Command[] = [
    { name: 'duplicateItems', args: { items, ids, offset: free ? findShift(design, free) : { x: 0, y: 0 } } },
  ];
  // What is copied out of a rack stands where that rack is, until it is told better.
  const moves = moved.flatMap(({ canvasId, position, rackId: home }): Move[] => {
    const { id } = parseCanvasId(canvasId);
    return home === null ? [] : [{ kind: 'device', id: ids[id] ?? id, position: roundPosition(position) }];
  });
  if (moves.length > 0) commands.push({ name: 'moveItems', args: { moves } });
  const copies = items.map(copyOf);
  if (rackId !== null) {
    for (const [at, { id }] of copies.entries()) commands.push(placeInRack(design, id, rackId, at));
  } else if (unitId !== null) {
    commands.push({ name: 'joinUnit', args: { id: unitId, items: copies.filter(({ kind }) => kind !== 'unit') } });
  }
  return { commands, copies };
}

/** The tile of a collapsed unit covers the members behind it: what is dropped on it comes to stand beside them. */
function settle(design: Design, moved: readonly MovedNode[], { unitId }: FrameDrop): readonly MovedNode[] {
  const unit = unitId === null ? undefined : findRecord(design.units ?? {}, unitId);
  if (!unit?.collapsed) return moved;
  const { boxes } = layOutCanvas(design);
  const around = surround(
    moved.flatMap(({ canvasId, position }) => {
      const box = boxes.get(canvasId);
      return box ? [{ ...box, ...position }] : [];
    }),
  );
  const items = listWhole(design, moved).flatMap(asMember);
  const standing = { blocks: listBlocks(design), units: design.units };
  const shift = around && findShiftBeside(standing, items, around, unit.members, unit.id);
  if (!shift) return moved;
  return moved.map((node) => ({
    ...node,
    position: { x: node.position.x + shift.x, y: node.position.y + shift.y },
  }));
}

function asMember({ kind, id }: Item): UnitMember[] {
  return kind === 'unit' ? [] : [{ kind, id }];
}

/** `earlier`: how many placements come before it in the same plan. */
function placeInRack(design: Design, deviceId: string, rackId: string, earlier: number): Command {
  const placementId = createIds('placement', design.placements, earlier + 1)[earlier] ?? '';
  return { name: 'placeDevice', args: { deviceId, rackId, placementId } };
}

function planUnits(design: Design, moved: readonly MovedNode[], { unitId, leaves }: FrameDrop): Command[] {
  const unit = unitId === null ? undefined : findRecord(design.units ?? {}, unitId);
  if (unit) {
    const items = listWhole(design, moved).filter(
      ({ kind, id }) => kind !== 'unit' && !isMember(unit, toCanvasId(kind, id)),
    );
    if (items.length > 0) return [{ name: 'joinUnit', args: { id: unit.id, items } }];
  }
  const items = moved.filter(({ canvasId }) => leaves.has(canvasId)).map(({ canvasId }) => parseCanvasId(canvasId));
  const blocks = items.flatMap(({ kind, id }): Item[] => (kind === 'link' ? [] : [{ kind, id }]));
  return blocks.length > 0 ? [{ name: 'ungroupItems', args: { items: blocks } }] : [];
}

/** What was dragged, without members that go with their unit. */
function listWhole(design: Design, moved: readonly MovedNode[]): Item[] {
  const items = moved.map(({ canvasId }) => parseCanvasId(canvasId));
  const units = items.flatMap(({ kind, id }) => (kind === 'unit' ? (findRecord(design.units ?? {}, id) ?? []) : []));
  return items.flatMap(({ kind, id }): Item[] => {
    const isCarried = units.some((unit) => isMember(unit, toCanvasId(kind, id)));
    return kind === 'link' || isCarried ? [] : [{ kind, id }];
  });
}

/** How far it was dragged, in whole px. */
function findShift(design: Design, { canvasId, position }: MovedNode): Position {
  const from = layOutCanvas(design).boxes.get(canvasId);
  return from ? roundPosition({ x: position.x - from.x, y: position.y - from.y }) : { x: 0, y: 0 };
}

function roundPosition({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) };
}

/** Every member as far as the unit's corner has moved. */
function moveMembers(design: Design, unitId: string, node: MovedNode): Move[] {
  const members = findRecord(design.units ?? {}, unitId)?.members ?? [];
  const { x, y } = findShift(design, node);
  return members.flatMap(({ kind, id }) => {
    const old = (kind === 'device' ? design.devices[id] : design.racks[id])?.position;
    const move = old && { kind, id, position: { x: old.x + x, y: old.y + y } };
    return move && hasMoved(design, move) ? [move] : [];
  });
}

function hasMoved(design: Design, { kind, id, position }: Move): boolean {
  const known = (kind === 'device' ? design.devices[id] : design.racks[id])?.position;
  return known !== undefined && (known.x !== position.x || known.y !== position.y);
}
