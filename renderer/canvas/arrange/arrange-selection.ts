/** Arranging what is selected: what the actions of the window call, and when they can be called. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design } from '#core/design/design.ts';
import { design, dispatch } from '../../store/design-store.ts';
import { viewStore } from '../../store/view-store.ts';
import { type Alignment, alignBlocks, type Axis, distributeBlocks } from './align-blocks.ts';
import { type Block, type BlockMember, findItem, pickBlocks } from './block.ts';
import { moveBlocks } from './move-blocks.ts';

let known: {
  readonly design: Design;
  readonly selection: readonly ObjectRef[];
  readonly blocks: readonly Block[];
} | null = null;

/** Picked once a selection: every button that arranges asks for it. */
export function listSelectedBlocks(): readonly Block[] {
  const { screen, selection } = viewStore.getState();
  if (screen !== 'studio') return [];
  const owner = design();
  if (known?.design !== owner || known.selection !== selection) {
    known = { design: owner, selection, blocks: pickBlocks(owner, selection) };
  }
  return known.blocks;
}

/** At least two blocks, one of which can move; three for distributing, because the outermost stay. */
export function canArrange(leastCount: 2 | 3): boolean {
  const blocks = listSelectedBlocks();
  return blocks.length >= leastCount && blocks.some(({ isLocked }) => !isLocked);
}

export function alignSelection(alignment: Alignment): void {
  const blocks = listSelectedBlocks();
  moveBlocks(blocks, alignBlocks(blocks, alignment), 'align');
}

export function distributeSelection(axis: Axis): void {
  const blocks = listSelectedBlocks();
  moveBlocks(blocks, distributeBlocks(blocks, axis), 'distribute');
}

/** Racks and devices behind the selection, also those in racks: locked, these keep their place in the rack. */
export function listSelectedItems(): BlockMember[] {
  const { screen, selection } = viewStore.getState();
  if (screen !== 'studio') return [];
  const { units = {} } = design();
  const members = selection.flatMap(({ kind, id }): readonly BlockMember[] => {
    if (kind === 'unit') return units[id]?.members ?? [];
    return kind === 'device' || kind === 'rack' ? [{ kind, id }] : [];
  });
  const byKey = new Map(members.map(({ kind, id }) => [`${kind}:${id}`, { kind, id }]));
  return [...byKey.values()];
}

/** What locking, or unlocking, would change. */
export function listToLock(locked: boolean): BlockMember[] {
  const owner = design();
  return listSelectedItems().filter((member) => (findItem(owner, member)?.locked ?? false) !== locked);
}

/** Locks what is not locked yet; when all of it is, lets it go. */
export function toggleLock(): void {
  const open = listToLock(true);
  const locked = open.length > 0;
  dispatch({ name: 'setLock', args: { items: locked ? open : listToLock(false), locked } });
}
