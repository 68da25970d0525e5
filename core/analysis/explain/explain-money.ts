/** Sums of money, and the quantity and price of one line of the bill of materials. Where prices are ranges, the low end is derived. */
import { Memory } from '../../base/memory.ts';
import type { ObjectRef } from '../../base/diagnostic.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import { takeCensuses } from '../block-census.ts';
import { listPieceOrigins } from '../bom.ts';
import { getPieceKey } from '../bom-pieces.ts';
import type { BomLine, PriceRange, PriceSum } from '../bom-report.ts';
import { isNetwork } from '../cost.ts';
import type { Report } from '../report.ts';
import { ENTERED } from './entered.ts';
import {
  createPriceValue,
  describeLine,
  describeUnpriced,
  explainPricedLines,
  listPriceSources,
  markUnpriced,
} from './explain-cost.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';
import type { LineField } from './metric-fields.ts';

/** null = there is no such category or fabric. */
export function explainMoney(report: Report, path: string): Explanation | null {
  const [field = '', ...rest] = path.split('/');
  const id = rest.join('/');
  const { bom, cost } = report;
  switch (field) {
    case 'spares':
      return explainLines(report, bom, 'Spares', cost.spares, 'spares');
    case 'network':
      return explainLines(report, bom.filter(isNetwork), 'Network', cost.network, 'quantity');
    case 'category':
    case 'spares-of': {
      const lines = bom.filter(({ category }) => category === id);
      const own = cost.categories.find(({ category }) => category === id);
      if (!own) return null;
      return field === 'category'
        ? explainLines(report, lines, `Cost of ${id}`, own.cost, 'quantity')
        : explainLines(report, lines, `Spares of ${id}`, own.sparesCost, 'spares');
    }
    case 'share':
      return explainShare(report);
    case 'gpu':
      return explainRatio(report, 'Cost per GPU', cost.total, cost.perGpu, report.totals.gpuCount, 'GPUs');
    case 'fabric':
      return explainFabricCost(report, id);
    case 'bisection':
      return explainPerBisection(report, id);
    default:
      return null;
  }
}

function explainLines(
  { cost: { currency } }: Report,
  lines: readonly BomLine[],
  title: string,
  sum: PriceSum,
  count: 'quantity' | 'spares',
): Explanation {
  const counted = lines.map((line) => ({ line, quantity: line[count] }));
  return explainPricedLines(title, `${title.toLowerCase()}, all priced lines`, counted, sum, currency);
}

function explainShare({ cost }: Report): Explanation {
  const { networkShare, network, total, currency } = cost;
  const isUnknown = networkShare === null;
  return {
    title: 'Network share of the cost',
    formula: 'S = N / (N + R)',
    values: [
      {
        symbol: 'S',
        value: networkShare?.low ?? 0,
        ...(isUnknown ? { isUnknown } : {}),
        unit: '',
        meaning: 'at least',
      },
      { symbol: 'N', value: network.low, unit: currency, meaning: 'switches, NICs, modules and cables' },
      { symbol: 'R', value: total.high - network.high, unit: currency, meaning: 'everything else, at its dearest' },
      ...(isUnknown ? [] : [{ symbol: 'M', value: networkShare.high, unit: '', meaning: 'at most' }]),
    ],
    counted: [],
    sources: [],
    caveats: [
      'Given only while every line has a price, because what is missing moves it either way.',
      ...describeUnpriced(total, currency),
    ],
  };
}

function explainRatio(
  { cost: { currency } }: Report,
  title: string,
  sum: PriceSum,
  ratio: PriceRange | null,
  count: number,
  unit: string,
): Explanation {
  return {
    title,
    formula: 'E = C / n',
    values: [
      {
        symbol: 'E',
        value: ratio?.low ?? 0,
        ...(ratio === null ? { isUnknown: true } : {}),
        unit: currency,
        meaning: `for each of the ${unit}`,
      },
      {
        symbol: 'C',
        value: sum.low,
        ...markUnpriced(sum),
        unit: currency,
        meaning: 'all priced lines, spares apart',
      },
      { symbol: 'n', value: count, unit, meaning: 'of the design' },
    ],
    counted: [],
    sources: [],
    caveats: [...(count === 0 ? [`There are no ${unit}.`] : []), ...describeUnpriced(sum, currency)],
  };
}

function explainFabricCost({ cost }: Report, fabricId: string): Explanation | null {
  const own = cost.fabrics.find((fabric) => fabric.fabricId === fabricId);
  if (!own) return null;
  const unknown = markUnpriced(own.cost);
  return {
    title: `Network parts of ${own.name}`,
    formula: 'C = c',
    values: [
      { symbol: 'C', value: own.cost.low, ...unknown, unit: cost.currency, meaning: 'at least' },
      {
        symbol: 'c',
        value: own.cost.low,
        ...unknown,
        unit: cost.currency,
        meaning:
          'switches, NICs, modules and cables that serve this fabric alone, by the bill of materials split by fabric',
      },
      { symbol: 'm', value: own.cost.high, ...unknown, unit: cost.currency, meaning: 'at most' },
    ],
    counted: [{ label: own.name, refs: [{ kind: 'fabric', id: fabricId }], count: 1 }],
    sources: [],
    caveats: describeUnpriced(own.cost, cost.currency),
  };
}

