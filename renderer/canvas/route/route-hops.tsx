/** Every device and cable of a path, in the order of travel. */
import type { ReactElement } from 'react';
import { explainRoute } from '#core/analysis/explain/explain-route.ts';
import type { Route, RouteStop } from '#core/analysis/route.ts';
import { chooseFabricColour } from '../../store/fabric-colour.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { useExplainLeading } from '../../store/use-explain-trigger.ts';
import { requestFocus } from '../../store/view-store.ts';
import { formatDelay, formatLength, formatSpeed } from '../../ui/format.ts';

export function RouteHops({ route }: { readonly route: Route }): ReactElement {
  const { fabrics } = useDesignStore(selectDesign);
  const isGuessed = route.stops.some(({ isAssumed }) => isAssumed);
  return (
    <>
      <ol className="cv-route-hops" style={{ color: chooseFabricColour(fabrics, route.fabricId) }}>
        {route.stops.map((stop, at) => (
          // A path never meets a device twice.
          <li key={`${stop.deviceId}/${stop.member}`}>
            <Stop stop={stop} />
            <Hop route={route} at={at} />
          </li>
        ))}
      </ol>
      {isGuessed ? (
        <p className="cv-route-note">
          {'\u2248'} assumed: no data sheet says so. One way, without queues; cables count as bought.
        </p>
      ) : null}
    </>
  );
}

function Stop({ stop: { name, groupName, rackName, ns, isAssumed } }: { readonly stop: RouteStop }): ReactElement {
  return (
    <div className="cv-route-stop">
      <span className="cv-route-name">{name}</span>
      <span className="cv-route-figure">{ns === 0 ? '' : `${isAssumed ? '\u2248 ' : ''}${formatDelay(ns)}`}</span>
      <span className="cv-route-place">{rackName === '' ? groupName : `${groupName}, ${rackName}`}</span>
    </div>
  );
}

function Hop({ route, at }: { readonly route: Route; readonly at: number }): ReactElement | null {
  const trigger = useExplainLeading(() => explainRoute(route), 'Path');
  const hop = route.hops[at];
  if (!hop) return null;
  const { linkId, portA, portB, speedGbps, lengthM, cableNs, fecNs, label, isMeasured } = hop;
  const facts = [
    `${portA} \u2192 ${portB}`,
    formatSpeed(speedGbps),
    `${isMeasured ? '' : 'planned '}${formatLength(lengthM, 1)}`,
  ];
  return (
    <button
      type="button"
      className="cv-route-hop"
      title={label === '' ? 'Select the link' : `Select the link. Cable ${label}`}
      onClick={() => requestFocus({ kind: 'link', id: linkId })}
      {...trigger}
    >
      <span className="cv-route-number">{at + 1}</span>
      <span className="cv-route-facts">{facts.join(', ')}</span>
      <span className="cv-route-figure">{formatDelay(cableNs + fecNs)}</span>
    </button>
  );
}
