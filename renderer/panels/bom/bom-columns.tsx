/** The columns of the bill of materials. */
import type { ReactNode } from 'react';
import type { BomCategory, BomLine, PriceRange, PriceSum } from '#core/analysis/bom-report.ts';
import { formatLength, formatNumber } from '../../ui/format.ts';
import { formatMoneySum, formatPrice } from '../../ui/money.ts';
import { explainPieces, explainSectionCost } from '#core/analysis/explain/explain-section.ts';
import type { LineField } from '#core/analysis/explain/metric-fields.ts';
import type { TableColumn } from '../../ui/table.tsx';
import { Explained } from '../explained.tsx';
import { MoneyFigure, PartialChip } from './money-figure.tsx';
import { LeadTimeField, PriceField, PriceTextField } from './price-fields.tsx';

export const CATEGORY_LABELS: Readonly<Record<BomCategory, string>> = {
  server: 'Server',
  switch: 'Switch',
  nic: 'NIC',
  transceiver: 'Transceiver',
  cable: 'Cable',
  rack: 'Rack',
  'blanking-panel': 'Blanking panel',
  pdu: 'PDU',
  cdu: 'CDU',
};

/** A line as far as it belongs to what is shown: the whole design, or one section of it. */
export interface ShownLine {
  readonly line: BomLine;
  /** Place in the report. */
  readonly index: number;
  /** All of the line, not what a section has of it. */
  readonly isWhole: boolean;
  readonly quantity: number;
  readonly extendedPrice: PriceRange | null;
}

interface Totals {
  readonly currency: string;
  readonly cost: PriceSum;
  readonly spares: PriceSum;
  /** Spares are counted on the whole and belong to no section. */
  readonly showsSpares: boolean;
}

const text = (
  key: string,
  title: string,
  width: string,
  valueOf: (line: BomLine) => string | null,
): TableColumn<ShownLine> => ({
  key,
  title,
  width,
  sortValue: ({ line }) => valueOf(line),
  render: ({ line }) => valueOf(line) ?? '\u2013',
  fullText: ({ line }) => valueOf(line) ?? '',
});

/** A section's part of a line is derived with the whole line. */
function explainCell({ line, index, isWhole }: ShownLine, field: LineField, figure: string, text: string): ReactNode {
  const name = isWhole ? `${figure} of ${line.model}` : `${figure} of ${line.model}, all sections`;
  return <Explained source={`line/${field}/${index}`} figure={name} text={text} isInRow />;
}

function createCountColumns(lines: readonly ShownLine[], showsSpares: boolean): TableColumn<ShownLine>[] {
  const spares = lines.reduce((sum, { line }) => sum + line.spares, 0);
  const quantity: TableColumn<ShownLine> = {
    key: 'quantity',
    title: 'Quantity',
    width: '76px',
    isNumber: true,
    sortValue: (shown) => shown.quantity,
    render: (shown) => explainCell(shown, 'quantity', 'Quantity', formatNumber(shown.quantity)),
    total: (
      <Explained
        source={() => explainPieces({ name: '', lines }, 'quantity')}
        figure="Pieces"
        text={formatNumber(lines.reduce((sum, shown) => sum + shown.quantity, 0))}
      />
    ),
  };
  // Left out while the design asks for no spares.
  if (!showsSpares || spares === 0) return [quantity];
  return [
    quantity,
    {
      key: 'spares',
      title: 'Spares',
      width: '64px',
      isNumber: true,
      sortValue: ({ line }) => line.spares,
      render: (shown) => explainCell(shown, 'spares', 'Spares', formatNumber(shown.line.spares)),
      total: (
        <Explained
          source={() => explainPieces({ name: '', lines }, 'spares')}
          figure="Spares, pieces"
          text={formatNumber(spares)}
        />
      ),
    },
  ];
}

const DIGIT_PX = 8.4;
const GAP_PX = 4;
const PADDING_PX = 20;
const LEAST_MONEY_PX = 116;

/** Room for the longest of them at the larger size of text too: money is never cut, nor stands in a desert. */
function measureMoney(texts: readonly string[]): number {
  const widths = texts.map((each) => {
    const gaps = each.match(/\s/g)?.length ?? 0;
    return (each.length - gaps) * DIGIT_PX + gaps * GAP_PX + PADDING_PX;
  });
  return Math.ceil(Math.max(LEAST_MONEY_PX, ...widths));
}

