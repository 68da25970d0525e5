/** The bill of materials taken apart: what each fabric, rack or day comes to. Choosing one shows its lines. */
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { explainPieces, explainSectionCost } from '#core/analysis/explain/explain-section.ts';
import type { BomBy, BomSection } from '#core/analysis/bom-by.ts';
import type { CostReport } from '#core/analysis/bom-report.ts';
import { setBomSection, useBomTab } from '../../store/bom-tab.ts';
import { reportStore, splitBom, useReportStore } from '../../store/report-store.ts';
import { formatNumber } from '../../ui/format.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Explained } from '../explained.tsx';
import { MoneyFigure } from './money-figure.tsx';

const NONE: readonly BomSection[] = [];

/** Asked anew for every report; the sections of the one before stay until the answer is there. */
export function useBomSections(by: BomBy | null): readonly BomSection[] {
  const report = useReportStore((state) => (state.isStale ? null : state.report));
  const [sections, setSections] = useState<{ readonly by: BomBy | null; readonly found: readonly BomSection[] }>({
    by: null,
    found: NONE,
  });
  useEffect(() => {
    if (by === null || report === null) return undefined;
    let isCurrent = true;
    splitBom(by).then(
      (found) => (isCurrent ? setSections({ by, found }) : undefined),
      // The worker's own fault is told in the status bar.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [by, report]);
  return sections.by === by ? sections.found : NONE;
}

const TITLES: Readonly<Record<BomBy, string>> = { fabric: 'Fabric', rack: 'Rack', phase: 'Day' };

interface NumberedSection {
  readonly section: BomSection;
  readonly index: number;
}

interface BomSectionsProps {
  readonly by: BomBy;
  readonly sections: readonly BomSection[];
  readonly currency: CostReport['currency'];
}

export function BomSections({ by, sections, currency }: BomSectionsProps): ReactElement {
  const open = useBomTab().section;
  const rows = useMemo(() => sections.map((section, index): NumberedSection => ({ section, index })), [sections]);
  const columns = useMemo((): TableColumn<NumberedSection>[] => {
    return [
      {
        key: 'name',
        title: TITLES[by],
        width: 'minmax(110px, 1.4fr)',
        sortValue: ({ section }) => section.name,
        render: ({ section }) => section.name,
        fullText: ({ section }) => section.name,
      },
      {
        key: 'pieces',
        title: 'Pieces',
        width: '64px',
        isNumber: true,
        sortValue: ({ section }) => countPieces(section),
        render: (row) => (
          <Explained
            source={() => explainPieces(nameLines(row.section), 'quantity')}
            figure={`Pieces of ${row.section.name}`}
            text={formatNumber(countPieces(row.section))}
            isInRow
          />
        ),
      },
      {
        key: 'cost',
        title: `Cost, ${currency}`,
        width: '126px',
        isNumber: true,
        sortValue: ({ section }) => section.cost.high,
        render: ({ section }) => (
          <MoneyFigure
            sum={section.cost}
            currency={null}
            explained={{
              source: () => explainSectionCost(nameLines(section), section.cost, currency),
              figure: `Cost of ${section.name}`,
              isInRow: true,
            }}
          />
        ),
      },
    ];
  }, [by, currency]);
  const pick = ({ index }: NumberedSection): void => setBomSection(index);
  return (
    <Table
      label={`Cost by ${TITLES[by].toLowerCase()}`}
      rows={rows}
      columns={columns}
      rowKey={({ index }) => String(index)}
      isSelected={({ index }) => index === open}
      onPick={pick}
      onOpen={pick}
      testId="bom-sections"
    />
  );
}

/** With the lines of the report that the section has pieces of. */
function nameLines({ name, lines, quantities }: BomSection): Parameters<typeof explainPieces>[0] {
  const { bom = [] } = reportStore.getState().report ?? {};
  const own = [...lines].flatMap((place, at) => {
    const line = bom[place];
    return line ? [{ line, quantity: quantities[at] ?? 0 }] : [];
  });
  return { name, lines: own };
}

function countPieces({ quantities }: BomSection): number {
  return quantities.reduce((sum, quantity) => sum + quantity, 0);
}