function explainPerBisection(report: Report, fabricId: string): Explanation | null {
  const own = report.cost.fabrics.find((fabric) => fabric.fabricId === fabricId);
  const gbps = report.fabrics.find((fabric) => fabric.fabricId === fabricId)?.bisection?.bandwidthGbps ?? 0;
  if (!own || gbps === 0) return null;
  const title = `Cost of ${own.name} per Gb/s of bisection`;
  return explainRatio(report, title, own.cost, own.perBisectionGbps, gbps, 'Gb/s of bisection');
}

/** One line, by its place in the report. */
export function explainLine(netlist: Netlist, report: Report, field: string, index: number): Explanation | null {
  const line = report.bom[index];
  if (!line) return null;
  switch (field as LineField) {
    case 'quantity':
      return explainQuantity(netlist, line);
    case 'spares':
      return explainSpares(netlist, line);
    case 'price':
      return explainExtended(report, line, line.quantity, line.extendedPrice, 'Cost');
    case 'spares-price':
      return explainExtended(report, line, line.spares, line.sparesPrice, 'Cost of the spares');
    default:
      return null;
  }
}

function explainQuantity(netlist: Netlist, line: BomLine): Explanation {
  const origins = [...(listPieceOrigins(netlist, takeCensuses(netlist, new Memory())).get(getPieceKey(line)) ?? [])];
  return {
    title: `Quantity of ${describeLine(line)}`,
    formula: 'Q = Σ(q)',
    values: [
      { symbol: 'Q', value: line.quantity, unit: 'pieces', meaning: 'counted, without spares' },
      ...origins.map(
        ([name, count], i): ExplainedValue => ({
          symbol: `q${i + 1}`,
          value: count,
          unit: 'pieces',
          meaning: name,
        }),
      ),
    ],
    counted: origins.map(([label, count]) => ({ label, refs: findByName(netlist, line, label), count })),
    sources: [],
    caveats: [],
  };
}

function findByName({ groups, rackGroups, links }: Netlist, { category }: BomLine, name: string): ObjectRef[] {
  if (category === 'cable') {
    return links
      .filter(({ groupA, groupB }) => `${groups[groupA]?.name} to ${groups[groupB]?.name}` === name)
      .map(({ linkId }) => ({ kind: 'link', id: linkId }));
  }
  return [
    ...groups
      .filter((group) => group.name === name)
      .map(({ deviceId }): ObjectRef => ({ kind: 'device', id: deviceId })),
    ...rackGroups.filter((rack) => rack.name === name).map(({ rackId }): ObjectRef => ({ kind: 'rack', id: rackId })),
  ];
}

function explainSpares({ spares }: Netlist, line: BomLine): Explanation {
  const rule = Object.entries(spares).find(([category]) => category === line.category)?.[1];
  if (!rule) return explainNoSpares(line);
  return {
    title: `Spares of ${describeLine(line)}`,
    formula: 'S = ceil(max(ceil(Q × r / 100), m) / k) × k',
    values: [
      { symbol: 'S', value: line.spares, unit: 'pieces', meaning: 'to buy on top' },
      { symbol: 'Q', value: line.quantity, unit: 'pieces', meaning: 'counted' },
      { symbol: 'r', value: rule.percent, unit: '%', meaning: 'share, entered for the class' },
      { symbol: 'm', value: rule.minimum, unit: 'pieces', meaning: 'at least, entered for the class' },
      { symbol: 'k', value: rule.packSize, unit: 'a pack', meaning: 'bought in whole packs' },
    ],
    counted: [],
    sources: [],
    caveats: ['The rule holds for every line: only its like replaces a part.'],
  };
}

function explainNoSpares(line: BomLine): Explanation {
  return {
    title: `Spares of ${describeLine(line)}`,
    formula: 'S = Q × r / 100',
    values: [
      { symbol: 'S', value: line.spares, unit: 'pieces', meaning: 'to buy on top' },
      { symbol: 'Q', value: line.quantity, unit: 'pieces', meaning: 'counted' },
      { symbol: 'r', value: 0, unit: '%', meaning: 'no spares are asked for this class' },
    ],
    counted: [],
    sources: [ENTERED],
    caveats: [],
  };
}

function explainExtended(
  { cost: { currency } }: Report,
  line: BomLine,
  count: number,
  price: PriceRange | null,
  title: string,
): Explanation {
  const isRange = price !== null && price.high > price.low;
  return {
    title: `${title}: ${describeLine(line)}`,
    formula: 'C = n × p',
    values: [
      {
        symbol: 'C',
        value: price?.low ?? 0,
        ...(price === null ? { isUnknown: true } : {}),
        unit: currency,
        meaning: isRange ? 'at least' : 'in all',
      },
      { symbol: 'n', value: count, unit: 'pieces', meaning: describeLine(line) },
      createPriceValue('p', line, currency),
    ],
    counted: [],
    sources: listPriceSources([line]),
    caveats: [
      ...(isRange ? [`The price is known as a range: at most ${Math.round(price.high)} ${currency}.`] : []),
      ...(price === null ? [line.priceGap ?? 'Unknown, not 0: enter a price in the line to know it.'] : []),
    ],
  };
}
