/** What a proposed floor comes to beside what is drawn, and the button that applies it. */
import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { explainLayout } from '#core/analysis/explain/explain-floor.ts';
import { explainTally } from '#core/analysis/explain/explain-tally.ts';
import { explainDifference } from '#core/analysis/explain/explain-weighed.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import type { FloorProposal, LinkRun } from '#core/place/floor-proposal.ts';
import { nameLink } from '#core/edit/names.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import type { ExplainSource } from '../../store/explain-store.ts';
import { setFloor, useFloorStore } from '../../store/floor-store.ts';
import { applyPlacement, cancelPlacement } from '../../store/placement-store.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatLength, formatNumber, formatPercent } from '../../ui/format.ts';
import { units } from '../../ui/units.ts';
import { Explained } from '../explained.tsx';

interface ResultProps {
  readonly proposal: FloorProposal;
  readonly isStale: boolean;
}

export function AutoPlaceResult({ proposal, isStale }: ResultProps): ReactElement {
  const apply = (): void => {
    if (applyPlacement()) setFloor({ camera: null, aside: 'shelf', showsBefore: false });
  };
  const showsBefore = useFloorStore((state) => state.showsBefore);
  const discard = (): void => {
    cancelPlacement();
    setFloor({ camera: null, showsBefore: false });
  };
  return (
    <div className="auto-place__result" data-testid="auto-place-result" data-stale={isStale}>
      <Figures proposal={proposal} />
      <LongestRuns runs={proposal.longestByLink} />
      {proposal.notes.length > 0 ? (
        <ul className="auto-place__notes">
          {proposal.notes.map((note) => (
            <li key={note}>
              <TriangleAlert size={13} aria-hidden /> {note}
            </li>
          ))}
        </ul>
      ) : null}
      {isStale ? (
        <p className="auto-place__wrong" role="status">
          The drawing has changed since. Ask again.
        </p>
      ) : null}
      <div className="auto-place__actions">
        <Button tone="primary" disabled={isStale} onClick={apply} data-testid="auto-place-apply">
          Apply
        </Button>
        <Button aria-pressed={showsBefore} onClick={() => setFloor({ showsBefore: !showsBefore, camera: null })}>
          {showsBefore ? 'Show proposal' : 'Show as it is'}
        </Button>
        <Button onClick={discard}>Discard</Button>
      </div>
    </div>
  );
}

function Figures({ proposal }: { readonly proposal: FloorProposal }): ReactElement {
  const { totalLengthBeforeM, totalLengthAfterM, totalLengthRowOrderM, worstLeafServerM, unplaced, rows } = proposal;
  const missing = unplaced.reduce((sum, { count }) => sum + count, 0);
  const lengths: ExplainSource = () => explainLayout(proposal);
  return (
    <dl className="auto-place__figures">
      <dt>All cables</dt>
      <dd data-testid="auto-place-total">
        <Explained source={lengths} figure="All cables" text={formatTotal(totalLengthAfterM)} />
      </dd>
      <dt>{proposal.isBeforeMeasured ? 'As racks stand now' : 'As planned now'}</dt>
      <dd>
        <Explained source={lengths} figure="All cables, now" text={formatTotal(totalLengthBeforeM)} />{' '}
        <Change from={totalLengthBeforeM} to={totalLengthAfterM} />
      </dd>
      <dt>In order of numbers</dt>
      <dd>
        <Explained source={lengths} figure="All cables, in order of numbers" text={formatTotal(totalLengthRowOrderM)} />{' '}
        <Change from={totalLengthRowOrderM} to={totalLengthAfterM} />
      </dd>
      <dt>Longest server to leaf</dt>
      <dd data-testid="auto-place-worst">
        <Explained
          source={lengths}
          figure="Longest server to leaf"
          text={worstLeafServerM === null ? 'none' : formatLength(worstLeafServerM)}
        />
      </dd>
      <dt>Racks</dt>
      <dd>
        <Explained
          source={() => explainPlaced(proposal)}
          figure="Racks"
          text={`${formatNumber(proposal.placedRackCount)}${missing > 0 ? ` of ${formatNumber(proposal.placedRackCount + missing)}` : ''}`}
        />{' '}
        in {formatCount(rows.length, 'row')}
      </dd>
    </dl>
  );
}

function explainPlaced({ placedRackCount, unplaced }: FloorProposal): Explanation {
  return explainTally({
    title: 'Racks of the proposal',
    unit: 'racks',
    terms: [
      { name: 'placed', count: placedRackCount },
      ...unplaced.map(({ rackId, name, count }) => ({
        name: `${name}: find no place`,
        count,
        refs: [{ kind: 'rack' as const, id: rackId }],
      })),
    ],
  });
}

function Change({ from, to }: { readonly from: number; readonly to: number }): ReactElement | null {
  if (from <= 0 || Math.abs(to - from) < 0.5) return null;
  const isShorter = to < from;
  return (
    <span className={isShorter ? 'auto-place__gain' : 'auto-place__loss'}>
      {isShorter ? '\u2212' : '+'}
      {formatPercent(Math.abs(to - from) / from)}
    </span>
  );
}

function formatTotal(lengthM: number): string {
  const isLong = lengthM >= 10_000 && units().length === 'metres';
  return isLong ? `${formatNumber(lengthM / 1000, 1)} km` : formatLength(lengthM, 0);
}

const MOST_RUNS = 8;

function LongestRuns({ runs }: { readonly runs: readonly LinkRun[] }): ReactElement | null {
  const design = useDesignStore(selectDesign);
  const longest = runs.toSorted((a, b) => b.longestAfterM - a.longestAfterM).slice(0, MOST_RUNS);
  if (longest.length === 0) return null;
  return (
    <table className="auto-place__runs">
      <thead>
        <tr>
          <th scope="col">Longest run</th>
          <th scope="col">Now</th>
          <th scope="col">Then</th>
        </tr>
      </thead>
      <tbody>
        {longest.map(({ linkId, longestBeforeM, longestAfterM }) => {
          const link = design.links[linkId];
          const name = link ? nameLink(design, link) : linkId;
          const source: ExplainSource = () =>
            explainDifference(
              { title: `Longest run of ${name}`, unit: 'm', caveats: ['Over the trays, with slack at both ends.'] },
              { name: 'as racks stand now, or as planned', value: longestBeforeM },
              { name: 'as proposed', value: longestAfterM },
            );
          return (
            <tr key={linkId}>
              <th scope="row">{name}</th>
              <td>
                <Explained source={source} figure={`${name}, now`} text={formatLength(longestBeforeM, 1)} />
              </td>
              <td>
                <Explained source={source} figure={`${name}, then`} text={formatLength(longestAfterM, 1)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
