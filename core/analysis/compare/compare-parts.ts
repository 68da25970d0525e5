/** The bills of materials of two designs as one list: what each buys of every part, and what that costs there. */
import type { BomCategory, BomLine, PriceRange, PriceSum } from '../bom-report.ts';

export interface PartSide {
  /** Spares not counted. */
  readonly quantity: number;
  /** Of the quantity; null = the price is not known. 0 where nothing is bought. */
  readonly cost: PriceRange | null;
  /** Places of its lines in the parts list of that design. */
  readonly lines: readonly number[];
}

export interface ComparedPart {
  /** Tells this line from all others. */
  readonly key: string;
  readonly category: BomCategory;
  readonly manufacturer: string | null;
  readonly model: string;
  readonly lengthM: number | null;
  readonly own: PartSide;
  readonly other: PartSide;
}

const NOTHING: PartSide = { quantity: 0, cost: { low: 0, high: 0 }, lines: [] };

/** In the order of the first list; what only the second has follows its category there, or comes last. */
export function compareParts(own: readonly BomLine[], other: readonly BomLine[]): ComparedPart[] {
  const rows = new Map<string, ComparedPart>();
  for (const [place, line] of own.entries()) add(rows, line, place, 'own');
  for (const [place, line] of other.entries()) add(rows, line, place, 'other');
  const order = [...new Set([...own, ...other].map(({ category }) => category))];
  return [...rows.values()].sort((x, y) => order.indexOf(x.category) - order.indexOf(y.category));
}

/** The same part is the same in both, whatever it is used for: lines of one part and length are added up. */
function add(rows: Map<string, ComparedPart>, line: BomLine, place: number, side: 'own' | 'other'): void {
  const { category, manufacturer, model, lengthM } = line;
  const key = [category, line.partId ?? `${manufacturer ?? ''}/${model}`, lengthM ?? ''].join('|');
  const row = rows.get(key) ?? { key, category, manufacturer, model, lengthM, own: NOTHING, other: NOTHING };
  rows.set(key, { ...row, [side]: addUp(row[side], line, place) });
}

function addUp({ quantity, cost, lines }: PartSide, line: BomLine, place: number): PartSide {
  const more = line.quantity === 0 ? NOTHING.cost : line.extendedPrice;
  return {
    quantity: quantity + line.quantity,
    cost: cost === null || more === null ? null : { low: cost.low + more.low, high: cost.high + more.high },
    lines: [...lines, place],
  };
}

/**
 * What the other design costs more (below 0: less). Parts that both buy alike cancel out, priced or not; a range stays as wide
 * as the prices of what differs.
 */
export function sumCostDifference(parts: readonly ComparedPart[]): PriceSum {
  const sum = { low: 0, high: 0, unknownCount: 0 };
  const unknownParts = new Set<string>();
  for (const { own, other, model } of parts) {
    if (own.quantity === other.quantity) continue;
    if (own.cost === null || other.cost === null) {
      sum.unknownCount += Math.abs(other.quantity - own.quantity);
      unknownParts.add(model);
      continue;
    }
    const ends = [other.cost.low - own.cost.low, other.cost.high - own.cost.high];
    sum.low += Math.min(...ends);
    sum.high += Math.max(...ends);
  }
  return { ...sum, unknownParts: [...unknownParts].sort() };
}
