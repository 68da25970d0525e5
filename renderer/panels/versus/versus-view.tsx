/** The open design beside a second one, figure by figure and part by part. Everything here comes from the worker; nothing is computed. */
import { GitCompareArrows, TriangleAlert } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { runAction } from '../../store/action-registry.ts';
import { type ComparedTimes, endComparison, useCompareStore } from '../../store/compare-store.ts';
import { useDesignStore } from '../../store/design-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { Explained } from '../explained.tsx';
import { formatBytes } from '../simulate/byte-size.ts';
import { COLLECTIVES } from '../simulate/labels.ts';
import { type FigureGroup, type FigureRow, listGroups, SAME } from './figure-rows.ts';
import { PartsTable } from './parts-table.tsx';
import './versus.css';

export function VersusView(): ReactElement {
  const other = useCompareStore((state) => state.other);
  const failure = useCompareStore((state) => state.failure);
  const isStale = useCompareStore((state) => state.isStale);
  if (!other) return <NothingToCompare />;
  return (
    <div className="view versus" data-testid="versus">
      <div className="versus__bar">
        <p>
          Compared with <strong>{other.design.name}</strong> <span className="versus__origin">{other.origin}</span>
        </p>
        <span className="versus__origin" role="status">
          {isStale ? 'Computing \u2026' : ''}
        </span>
        <ChooseButtons />
        <Button tone="quiet" onClick={endComparison}>
          End comparison
        </Button>
      </div>
      {failure === null ? <Body /> : <Failure details={failure} />}
    </div>
  );
}

function NothingToCompare(): ReactElement {
  return (
    <EmptyState icon={<GitCompareArrows size={22} aria-hidden />} title="Nothing to compare with yet">
      A second design, from a file or a template, beside this one: parts and price, power and heat, bandwidth and time.
      <span className="versus__ways">
        <ChooseButtons />
      </span>
    </EmptyState>
  );
}

function ChooseButtons(): ReactElement {
  const hasFile = useDesignStore((state) => state.file !== null);
  return (
    <>
      <Button onClick={() => runAction('compare-file')}>{'Another file \u2026'}</Button>
      <Button onClick={() => runAction('compare-template')}>{'Template \u2026'}</Button>
      {hasFile ? <Button onClick={() => runAction('compare-saved')}>As saved</Button> : null}
    </>
  );
}

function Failure({ details }: { readonly details: string }): ReactElement {
  return (
    <EmptyState icon={<TriangleAlert size={22} aria-hidden />} title="Something broke while the two were compared">
      Both designs are untouched. {details.split('\n')[0]}
      <span className="versus__ways">
        <Button onClick={() => void navigator.clipboard.writeText(details)}>Copy details</Button>
      </span>
    </EmptyState>
  );
}

function Body(): ReactElement {
  const { comparison, times, scenario, other } = useCompareStore((state) => state);
  if (!comparison || !times || !scenario || !other) {
    return (
      <p className="versus__wait" role="status">
        {'Computing \u2026'}
      </p>
    );
  }
  const { label } = COLLECTIVES[scenario.collective];
  const size = scenario.collective === 'barrier' ? '' : ` of ${formatBytes(scenario.sizeBytes)}`;
  const columns = { own: comparison.own.name, other: other.design.name };
  return (
    <section className="versus__body" aria-label="The two designs" tabIndex={0}>
      {listGroups(comparison, times, `${label}${size}: ${scenario.name}`).map((group) => (
        <FigureTable key={group.title} group={group} {...columns} />
      ))}
      <TimeNotes times={times} />
      <PartsTable parts={comparison.parts} currency={comparison.own.currency} {...columns} />
      <p className="versus__note">
        Prices of this design hold for both, as far as it knows them. Differences are the other less this one.
      </p>
    </section>
  );
}

/** Why a time is missing, and what of the scenario could not be asked of the other. */
function TimeNotes({ times }: { readonly times: ComparedTimes }): ReactElement | null {
  const notes = [
    times.own.ok ? null : `This design: ${times.own.error}`,
    times.other.ok ? null : `The other: ${times.other.error}`,
    times.leftOut.length > 0
      ? `The other is asked the question of this design's scenario without its ${times.leftOut.join(', ')}: those name things that are only here.`
      : null,
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : <p className="versus__note">{notes.join(' ')}</p>;
}

interface FigureTableProps {
  readonly group: FigureGroup;
  readonly own: string;
  readonly other: string;
}

function FigureTable({ group, own, other }: FigureTableProps): ReactElement {
  const titleId = useId();
  return (
    <table className="versus__table" aria-labelledby={titleId}>
      <thead>
        <tr>
          <th scope="col" id={titleId}>
            {group.title}
          </th>
          <th scope="col">{own}</th>
          <th scope="col">{other}</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        {group.rows.map((row) => (
          <FigureLine key={row.label} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function FigureLine({ row }: { readonly row: FigureRow }): ReactElement {
  const { label, own, other, difference, extent, hint, sources } = row;
  return (
    <tr data-differs={difference !== null && difference !== SAME}>
      <th scope="row">
        {hint === null ? (
          label
        ) : (
          <Tooltip content={hint}>
            <span className="versus__hinted" tabIndex={0}>
              {label}
            </span>
          </Tooltip>
        )}
      </th>
      <td>
        <Explained source={sources.own} figure={`${label}, this design`} text={own} />
      </td>
      <td>
        <Explained source={sources.other} figure={`${label}, the other`} text={other} />
      </td>
      <td className="versus__difference">
        <Explained source={sources.difference} figure={`${label}, difference`} text={difference ?? '\u2013'} />
        {extent === null ? null : <span className="versus__extent">{extent}</span>}
      </td>
    </tr>
  );
}
