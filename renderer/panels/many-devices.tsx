/** Several device groups at once: the fields they share, 'mixed' where they differ. Every change is one undo step. */
import type { ReactElement } from 'react';
import type { Device, DeviceRole } from '#core/design/design.ts';
import type { CommandArgs } from '#core/edit/command.ts';
import { dispatch } from '../store/design-store.ts';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Section } from '../ui/section.tsx';
import { Select } from '../ui/select.tsx';
import { ROLE_OPTIONS } from './labels.ts';
import { findShared } from './shared-value.ts';
import { ExplainedCount } from './explained-count.tsx';

export function ManyDevices({ devices }: { readonly devices: readonly Device[] }): ReactElement {
  const edit = (change: Omit<CommandArgs['editDevices'], 'ids'>): void => {
    dispatch({ name: 'editDevices', args: { ids: devices.map(({ id }) => id), ...change } });
  };
  const hasPods = devices.some((device) => device.membersPerPod !== null);
  return (
    <Section
      title="Devices"
      aside={
        <ExplainedCount
          title="Devices selected"
          unit="groups"
          items={devices.map(({ id, name }) => ({ name, refs: [{ kind: 'device', id }] }))}
          filter="A group counts once, however many members it has."
        />
      }
    >
      <Field label="Count of each">
        {(id) => (
          <NumberField
            id={id}
            value={findShared(devices, (device) => device.count)}
            min={1}
            max={1_000_000}
            placeholder="mixed"
            onCommit={(count) => edit({ count: Math.round(count) })}
          />
        )}
      </Field>
      <Field label="Role">
        {(id) => (
          <Select
            id={id}
            value={findShared(devices, (device) => device.role)}
            options={ROLE_OPTIONS}
            placeholder="Mixed"
            onChange={(role) => edit({ patch: { role: role as DeviceRole } })}
          />
        )}
      </Field>
      <Field label="Pod size">
        {(id) => (
          <NumberField
            id={id}
            value={findShared(devices, (device) => device.membersPerPod)}
            min={1}
            placeholder={hasPods ? 'mixed' : 'all in one pod'}
            onCommit={(count) => edit({ patch: { membersPerPod: Math.round(count) } })}
            onClear={() => edit({ patch: { membersPerPod: null } })}
          />
        )}
      </Field>
      <Field label="Bought on day">
        {(id) => (
          <NumberField
            id={id}
            value={findShared(devices, (device) => device.phase)}
            min={1}
            placeholder="mixed"
            onCommit={(phase) => edit({ patch: { phase: Math.round(phase) } })}
          />
        )}
      </Field>
      <LockOfAll devices={devices} onChange={(locked) => edit({ patch: { locked } })} />
    </Section>
  );
}

interface LockOfAllProps {
  readonly devices: readonly Device[];
  readonly onChange: (locked: boolean) => void;
}

function LockOfAll({ devices, onChange }: LockOfAllProps): ReactElement {
  const lockedCount = devices.filter((device) => device.locked).length;
  const isMixed = lockedCount > 0 && lockedCount < devices.length;
  return (
    <label className="inspector__check">
      <input
        type="checkbox"
        checked={lockedCount === devices.length}
        ref={(box) => {
          // No attribute of HTML says it.
          if (box) box.indeterminate = isMixed;
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      Locked in place{isMixed ? ' (mixed)' : ''}
    </label>
  );
}
