/** What is under the pointer: a card at the rack, and the position on the plan in the corner; why racks cannot stand here. */
import type { ReactElement } from 'react';
import { findGroup, nameRack, NOWHERE } from '#core/design/floor-plan.ts';
import { readSlot } from '#core/design/floor-steps.ts';
import { nameSlot } from '#core/design/rack-move.ts';
import { useExplained } from '../../store/explain-store.ts';
import type { FloorGhost } from '../../store/floor-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { formatLength, formatPartial, formatPower } from '../../ui/format.ts';
import { METRES_PER_FOOT, units } from '../../ui/units.ts';
import type { ScreenSize } from './camera.ts';
import type { FloorScene } from './floor-scene.ts';
import type { FloorPointer } from './use-floor-pointer.ts';

interface HoverProps {
  readonly scene: FloorScene;
  readonly hover: FloorPointer['hover'];
  readonly ghost: FloorGhost | null;
  readonly size: ScreenSize;
  readonly scale: number;
}

const CARD_WIDTH = 220;
const CARD_HEIGHT = 128;

export function FloorHover({ scene, hover, ghost, size, scale }: HoverProps): ReactElement {
  const rack = hover?.slot ? readSlot(scene.plan, hover.slot) : NOWHERE;
  // The card that explains a figure here says more.
  const isTold = Boolean(useExplained().shown?.anchor.closest('.fl-surface'));
  const problem = ghost?.problem ?? null;
  const left = hover ? Math.min(hover.at.x + 14, size.width - CARD_WIDTH - 8) : 8;
  const top = hover ? Math.min(hover.at.y + 16, size.height - CARD_HEIGHT - 8) : 8;
  return (
    <>
      {problem !== null ? (
        <div className="fl-card fl-card--problem" style={hover ? { left, top } : undefined} data-testid="floor-refusal">
          {problem}
        </div>
      ) : hover && rack !== NOWHERE && ghost === null && !isTold ? (
        <div className="fl-card" style={{ left, top }}>
          <RackCard scene={scene} rack={rack} />
        </div>
      ) : null}
      <div className="fl-readout" data-floats data-testid="floor-readout">
        {hover ? (
          <span>
            {formatLength(hover.xM)} east {'\u00b7'} {formatLength(hover.yM)} south
            {hover.slot ? ` \u00b7 ${nameSlot(scene.plan, hover.slot)}` : ''}
          </span>
        ) : null}
        <ScaleBar scale={scale} />
      </div>
    </>
  );
}

const BAR_STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

function ScaleBar({ scale }: { readonly scale: number }): ReactElement {
  // Round numbers of what is written under it.
  const unitM = units().length === 'feet' ? METRES_PER_FOOT : 1;
  const lengthM = (BAR_STEPS.find((step) => step * unitM * scale >= 48) ?? 1000) * unitM;
  return (
    <span className="fl-scale">
      <span className="fl-scale__bar" style={{ width: lengthM * scale }} />
      {formatLength(lengthM, 1)}
    </span>
  );
}

function RackCard({ scene, rack }: { readonly scene: FloorScene; readonly rack: number }): ReactElement {
  const { plan } = scene;
  const figures = useReportStore((state) => state.report?.facility.racks);
  const { rack: group } = findGroup(plan, rack);
  const step = scene.colours.steps[scene.colours.stepOf[rack] as number];
  const slot = { row: plan.rackRow[rack] as number, slot: plan.rackSlot[rack] as number };
  const isKnown = figures !== undefined && figures.maxW.value.length === plan.rackCount;
  const maxW = isKnown
    ? formatPartial(
        {
          value: figures.maxW.value[rack] as number,
          unknownCount: figures.maxW.unknown[rack] as number,
        },
        formatPower,
      )
    : null;
  return (
    <>
      <strong>{nameRack(plan, rack)}</strong>
      <span>{nameSlot(plan, slot)}</span>
      {maxW === null ? null : (
        <span>
          {maxW} maximum{group.powerLimitW === null ? '' : ` of ${formatPower(group.powerLimitW)}`}
        </span>
      )}
      {step ? (
        <span className="fl-card__step">
          {scene.colours.title}: {step.label}
        </span>
      ) : null}
    </>
  );
}
