/**
 * The views of the one design as tabs: one view, or two side by side. The canvas is built once and moves to the half that shows it;
 * behind the tables it stays alive, so that it keeps its place.
 */
import { type ReactElement, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { TopologyCanvas } from '../canvas/topology-canvas.tsx';
import { BomView } from '../panels/bom/bom-view.tsx';
import { CablesView } from '../panels/cables-view.tsx';
import { FloorView } from '../panels/floor/floor-view.tsx';
import { PortsView } from '../panels/ports-view.tsx';
import { PowerView } from '../panels/power-view.tsx';
import { RacksView } from '../panels/racks/racks-view.tsx';
import { RailsView } from '../panels/rails/rails-view.tsx';
import { ReportView } from '../panels/report/report-view.tsx';
import { SimulateView } from '../panels/simulate/simulate-view.tsx';
import { VersusView } from '../panels/versus/versus-view.tsx';
import { useCompareStore } from '../store/compare-store.ts';
import { type Half, viewOfHalf } from '../store/halves.ts';
import { type CentreView, enterHalf, setHalf, useViewStore } from '../store/view-store.ts';
import { TabPanel, Tabs, type TabItem } from '../ui/tabs.tsx';
import { keepLayout, readLayout } from './panel-layouts.ts';
import { SplitButtons } from './split-buttons.tsx';
import './centre-views.css';

const ITEMS: readonly TabItem<CentreView>[] = [
  { value: 'topology', label: 'Topology' },
  { value: 'racks', label: 'Racks' },
  { value: 'floor', label: 'Floor' },
  { value: 'cables', label: 'Cables' },
  { value: 'bom', label: 'BOM' },
  { value: 'ports', label: 'Ports' },
  { value: 'power', label: 'Power' },
  { value: 'simulate', label: 'Simulate' },
  { value: 'rails', label: 'Rails' },
  { value: 'report', label: 'Report' },
  { value: 'compare', label: 'Compare designs' },
];

/** Those that are built anew whenever they come to sight. */
const VIEWS: Readonly<Partial<Record<CentreView, () => ReactNode>>> = {
  racks: () => <RacksView />,
  floor: () => <FloorView />,
  cables: () => <CablesView />,
  bom: () => <BomView />,
  ports: () => <PortsView />,
  power: () => <PowerView />,
  simulate: () => <SimulateView />,
  rails: () => <RailsView />,
  report: () => <ReportView />,
  compare: () => <VersusView />,
};

export function CentreViews(): ReactElement {
  const isSplit = useViewStore((state) => state.otherView !== null);
  const canvasHalf = useViewStore((state) => (viewOfHalf(state, 'right') === 'topology' ? 'right' : 'left'));
  const [canvas] = useState(createCanvasElement);
  return (
    <>
      {createPortal(<TopologyCanvas />, canvas)}
      <Group
        id="halves"
        className="centre"
        {...readLayout('halves', isSplit ? ['left', 'right'] : ['left'])}
        onLayoutChanged={(layout) => keepLayout('halves', layout)}
        disableCursor
      >
        <Panel id="left" minSize={240}>
          <CentreHalf half="left" canvas={canvasHalf === 'left' ? canvas : null} />
        </Panel>
        {isSplit ? (
          <>
            <Separator className="studio__separator" aria-label="Width of the two views" />
            <Panel id="right" minSize={240}>
              <CentreHalf half="right" canvas={canvasHalf === 'right' ? canvas : null} />
            </Panel>
          </>
        ) : null}
      </Group>
    </>
  );
}

function createCanvasElement(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'centre__canvas';
  return element;
}

interface CentreHalfProps {
  readonly half: Half;
  /** The canvas when this half has it, shown or behind a table. */
  readonly canvas: HTMLElement | null;
}

function CentreHalf({ half, canvas }: CentreHalfProps): ReactElement {
  const view = useViewStore((state) => viewOfHalf(state, half));
  const isSplit = useViewStore((state) => state.otherView !== null);
  const isActive = useViewStore((state) => state.activeHalf === half);
  const isComparing = useCompareStore((state) => state.other !== null);
  // The tab of the comparison is there with it.
  const items = isComparing || view === 'compare' ? ITEMS : ITEMS.filter(({ value }) => value !== 'compare');
  const enter = (): void => enterHalf(half);
  return (
    <div
      className="centre__half"
      data-testid={`half-${half}`}
      data-resting={isSplit && !isActive}
      onPointerDownCapture={enter}
      onFocusCapture={enter}
    >
      <Tabs
        label={isSplit ? `Views at the ${half}` : 'Views'}
        value={view}
        items={items}
        onChange={(next) => setHalf(half, next)}
        className="centre__tabs"
        aside={half === 'left' && isSplit ? undefined : <SplitButtons />}
      >
        {canvas ? (
          <TabPanel value="topology" className="centre__panel" keepMounted>
            <CanvasPlace canvas={canvas} />
          </TabPanel>
        ) : null}
        {ITEMS.map(({ value }) =>
          value in VIEWS ? (
            <TabPanel key={value} value={value} className="centre__panel">
              {VIEWS[value]?.()}
            </TabPanel>
          ) : null,
        )}
      </Tabs>
    </div>
  );
}

/** Where the canvas stands at present. */
function CanvasPlace({ canvas }: { readonly canvas: HTMLElement }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.append(canvas);
  }, [canvas]);
  return <div ref={place} className="centre__canvas" />;
}
