/** A device group on the canvas: what it is, how many, how full its ports are, what is wrong with it. */
import type { NodeProps } from '@xyflow/react';
import { Lock } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { formatNumber } from '../ui/format.ts';
import { BrokenBadge, markBroken } from './broken-badge.tsx';
import type { DeviceNode, DeviceNodeData, PortView } from './canvas-node.ts';
import { speakRole } from './describe-node.ts';
import type { Side } from './device-shape.ts';
import { recountNode, renameNode } from './edit-in-place.ts';
import { InlineEditor } from './inline-editor.tsx';
import { type LinkGesture, setInteraction, usePiece } from './interaction.ts';
import { toItemId, useItemState } from './item-state.ts';
import { showsSame } from './same-item.ts';
import { NodeAnchor } from './node-anchor.tsx';
import { openItem } from './open-item.ts';
import { PaintFigure, paintNode } from './overlay/paint-figure.tsx';
import { useIsLonely, usePaint } from './overlay/read-painter.ts';
import { PortDot } from './port-dot.tsx';
import { ProblemBadge } from './problem-badge.tsx';
import { RoleIcon } from './role-icon.tsx';
import { RouteBadge } from './route/route-badge.tsx';
import { UseBar } from './use-bar.tsx';

const freeSides: readonly Side[] = ['top', 'bottom'];
const rackSides: readonly Side[] = ['right', 'left'];

export const DeviceNodeView = memo(function DeviceNodeView({ id, data, selected }: NodeProps<DeviceNode>) {
  const state = useItemState(id, { kind: 'device', id: data.deviceId });
  const linkTarget = usePiece('linking', (linking) => describeLinkTarget(linking, data.deviceId));
  const paint = usePaint('device', data.deviceId);
  const isLonely = useIsLonely(data.deviceId);
  const sides = data.rackId === null ? freeSides : rackSides;
  return (
    <div
      id={toItemId(id)}
      className={`cv-device cv-role-${data.role}`}
      role="group"
      aria-roledescription="device"
      aria-label={data.label}
      aria-current={selected || undefined}
      aria-disabled={linkTarget === 'closed' || undefined}
      data-testid={`device-${data.deviceId}`}
      data-canvas-id={id}
      data-selected={selected || undefined}
      data-active={state.isActive || undefined}
      data-lit={state.isLit || undefined}
      data-drop={state.drop}
      data-link={linkTarget}
      data-broken={markBroken({ brokenCount: data.brokenCount, total: data.count })}
      data-lonely={isLonely || undefined}
      onDoubleClick={(event) => openOnDoubleClick(event, id)}
      {...paintNode(paint)}
    >
      <NodeAnchor />
      <div className="cv-device-head">
        <RoleIcon kind={data.icon} />
        <NodeName canvasId={id} kind="device" objectId={data.deviceId} name={data.name} />
        {data.isLocked && <Lock className="cv-lock" size={12} aria-label="locked" />}
        {data.problems && <ProblemBadge problems={data.problems} />}
        <NodeCount canvasId={id} kind="device" objectId={data.deviceId} name={data.name} count={data.count} />
      </div>
      <div className="cv-device-line">
        <div className="cv-device-part" title={[data.partLabel, data.scaleUp, data.note].filter(Boolean).join(', ')}>
          {data.isPartKnown ? data.partLabel : `${data.partLabel} (not in the catalog)`}
          {data.scaleUp !== null && (
            <span className="cv-note" data-figure="scale-up">
              {data.scaleUp}
            </span>
          )}
          {data.note !== null && <span className="cv-note">{data.note}</span>}
        </div>
        {data.brokenCount > 0 && <BrokenBadge brokenCount={data.brokenCount} total={data.count} />}
        <PaintFigure paint={paint} />
        <RouteBadge kind="device" ids={[data.deviceId]} />
      </div>
      <PortUseBar data={data} />
      {sides.flatMap((side, index) =>
        data.ports.map((port) => (
          <PortDot
            key={`${side} ${port.blockId}`}
            deviceId={data.deviceId}
            port={port}
            side={side}
            isSecond={index > 0}
          />
        )),
      )}
    </div>
  );
}, showsSame);

