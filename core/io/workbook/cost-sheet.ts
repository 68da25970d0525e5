/** The Cost sheet: what the design costs by category, what of it is network, and what a GPU and a Gb/s of bisection come to. */
import type { WriteSheet } from 'hucre/xlsx';
import type { CategoryCost, CostReport, PriceRange, PriceSum } from '../../analysis/bom-report.ts';
import type { CellInput, NumberFormat } from './cells.ts';
import { describePriceGap, readPriceEnd } from './price-cells.ts';
import { createTableSheet, type TableColumn } from './table-sheet.ts';

const columns: readonly TableColumn[] = [
  { header: 'Category', width: 36 },
  { header: 'Pieces', width: 12, format: 'count' },
  { header: 'Low', width: 18, format: 'money' },
  { header: 'High', width: 18, format: 'money' },
  { header: 'Spares, low', width: 16, format: 'money' },
  { header: 'Spares, high', width: 16, format: 'money' },
  { header: 'Note', width: 80, wraps: true },
];

const ratioColumns: readonly TableColumn[] = [
  { header: 'Figure', width: 36 },
  { header: 'Unit', width: 12 },
  { header: 'Low', width: 18 },
  { header: 'High', width: 18 },
  { header: 'Note', width: 80, wraps: true },
];

export function createCostSheet(cost: CostReport): WriteSheet {
  const { total, spares } = cost;
  return createTableSheet('Cost', [
    {
      columns,
      rows: cost.categories.map(createRow),
      totals: [
        {
          label: 'Total of rows shown',
          values: new Map([
            [1, cost.categories.reduce((sum, { quantity }) => sum + quantity, 0)],
            [2, readPriceEnd(total, 'low')],
            [3, readPriceEnd(total, 'high')],
            [4, readPriceEnd(spares, 'low')],
            [5, readPriceEnd(spares, 'high')],
          ]),
          adds: { kind: 'shown' },
          gap: describePriceGap(total),
        },
      ],
    },
    { columns: ratioColumns, rows: listRatios(cost), totals: [] },
  ]);
}

function createRow({ category, quantity, cost, sparesCost }: CategoryCost): CellInput[] {
  return [
    category,
    quantity,
    readPriceEnd(cost, 'low'),
    readPriceEnd(cost, 'high'),
    readPriceEnd(sparesCost, 'low'),
    readPriceEnd(sparesCost, 'high'),
    describePriceGap(cost),
  ];
}

function listRatios({ currency, total, network, networkShare, perGpu, fabrics }: CostReport): CellInput[][] {
  const atLeast = (sum: PriceSum): string | undefined => (sum.unknownCount > 0 ? describePriceGap(sum) : undefined);
  return [
    ['Switches, NICs, modules, cables', currency, ...ends(readSum(network), 'money'), atLeast(network)],
    [
      'Network share of the total',
      '%',
      ...ends(networkShare, 'percent'),
      networkShare ? undefined : 'told once every part has a price',
    ],
    ['Cost per GPU', currency, ...ends(perGpu, 'money'), atLeast(total)],
    ...fabrics.flatMap(({ name, cost, perBisectionGbps }): CellInput[][] => [
      [`${name}: its own network`, currency, ...ends(readSum(cost), 'money'), atLeast(cost)],
      [`${name}: per Gb/s of bisection`, currency, ...ends(perBisectionGbps, 'money'), atLeast(cost)],
    ]),
  ];
}

function readSum(sum: PriceSum): PriceRange | null {
  return readPriceEnd(sum, 'high') === null ? null : sum;
}

function ends(range: PriceRange | null, format: NumberFormat): CellInput[] {
  return [
    { value: range?.low ?? null, format },
    { value: range?.high ?? null, format },
  ];
}
