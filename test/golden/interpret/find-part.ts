/**
 * Finds the catalog part that a case's words mean: `NVIDIA QM9700`, `DGX B200 / H200 / H100`, `Spectrum-4, 64 x 800G`. A model
 * name must be matched by a word that only models have (letters and digits, or four digits); else nothing is found.
 */
import { type Catalog, listParts } from '#core/catalog/catalog.ts';
import type { ServerPart, SwitchPart } from '#core/catalog/part.ts';

type Device = ServerPart | SwitchPart;

/** Lower-case words; hyphens and slashes split, and a hyphenated name is kept whole besides. */
function listWords(text: string): string[] {
  const lower = text.toLowerCase();
  const words: string[] = lower.match(/[a-z0-9]+/g) ?? [];
  for (const joined of lower.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []) words.push(joined.replaceAll('-', ''));
  return [...new Set(words)];
}

/** Quantities, speeds and units look like model names (`8x`, `400g`, `2u`, `72u`) and are not. */
const QUANTITY = /^\d+(?:x|g|gb|gbe|k|w|kw|u|t|tb|v|a|nd|st|rd|th)?$/;

function isModelWord(word: string): boolean {
  return word.length >= 2 && /\d/.test(word) && /[a-z]/.test(word) && !QUANTITY.test(word);
}

interface Scored<T> {
  readonly part: T;
  readonly score: number;
}

export function findSwitch(catalog: Catalog, text: string): SwitchPart | null {
  return findBest(listParts(catalog, 'switch'), text);
}

export function findServer(catalog: Catalog, text: string): ServerPart | null {
  // What stands in brackets describes the machine's innards, whose names are other parts' names.
  const name = text.replace(/\(.*$/s, '').split(/[:;,]/)[0] as string;
  // Of alternatives (`DGX H100 / H200`) the first is drawn: they are listed together because they are alike.
  return findBest(listParts(catalog, 'server'), name.split(/\s\/\s|\bor\b/)[0] as string);
}

function findBest<T extends Device>(parts: readonly T[], text: string): T | null {
  const wanted = listWords(text);
  const scored = parts
    .map((part): Scored<T> => ({ part, score: scorePart(part, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((x, y) => y.score - x.score || rankStatus(x.part) - rankStatus(y.part) || compare(x.part.id, y.part.id));
  return scored[0]?.part ?? null;
}

/** 0 = no model word in common. Words of the part's id that the text lacks count a little against it. */
function scorePart(part: Device, wanted: readonly string[]): number {
  const own = new Set(listWords(`${part.model} ${part.id}`));
  let score = 0;
  let hasModel = false;
  for (const word of wanted) {
    if (own.has(word)) {
      hasModel ||= isModelWord(word);
      score += isModelWord(word) ? 10 : 3;
    } else if (isModelWord(word) && word.length >= 5 && [...own].some((x) => x.length >= 5 && startsAlike(x, word))) {
      hasModel = true;
      score += 6;
    } else if (part.manufacturer?.toLowerCase().split(/\W+/).includes(word)) score += 2;
  }
  if (!hasModel) return 0;
  const missing = listWords(part.id).filter((word) => !wanted.includes(word)).length;
  return score - missing * 0.1;
}

/** `q3400` and `q3400ra`: one is the other with a variant's letters behind. */
function startsAlike(x: string, y: string): boolean {
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return long.startsWith(short) && /^[a-z]/.test(long.slice(short.length));
}

const STATUS_ORDER = ['shipping', 'legacy', 'end_of_sale', 'announced', 'reference'];

function rankStatus(part: Device): number {
  return STATUS_ORDER.indexOf(part.status);
}

function compare(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The switch whose chip the text names (`Tomahawk 4`, `Spectrum-4`) and whose data ports are `radix` of that speed. */
export function findSwitchByChip(catalog: Catalog, text: string, radix: number, speedGbps: number): SwitchPart | null {
  const plain = plainName(text);
  const fits = listParts(catalog, 'switch').filter(
    (part) =>
      part.asic !== null &&
      part.category === 'switch' &&
      ` ${plain} `.includes(` ${plainName(part.asic)} `) &&
      countDataPorts(part, speedGbps) === radix,
  );
  return fits.sort((x, y) => rankStatus(x) - rankStatus(y) || compare(x.id, y.id))[0] ?? null;
}

function plainName(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join(' ') ?? ''
  );
}

/** Ports of the main block at that speed; 0 = it does not offer the speed. */
export function countDataPorts(part: SwitchPart, speedGbps: number): number {
  const block = part.portBlocks.find((candidate) => candidate.role === 'data');
  const mode = block?.modes.find((candidate) => candidate.speedGbps === speedGbps);
  return (mode?.portsPerCage ?? 0) * (block?.cageCount ?? 0);
}
