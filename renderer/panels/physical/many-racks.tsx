/** Several rack groups at once: what they share, and the PDUs of one for all. Every change is one undo step. */
import type { ReactElement } from 'react';
import type { Rack } from '#core/design/design.ts';
import type { CommandArgs } from '#core/edit/command.ts';
import { createGestureId, dispatch } from '../../store/design-store.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { COOLING_OPTIONS } from '../labels.ts';
import { findShared } from '../shared-value.ts';
import { QuantityField } from './quantity-field.tsx';
import { RedundancyField } from './redundancy-field.tsx';
import { ExplainedCount } from '../explained-count.tsx';

export function ManyRacks({ racks }: { readonly racks: readonly Rack[] }): ReactElement {
  const rackIds = racks.map(({ id }) => id);
  const editAll = (patch: CommandArgs['editRack']['patch']): void => {
    const gestureId = createGestureId();
    for (const id of rackIds) dispatch({ name: 'editRack', args: { id, patch } }, gestureId);
  };
  const limitW = findShared(racks, (rack) => rack.powerLimitW);
  const hasLimit = racks.some((rack) => rack.powerLimitW !== null);
  return (
    <Section
      title="Rack groups"
      aside={
        <ExplainedCount
          title="Rack groups selected"
          unit="groups"
          items={racks.map(({ id, name }) => ({ name, refs: [{ kind: 'rack', id }] }))}
          filter="A group counts once, however many racks it has."
        />
      }
    >
      <QuantityField
        label="Power limit"
        unit="kW"
        decimals={3}
        min={0.001}
        value={limitW === null ? null : limitW / 1000}
        placeholder={hasLimit ? 'mixed' : 'not set'}
        onCommit={(kw) => editAll({ powerLimitW: kw * 1000 })}
      />
      <Field label="Cooling">
        {(id) => (
          <Select
            id={id}
            value={findShared(racks, (rack) => rack.cooling)}
            options={COOLING_OPTIONS}
            placeholder="Mixed"
            onChange={(cooling) => editAll({ cooling: cooling as Rack['cooling'] })}
          />
        )}
      </Field>
      <RedundancyField racks={racks} />
      <QuantityField
        label="Bought on day"
        value={findShared(racks, (rack) => rack.phase ?? 1)}
        min={1}
        placeholder="mixed"
        onCommit={(phase) => editAll({ phase: Math.round(phase) })}
      />
      <PdusForAll racks={racks} />
    </Section>
  );
}

/** The PDUs of the first group, hung on the same feeds, for the others. */
function PdusForAll({ racks }: { readonly racks: readonly Rack[] }): ReactElement | null {
  const model = racks.find((rack) => rack.pdus.length > 0);
  if (!model || racks.length < 2 || findShared(racks, ({ pdus }) => JSON.stringify(pdus)) !== null) return null;
  return (
    <div className="inspector__buttons">
      <Button
        onClick={() =>
          dispatch({ name: 'setRackPower', args: { rackIds: racks.map(({ id }) => id), pdus: model.pdus } })
        }
      >
        PDUs of {model.name} for all
      </Button>
    </div>
  );
}