/** A port's second click belongs to the link that the first one began. */
function openOnDoubleClick(event: MouseEvent, canvasId: string): void {
  if (event.target instanceof Element && event.target.closest('.cv-port')) return;
  openItem(canvasId);
}

/** The text edits itself; what it stands in does not open. */
function editText(event: MouseEvent, canvasId: string, field: 'name' | 'count'): void {
  event.stopPropagation();
  setInteraction({ editing: { canvasId, field } });
}

interface NodeTextProps {
  canvasId: string;
  kind: 'device' | 'rack' | 'unit';
  objectId: string;
  name: string;
}

/** The name; double click edits it in place. */
export function NodeName({ canvasId, kind, objectId, name }: NodeTextProps) {
  const isEditing = usePiece('editing', (text) => text?.canvasId === canvasId && text.field === 'name');
  if (isEditing) {
    return (
      <InlineEditor
        label={`Name of ${name}`}
        value={name}
        onCommit={(text) => renameNode(kind, objectId, text)}
        className="cv-name"
      />
    );
  }
  return (
    <span className="cv-name" title={name} onDoubleClick={(event) => editText(event, canvasId, 'name')}>
      {name}
    </span>
  );
}

/** `× 127`; double click edits it in place. */
export function NodeCount(props: NodeTextProps & { kind: 'device' | 'rack'; count: number }) {
  const { canvasId, kind, objectId, name, count } = props;
  const isEditing = usePiece('editing', (text) => text?.canvasId === canvasId && text.field === 'count');
  if (isEditing) {
    return (
      <InlineEditor
        label={`Number of ${name}`}
        value={String(count)}
        onCommit={(text) => recountNode(kind, objectId, text)}
        className="cv-count-editor"
      />
    );
  }
  return (
    <span className="cv-count" data-figure="count" onDoubleClick={(event) => editText(event, canvasId, 'count')}>
      × {formatNumber(count)}
    </span>
  );
}

/** Used of owned ports of the main block. An overrun cannot show here: ports used never exceed ports owned. */
function PortUseBar({ data }: { data: DeviceNodeData }) {
  const port = data.ports.find((candidate) => candidate.blockId === data.mainBlockId);
  if (!port) return <div className="cv-use cv-use-unknown">no ports known</div>;
  const isKnown = port.portsOwned !== null && port.portsUsed !== null && port.portsOwned > 0;
  return (
    <div className="cv-use" data-full={isKnown && port.portsUsed === port.portsOwned ? true : undefined}>
      <span className="cv-use-role">{speakRole(port.role)}</span>
      <UseBar percent={isKnown ? computeShare(port) : 0} />
      <span className="cv-use-figures" data-figure="use" data-block={port.blockId}>
        {describeUse(port, isKnown)}
      </span>
    </div>
  );
}

function computeShare(port: PortView): number {
  return (100 * (port.portsUsed ?? 0)) / (port.portsOwned || 1);
}

function describeUse(port: PortView, isKnown: boolean): string {
  if (port.isEmptySlot) return 'no NIC';
  if (!isKnown) return port.portsOwned === null ? '…' : 'unknown';
  return `${formatNumber(port.portsUsed ?? 0)} / ${formatNumber(port.portsOwned ?? 0)}`;
}

/** Whether the link being drawn may end anywhere on this device. */
function describeLinkTarget(
  linking: LinkGesture | null,
  deviceId: string,
): 'source' | 'target' | 'refused' | 'closed' | undefined {
  if (!linking) return undefined;
  if (linking.from.deviceId === deviceId) return 'source';
  if (linking.target?.end.deviceId === deviceId) return linking.target.refusal === null ? 'target' : 'refused';
  return linking.closedDevices.has(deviceId) ? 'closed' : undefined;
}
