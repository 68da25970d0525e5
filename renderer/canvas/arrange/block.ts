/**
 * What is arranged on the canvas: free-standing devices, racks with all that stands in them, scalable units with all their
 * members. Each is one block that moves as a whole. Pure.
 */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design, Position } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import type { Unit } from '#core/design/unit.ts';
import type { CommandArgs } from '#core/edit/command.ts';
import { layOutCanvas } from '../canvas-layout.ts';
import { findCanvasId, toCanvasId } from '../canvas-id.ts';
import { surround } from '../../store/free-spot.ts';
import type { Box } from '../route-link.ts';

export type BlockMember = CommandArgs['setLock']['items'][number];
export type Move = CommandArgs['moveItems']['moves'][number];

export interface Block {
  /** Its canvas id. */
  readonly key: string;
  readonly box: Box;
  /** Racks and free-standing devices that move with it. */
  readonly members: readonly BlockMember[];
  /** Stays where it is: others line up with it. */
  readonly isLocked: boolean;
}

/** Where a block's top left corner goes, by its key. */
export type Places = ReadonlyMap<string, Position>;

/** The blocks among the given objects. What stands in a rack moves with its rack, so it is no block of its own. */
export function pickBlocks(design: Design, refs: readonly ObjectRef[]): Block[] {
  const units = listWholeUnits(design, refs);
  const taken = new Set(units.flatMap((unit) => unit.members.map(({ kind, id }) => toCanvasId(kind, id))));
  const blocks = units.flatMap((unit) => createUnitBlock(design, unit));
  for (const ref of refs) {
    if (ref.kind !== 'device' && ref.kind !== 'rack') continue;
    const key = toCanvasId(ref.kind, ref.id);
    if (taken.has(key)) continue;
    taken.add(key);
    blocks.push(...createBlock(design, { kind: ref.kind, id: ref.id }));
  }
  return blocks;
}

/** Units that are named, all of whose members are, or whose tile stands for something that is. */
function listWholeUnits(design: Design, refs: readonly ObjectRef[]): Unit[] {
  const { units = {} } = design;
  const { tileOf } = layOutCanvas(design);
  const named = new Set(
    refs.flatMap((ref) => {
      const canvasId = findCanvasId(ref);
      return canvasId === null ? [] : [canvasId, tileOf.get(canvasId) ?? canvasId];
    }),
  );
  return Object.values(units).filter(
    ({ id, members }) =>
      named.has(toCanvasId('unit', id)) || members.every((member) => named.has(toCanvasId(member.kind, member.id))),
  );
}

/** Every block of the design: units, and what is in none. */
export function listAllBlocks(design: Design): Block[] {
  const refs: ObjectRef[] = Object.keys(design.units ?? {}).map((id) => ({ kind: 'unit', id }));
  for (const id of Object.keys(design.racks)) refs.push({ kind: 'rack', id });
  for (const id of Object.keys(design.devices)) refs.push({ kind: 'device', id });
  return pickBlocks(design, refs);
}

/** The moves that bring the blocks to their places, also of what is there already: history counts what was arranged. */
export function listMoves(design: Design, blocks: readonly Block[], places: Places): Move[] {
  return blocks.flatMap((block) => {
    const place = places.get(block.key);
    if (!place || block.isLocked) return [];
    const dx = roundHalf(place.x) - block.box.x;
    const dy = roundHalf(place.y) - block.box.y;
    return block.members.flatMap(({ kind, id }): Move[] => {
      const position = findItem(design, { kind, id })?.position;
      return position ? [{ kind, id, position: { x: position.x + dx, y: position.y + dy } }] : [];
    });
  });
}

/** Middles of odd sizes fall between two pixels; nothing needs more. */
function roundHalf(value: number): number {
  return Math.round(2 * value) / 2;
}

export function findItem(design: Design, { kind, id }: BlockMember) {
  return kind === 'device' ? findRecord(design.devices, id) : findRecord(design.racks, id);
}

function createBlock(design: Design, member: BlockMember): Block[] {
  const { boxes, spots } = layOutCanvas(design);
  const canvasId = toCanvasId(member.kind, member.id);
  const box = boxes.get(canvasId);
  const parentId = spots.get(canvasId)?.parentId;
  if (!box || parentId?.startsWith('rack:')) return [];
  return [{ key: canvasId, box, members: [member], isLocked: findItem(design, member)?.locked === true }];
}

/** One locked member holds the whole unit: it moves as one or not at all. */
function createUnitBlock(design: Design, unit: Unit): Block[] {
  const { boxes } = layOutCanvas(design);
  const key = toCanvasId('unit', unit.id);
  const inside = unit.members.flatMap(({ kind, id }) => boxes.get(toCanvasId(kind, id)) ?? []);
  const box = boxes.get(key) ?? surround(inside);
  if (!box) return [];
  const isLocked = unit.members.some((member) => findItem(design, member)?.locked === true);
  return [{ key, box, members: unit.members, isLocked }];
}
