/** What the colours of the racks mean, in words and with the same hatches as on the plan; and what the layers show. */
import type { ReactElement } from 'react';
import type { TrayReport } from '#core/analysis/cabling-report.ts';
import type { FloorLayer } from '../../store/floor-store.ts';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import type { Hatch } from './floor-palette.ts';
import type { RackColours } from './colour-steps.ts';
import { Explained } from '../explained.tsx';

/** A piece of the colour as it is on the plan. */
export function Swatch({ fill, hatch }: { readonly fill: string; readonly hatch: Hatch }): ReactElement {
  return (
    <svg width={16} height={12} aria-hidden className="fl-swatch">
      <rect width={16} height={12} fill={fill} />
      {hatch === 'dots'
        ? [2, 6, 10, 14].map((x) => <circle key={x} cx={x} cy={x % 4 === 2 ? 4 : 8} r={1.1} fill="var(--surface-1)" />)
        : null}
      {hatch === 'lines' || hatch === 'cross' ? (
        <path d="M0 12L12 0M6 14L18 2M-6 12L6 0" stroke="var(--surface-1)" strokeWidth={1} />
      ) : null}
      {hatch === 'cross' ? <path d="M0 0L12 12M6 -2L18 10" stroke="var(--surface-1)" strokeWidth={1} /> : null}
    </svg>
  );
}

export function FloorLegend(props: {
  readonly colours: RackColours;
  readonly layers: Readonly<Record<FloorLayer, boolean>>;
  readonly trayReport: TrayReport | null;
  readonly hasZones: boolean;
}): ReactElement {
  const { colours, layers, trayReport, hasZones } = props;
  const used = new Set(colours.stepOf);
  return (
    <section className="fl-legend" aria-label="Legend" data-testid="floor-legend">
      <h3>{colours.title}</h3>
      <ul>
        {colours.steps.map((step, index) =>
          used.has(index) ? (
            <li key={step.label}>
              <Swatch fill={`var(--${step.token})`} hatch={step.hatch} />
              {step.label}
            </li>
          ) : null,
        )}
      </ul>
      {colours.note === null ? null : <p>{colours.note}</p>}
      {layers.aisles ? (
        <ul>
          <li>
            <Swatch fill="var(--accent-soft)" hatch="none" />
            cold aisle: racks breathe in
          </li>
          <li>
            <svg width={16} height={12} aria-hidden className="fl-swatch">
              <rect width={16} height={12} fill="var(--danger-soft)" />
              <path d="M0 12L12 0M6 14L18 2M-6 12L6 0" stroke="var(--danger)" strokeWidth={0.7} />
            </svg>
            hot aisle: racks breathe out
          </li>
        </ul>
      ) : null}
      {layers.zones && hasZones ? (
        <ul>
          <li>
            <svg width={16} height={12} aria-hidden className="fl-swatch">
              <line x1={0} x2={16} y1={6} y2={6} stroke="var(--text-2)" strokeWidth={2} strokeDasharray="5 2.5" />
            </svg>
            cooling zone
          </li>
        </ul>
      ) : null}
      {layers.trays && trayReport ? (
        <TrayLegend limit={trayReport.fillLimit} overCount={trayReport.overLimitCount} />
      ) : null}
    </section>
  );
}

const TRAY_STEPS = [
  { from: 0, to: 0.25, token: 'heat-1', width: 1.5 },
  { from: 0.25, to: 0.5, token: 'heat-2', width: 2.5 },
  { from: 0.5, to: 1, token: 'heat-3', width: 3.5 },
] as const;

function TrayLegend({ limit, overCount }: { readonly limit: number; readonly overCount: number }): ReactElement {
  return (
    <ul>
      {TRAY_STEPS.map(({ from, to, token, width }) => (
        <li key={token}>
          <TrayLine token={token} width={width} />
          tray {formatPercent(from * limit)} {'\u2013'} {formatPercent(to * limit)} full
        </li>
      ))}
      <li>
        <TrayLine token="danger-fill" width={5} />
        <Explained
          source="tray-fill"
          figure="Trays over the limit"
          text={`over the limit of ${formatPercent(limit)}: ${overCount === 0 ? 'none' : formatNumber(overCount)}`}
        />
      </li>
    </ul>
  );
}

function TrayLine({ token, width }: { readonly token: string; readonly width: number }): ReactElement {
  return (
    <svg width={16} height={12} aria-hidden className="fl-swatch">
      <line x1={0} x2={16} y1={6} y2={6} strokeWidth={width} stroke={`var(--${token})`} />
    </svg>
  );
}
