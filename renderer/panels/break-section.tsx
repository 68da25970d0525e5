/** Breaks and repairs a run of a device's members, a link's connections or a group's racks; all of it where nothing is narrowed. */
import { Unplug, Wrench } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { breakItems, createFailure, listBrokenRuns, repairItems, type Target } from '../store/break-items.ts';
import { selectDesign, useDesignStore } from '../store/design-store.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { formatNumber } from '../ui/format.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Section } from '../ui/section.tsx';
import './break-section.css';

const NOUNS = { device: 'Members', link: 'Connections', rack: 'Racks' } as const;

interface BreakSectionProps {
  readonly target: Target;
  /** Members, connections or racks. */
  readonly total: number;
}

export function BreakSection({ target, total }: BreakSectionProps): ReactElement | null {
  const runs = listBrokenRuns(useDesignStore(selectDesign), target);
  const [first, setFirst] = useState(1);
  const [last, setLast] = useState(1);
  if (total < 1) return null;
  const isBroken = runs === 'all' || runs.length > 0;
  const from = Math.min(first, last, total);
  const to = Math.min(Math.max(first, last), total);
  const chosen = total === 1 ? createFailure(target) : createFailure(target, { first: from - 1, count: to - from + 1 });
  return (
    <Section title="What if it breaks" aside={isBroken ? <Broken runs={runs} total={total} /> : null}>
      {total > 1 ? (
        <Field label={NOUNS[target.kind]} hint={`1 to ${formatNumber(total)}`}>
          {(id) => (
            <div className="break__run">
              <NumberField id={id} label="First to break" value={from} min={1} max={total} onCommit={setFirst} />
              <span>to</span>
              <NumberField label="Last to break" value={to} min={1} max={total} onCommit={setLast} />
            </div>
          )}
        </Field>
      ) : null}
      <div className="inspector__buttons">
        <Button onClick={() => breakItems([chosen])} data-testid="break-run">
          <Unplug size={13} aria-hidden />
          {total === 1 ? 'Break' : `Break ${describeRun(from, to)}`}
        </Button>
        {isBroken ? (
          <Button onClick={() => repairItems([createFailure(target)])} data-testid="repair-object">
            <Wrench size={13} aria-hidden />
            Repair
          </Button>
        ) : null}
      </div>
    </Section>
  );
}

function Broken({
  runs,
  total,
}: {
  readonly runs: ReturnType<typeof listBrokenRuns>;
  readonly total: number;
}): ReactElement {
  const numbers =
    runs === 'all' ? 'all' : runs.map(({ first, count }) => describeRun(first + 1, first + count)).join(', ');
  return <span className="inspector__over">{total === 1 ? 'broken' : `broken: ${numbers}`}</span>;
}

function describeRun(first: number, last: number): string {
  return first === last ? formatNumber(first) : `${formatNumber(first)}\u2013${formatNumber(last)}`;
}
