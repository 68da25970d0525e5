/** What a path has to say of an object on the canvas: the numbers of its hops over a link, the members it passes of a device. */
import type { ReactElement } from 'react';
import { type RouteState, useRoute } from '../../store/route-store.ts';

interface RouteBadgeProps {
  readonly kind: 'device' | 'link';
  /** Of a line all the links it stands for. */
  readonly ids: readonly string[];
}

export function RouteBadge({ kind, ids }: RouteBadgeProps): ReactElement | null {
  const text = useRoute((state) => (kind === 'link' ? describeHops(state, ids) : describeMembers(state, ids)));
  if (text === '') return null;
  return (
    <span className="cv-on-route" title={kind === 'link' ? 'Hops of the path' : `On the path: ${text}`}>
      {text}
    </span>
  );
}

/** `hop 1`, `hops 2, 3`; empty for a link that is not on the path. */
export function describeHops({ route }: Pick<RouteState, 'route'>, linkIds: readonly string[]): string {
  const numbers = route?.hops.flatMap((hop, at) => (linkIds.includes(hop.linkId) ? [at + 1] : [])) ?? [];
  return numbers.length === 0 ? '' : `hop${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`;
}

function describeMembers({ route }: RouteState, deviceIds: readonly string[]): string {
  const names = route?.stops.flatMap((stop) => (deviceIds.includes(stop.deviceId) ? [stop.name] : [])) ?? [];
  return names.join(', ');
}
