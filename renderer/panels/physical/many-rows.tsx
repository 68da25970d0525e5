/** Several rows at once. Every change is one undo step. */
import type { ReactElement } from 'react';
import type { Row } from '#core/design/floor.ts';
import type { CommandArgs } from '#core/edit/command.ts';
import { createGestureId, dispatch } from '../../store/design-store.ts';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { findShared } from '../shared-value.ts';
import { FACING_OPTIONS } from './facing.ts';
import { QuantityField } from './quantity-field.tsx';
import { ExplainedCount } from '../explained-count.tsx';

export function ManyRows({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  const editAll = (patch: CommandArgs['editRow']['patch']): void => {
    const gestureId = createGestureId();
    for (const { id } of rows) dispatch({ name: 'editRow', args: { id, patch } }, gestureId);
  };
  const metres = { unit: 'm', decimals: 3, step: 0.1, min: 0.1, max: 10, placeholder: 'mixed' };
  return (
    <Section
      title="Rows"
      aside={
        <ExplainedCount
          title="Rows selected"
          unit="rows"
          items={rows.map(({ id, name }) => ({ name, refs: [{ kind: 'row', id }] }))}
          filter="Those of the selection."
        />
      }
    >
      <QuantityField
        label="Positions"
        value={findShared(rows, (row) => row.slotCount)}
        min={1}
        max={10_000}
        placeholder="mixed"
        onCommit={(count) => editAll({ slotCount: Math.round(count) })}
      />
      <QuantityField
        label="Pitch"
        {...metres}
        value={findShared(rows, (row) => row.pitchM)}
        onCommit={(pitchM) => editAll({ pitchM })}
      />
      <Field label="Racks face">
        {(id) => (
          <Select
            id={id}
            value={findShared(rows, (row) => row.facing)}
            options={FACING_OPTIONS}
            placeholder="Mixed"
            onChange={(facing) => editAll({ facing: facing as Row['facing'] })}
          />
        )}
      </Field>
    </Section>
  );
}