function createPriceColumns(
  lines: readonly ShownLine[],
  { currency, cost, spares, showsSpares }: Totals,
  hasSpares: boolean,
): TableColumn<ShownLine>[] {
  const sparesPrice: TableColumn<ShownLine> = {
    key: 'sparesPrice',
    title: 'Spares cost',
    width: '116px',
    isNumber: true,
    sortValue: ({ line }) => line.sparesPrice?.high ?? null,
    render: (shown) => explainCell(shown, 'spares-price', 'Spares cost', formatPrice(shown.line.sparesPrice)),
    total: <MoneyFigure sum={spares} currency={null} explained={{ source: 'money/spares', figure: 'Spares cost' }} />,
  };
  return [
    {
      key: 'unitPrice',
      title: `Each, ${currency}`,
      width: '124px',
      isNumber: true,
      sortValue: ({ line }) => line.unitPrice?.high ?? null,
      render: ({ line }) => <PriceField line={line} />,
    },
    {
      key: 'extended',
      title: `Extended, ${currency}`,
      width: `${measureMoney([...lines.map((shown) => formatPrice(shown.extendedPrice)), formatMoneySum(cost, null)])}px`,
      isNumber: true,
      sortValue: (shown) => shown.extendedPrice?.high ?? null,
      render: (shown) => explainCell(shown, 'price', 'Cost', formatPrice(shown.extendedPrice)),
      fullText: ({ line }) => line.priceGap ?? '',
      total: (
        <MoneyFigure
          sum={cost}
          currency={null}
          explained={{
            // Of a section its own lines; of the whole the report's total.
            source: showsSpares ? 'cost' : () => explainSectionCost({ name: 'the section', lines }, cost, currency),
            figure: 'Total',
          }}
        />
      ),
    },
    ...(showsSpares && hasSpares ? [sparesPrice] : []),
  ];
}

const originColumns: readonly TableColumn<ShownLine>[] = [
  {
    key: 'source',
    title: 'Price source',
    width: 'minmax(190px, 1.4fr)',
    sortValue: ({ line }) => line.priceSource,
    render: ({ line }) => (
      <PriceTextField
        line={line}
        field="source"
        label="Price source"
        otherwise={line.priceSource ?? line.priceGap ?? ''}
      />
    ),
  },
  {
    key: 'date',
    title: 'Price date',
    width: '96px',
    sortValue: ({ line }) => line.priceDate,
    render: ({ line }) => (
      <PriceTextField line={line} field="date" label="Price date" otherwise={line.priceDate ?? '\u2013'} />
    ),
  },
  {
    key: 'lead',
    title: 'Lead, weeks',
    width: '86px',
    isNumber: true,
    sortValue: ({ line }) => line.leadTimeWeeks,
    render: ({ line }) => <LeadTimeField line={line} />,
  },
  {
    key: 'note',
    title: 'Note',
    width: 'minmax(120px, 1.2fr)',
    sortValue: ({ line }) => (line.note === '' ? null : line.note),
    render: ({ line }) => <PriceTextField line={line} field="note" label="Note" otherwise={line.note} />,
  },
];

export function createBomColumns(lines: readonly ShownLine[], totals: Totals): TableColumn<ShownLine>[] {
  const hasSpares = lines.some(({ line }) => line.spares > 0);
  return [
    {
      ...text('category', 'Category', '100px', (line) => CATEGORY_LABELS[line.category]),
      // Beside the figure it would push it out of its column.
      total: (
        <>
          Total <PartialChip sum={totals.cost} />
        </>
      ),
    },
    text('model', 'Model', 'minmax(170px, 2.2fr)', (line) => line.model),
    {
      key: 'length',
      title: 'Length',
      width: '68px',
      isNumber: true,
      sortValue: ({ line }) => line.lengthM,
      render: ({ line }) => (line.lengthM === null ? '' : formatLength(line.lengthM)),
    },
    ...createCountColumns(lines, totals.showsSpares),
    ...createPriceColumns(lines, totals, hasSpares),
    ...originColumns,
    text('maker', 'Manufacturer', 'minmax(96px, 1fr)', (line) => line.manufacturer),
    text('number', 'Part number', 'minmax(120px, 1.4fr)', (line) => line.partNumber),
  ];
}
