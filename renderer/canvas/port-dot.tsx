/**
 * The place on a device's edge where links of one port block start and end. A block shows on two opposite edges; only the
 * first of the two is read out. Dragging from a dot draws a link.
 */
import type { LinkEnd } from '#core/design/design.ts';
import { formatNumber, formatSpeed } from '../ui/format.ts';
import type { PortView } from './canvas-node.ts';
import { speakRole } from './describe-node.ts';
import { anchorPoint, type Side } from './device-shape.ts';
import { hideHint, showHint } from './hint.ts';
import { type LinkGesture, toPortKey, usePiece } from './interaction.ts';
import { beginLink } from './link-gesture.ts';

interface PortDotProps {
  deviceId: string;
  port: PortView;
  side: Side;
  isSecond: boolean;
}

export function PortDot({ deviceId, port, side, isSecond }: PortDotProps) {
  const end = { deviceId, blockId: port.blockId };
  const state = usePiece('linking', (linking) => describeState(linking, end));
  const point = anchorPoint(port, side);
  const facts = describePort(port);
  const testId = `port-${deviceId}-${port.blockId}`;
  const isUsed = port.portsUsed !== null && port.portsUsed > 0;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`cv-port cv-port-${side} nodrag nopan`}
      style={{ left: point.x, top: point.y }}
      data-testid={isSecond ? `${testId}-${side}` : testId}
      data-device-id={deviceId}
      data-block-id={port.blockId}
      data-state={state}
      data-room={side === 'top' || side === 'bottom' ? port.roomAcross : port.roomDown}
      data-small={port.isSmall || undefined}
      data-used={isUsed || undefined}
      data-empty={port.isEmptySlot || undefined}
      aria-hidden={isSecond || undefined}
      aria-label={`${speakRole(port.role)} ports: ${facts.join(', ')}`}
      onPointerDown={(event) => beginLink(event, end)}
      onPointerEnter={(event) => showHint(event.currentTarget, speakRole(port.role), facts)}
      onPointerLeave={hideHint}
      onFocus={(event) => showHint(event.currentTarget, speakRole(port.role), facts)}
      onBlur={hideHint}
    >
      <span className="cv-port-label" aria-hidden="true">
        {port.role.split('_')[0]}
      </span>
    </button>
  );
}

type DotState = 'rest' | 'source' | 'target' | 'refused' | 'open';

/** What a dot is to the link being drawn: where it starts, where it would end, or whether it could end there. */
function describeState(linking: LinkGesture | null, end: LinkEnd): DotState {
  if (!linking) return 'rest';
  const key = toPortKey(end);
  if (toPortKey(linking.from) === key) return 'source';
  if (linking.target && toPortKey(linking.target.end) === key && linking.target.refusal === null) return 'target';
  return linking.refusals.has(key) ? 'refused' : 'open';
}

function describePort(port: PortView): string[] {
  if (port.isEmptySlot) return ['adapter slot without a NIC: drop a NIC on the device'];
  const kind = [
    port.formFactor ?? 'form factor not known',
    port.speedsGbps.length > 0 ? port.speedsGbps.map(formatSpeed).join(', ') : 'speed not known',
    ...(port.protocols.length > 0 ? [port.protocols.map(nameProtocol).join(' or ')] : []),
  ].join(' · ');
  if (port.portsOwned === null || port.portsUsed === null) return [kind];
  const free = port.portsOwned - port.portsUsed;
  return [kind, `${formatNumber(free)} of ${formatNumber(port.portsOwned)} ports free`];
}

function nameProtocol(protocol: string): string {
  const names: Record<string, string> = { ib: 'InfiniBand', eth: 'Ethernet', nvlink: 'NVLink' };
  return names[protocol] ?? protocol;
}
