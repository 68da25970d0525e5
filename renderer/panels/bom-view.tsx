/** The bill of materials. A row lights up the objects it counts. */
import { FileSpreadsheet } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import type { BomCategory, BomLine } from '#core/analysis/bom-report.ts';
import type { LinkReport } from '#core/analysis/report.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { runAction } from '../store/action-registry.ts';
import { design } from '../store/design-store.ts';
import { useReportStore } from '../store/report-store.ts';
import { setHighlighted, setView, useViewStore, viewStore } from '../store/view-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatLength, formatNumber } from '../ui/format.ts';
import { Table, type TableColumn } from '../ui/table.tsx';
import { ViewBar } from './view-bar.tsx';
import { areAllSelected, findCountedObjects } from './counted-objects.ts';

const CATEGORY_LABELS: Readonly<Record<BomCategory, string>> = {
  server: 'Server',
  switch: 'Switch',
  nic: 'NIC',
  transceiver: 'Transceiver',
  cable: 'Cable',
  rack: 'Rack',
  'blanking-panel': 'Blanking panel',
  cdu: 'CDU',
  pdu: 'PDU',
};

const NONE: readonly BomLine[] = [];
const NO_LINKS: readonly LinkReport[] = [];

/** Left out while the design asks for no spares. */
function createSpareColumns(lines: readonly BomLine[]): TableColumn<BomLine>[] {
  const total = lines.reduce((sum, line) => sum + line.spares, 0);
  if (total === 0) return [];
  return [
    {
      key: 'spares',
      title: 'Spares',
      width: '72px',
      isNumber: true,
      sortValue: (line) => line.spares,
      render: (line) => formatNumber(line.spares),
      total: formatNumber(total),
    },
  ];
}

function createColumns(lines: readonly BomLine[]): TableColumn<BomLine>[] {
  return [
    {
      key: 'category',
      title: 'Category',
      width: '104px',
      sortValue: (line) => CATEGORY_LABELS[line.category],
      render: (line) => CATEGORY_LABELS[line.category],
      total: 'Total',
    },
    {
      key: 'quantity',
      title: 'Quantity',
      width: '88px',
      isNumber: true,
      sortValue: (line) => line.quantity,
      render: (line) => formatNumber(line.quantity),
      total: formatNumber(lines.reduce((sum, line) => sum + line.quantity, 0)),
    },
    ...createSpareColumns(lines),
    {
      key: 'maker',
      title: 'Manufacturer',
      width: 'minmax(100px, 1fr)',
      sortValue: (line) => line.manufacturer,
      render: (line) => line.manufacturer ?? '\u2013',
    },
    {
      key: 'model',
      title: 'Model',
      width: 'minmax(140px, 3fr)',
      sortValue: (line) => line.model,
      render: (line) => line.model,
      fullText: (line) => line.model,
    },
    {
      key: 'number',
      title: 'Part number',
      width: 'minmax(120px, 1.8fr)',
      sortValue: (line) => line.partNumber,
      render: (line) => line.partNumber ?? '\u2013',
      fullText: (line) => line.partNumber ?? '',
    },
    {
      key: 'length',
      title: 'Length',
      width: '72px',
      isNumber: true,
      sortValue: (line) => line.lengthM,
      render: (line) => (line.lengthM === null ? '' : formatLength(line.lengthM)),
    },
  ];
}

const keyOf = (line: BomLine): string =>
  `${line.category} ${line.partId ?? line.model} ${line.partNumber ?? ''} ${line.lengthM ?? ''}`;

export function BomView(): ReactElement {
  const lines = useReportStore((state) => state.report?.bom ?? NONE);
  const links = useReportStore((state) => state.report?.links ?? NO_LINKS);
  const selection = useViewStore((state) => state.selection);
  const columns = useMemo(() => createColumns(lines), [lines]);
  if (lines.length === 0) {
    return (
      <EmptyState icon={<FileSpreadsheet size={22} aria-hidden />} title="No parts yet">
        Every server, switch, rack, cable and transceiver of the design is counted here.
      </EmptyState>
    );
  }
  const listObjects = (line: BomLine): ObjectRef[] => findCountedObjects(design(), line, links);
  const pick = (line: BomLine): void => {
    const refs = listObjects(line);
    viewStore.setState({ selection: refs });
    setHighlighted(refs);
  };
  return (
    <div className="view">
      <ViewBar
        note={`${formatNumber(lines.length)} lines. Choose a line to light up the objects it counts; double-click shows them on the canvas.`}
      >
        <Button onClick={() => runAction('export-workbook')}>
          <FileSpreadsheet size={14} /> Export workbook
        </Button>
      </ViewBar>
      <Table
        label="Bill of materials"
        rows={lines}
        columns={columns}
        rowKey={keyOf}
        isSelected={(line) => areAllSelected(selection, listObjects(line))}
        onPick={pick}
        onOpen={(line) => {
          pick(line);
          setView('topology');
        }}
        testId="bom-table"
      />
    </div>
  );
}
