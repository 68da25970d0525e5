/** The menu of what a chart can be taken away as: pictures, data, the clipboard. */
import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { writeCsv } from '#core/io/csv-text.ts';
import { exportFile, exportText } from '../../../store/file-export.ts';
import type { ChartSpec } from '../../../ui/chart/chart-spec.ts';
import { exportChartSvg } from '../../../ui/chart/export-chart.ts';
import { rasteriseSvg } from '../../../ui/chart/rasterise-svg.ts';
import { tabulateChart } from '../../../ui/chart/tabulate-chart.ts';
import { Button } from '../../../ui/button.tsx';
import { MenuButton, type MenuEntry } from '../../../ui/menu.tsx';
import { copyTable } from '../copy-table.ts';

interface ChartExportsProps {
  readonly spec: ChartSpec;
  /** Follows the design's name in file names, e.g. ' all-reduce time'. */
  readonly suffix: string;
}

export function ChartExports({ spec, suffix }: ChartExportsProps): ReactElement {
  const entries = (): MenuEntry[] => [
    {
      id: 'chart-svg',
      label: 'Picture (SVG) \u2026',
      onSelect: () => void exportText('svg', suffix, () => exportChartSvg(spec)),
    },
    {
      id: 'chart-png',
      label: 'Picture (PNG) \u2026',
      onSelect: () => void exportFile('png', suffix, () => rasteriseSvg(exportChartSvg(spec))),
    },
    {
      id: 'chart-csv',
      label: 'Data (CSV) \u2026',
      onSelect: () =>
        void exportText('csv', suffix, () => {
          const { headers, rows } = tabulateChart(spec);
          return writeCsv(headers, rows);
        }),
    },
    { id: 'chart-copy', label: 'Copy data', startsGroup: true, onSelect: () => void copyData(spec) },
  ];
  return (
    <MenuButton
      trigger={
        <Button tone="quiet" aria-label={`Export: ${spec.title}`}>
          <Download size={14} /> Export
        </Button>
      }
      entries={entries}
    />
  );
}

async function copyData(spec: ChartSpec): Promise<void> {
  const { headers, rows } = tabulateChart(spec);
  await copyTable(headers, rows);
}
