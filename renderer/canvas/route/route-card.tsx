/** The card of a path: its two ends, what it takes in all, and every device and cable on it. */
import { ArrowUpDown, ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import { explainRoute } from '#core/analysis/explain/explain-route.ts';
import type { Route } from '#core/analysis/route.ts';
import { useReportStore } from '../../store/report-store.ts';
import { closeRoute, setRouteFabric, setRouteRank, swapRoute, useRoute } from '../../store/route-store.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatCount, formatDelay, formatLength, formatNumber, formatSpeed } from '../../ui/format.ts';
import { Select } from '../../ui/select.tsx';
import { announce } from '../interaction.ts';
import { ToldFigure } from '../told-figure.tsx';
import { RouteEnds } from './route-ends.tsx';
import { RouteHops } from './route-hops.tsx';
import { useClearView } from './use-clear-view.ts';
import './route.css';

export function RouteCard(): ReactElement | null {
  const isOpen = useRoute((state) => state.isOpen);
  return isOpen ? <OpenCard /> : null;
}

function OpenCard(): ReactElement {
  const route = useRoute((state) => state.route);
  const refusal = useRoute((state) => state.refusal);
  const isAsking = useRoute((state) => state.isAsking);
  const isStale = useReportStore((state) => state.isStale);
  useClearView(route);
  const isChosen = useRoute((state) => state.from !== null && (state.hovered ?? state.to) !== null);
  useEffect(() => {
    if (route) announce(`Path from ${route.stops[0]?.name} to ${route.stops.at(-1)?.name}: ${describeSum(route)}`);
    else if (refusal !== null) announce(refusal);
  }, [route, refusal]);
  return (
    <section
      className="cv-route nodrag nopan"
      data-floats
      aria-label="Path"
      data-testid="route-card"
      data-stale={isStale || undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        closeRoute();
      }}
    >
      <div className="cv-route-head">
        <strong>Path</strong>
        <IconButton label="Swap the two ends" onClick={swapRoute}>
          <ArrowUpDown size={14} />
        </IconButton>
        <IconButton label="Close the path" shortcut="Esc" onClick={closeRoute}>
          <X size={14} />
        </IconButton>
      </div>
      <RouteEnds />
      {route ? (
        <>
          <Choice route={route} />
          <p className="cv-route-sum" data-testid="route-sum">
            <ToldFigure source={() => explainRoute(route)} figure="Path" text={describeSum(route)} />
          </p>
          <RouteHops route={route} />
        </>
      ) : (
        <p className="cv-route-note" role="status">
          {describeNothing(isChosen, refusal, isAsking)}
        </p>
      )}
    </section>
  );
}

function describeNothing(isChosen: boolean, refusal: string | null, isAsking: boolean): string {
  if (!isChosen) {
    return 'Choose the two ends here, or select a device on the canvas and rest the pointer on another.';
  }
  return refusal ?? (isAsking ? 'Computing \u2026' : 'Waiting for the report \u2026');
}

/** `4 hops, 2.65 \u00b5s one way, 42 m, 400G` */
function describeSum({ hops, totalNs, lengthM, slowestGbps }: Route): string {
  return [
    formatCount(hops.length, 'hop'),
    `${formatDelay(totalNs)} one way`,
    formatLength(lengthM, 1),
    formatSpeed(slowestGbps),
  ].join(', ');
}

/** Which fabric, and which of the paths that are as short. */
function Choice({ route }: { readonly route: Route }): ReactElement {
  const { fabrics, fabricId, fabricName, rank, pathCount } = route;
  return (
    <div className="cv-route-choice">
      {fabrics.length > 1 ? (
        <Select
          label="Fabric of the path"
          value={fabricId}
          options={fabrics.map(({ fabricId: value, name }) => ({ value, label: name }))}
          onChange={setRouteFabric}
        />
      ) : (
        <span className="cv-route-fabric">{fabricName}</span>
      )}
      {pathCount > 1 ? (
        <span className="cv-route-rank">
          <IconButton label="Path before this one" disabled={rank === 0} onClick={() => setRouteRank(rank - 1)}>
            <ChevronLeft size={14} />
          </IconButton>
          <span title="Shortest paths, parallel cables counted apart">
            {formatNumber(rank + 1)} of {formatNumber(pathCount)}
          </span>
          <IconButton
            label="Path after this one"
            disabled={rank === pathCount - 1}
            onClick={() => setRouteRank(rank + 1)}
          >
            <ChevronRight size={14} />
          </IconButton>
        </span>
      ) : (
        <span className="cv-route-rank">the only one as short</span>
      )}
    </div>
  );
}
