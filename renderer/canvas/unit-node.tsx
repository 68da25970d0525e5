/** A scalable unit: a frame with its name and counts behind its members, or collapsed one tile that stands for them. */
import type { NodeProps } from '@xyflow/react';
import { ChevronDown, ChevronRight, Lock } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { collapseUnits } from '../store/group-selection.ts';
import { useViewStore } from '../store/view-store.ts';
import { formatCount } from '../ui/format.ts';
import { BrokenSign } from './broken-badge.tsx';
import type { UnitNode, UnitNodeData } from './canvas-node.ts';
import { listCounts } from './describe-node.ts';
import { NodeName } from './device-node.tsx';
import { toItemId, useItemState } from './item-state.ts';
import { showsSame } from './same-item.ts';
import { NodeAnchor } from './node-anchor.tsx';
import type { Paint } from './overlay/paint.ts';
import { PaintFigure, paintNode } from './overlay/paint-figure.tsx';
import { useUnitPaint } from './overlay/unit-paint.ts';
import { ProblemBadge } from './problem-badge.tsx';
import { findTiles } from './trunk-refs.ts';

export const UnitNodeView = memo(function UnitNodeView({ id, data, selected }: NodeProps<UnitNode>) {
  const state = useItemState(id, { kind: 'unit', id: data.unitId });
  const isLit = useViewStore((view) => findTiles(view.highlighted).has(id));
  const holdsSelection = useViewStore((view) => findTiles(view.selection).has(id));
  const paint = useUnitPaint(data.isCollapsed ? id : null);
  const toggle = (): void => collapseUnits([data.unitId], !data.isCollapsed);
  return (
    <div
      id={toItemId(id)}
      className={data.isCollapsed ? 'cv-unit cv-unit-tile' : 'cv-unit cv-unit-frame'}
      role="group"
      aria-roledescription="scalable unit"
      aria-label={data.label}
      aria-current={selected || undefined}
      data-testid={`unit-${data.unitId}`}
      data-canvas-id={id}
      data-collapsed={data.isCollapsed}
      data-selected={selected || undefined}
      data-holds-selection={holdsSelection || undefined}
      data-active={state.isActive || undefined}
      data-lit={state.isLit || isLit || undefined}
      data-drop={state.drop}
      data-broken={data.brokenCount > 0 ? 'some' : undefined}
      onDoubleClick={toggle}
      {...paintNode(paint)}
    >
      <NodeAnchor />
      <div className="cv-unit-head">
        <CollapseButton data={data} onPress={toggle} />
        <div className="cv-unit-title">
          <NodeName canvasId={id} kind="unit" objectId={data.unitId} name={data.name} />
          {!data.isCollapsed && <UnitCounts data={data} />}
        </div>
        {data.isLocked && <Lock className="cv-lock" size={12} aria-label="locked" />}
        {data.problems && <ProblemBadge problems={data.problems} />}
      </div>
      {data.isCollapsed && <TileBody data={data} paint={paint} />}
    </div>
  );
}, showsSame);

function CollapseButton({ data, onPress }: { data: UnitNodeData; onPress: () => void }) {
  const label = data.isCollapsed ? `Open ${data.name}` : `Collapse ${data.name}`;
  const Icon = data.isCollapsed ? ChevronRight : ChevronDown;
  const stop = (event: MouseEvent): void => event.stopPropagation();
  return (
    // The canvas is one tab stop: by keys the active unit is opened and collapsed.
    <button
      type="button"
      className="cv-unit-toggle nodrag nopan"
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={(event) => {
        stop(event);
        onPress();
      }}
      onDoubleClick={stop}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}

function UnitCounts({ data }: { data: UnitNodeData }) {
  const counts = listCounts(data.counts);
  return (
    <span className="cv-unit-counts" data-figure="contents">
      {counts.join(' \u00b7 ')}
    </span>
  );
}

/** The first count large, the others below it. */
function TileBody({ data, paint }: { data: UnitNodeData; paint: Paint | null }) {
  const [first, ...rest] = listCounts(data.counts);
  return (
    <div className="cv-unit-body">
      <div className="cv-unit-line">
        <strong data-figure={first && 'contents'}>{first ?? 'Nothing in it'}</strong>
        {data.brokenCount > 0 && <BrokenSign text={`${formatCount(data.brokenCount, 'device')} broken`} />}
        <PaintFigure paint={paint} />
      </div>
      <div className="cv-unit-rest" data-figure="contents">
        {rest.join(' \u00b7 ')}
      </div>
    </div>
  );
}
