/** The fullest cables of the last run of the flow model; picking one lights its link up on the canvas. */
import { Copy, Crosshair, Download, Gauge } from 'lucide-react';
import { type CSSProperties, type ReactElement, useMemo } from 'react';
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { writeCsv } from '#core/io/csv-text.ts';
import { explainBusyCable } from '#core/sim/explain/explain-flow.ts';
import type { BusyLink, FlowReport } from '#core/sim/flow-report.ts';
import { selectDesign, useDesignStore } from '../../../store/design-store.ts';
import { chooseFabricColour } from '../../../store/fabric-colour.ts';
import type { ExplainSource } from '../../../store/explain-store.ts';
import { exportText } from '../../../store/file-export.ts';
import { useSimulationStore } from '../../../store/simulation-store.ts';
import { requestFocus, setHighlighted, setOverlay, useViewStore } from '../../../store/view-store.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { formatBandwidth, formatCount, formatNumber } from '../../../ui/format.ts';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import { Explained } from '../../explained.tsx';
import { ViewBar } from '../../view-bar.tsx';
import { copyTable } from '../copy-table.ts';
import { LoadBar } from './load-bar.tsx';
import './busiest-links.css';

const HEADERS = ['From', 'To', 'Fabric', 'Speed (Gb/s)', 'Mean load (Gb/s)', 'Mean use', 'Peak use', 'Flows'];

/** A cable in the direction it is busy: where the bytes leave and where they arrive. */
function ends(link: BusyLink): readonly [string, string] {
  return link.direction === 'a-to-b' ? [link.nameA, link.nameB] : [link.nameB, link.nameA];
}

function keyOf(link: BusyLink): string {
  return `${link.linkId}/${link.memberA}/${link.memberB}/${link.direction}/${link.nameA}/${link.nameB}`;
}

function createColumns(design: Design, seedCount: number): TableColumn<BusyLink>[] {
  const tell = (link: BusyLink): ExplainSource => {
    return () => explainBusyCable(link, seedCount);
  };
  const fabricIdOf = (link: BusyLink): string => findRecord(design.links, link.linkId)?.fabricId ?? '';
  const fabricOf = (link: BusyLink): string => findRecord(design.fabrics, fabricIdOf(link))?.name ?? 'removed';
  const nameColumn = (key: string, title: string, at: 0 | 1): TableColumn<BusyLink> => ({
    key,
    title,
    width: 'minmax(106px, 1.4fr)',
    sortValue: (link) => ends(link)[at],
    render: (link) => ends(link)[at],
    fullText: (link) => ends(link)[at],
  });
  return [
    nameColumn('from', 'From', 0),
    nameColumn('to', 'To', 1),
    {
      key: 'fabric',
      title: 'Fabric',
      width: 'minmax(86px, 1fr)',
      sortValue: fabricOf,
      render: (link) => (
        <>
          <span className="view__swatch" style={{ background: chooseFabricColour(design.fabrics, fabricIdOf(link)) }} />
          {fabricOf(link)}
        </>
      ),
      fullText: fabricOf,
    },
    {
      key: 'gbps',
      title: 'Load',
      width: '88px',
      isNumber: true,
      sortValue: (link) => link.gbps,
      render: (link) => <Explained source={tell(link)} figure="Load" text={formatBandwidth(link.gbps)} isInRow />,
    },
    {
      key: 'mean',
      title: 'Mean use',
      width: '104px',
      sortValue: (link) => link.meanUtilisation,
      render: (link) => <LoadBar share={link.meanUtilisation} source={tell(link)} figure="Mean use" />,
    },
    {
      key: 'peak',
      title: 'Peak use',
      width: '104px',
      sortValue: (link) => link.peakUtilisation,
      render: (link) => <LoadBar share={link.peakUtilisation} source={tell(link)} figure="Peak use" />,
    },
    {
      key: 'flows',
      title: 'Flows',
      width: '58px',
      isNumber: true,
      sortValue: (link) => link.flowCount,
      render: (link) => <Explained source={tell(link)} figure="Flows" text={formatNumber(link.flowCount)} isInRow />,
    },
  ];
}

function tabulate(links: readonly BusyLink[], design: Design): (string | number)[][] {
  return links.map((link) => {
    const drawn = findRecord(design.links, link.linkId);
    const fabric = drawn ? (findRecord(design.fabrics, drawn.fabricId)?.name ?? '') : '';
    const [from, to] = ends(link);
    return [
      from,
      to,
      fabric,
      drawn?.speedGbps ?? '',
      link.gbps,
      link.meanUtilisation,
      link.peakUtilisation,
      link.flowCount,
    ];
  });
}

/** Shows the link on the canvas among all others, coloured by their load. */
function showOnCanvas(link: BusyLink): void {
  const ref = { kind: 'link', id: link.linkId } as const;
  requestFocus(ref);
  setOverlay('load');
  setHighlighted([ref]);
}

export function BusiestLinks({ flow }: { readonly flow: FlowReport }): ReactElement {
  const design = useDesignStore(selectDesign);
  const isStale = useSimulationStore((state) => state.isFlowStale);
  const highlighted = useViewStore((state) => state.highlighted);
  const columns = useMemo(() => createColumns(design, flow.seedCount), [design, flow.seedCount]);
  const links = flow.busiest;
  if (links.length === 0) {
    return (
      <EmptyState icon={<Gauge size={22} aria-hidden />} title="No cable carries traffic">
        This collective stays inside the servers, or none of its flows found a way.
      </EmptyState>
    );
  }
  return (
    <div className="busiest" data-stale={isStale || undefined} style={{ '--rows': links.length } as CSSProperties}>
      <ViewBar
        note={`The ${formatCount(links.length, 'busiest cable direction')}. Pick one to see its link on the canvas.`}
      >
        <span className="busiest__tools">
          <Button onClick={() => void copyTable(HEADERS, tabulate(links, design))}>
            <Copy size={14} /> Copy
          </Button>
          <Button
            onClick={() => void exportText('csv', ' busiest links', () => writeCsv(HEADERS, tabulate(links, design)))}
          >
            <Download size={14} /> CSV
          </Button>
          <Button onClick={() => links[0] && showOnCanvas(links[0])}>
            <Crosshair size={14} /> Show the busiest
          </Button>
        </span>
      </ViewBar>
      <Table
        label="Busiest links"
        rows={links}
        columns={columns}
        rowKey={keyOf}
        isSelected={(link) => highlighted.some((ref) => ref.kind === 'link' && ref.id === link.linkId)}
        onPick={showOnCanvas}
        onOpen={showOnCanvas}
        testId="busiest-links"
      />
    </div>
  );
}
