/** What a rack-scale machine is made of, as its catalog entry lists it (`Holds: 18 compute trays, 8 power shelves`). */
import type { ServerPart } from '#core/catalog/part.ts';
import { type Answer, type MetricRule, type Question, value } from './metric.ts';
import { toSingular } from './name.ts';

export const contentMetrics: readonly MetricRule[] = [
  { pattern: /^(nics|gpus)_per_tray$/, answer: countPerTray },
  { pattern: /./, answer: findContent },
];

/** Words that mean the same on a parts list. */
const SAME: Readonly<Record<string, string>> = { oob: 'mgmt', management: 'mgmt', nvswitch: 'nvlink', shelve: 'shelf' };
const IDLE = new Set(['per', 'in', 'rack', 'the', 'of', '1u', 'switch', 'compute', 'power']);

function listContents(part: ServerPart): { count: number; words: string[] }[] {
  const holds = /Holds: ([^;]*?)\.(?:\s|$)/.exec(part.notes ?? '')?.[1] ?? '';
  return holds.split(',').flatMap((item) => {
    const match = /^\s*(\d+(?:\.\d+)?)\s+(.*)$/.exec(item);
    return match ? [{ count: Number(match[1]), words: listKeyWords(match[2] as string) }] : [];
  });
}

function listKeyWords(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[\s_]+/)
    .map(toSingular);
  return words.map((word) => SAME[word] ?? word).filter((word) => !IDLE.has(word));
}

function findMachine({ drawn }: Question): ServerPart | null {
  for (const group of drawn.netlist.groups) if (group.part?.kind === 'server') return group.part;
  return null;
}

/** The entry whose telling words are exactly those of the metric. */
function findContent(question: Question): Answer | null {
  const part = findMachine(question);
  if (part === null || part.category !== 'rack_scale') return null;
  const wanted = listKeyWords(question.name.full).sort().join(' ');
  const found = listContents(part).find(({ words }) => [...words].sort().join(' ') === wanted);
  return found ? value(found.count, `listed as contents of ${part.model}`) : null;
}

function countPerTray(question: Question): Answer | null {
  const part = findMachine(question);
  const trays = part && listContents(part).find(({ words }) => words.join(' ') === 'tray')?.count;
  if (!part || !trays) return null;
  const cages = part.portBlocks.find((block) => block.role === 'compute')?.cageCount ?? 0;
  const total = question.name.full.startsWith('gpus') ? (part.gpuCount ?? 0) : cages;
  return value(total / trays, `${total} over ${trays} trays of ${part.model}`);
}
