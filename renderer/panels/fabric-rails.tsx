/** Oversubscription rail by rail, rails that are alike in one row, and what gets across from rail to rail. */
import type { ReactElement } from 'react';
import type { Bisection, RailOversubscription } from '#core/analysis/bandwidth-report.ts';
import { setRails } from '../store/rails-store.ts';
import { setView } from '../store/view-store.ts';
import { formatBandwidth, formatNumber, formatPercent, formatRatio } from '../ui/format.ts';
import { Button } from '../ui/button.tsx';
import { FactList, Section } from '../ui/section.tsx';
import { BreakRail } from './break-rail.tsx';
import { Explained } from './explained.tsx';
import { groupRails, type RailGroup } from './group-rails.ts';
import { ExplainedCount } from './explained-count.tsx';

interface FabricRailsProps {
  readonly fabricId: string;
  readonly rails: readonly RailOversubscription[];
  readonly across: Bisection['acrossRails'];
  /** Something of the fabric is broken: a rail without uplinks has lost them. */
  readonly isBroken: boolean;
}

export function FabricRails({ fabricId, rails, across, isBroken }: FabricRailsProps): ReactElement {
  return (
    <Section
      title="Rails"
      aside={
        <ExplainedCount
          title="Rails of the fabric"
          unit="rails"
          items={rails.map(({ rail, switches }) => ({
            name: `rail ${rail + 1}`,
            refs: switches.map(({ deviceId }) => ({ kind: 'device', id: deviceId })),
          }))}
          filter="As many as the ports of a server are dealt over."
        />
      }
    >
      <div className="inspector__grid">
        <span className="inspector__grid-head">Rail</span>
        <span className="inspector__grid-head">Switches</span>
        <span className="inspector__grid-head">Worst</span>
        <span className="inspector__grid-head">Mean</span>
        {groupRails(rails).flatMap((group) => [
          <span key={`${group.first} name`}>{describeRails(group)}</span>,
          <span key={`${group.first} count`}>{formatNumber(group.switchCount)}</span>,
          <span key={`${group.first} worst`}>
            <Explained
              source={`rail/${group.first}/${fabricId}`}
              figure={`Worst, ${describeRails(group)}`}
              text={formatUplink(group.worst, isBroken)}
            />
          </span>,
          <span key={`${group.first} mean`}>
            <Explained
              source={`rail/${group.first}/${fabricId}`}
              figure={`Mean, ${describeRails(group)}`}
              text={formatUplink(group.mean, isBroken)}
            />
          </span>,
        ])}
      </div>
      <BreakRail rails={rails} />
      <div className="inspector__buttons">
        <Button onClick={() => openRails(fabricId)}>Show server by server</Button>
      </div>
      {across ? (
        <>
          <FactList
            facts={[
              [
                'Lower to upper rails',
                <Explained
                  key="across"
                  source={`bisection/${fabricId}`}
                  figure="Lower to upper rails"
                  text={`${formatPercent(across.ratio)} \u00b7 ${formatBandwidth(across.bandwidthGbps)}`}
                />,
              ],
            ]}
          />
          <p className="inspector__note">In the fabric itself; a server also joins its own rails inside.</p>
        </>
      ) : null}
    </Section>
  );
}

function openRails(fabricId: string): void {
  setRails({ fabricId });
  setView('rails');
}

function formatUplink(ratio: number | null, isBroken: boolean): string {
  if (ratio !== null) return formatRatio(ratio);
  return isBroken ? 'none left' : 'no uplinks';
}

/** People count rails from 1. */
function describeRails({ first, last }: RailGroup): string {
  return first === last ? `Rail ${first + 1}` : `Rails ${first + 1}\u2013${last + 1}, each`;
}
