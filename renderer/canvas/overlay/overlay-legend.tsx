/** What the colours of the overlay mean, in words, with patterns and counts; and what can be done about what it shows. */
import { Eye, X } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { showFabrics, toggleFabric, useShownFabrics } from '../../store/fabric-filter.ts';
import { OVERLAYS } from '../../store/overlay-names.ts';
import { setOverlay, useViewStore } from '../../store/view-store.ts';
import { IconButton } from '../../ui/button.tsx';
import { announce } from '../interaction.ts';
import { FailureTools } from './failure-tools.tsx';
import { LoadState } from './load-state.tsx';
import type { LegendRow } from './paint.ts';
import { usePainter } from './read-painter.ts';
import { TenantTools } from './tenant-tools.tsx';
import './overlay.css';

export function OverlayLegend(): ReactElement | null {
  const overlay = useViewStore((state) => state.overlay);
  const shown = useShownFabrics();
  const announced = useRef(overlay);
  useEffect(() => {
    if (announced.current === overlay) return;
    announced.current = overlay;
    const label = OVERLAYS.find((one) => one.overlay === overlay)?.label ?? '';
    announce(overlay === 'none' ? 'Plain canvas' : `The canvas shows: ${label}`);
  }, [overlay]);
  if (overlay === 'none') return shown === null ? null : <FilterNote />;
  const title = OVERLAYS.find((one) => one.overlay === overlay)?.title ?? '';
  const testId = overlay === 'load' ? 'heat-legend' : 'overlay-legend';
  return (
    <div className="cv-legend nodrag nopan" data-floats role="region" aria-label={title} data-testid={testId}>
      <div className="cv-legend-head">
        <strong>{title}</strong>
        <IconButton label="Plain colours" onClick={() => setOverlay('none')}>
          <X size={14} />
        </IconButton>
      </div>
      {overlay === 'fabric' ? <FabricRows /> : <Rows />}
      {overlay === 'load' ? <LoadState /> : null}
      {overlay === 'failures' ? <FailureTools /> : null}
      {overlay === 'tenant' ? <TenantTools /> : null}
      {overlay !== 'fabric' && shown !== null ? <FilterNote /> : null}
    </div>
  );
}

function Rows(): ReactElement {
  const { rows, note } = usePainter();
  return (
    <>
      {rows.length === 0 ? null : (
        <ul className="cv-legend-rows">
          {rows.map((row) => (
            <li key={row.key}>
              <Swatch row={row} />
              <Words row={row} />
            </li>
          ))}
        </ul>
      )}
      {note === '' ? null : <p>{note}</p>}
    </>
  );
}

/** Which fabrics show is chosen where they are named. */
function FabricRows(): ReactElement {
  const { rows, note } = usePainter();
  const shown = useShownFabrics();
  const isShown = (id: string): boolean => shown?.includes(id) ?? true;
  return (
    <>
      <ul className="cv-legend-rows">
        {rows.map((row) => (
          <li key={row.key} data-off={!isShown(row.key) || undefined}>
            <label className="cv-legend-check">
              <input
                type="checkbox"
                checked={isShown(row.key)}
                disabled={shown?.length === 1 && isShown(row.key)}
                onChange={() => toggleFabric(row.key)}
              />
              <Swatch row={row} />
              <Words row={row} />
            </label>
            {rows.length > 1 ? (
              <IconButton
                label={`Show ${row.label} alone`}
                aria-pressed={shown?.length === 1 && isShown(row.key)}
                onClick={() => showFabrics([row.key])}
              >
                <Eye size={13} />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ul>
      {note === '' ? null : <p>{note}</p>}
      {shown === null ? null : <FilterNote />}
    </>
  );
}

/** Says that links are missing from sight, so that nobody takes them for missing from the design. */
function FilterNote(): ReactElement {
  const shown = useShownFabrics();
  const { fabrics } = useDesignStore(selectDesign);
  return (
    <p className="cv-legend-filter" data-floats role="status" data-testid="fabric-filter-note">
      {shown?.length ?? 0} of {Object.keys(fabrics).length} fabrics shown{' '}
      <button type="button" className="cv-legend-link" onClick={() => showFabrics(null)}>
        Show all
      </button>
    </p>
  );
}

function Words({ row }: { readonly row: LegendRow }): ReactElement {
  return (
    <span className="cv-legend-words">
      {row.label}
      {row.detail === '' ? null : <span className="cv-legend-detail">{row.detail}</span>}
    </span>
  );
}

function Swatch({ row }: { readonly row: LegendRow }): ReactElement {
  const { shape, colour, width, dash } = row;
  return (
    <svg className="cv-legend-swatch" width={28} height={12} aria-hidden>
      {shape === 'line' ? (
        // Along the middle of a row of pixels: between two of them a thin line would be two faint ones.
        <line x1={2} x2={26} y1={6.5} y2={6.5} strokeWidth={width} stroke={colour} strokeDasharray={dash?.join(' ')} />
      ) : (
        <rect
          x={5}
          y={1}
          width={18}
          height={10}
          rx={2}
          fill={dash === null ? colour : 'none'}
          stroke={colour}
          strokeWidth={1.5}
          strokeDasharray={dash?.join(' ')}
        />
      )}
    </svg>
  );
}
