/** Counts, what the engine is doing, zoom, file. */
import { LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { runAction } from '../store/action-registry.ts';
import { selectDesign, useDesignStore } from '../store/design-store.ts';
import { useIsLayingOut } from '../store/graph-layout.ts';
import { useReportStore } from '../store/report-store.ts';
import { useViewStore } from '../store/view-store.ts';
import { formatCount, formatNumber } from '../ui/format.ts';
import './status-bar.css';

export function StatusBar(): ReactElement {
  const design = useDesignStore(selectDesign);
  const file = useDesignStore((state) => state.file);
  const selected = useViewStore((state) => state.selection.length);
  const zoom = useViewStore((state) => state.canvasZoom);
  const counts = [
    formatCount(Object.keys(design.devices).length, 'device group'),
    formatCount(Object.keys(design.racks).length, 'rack group'),
    formatCount(Object.keys(design.links).length, 'link'),
  ];
  return (
    <footer className="status">
      <span>{counts.join(' \u00b7 ')}</span>
      {selected > 0 ? <span>{formatNumber(selected)} selected</span> : null}
      <span className="status__engine">
        <EngineState />
      </span>
      <span>{file?.name ?? 'Not in a file yet'}</span>
      <span className="status__zoom">{formatNumber(zoom * 100)}%</span>
    </footer>
  );
}

function EngineState(): ReactElement | null {
  const computing = useReportStore((state) => state.computing);
  const failure = useReportStore((state) => state.failure);
  const isLayingOut = useIsLayingOut();
  if (failure !== null) {
    return (
      <span className="status__failure" role="alert">
        <TriangleAlert size={13} aria-hidden /> Something broke while computing; your design is safe.
        <button type="button" onClick={() => void navigator.clipboard.writeText(failure)}>
          Copy details
        </button>
      </span>
    );
  }
  if (!computing && !isLayingOut) return null;
  return (
    <span className="status__busy">
      <LoaderCircle size={12} aria-hidden /> {isLayingOut ? 'Tidying up' : 'Computing'}
      {isLayingOut ? (
        <button type="button" onClick={() => runAction('cancel-tidy')}>
          Stop
        </button>
      ) : null}
    </span>
  );
}
