/** A rack group as a frame around the devices placed in it, with its space and power against their limits. */
import type { NodeProps } from '@xyflow/react';
import { Lock } from 'lucide-react';
import { memo } from 'react';
import { formatPartial, formatPower } from '../ui/format.ts';
import { NEAR_POWER_LIMIT } from '../ui/meter-bar.tsx';
import { BrokenBadge, markBroken } from './broken-badge.tsx';
import type { RackNode } from './canvas-node.ts';
import type { FigureName } from './figure-at.ts';
import { NodeCount, NodeName } from './device-node.tsx';
import { toItemId, useItemState } from './item-state.ts';
import { showsSame } from './same-item.ts';
import { PaintFigure, paintNode } from './overlay/paint-figure.tsx';
import { usePaint } from './overlay/read-painter.ts';
import { ProblemBadge } from './problem-badge.tsx';
import { UseBar } from './use-bar.tsx';

export const RackNodeView = memo(function RackNodeView({ id, data, selected }: NodeProps<RackNode>) {
  const state = useItemState(id, { kind: 'rack', id: data.rackId });
  const paint = usePaint('rack', data.rackId);
  return (
    <div
      id={toItemId(id)}
      className="cv-rack"
      role="group"
      aria-roledescription="rack"
      aria-label={data.label}
      aria-current={selected || undefined}
      data-testid={`rack-${data.rackId}`}
      data-canvas-id={id}
      data-selected={selected || undefined}
      data-active={state.isActive || undefined}
      data-lit={state.isLit || undefined}
      data-drop={state.drop}
      data-broken={markBroken({ brokenCount: data.brokenCount, total: data.count })}
      {...paintNode(paint)}
    >
      <PaintFigure paint={paint} />
      <div className="cv-rack-head">
        <NodeName canvasId={id} kind="rack" objectId={data.rackId} name={data.name} />
        {data.isLocked && <Lock className="cv-lock" size={12} aria-label="locked" />}
        {data.brokenCount > 0 && <BrokenBadge brokenCount={data.brokenCount} total={data.count} />}
        {data.problems && <ProblemBadge problems={data.problems} />}
        <NodeCount canvasId={id} kind="rack" objectId={data.rackId} name={data.name} count={data.count} />
      </div>
      <Gauge
        name="Space"
        figure="space"
        used={data.usedUnits}
        limit={data.heightUnits}
        text={data.usedUnits === null ? `${data.heightUnits} U` : `${data.usedUnits} / ${data.heightUnits} U`}
      />
      <Gauge
        name="Power"
        figure="power"
        used={data.powerW}
        limit={data.powerLimitW}
        warnAt={NEAR_POWER_LIMIT}
        text={describePower(data.powerW, data.powerLimitW, data.isPowerPartial)}
      />
      {data.isEmpty && <div className="cv-rack-hint">Drop servers or switches here</div>}
    </div>
  );
}, showsSame);

interface GaugeProps {
  name: string;
  used: number | null;
  /** null = no limit set, so nothing to fill. */
  limit: number | null;
  /** Share of the limit from which the bar warns; absent = full is fine. */
  warnAt?: number;
  text: string;
  figure: FigureName;
}

function Gauge({ name, used, limit, warnAt = Number.POSITIVE_INFINITY, text, figure }: GaugeProps) {
  const share = used === null || limit === null ? 0 : Math.min(100, (100 * used) / limit);
  const isOver = used !== null && limit !== null && used > limit;
  const isNear = !isOver && share >= 100 * warnAt;
  return (
    <div className="cv-gauge" data-over={isOver || undefined} data-near={isNear || undefined} data-figure={figure}>
      <span className="cv-gauge-name">{name}</span>
      <UseBar percent={share} />
      <span className="cv-gauge-text">{text}</span>
    </div>
  );
}

/** '40.8 kW / 44 kW'; '≥' when a part of the sum is not known, 'unknown' when all of it is. */
function describePower(powerW: number | null, limitW: number | null, isPartial: boolean): string {
  const limit = limitW === null ? '' : formatPower(limitW);
  if (powerW === null) return limit || '–';
  const used = formatPartial({ value: powerW, unknownCount: isPartial ? 1 : 0 }, formatPower);
  return limit === '' ? used : `${used} / ${limit}`;
}
