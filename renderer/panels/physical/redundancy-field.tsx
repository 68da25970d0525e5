/** What must carry the racks: chosen for one rack group or for several. */
import type { ReactElement } from 'react';
import type { Rack } from '#core/design/design.ts';
import { dispatch } from '../../store/design-store.ts';
import { Field } from '../../ui/field.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { findShared } from '../shared-value.ts';

type Redundancy = NonNullable<Rack['redundancy']>;

const NOT_SAID = '';

const OPTIONS: readonly SelectOption[] = [
  { value: NOT_SAID, label: 'Not said', note: 'Not checked' },
  { value: 'N', label: 'N', note: 'All PDUs together carry the rack' },
  { value: 'N+1', label: 'N+1', note: 'All but one PDU carry it' },
  { value: '2N', label: '2N', note: 'The PDUs of either feed alone carry it' },
];

export function RedundancyField({ racks }: { readonly racks: readonly Rack[] }): ReactElement {
  return (
    <Field label="Redundancy">
      {(id) => (
        <Select
          id={id}
          value={findShared(racks, (rack) => rack.redundancy ?? NOT_SAID)}
          options={OPTIONS}
          placeholder="Mixed"
          onChange={(value) =>
            dispatch({
              name: 'setRackPower',
              args: {
                rackIds: racks.map((rack) => rack.id),
                redundancy: value === NOT_SAID ? null : (value as Redundancy),
              },
            })
          }
        />
      )}
    </Field>
  );
}
