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
export function listTerms(lines: readonly BomLine[]): readonly BomLine[] {
  const priced = lines.filter(({ unitPrice }) => unitPrice !== null);
  return priced.length > 0 ? priced : lines;
}

/** null = nothing is bought. Where prices are ranges, the low end is derived. */
export function explainCost(netlist: Netlist, { bom, cost }: Report): Explanation | null {
  const terms = listTerms(bom);
  if (terms.length === 0) return null;
  const { total, currency } = cost;
  return {
    title: 'Cost',
    formula: 'C = Σ(n × p)',
    values: [
      {
        symbol: 'C',
        value: total.low,
        ...markUnpriced(total),
        unit: currency,
        meaning: 'all priced lines, spares apart',
      },
      ...terms.flatMap((line, i): ExplainedValue[] => [
        { symbol: `n${i + 1}`, value: line.quantity, unit: 'pieces', meaning: describeLine(line) },
        createPriceValue(`p${i + 1}`, line, currency),
      ]),
    ],
    counted: terms.map((line) => ({
      label: describeLine(line),
      refs: listObjects(netlist, line),
      count: line.quantity,
    })),
    sources: listPriceSources(terms),
    caveats: [...describeUnpriced(total, currency), 'Without spares, freight, taxes, installation and support.'],
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
