/** Runs of members of device groups, counted from 1 as members are named. */
import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Device } from '#core/design/design.ts';
import type { Traffic } from '#core/design/scenario.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';

type MemberRun = Traffic['runs'][number];

interface MemberRunsProps {
  readonly runs: readonly MemberRun[];
  /** What may be chosen. */
  readonly devices: readonly Device[];
  /** Rows that must stay. */
  readonly least: number;
  readonly onChange: (runs: MemberRun[]) => void;
}

export function MemberRuns({ runs, devices, least, onChange }: MemberRunsProps): ReactElement {
  const replace = (at: number, run: MemberRun): void =>
    onChange(runs.map((other, index) => (index === at ? run : other)));
  const add = (): void => {
    const device = devices.find(({ id }) => !runs.some((run) => run.deviceId === id)) ?? devices[0];
    if (device) onChange([...runs, { deviceId: device.id, members: { first: 0, count: device.count } }]);
  };
  return (
    <div className="member-runs">
      {runs.map((run, at) => (
        <RunRow
          // Rows have no identity of their own.
          key={`${at} ${run.deviceId}`}
          run={run}
          devices={devices}
          onChange={(next) => replace(at, next)}
          onRemove={runs.length > least ? () => onChange(runs.filter((_run, index) => index !== at)) : null}
        />
      ))}
      <Button tone="quiet" onClick={add} disabled={devices.length === 0}>
        <Plus size={13} aria-hidden /> Add members
      </Button>
    </div>
  );
}

interface RunRowProps {
  readonly run: MemberRun;
  readonly devices: readonly Device[];
  readonly onChange: (run: MemberRun) => void;
  readonly onRemove: (() => void) | null;
}

function RunRow({ run, devices, onChange, onRemove }: RunRowProps): ReactElement {
  const device = devices.find(({ id }) => id === run.deviceId);
  const count = device?.count ?? run.members.first + run.members.count;
  const first = run.members.first + 1;
  const last = run.members.first + run.members.count;
  const set = (from: number, to: number): void =>
    onChange({ ...run, members: { first: from - 1, count: Math.max(1, to - from + 1) } });
  return (
    <div className="member-runs__row">
      <Select
        label="Device group"
        value={run.deviceId}
        options={devices.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(deviceId) => {
          const next = devices.find(({ id }) => id === deviceId);
          if (next) onChange({ deviceId, members: { first: 0, count: next.count } });
        }}
      />
      <NumberField
        label="First member"
        value={first}
        min={1}
        max={count}
        onCommit={(from) => set(Math.round(from), Math.max(last, Math.round(from)))}
      />
      <NumberField
        label="Last member"
        value={last}
        min={1}
        max={count}
        onCommit={(to) => set(Math.min(first, Math.round(to)), Math.round(to))}
      />
      {onRemove ? (
        <IconButton label="Take these members out" onClick={onRemove}>
          <X size={13} />
        </IconButton>
      ) : (
        <span />
      )}
    </div>
  );
}
