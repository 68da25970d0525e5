/** What the command list shows for what was typed: sections of commands, objects and parts, the best fitting section first. */
import { findAction } from '../../store/action-registry.ts';
import { viewStore } from '../../store/view-store.ts';
import { createActionEntry, findActions, listActionEntries } from './action-entries.ts';
import type { CommandEntry, CommandSection, Ranked } from './command-entry.ts';
import { leavesLettersOut, readQuery } from './match-text.ts';
import { createObjectEntry, findObjects } from './object-entries.ts';
import { createPartEntry, findParts } from './part-entries.ts';
import { findViews } from './view-entries.ts';

const SHOWN_MAX = 8;

interface RankedSection extends CommandSection {
  readonly rank: number;
}

function createSection<T>(
  kind: CommandEntry['kind'],
  title: string,
  found: readonly Ranked<T>[],
  create: (value: T) => CommandEntry,
): RankedSection[] {
  const sorted = found.toSorted((a, b) => a.rank - b.rank);
  const [best] = sorted;
  if (!best) return [];
  const entries = sorted.slice(0, SHOWN_MAX).map(({ value }) => create(value));
  return [{ kind, title, entries, moreCount: Math.max(0, found.length - SHOWN_MAX), rank: best.rank }];
}

/** `recentIds`: ids of the actions used last, newest first. */
export function findCommands(typed: string, recentIds: readonly string[]): readonly CommandSection[] {
  const query = readQuery(typed);
  if (query.words.length === 0) return listAll(recentIds);
  const isOpen = viewStore.getState().screen === 'studio';
  const sections = [
    ...createSection('action', 'Commands', findActions(query), (entry) => entry),
    ...(isOpen ? createSection('object', 'In this design', findObjects(query), createObjectEntry) : []),
    ...(isOpen ? createSection('view', 'Saved views', findViews(query), (entry) => entry) : []),
    ...(isOpen ? createSection('part', 'Parts', findParts(query), createPartEntry) : []),
  ];
  return sections.toSorted((a, b) => rankSection(a) - rankSection(b));
}

/**
 * Whole ranks decide between kinds: finer differences only order what is of one kind. Who types a name wants what is called so; who
 * leaves letters out means a model, of which there may be some already.
 */
function rankSection({ kind, rank }: RankedSection): number {
  return Math.floor(rank) - (kind === 'part' && leavesLettersOut(rank) ? 0.5 : 0);
}

function listAll(recentIds: readonly string[]): CommandSection[] {
  const recent = recentIds.flatMap((id) => findAction(id) ?? []).map(createActionEntry);
  const recentEntries = recent
    .filter((entry) => entry.isEnabled)
    .map((entry) => ({ ...entry, id: `recent ${entry.id}` }));
  const all = listActionEntries().filter((entry) => entry.isEnabled);
  return [
    ...(recentEntries.length > 0
      ? [{ kind: 'recent' as const, title: 'Used last', entries: recentEntries, moreCount: 0 }]
      : []),
    { kind: 'action', title: 'Commands', entries: all, moreCount: 0 },
  ];
}
