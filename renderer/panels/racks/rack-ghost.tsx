/** Where what is carried would come to stand in this rack, with the reason when it cannot or should not. */
import { Ban, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { MovePreview } from '#core/netlist/preview-move.ts';
import { describeUnits } from './rack-device.tsx';
import { placeUnits } from './rack-frame.tsx';

interface RackGhostProps {
  readonly preview: MovePreview;
  readonly heightUnits: number;
  readonly unitPx: number;
}

/** Units below which the words stand above the ghost, not under it. */
const ROOM_BELOW_PX = 60;

export function RackGhost({ preview, heightUnits, unitPx }: RackGhostProps): ReactElement | null {
  const { landed, refusal, excesses } = preview;
  const lowest = Math.min(...landed.map(({ bottomUnit }) => bottomUnit));
  const highest = Math.max(...landed.map(({ bottomUnit, units }) => bottomUnit + units - 1));
  const [first] = landed;
  if (!first) return null;
  const isBad = refusal !== null || excesses.length > 0;
  const tip =
    (lowest - 1) * unitPx > ROOM_BELOW_PX
      ? { bottom: (lowest - 1) * unitPx, transform: 'translateY(100%)' }
      : { bottom: Math.min(highest, heightUnits) * unitPx };
  return (
    <div className="rack-ghost" data-testid="rack-ghost" data-bad={isBad} data-refused={refusal !== null}>
      {landed.map((piece) => (
        <div
          key={`${piece.deviceId} ${piece.member}`}
          className="rack-ghost__piece"
          style={placeUnits(piece.bottomUnit, piece.units, unitPx)}
        >
          {piece.name}
        </div>
      ))}
      <div className="rack-ghost__tip" style={tip}>
        <strong>{describeUnits({ bottomUnit: lowest, units: highest - lowest + 1 })}</strong>
        {refusal === null ? null : (
          <span>
            <Ban size={12} aria-hidden /> {refusal}
          </span>
        )}
        {refusal === null
          ? excesses.map((excess) => (
              <span key={excess}>
                <TriangleAlert size={12} aria-hidden /> {excess}
              </span>
            ))
          : null}
      </div>
    </div>
  );
}
