/** What a fabric does under load beyond its worst cut: all-to-all traffic, traffic across rails, paths, latency. */
import type { ReactElement } from 'react';
import type { AllToAll, LatencyReport, PathDiversity } from '#core/analysis/bandwidth-report.ts';
import type { FabricReport } from '#core/analysis/report.ts';
import type { Fabric } from '#core/design/design.ts';
import { requestFocus } from '../store/view-store.ts';
import { formatCount, formatDelay, formatNumber, formatPercent, UNKNOWN } from '../ui/format.ts';
import { FactList, Section } from '../ui/section.tsx';
import { Explained } from './explained.tsx';
import { explainFact } from './explained-fact.tsx';
import { FabricRails } from './fabric-rails.tsx';
import { LeadingButton } from './leading-button.tsx';
import './fabric-traffic.css';

interface FabricTrafficProps {
  readonly fabric: FabricReport;
  readonly routing: Fabric['routing'];
}

export function FabricTraffic({ fabric, routing }: FabricTrafficProps): ReactElement {
  const { allToAll, bisection, paths, latency } = fabric;
  return (
    <>
      {allToAll ? <AllToAllSection fabricId={fabric.fabricId} traffic={allToAll} routing={routing} /> : null}
      {fabric.rails.length > 0 ? (
        <FabricRails
          fabricId={fabric.fabricId}
          rails={fabric.rails}
          across={bisection?.acrossRails ?? null}
          isBroken={fabric.failures !== undefined}
        />
      ) : null}
      {paths ? <PathsSection fabricId={fabric.fabricId} paths={paths} /> : null}
      {fabric.endpointCount > 1 ? <LatencySection fabricId={fabric.fabricId} latency={latency} /> : null}
    </>
  );
}

function describeSample(isEstimate: boolean): string | undefined {
  return isEstimate ? 'estimate, from a sample' : undefined;
}

interface AllToAllProps {
  readonly fabricId: string;
  readonly traffic: AllToAll;
  readonly routing: Fabric['routing'];
}

function AllToAllSection({ fabricId, traffic, routing }: AllToAllProps): ReactElement {
  const rows = [
    ['ecmp', 'Static ECMP', traffic.ecmp],
    ['adaptive', 'Adaptive, ideal', traffic.adaptive],
    ['spray', 'Packet spraying', traffic.spray],
  ] as const;
  const { busiestLinkId } = traffic;
  return (
    <Section title="All-to-all" aside={describeSample(traffic.isEstimate)}>
      <FactList
        facts={[
          ...rows.map(
            ([kind, label, share]) =>
              [
                kind === routing ? `${label} (chosen)` : label,
                <span key={kind} className={kind === routing ? 'traffic__chosen' : ''}>
                  <Explained
                    source={`all-to-all/${fabricId}`}
                    figure={`All-to-all, ${label}`}
                    text={formatPercent(share)}
                  />
                </span>,
              ] as const,
          ),
          traffic.unreachablePairs > 0
            ? [
                'Pairs without a path',
                <span key="unreachable" className="inspector__over">
                  <Explained
                    source={`all-to-all/${fabricId}`}
                    figure="Pairs without a path"
                    text={formatNumber(traffic.unreachablePairs)}
                  />
                </span>,
              ]
            : null,
          busiestLinkId === null
            ? null
            : [
                'Fullest link',
                <LeadingButton
                  key="busiest"
                  source={`all-to-all/${fabricId}`}
                  figure="Fullest link"
                  className="traffic__link"
                  onClick={() => requestFocus({ kind: 'link', id: busiestLinkId })}
                >
                  at {formatPercent(traffic.busiestLoad)}
                </LeadingButton>,
              ],
        ]}
      />
      <p className="inspector__note">Share of its injection bandwidth that every endpoint reaches.</p>
    </Section>
  );
}

interface PathsProps {
  readonly fabricId: string;
  readonly paths: PathDiversity;
}

function PathsSection({ fabricId, paths }: PathsProps): ReactElement {
  const { diameter, shortestPathsFewest, shortestPathsMean, disjointPathsFewest } = paths;
  return (
    <Section title="Paths" aside={describeSample(paths.isEstimate)}>
      <FactList
        facts={[
          explainFact('Diameter', `paths/${fabricId}`, formatCount(diameter, 'switch', 'switches')),
          shortestPathsFewest === null
            ? ['Shortest paths', 'all share one switch']
            : explainFact(
                'Shortest paths',
                `paths/${fabricId}`,
                describeSpread(shortestPathsFewest, shortestPathsMean ?? shortestPathsFewest),
              ),
          disjointPathsFewest === null
            ? null
            : explainFact('Without a shared cable', `paths/${fabricId}`, formatNumber(disjointPathsFewest)),
        ]}
      />
    </Section>
  );
}

function describeSpread(fewest: number, mean: number): string {
  return fewest === mean ? formatNumber(fewest) : `${formatNumber(fewest)} fewest, ${formatNumber(mean, 1)} mean`;
}

const CLASS_LABELS = { direct: 'On one cable', leaf: 'Same leaf', pod: 'Same pod', across: 'Across pods' } as const;

interface LatencyProps {
  readonly fabricId: string;
  readonly latency: LatencyReport | null;
}

function LatencySection({ fabricId, latency }: LatencyProps): ReactElement {
  if (!latency) {
    return (
      <Section title="Latency">
        <FactList facts={[['Median', UNKNOWN]]} />
        <p className="inspector__note">No two endpoints reach each other.</p>
      </Section>
    );
  }
  const { assumptions } = latency;
  return (
    <Section title="Latency, one way" aside={describeSample(latency.isEstimate)}>
      <FactList
        facts={[
          explainFact('Median', `latency/${fabricId}`, formatDelay(latency.p50Ns)),
          explainFact('95th percentile', `latency/${fabricId}`, formatDelay(latency.p95Ns)),
          explainFact('Longest', `latency/${fabricId}`, formatDelay(latency.maxNs)),
          ...latency.classes.map((entry) =>
            explainFact(
              `${CLASS_LABELS[entry.kind]}, ${describeSwitches(entry.switchesFewest, entry.switchesMost)}`,
              `latency/${fabricId}`,
              formatDelay(entry.meanNs),
            ),
          ),
        ]}
      />
      {assumptions.length > 0 ? (
        <div className="traffic__assumed">
          <h4>Unknown, so assumed</h4>
          <ul>
            {assumptions.map((assumption) => (
              <li key={assumption.label}>
                {assumption.label}: {formatDelay(assumption.valueNs)}
                {assumption.deviceCount > 0 ? `, for ${formatCount(assumption.deviceCount, 'device')}` : ''}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Section>
  );
}

function describeSwitches(fewest: number, most: number): string {
  if (most === 0) return 'no switch';
  return fewest === most ? formatCount(most, 'switch', 'switches') : `${fewest}\u2013${most} switches`;
}
