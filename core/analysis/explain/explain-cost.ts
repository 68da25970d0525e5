/** What the design costs: pieces by unit price over the priced lines of the bill of materials. */
import { formatCount } from '../../base/format-count.ts';
import type { ObjectRef } from '../../base/diagnostic.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import type { BomLine, PriceSum } from '../bom-report.ts';
import type { Report } from '../report.ts';
import type { ExplainedSource, ExplainedValue, Explanation } from './explanation.ts';

/** A line without a price: unknown, and not 0. */
export function createPriceValue(symbol: string, line: BomLine, currency: string): ExplainedValue {
  const unit = `${currency} each`;
  if (line.unitPrice) return { symbol, value: line.unitPrice.low, unit, meaning: describeOrigin(line) };
  return { symbol, value: 0, isUnknown: true, unit, meaning: 'neither the catalog nor the price book has a price' };
}

/** The lines that a sum is made of; where none has a price all of them, so that it can be seen what is missing. */
function listTerms(lines: readonly BomLine[]): readonly BomLine[] {
  const priced = lines.filter(({ unitPrice }) => unitPrice !== null);
  return priced.length > 0 ? priced : lines;
}

/** So many pieces of a line. */
export interface CountedLine {
  readonly line: BomLine;
  readonly quantity: number;
}

/** Pieces by price, of those lines. Where prices are ranges, the low end is derived. */
export function explainPricedLines(
  title: string,
  meaning: string,
  counted: readonly CountedLine[],
  sum: PriceSum,
  currency: string,
): Explanation {
  const own = counted.filter(({ quantity }) => quantity > 0);
  const terms = new Set(listTerms(own.map(({ line }) => line)));
  const shown = own.filter(({ line }) => terms.has(line));
  return {
    title,
    formula: 'C = Σ(n × p)',
    values: [
      { symbol: 'C', value: sum.low, ...markUnpriced(sum), unit: currency, meaning },
      ...shown.flatMap(({ line, quantity }, i): ExplainedValue[] => [
        { symbol: `n${i + 1}`, value: quantity, unit: 'pieces', meaning: describeLine(line) },
        createPriceValue(`p${i + 1}`, line, currency),
      ]),
    ],
    counted: [],
    sources: listPriceSources([...terms]),
    caveats: shown.length === 0 ? ['Nothing of it is bought.'] : describeUnpriced(sum, currency),
  };
}

/** null = nothing is bought. */
export function explainCost(netlist: Netlist, { bom, cost }: Report): Explanation | null {
  const terms = listTerms(bom);
  if (terms.length === 0) return null;
  const lines = bom.map((line) => ({ line, quantity: line.quantity }));
  const explained = explainPricedLines('Cost', 'all priced lines, spares apart', lines, cost.total, cost.currency);
  return {
    ...explained,
    counted: terms.map((line) => ({
      label: describeLine(line),
      refs: listObjects(netlist, line),
      count: line.quantity,
    })),
    caveats: [...explained.caveats, 'Without spares, freight, taxes, installation and support.'],
  };
}

/** A sum of money of which nothing is known. */
export function markUnpriced({ high, unknownCount }: PriceSum): Pick<ExplainedValue, 'isUnknown'> {
  return high === 0 && unknownCount > 0 ? { isUnknown: true } : {};
}

/** What a sum of money lacks, and its high end. */
export function describeUnpriced({ unknownCount, unknownParts, low, high }: PriceSum, currency: string): string[] {
  return [
    ...(unknownCount > 0
      ? [
          `No price for ${formatCount(unknownCount)} pieces (${unknownParts.join(', ')}): the figure is ${high === 0 ? 'unknown, not 0' : 'a lower bound'}.`,
        ]
      : []),
    ...(high > low
      ? [`Some prices are known as a range only. At their high ends the figure is ${Math.round(high)} ${currency}.`]
      : []),
  ];
}

export function describeLine({ model, lengthM }: BomLine): string {
  return lengthM === null ? model : `${model}, ${lengthM} m`;
}

function describeOrigin(line: BomLine): string {
  const from = line.priceFrom === 'book' ? 'price book of the design' : 'catalog';
  return line.priceSource ? `${from}: ${line.priceSource}` : from;
}

/** Groups and racks by the names that the line was counted from; cables by their part. */
function listObjects({ groups, rackGroups, links }: Netlist, line: BomLine): ObjectRef[] {
  if (line.category === 'cable') {
    return links
      .filter(({ medium }) => medium.kind !== 'unresolved' && medium.cable?.id === line.partId)
      .map(({ linkId }) => ({ kind: 'link', id: linkId }));
  }
  const devices = groups.filter(({ name }) => line.usedIn.includes(name));
  const racks = rackGroups.filter(({ name }) => line.usedIn.includes(name));
  return [
    ...devices.map(({ deviceId }): ObjectRef => ({ kind: 'device', id: deviceId })),
    ...racks.map(({ rackId }): ObjectRef => ({ kind: 'rack', id: rackId })),
  ];
}

/** Who says so: a price list or the user, with the date; that a source or a date is missing is said as well. */
export function listPriceSources(lines: readonly BomLine[]): ExplainedSource[] {
  return lines.flatMap(({ model, unitPrice, priceSource, priceDate, priceFrom }) => {
    if (unitPrice === null) return [];
    const isOwn = priceFrom === 'book';
    return [
      {
        label: `${model}: ${priceSource || (isOwn ? 'no source given' : 'catalog')}`,
        url: null,
        confidence: isOwn ? 'user' : 'secondary',
        asOf: priceDate ?? 'no date given',
      },
    ];
  });
}
