/** What has to be bought and what of it has a price. */
import type { BomLine, PriceSum } from '#core/analysis/bom-report.ts';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import { formatAtLeast, formatLength, formatNumber, formatPercent } from '../../ui/format.ts';
import { explainMoneySum, formatMoney, formatMoneySum, formatPrice } from '../../ui/money.ts';
import { CATEGORY_LABELS } from '../bom/bom-columns.tsx';
import { findCountedObjects } from '../counted-objects.ts';
import { type Block, type Cell, createTable, type Fact, figure, number, wide } from './blocks.ts';
import type { ReportContent } from './content.ts';

function describePrice({ priceSource, priceDate, priceGap }: BomLine): string {
  if (priceSource === null) return priceGap ?? 'no price known';
  return priceDate === null ? priceSource : `${priceSource}, ${priceDate}`;
}

function listCosts({ report: { bom, cost } }: ReportContent): Fact[] {
  const { currency, total, networkShare, perGpu } = cost;
  const share = networkShare && [formatPercent(networkShare.low), formatPercent(networkShare.high)];
  return [
    {
      label: 'Total',
      value: formatMoneySum(total, currency),
      note: explainMoneySum(total) ?? 'without spares',
      source: total.high > 0 ? 'cost' : null,
    },
    {
      label: 'Spares',
      value: bom.some((line) => line.spares > 0) ? formatMoneySum(cost.spares, currency) : 'none asked for',
      note: explainMoneySum(cost.spares),
      source: cost.spares.high > 0 ? 'money/spares' : null,
    },
    {
      label: 'Network',
      value: formatMoneySum(cost.network, currency),
      note: 'switches, NICs, modules and cables',
      source: cost.network.high > 0 ? 'money/network' : null,
    },
    {
      label: 'Network share',
      value: share ? [...new Set(share)].join('\u2013') : 'unknown',
      source: share ? 'money/share' : null,
    },
    {
      label: 'Per GPU',
      value: perGpu === null ? 'unknown' : formatAtLeast(formatMoney(perGpu, currency), total.unknownCount),
      source: perGpu === null ? null : 'money/gpu',
    },
  ];
}

/** A sum in which no price is known has no derivation. */
function tellSum(sum: PriceSum, currency: string, source: MetricId): Cell {
  const text = formatMoneySum(sum, currency);
  return sum.high > 0 ? figure(text, source) : text;
}

export function listParts(content: ReportContent): Block[] {
  const { report, design } = content;
  const { bom, cost } = report;
  const hasSpares = bom.some((line) => line.spares > 0);
  const spares = (text: string): string[] => (hasSpares ? [text] : []);
  return [
    { kind: 'facts', facts: listCosts(content) },
    createTable(
      'By category',
      ['Category', number('Pieces'), ...(hasSpares ? [number('Spares')] : []), number('Cost')],
      cost.categories,
      (own) => [
        CATEGORY_LABELS[own.category],
        formatNumber(own.quantity),
        ...spares(formatNumber(own.spareQuantity)),
        tellSum(own.cost, cost.currency, `money/category/${own.category}`),
      ],
      {
        total: [
          'Total',
          formatNumber(cost.categories.reduce((sum, own) => sum + own.quantity, 0)),
          ...spares(formatNumber(cost.categories.reduce((sum, own) => sum + own.spareQuantity, 0))),
          tellSum(cost.total, cost.currency, 'cost'),
        ],
        note: cost.total.unknownCount > 0 ? 'A sum with a \u2265 lacks prices: it is what is known of it.' : null,
      },
    ),
    createTable(
      'Every part',
      [
        wide('Part', 22),
        wide('Part number', 19),
        number('Length'),
        number('Quantity'),
        ...(hasSpares ? [number('Spares')] : []),
        number(`Each, ${cost.currency}`),
        number('Together'),
        'Who says the price',
      ],
      bom.map((line, place) => ({ line, place })),
      ({ line, place }) => [
        { text: nameLine(line), refs: findCountedObjects(design, line, report.links) },
        line.partNumber ?? '\u2013',
        line.lengthM === null ? '' : formatLength(line.lengthM),
        figure(formatNumber(line.quantity), `line/quantity/${place}`),
        ...spares(formatNumber(line.spares)),
        formatPrice(line.unitPrice),
        line.extendedPrice === null ? 'unknown' : figure(formatPrice(line.extendedPrice), `line/price/${place}`),
        line.unitPrice === null ? { text: describePrice(line), tone: 'open' } : describePrice(line),
      ],
    ),
  ];
}

export function nameLine({ manufacturer, model }: Pick<BomLine, 'manufacturer' | 'model'>): string {
  return manufacturer === null || model.startsWith(manufacturer) ? model : `${manufacturer} ${model}`;
}
