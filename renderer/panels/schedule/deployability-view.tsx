/** What the cables ask of those who order, lay and pull them: lengths to keep apart, where runs go, how full trays are, how alike racks are. */
import { Cable } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { DeployabilityReport, RackSideLoad } from '#core/analysis/cabling-report.ts';
import { useReportStore } from '../../store/report-store.ts';
import { select } from '../../store/view-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount, formatLength, formatNumber } from '../../ui/format.ts';
import { MeterBar } from '../../ui/meter-bar.tsx';
import { FactList, Section } from '../../ui/section.tsx';
import { explainFact } from '../explained-fact.tsx';
import { LinkRuns } from './link-runs.tsx';
import { formatCountOf, formatRunShares } from './run-shares.ts';
import { TrayTable } from './tray-table.tsx';
import './deployability-view.css';
import { Explained } from '../explained.tsx';
import { explainAlikeness, explainLengths } from '#core/analysis/explain/explain-deployability.ts';

export function DeployabilityView(): ReactElement {
  const report = useReportStore((state) => state.report?.deployability ?? null);
  const trays = useReportStore((state) => state.report?.trays ?? null);
  const isStale = useReportStore((state) => state.isStale);
  if (report === null || report.cableCount === 0) {
    return (
      <EmptyState icon={<Cable size={22} aria-hidden />} title="No cables to lay">
        Connect devices, then stand their racks on the floor: every run is measured over the trays.
      </EmptyState>
    );
  }
  return (
    <div className="deploy" data-testid="deployability" data-stale={isStale || undefined} tabIndex={-1}>
      <div className="deploy__columns">
        <Runs report={report} />
        <Lengths report={report} />
        <Racks report={report} />
      </div>
      <TrayTable trays={trays} />
      <LinkRuns links={report.links} />
    </div>
  );
}

function Runs({ report }: { readonly report: DeployabilityReport }): ReactElement {
  const { measuredCount, cableCount, copper } = report;
  const runs = formatRunShares(report);
  const facts: (readonly [string, ReactNode])[] = [
    explainFact('Cables', 'cables', formatNumber(cableCount)),
    explainFact('Measured, not planned', 'cabling/measured', formatCountOf(measuredCount, cableCount)),
    explainFact('Inside one rack', 'cabling/in-rack', runs.inRack),
    explainFact('Inside one row', 'cabling/in-row', runs.inRow),
    explainFact('From row to row', 'cabling/cross-row', runs.crossRow),
    explainFact('From room to room', 'cabling/cross-room', runs.crossRoom),
    copper.cableCount === 0
      ? ['Beyond passive copper', 'unknown']
      : explainFact(
          'Beyond passive copper',
          'beyond-copper',
          formatCountOf(copper.beyondReachCount, copper.cableCount),
        ),
    explainFact('Runs, all together', 'cabling/run-total', formatLength(report.runTotalM, 0)),
    explainFact('Bought, all together', 'cable-length', formatLength(report.boughtTotalM, 0)),
  ];
  return (
    <Section title="Runs" aside={measuredCount < cableCount ? 'the rest as planned' : 'all measured'}>
      <FactList facts={facts} />
    </Section>
  );
}

/** Most designs need a handful; a floor plan that scatters racks needs dozens. */
const MAX_LENGTHS = 16;

function Lengths({ report: { lengths } }: { readonly report: DeployabilityReport }): ReactElement {
  const most = Math.max(...lengths.map(({ cableCount }) => cableCount));
  const more = lengths.length - MAX_LENGTHS;
  return (
    <Section
      title="Lengths to order"
      aside={
        <Explained
          source={() => explainLengths(lengths)}
          figure="Lengths to order"
          text={`${formatNumber(lengths.length)} distinct`}
        />
      }
    >
      <ul className="deploy__lengths">
        {lengths.slice(0, MAX_LENGTHS).map(({ lengthM, cableCount, isKnown }) => (
          <li key={lengthM} title={isKnown ? undefined : 'The lengths on sale are not known for some of these'}>
            <span>
              {formatLength(lengthM)}
              {isKnown ? '' : ' *'}
            </span>
            <MeterBar label={`Cables of ${formatLength(lengthM)}`} used={cableCount} total={most} />
            <span className="deploy__count">{formatNumber(cableCount)}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="deploy__note">and {formatCount(more, 'longer one')}</p> : null}
      {lengths.some(({ isKnown }) => !isKnown) ? (
        <p className="deploy__note">* Lengths on sale not known; rounded up from the run.</p>
      ) : null}
    </Section>
  );
}

function Racks({ report }: { readonly report: DeployabilityReport }): ReactElement {
  const { alikeness, fullestFront, fullestRear } = report;
  return (
    <Section
      title="Racks"
      aside={<Explained source="racks" figure="Racks" text={formatCount(alikeness.rackCount, 'rack')} />}
    >
      <FactList
        facts={[
          explainFact('Different racks', () => explainAlikeness(alikeness), formatNumber(alikeness.patternCount)),
          explainFact('Racks without a like', () => explainAlikeness(alikeness), formatNumber(alikeness.singleCount)),
          ['Most cable ends, front', <SideLoad key="front" side={fullestFront} />],
          ['Most cable ends, rear', <SideLoad key="rear" side={fullestRear} />],
        ]}
      />
      {alikeness.largest.length > 0 ? (
        <ul className="deploy__alike">
          {alikeness.largest.slice(0, 5).map((pattern) => (
            <li key={`${pattern.rackId} ${pattern.rackIndex}`}>
              {formatCount(pattern.rackCount, 'rack')} like{' '}
              <RackButton rackId={pattern.rackId} index={pattern.rackIndex} name={pattern.rackName} />
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function SideLoad({ side }: { readonly side: RackSideLoad | null }): ReactElement {
  if (side === null) return <span>none</span>;
  return (
    <span>
      {formatNumber(side.cableEnds)} in <RackButton rackId={side.rackId} index={side.rackIndex} name={side.rackName} />
    </span>
  );
}

interface RackButtonProps {
  readonly rackId: string;
  readonly index: number;
  readonly name: string;
}

/** Selects that rack in all views. */
function RackButton({ rackId, index, name }: RackButtonProps): ReactElement {
  return (
    <button
      type="button"
      className="deploy__link"
      onClick={() => select([{ kind: 'rack', id: rackId, member: index }])}
    >
      {name}
    </button>
  );
}
