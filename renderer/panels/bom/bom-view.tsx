/** The bill of materials with its prices: in the whole, or by fabric, rack and day. A line lights up the objects it counts. */
import { FileSpreadsheet } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { type BomBy, type BomSection, multiplyPrice } from '#core/analysis/bom-by.ts';
import type { BomLine, CostReport } from '#core/analysis/bom-report.ts';
import type { LinkReport } from '#core/analysis/report.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { runAction } from '../../store/action-registry.ts';
import { type BomSplit, setBomSplit, useBomTab } from '../../store/bom-tab.ts';
import { design } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { setHighlighted, setView, useViewStore, viewStore } from '../../store/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { areAllSelected, findCountedObjects } from '../counted-objects.ts';
import { createBomColumns, type ShownLine } from './bom-columns.tsx';
import { BomSections, useBomSections } from './bom-sections.tsx';
import { CostSummary } from './cost-summary.tsx';
import { PriceBookBar } from './price-book-bar.tsx';
import './bom-view.css';

const NONE: readonly BomLine[] = [];
const NO_LINKS: readonly LinkReport[] = [];

const SPLITS: readonly (SelectOption & { readonly value: BomSplit })[] = [
  { value: 'part', label: 'By part' },
  { value: 'fabric', label: 'By fabric' },
  { value: 'rack', label: 'By rack' },
  { value: 'phase', label: 'By day' },
];

const keyOf = ({ line }: ShownLine): string =>
  `${line.category} ${line.partId ?? line.model} ${line.partNumber ?? ''} ${line.lengthM ?? ''}`;

/** Lines of the whole, or of one section, with what of them belongs there. */
function listShown(bom: readonly BomLine[], section: BomSection | undefined): ShownLine[] {
  if (!section) {
    return bom.map((line, index) => ({
      line,
      index,
      isWhole: true,
      quantity: line.quantity,
      extendedPrice: line.extendedPrice,
    }));
  }
  return Array.from(section.lines).flatMap((index, at) => {
    const line = bom[index];
    const quantity = section.quantities[at] ?? 0;
    const isWhole = line?.quantity === quantity;
    const extendedPrice = line ? multiplyPrice(line.unitPrice, quantity) : null;
    return line ? [{ line, index, isWhole, quantity, extendedPrice }] : [];
  });
}

export function BomView(): ReactElement {
  const lines = useReportStore((state) => state.report?.bom ?? NONE);
  const cost = useReportStore((state) => state.report?.cost ?? null);
  const { split } = useBomTab();
  // Taken apart, the parts wait for what each section has of them.
  const isStale = useReportStore((state) => (split === 'part' ? state.isFirstStale : state.isStale));
  if (lines.length === 0 || cost === null) {
    return (
      <EmptyState icon={<FileSpreadsheet size={22} aria-hidden />} title="No parts yet">
        Every server, switch, rack, cable and transceiver of the design is counted here.
      </EmptyState>
    );
  }
  return (
    <div className="view bom" data-stale={isStale || undefined}>
      <BomBar lines={lines} />
      <CostSummary cost={cost} lines={lines} />
      <BomBody lines={lines} cost={cost} />
    </div>
  );
}

function BomBar({ lines }: { readonly lines: readonly BomLine[] }): ReactElement {
  const { split } = useBomTab();
  return (
    <div className="bom__bar">
      <Select
        value={split}
        label="Take the parts apart"
        options={SPLITS}
        onChange={(next) => setBomSplit(next as BomSplit)}
        testId="bom-split"
      />
      <PriceBookBar lines={lines} />
      <p>A line lights up what it counts.</p>
      <Button onClick={() => runAction('export-workbook')}>
        <FileSpreadsheet size={14} /> Export workbook
      </Button>
    </div>
  );
}

interface BomBodyProps {
  readonly lines: readonly BomLine[];
  readonly cost: CostReport;
}

function BomBody({ lines, cost }: BomBodyProps): ReactElement {
  const { split, section: open, onlyUnpriced } = useBomTab();
  const by: BomBy | null = split === 'part' ? null : split;
  const sections = useBomSections(by);
  const section = by === null ? undefined : (sections[open] ?? sections[0]);
  const shown = useMemo(() => {
    const all = listShown(lines, section);
    return onlyUnpriced ? all.filter(({ line }) => line.unitPrice === null) : all;
  }, [lines, section, onlyUnpriced]);
  const columns = useMemo(
    () =>
      createBomColumns(shown, {
        currency: cost.currency,
        cost: section?.cost ?? cost.total,
        spares: cost.spares,
        showsSpares: section === undefined,
      }),
    [shown, cost, section],
  );
  return (
    <div className="bom__body">
      {by === null ? null : (
        <div className="bom__sections">
          <BomSections by={by} sections={sections} currency={cost.currency} />
        </div>
      )}
      <BomTable shown={shown} columns={columns} />
    </div>
  );
}

interface BomTableProps {
  readonly shown: readonly ShownLine[];
  readonly columns: ReturnType<typeof createBomColumns>;
}

function BomTable({ shown, columns }: BomTableProps): ReactElement {
  const links = useReportStore((state) => state.report?.links ?? NO_LINKS);
  const selection = useViewStore((state) => state.selection);
  const listObjects = ({ line }: ShownLine): ObjectRef[] => findCountedObjects(design(), line, links);
  const pick = (line: ShownLine): void => {
    const refs = listObjects(line);
    viewStore.setState({ selection: refs });
    setHighlighted(refs);
  };
  return (
    <Table
      label="Bill of materials"
      rows={shown}
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
  );
}
