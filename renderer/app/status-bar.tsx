/** Counts, what the engine is doing, file, and the zoom of the canvas while it is in sight. */
import { LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Explained } from '../panels/explained.tsx';
import { runAction } from '../store/action-registry.ts';
import { selectDesign, useDesignStore } from '../store/design-store.ts';
import { explainSelection, explainZoom } from '../store/explain-view.ts';
import { useIsLayingOut } from '../store/graph-layout.ts';
import { isShown } from '../store/halves.ts';
import { useReportStore } from '../store/report-store.ts';
import { useViewStore } from '../store/view-store.ts';
import { formatCount, formatNumber, formatPercent } from '../ui/format.ts';
import { useIsLasting } from '../ui/use-is-lasting.ts';
import './status-bar.css';

export function StatusBar(): ReactElement {
  const design = useDesignStore(selectDesign);
  const file = useDesignStore((state) => state.file);
  const selection = useViewStore((state) => state.selection);
  const zoom = useViewStore((state) => state.canvasZoom);
  const showsCanvas = useViewStore((state) => isShown(state, 'topology'));
  return (
    <footer className="status">
      <span className="status__counts">
        <Explained
          source="device-groups"
          figure="Device groups"
          text={formatCount(Object.keys(design.devices).length, 'device group')}
        />
        {' \u00b7 '}
        <Explained
          source="rack-groups"
          figure="Rack groups"
          text={formatCount(Object.keys(design.racks).length, 'rack group')}
        />
        {' \u00b7 '}
        <Explained source="links" figure="Links" text={formatCount(Object.keys(design.links).length, 'link')} />
      </span>
      {selection.length > 0 ? (
        <Explained
          source={() => explainSelection(selection)}
          figure="Selected"
          text={`${formatNumber(selection.length)} selected`}
        />
      ) : null}
      <span className="status__engine">
        <EngineState />
      </span>
      <span>{file?.name ?? 'Not in a file yet'}</span>
      {showsCanvas ? (
        <span className="status__zoom">
          <Explained
            source={() => explainZoom(zoom)}
            figure="Zoom"
            text={formatPercent(Math.round(zoom * 100) / 100)}
          />
        </span>
      ) : null}
    </footer>
  );
}

function EngineState(): ReactElement | null {
  const computing = useReportStore((state) => state.computing);
  const failure = useReportStore((state) => state.failure);
  const isLayingOut = useIsLayingOut();
  const isLong = useIsLasting(computing ? 'computing' : null);
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
  if (!isLong && !isLayingOut) return null;
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
