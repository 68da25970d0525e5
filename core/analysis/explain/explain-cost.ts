/** What the design costs: pieces by unit price over the priced lines of the bill of materials. */
import type { ObjectRef } from '../../base/diagnostic.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import type { BomLine, PriceSum } from '../bom-report.ts';
import type { Report } from '../report.ts';
import type { ExplainedSource, ExplainedValue, Explanation } from './explanation.ts';

/** null while no line has a price. Where prices are ranges, the low end is derived. */
export function explainCost(netlist: Netlist, { bom, cost }: Report): Explanation | null {
  const priced = bom.flatMap((line) => (line.unitPrice ? [{ line, each: line.unitPrice }] : []));
  if (priced.length === 0) return null;
  const { total, currency } = cost;
  return {
    title: 'Cost',
    formula: 'C = Σ(n × p)',
    values: [
      { symbol: 'C', value: total.low, unit: currency, meaning: 'all priced lines, spares apart' },
      ...priced.flatMap(({ line, each }, i): ExplainedValue[] => [
        { symbol: `n${i + 1}`, value: line.quantity, unit: 'pieces', meaning: describeLine(line) },
        { symbol: `p${i + 1}`, value: each.low, unit: `${currency} each`, meaning: describeOrigin(line) },
      ]),
    ],
    counted: priced.map(({ line }) => ({
      label: describeLine(line),
      refs: listObjects(netlist, line),
      count: line.quantity,
    })),
    sources: listPriceSources(priced.map(({ line }) => line)),
    caveats: [...describeUnpriced(total, currency), 'Without spares, freight, taxes, installation and support.'],
  };
}

/** What a sum of money lacks, and its high end. */
export function describeUnpriced({ unknownCount, unknownParts, low, high }: PriceSum, currency: string): string[] {
  return [
    ...(unknownCount > 0
      ? [`No price for ${unknownCount} pieces (${unknownParts.join(', ')}): the figure is a lower bound.`]
      : []),
    ...(high > low
      ? [`Some prices are known as a range only. At their high ends the figure is ${Math.round(high)} ${currency}.`]
      : []),
  ];
}

export function describeLine({ model, lengthM }: BomLine): string {
  return lengthM === null ? model : `${model}, ${lengthM} m`;
}

export function describeOrigin(line: BomLine): string {
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

/** Prices without a date cannot be told how old they are, and are left to the line's own words. */
export function listPriceSources(lines: readonly BomLine[]): ExplainedSource[] {
  return lines.flatMap(({ model, priceSource, priceDate, priceFrom }) =>
    priceSource === null || priceDate === null
      ? []
      : [
          {
            label: `${model}: ${priceSource}`,
            url: null,
            confidence: priceFrom === 'book' ? 'user' : 'secondary',
            asOf: priceDate,
          },
        ],
  );
}
