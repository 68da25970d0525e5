/** What the colours of the racks mean, in words and with the same hatches as on the plan; and what the layers show. */
import type { ReactElement } from 'react';
import type { FloorLayer } from '../../store/floor-store.ts';
import type { Hatch } from './floor-palette.ts';
import type { RackColours } from './rack-colours.ts';

function Swatch({ fill, hatch }: { readonly fill: string; readonly hatch: Hatch }): ReactElement {
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
}): ReactElement {
  const { colours, layers } = props;
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
    </section>
  );
}
