/** The drawing of one rack, front or rear: numbered units, devices, PDUs, blanking panels. On the screen, in the inspector, on paper. */
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import type { ElevationDevice, RackElevation, RackFace } from '#core/netlist/rack-elevation.ts';
import './rack-frame.css';

interface RackFrameProps {
  readonly elevation: RackElevation;
  readonly heightUnits: number;
  /** Blanking panels close the empty units. */
  readonly fillers: boolean;
  readonly face: RackFace;
  readonly unitPx: number;
  readonly renderDevice: (device: ElevationDevice) => ReactNode;
  /** Drawn over the units, e.g. what is on its way to them. */
  readonly children?: ReactNode;
  /** Racks that the pointer can aim at carry their number. */
  readonly number?: number;
}

/** Place of units within the bay. */
export function placeUnits(bottomUnit: number, units: number, unitPx: number): CSSProperties {
  return { bottom: (bottomUnit - 1) * unitPx, height: units * unitPx - 1, '--tall': units } as CSSProperties;
}

/** From this height on every unit has room for its number. */
const EVERY_UNIT_PX = 12;

export function RackFrame(props: RackFrameProps): ReactElement {
  const { elevation, heightUnits, face, unitPx } = props;
  const sides = face === 'rear' ? elevation.uprights : [];
  const style = { height: heightUnits * unitPx + 2, '--unit': `${unitPx}px` } as CSSProperties;
  return (
    <div className="rack-frame" style={style} data-face={face} data-rack-number={props.number}>
      <UnitNumbers heightUnits={heightUnits} unitPx={unitPx} />
      <div className="rack-frame__box">
        <Uprights pdus={sides.filter((_, index) => index % 2 === 0)} side="left" />
        <div className="rack-frame__bay" data-bay={props.number}>
          {elevation.emptyRuns.map((run) => (
            <div
              key={run.bottomUnit}
              className={props.fillers ? 'rack-frame__filler' : 'rack-frame__empty'}
              style={placeUnits(run.bottomUnit, run.units, unitPx)}
              title={props.fillers ? `Blanking panels, ${run.units} U` : undefined}
            />
          ))}
          {elevation.pdus.map((pdu) => (
            <div
              key={pdu.key}
              className="rack-frame__pdu"
              data-bad={pdu.isClashing || pdu.isOver}
              style={placeUnits(pdu.bottomUnit, pdu.units, unitPx)}
              title={`${pdu.model}, PDU${pdu.feedName === null ? '' : ` on ${pdu.feedName}`}`}
            >
              <span>{pdu.model}</span>
              {pdu.feedName === null ? null : <span>{pdu.feedName}</span>}
            </div>
          ))}
          {elevation.devices.map(props.renderDevice)}
          {props.children}
        </div>
        <Uprights pdus={sides.filter((_, index) => index % 2 === 1)} side="right" />
      </div>
    </div>
  );
}

/** One text of a line a number: a column of elements would be most of what a rack is drawn with. */
function UnitNumbers({ heightUnits, unitPx }: { readonly heightUnits: number; readonly unitPx: number }): ReactElement {
  const step = unitPx >= EVERY_UNIT_PX ? 1 : 2;
  const lines = Math.ceil(heightUnits / step);
  const numbers = Array.from({ length: lines }, (_, line) => (lines - line - 1) * step + 1);
  const style = { lineHeight: `${step * unitPx}px`, bottom: (-(step - 1) * unitPx) / 2 };
  return (
    <div className="rack-frame__units" aria-hidden>
      <div className="rack-frame__numbers" style={style}>
        {numbers.join('\n')}
      </div>
    </div>
  );
}

/** PDUs that stand upright beside the units, seen from the rear. */
function Uprights({
  pdus,
  side,
}: {
  readonly pdus: RackElevation['uprights'];
  readonly side: 'left' | 'right';
}): ReactElement | null {
  if (pdus.length === 0) return null;
  return (
    <div className="rack-frame__uprights" data-side={side}>
      {pdus.map((pdu) => (
        <div
          key={pdu.key}
          className="rack-frame__upright"
          title={`${pdu.model}, PDU${pdu.feedName === null ? '' : ` on ${pdu.feedName}`}`}
        >
          {pdu.feedName === null ? pdu.model : `${pdu.feedName} \u00b7 ${pdu.model}`}
        </div>
      ))}
    </div>
  );
}
