/** Which GPUs take part, and how ranks lie on them. */
import type { ReactElement } from 'react';
import type { JobGroup, Scenario } from '#core/design/scenario.ts';
import { selectDesign, useCatalog, useDesignStore } from '../../store/design-store.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { listGpuDevices } from '../../store/gpu-devices.ts';
import { createTenantName } from '../../store/make-tenant.ts';
import { AXES, GROUP_OPTIONS, PLACEMENT_OPTIONS } from './labels.ts';
import { MemberRuns } from './member-runs.tsx';
import type { ScenarioFieldsProps } from './scenario-fields.ts';

export function GroupFields({ scenario, onEdit }: ScenarioFieldsProps): ReactElement {
  const design = useDesignStore(selectDesign);
  const catalog = useCatalog();
  const { group } = scenario;
  const servers = listGpuDevices(design, catalog);
  const fabrics = Object.values(design.fabrics);
  const choose = (value: string): void => {
    const [first] = servers;
    if (value === 'cluster') onEdit({ group: { kind: 'cluster' } });
    else if (value === 'tenant') {
      if (!first) return;
      const members = { first: 0, count: Math.max(1, Math.ceil(first.count / 2)) };
      onEdit({ group: { kind: 'tenant', name: createTenantName(design), runs: [{ deviceId: first.id, members }] } });
    } else if (isAxis(value)) onEdit({ group: { kind: 'subgroup', axis: value } });
  };
  return (
    <>
      <Field label="GPUs">
        {(id) => (
          <Select
            id={id}
            value={group.kind === 'subgroup' ? group.axis : group.kind}
            options={GROUP_OPTIONS.map((option) => ({
              ...option,
              disabled: option.value === 'tenant' && servers.length === 0,
            }))}
            onChange={choose}
            testId="scenario-group"
          />
        )}
      </Field>
      {group.kind === 'tenant' ? (
        <div className="scenario__inset">
          <Field label="Tenant">
            {(id) => (
              <TextField
                id={id}
                value={group.name}
                required
                onCommit={(name) => onEdit({ group: { ...group, name } })}
              />
            )}
          </Field>
          <MemberRuns
            runs={group.runs}
            devices={servers}
            least={1}
            onChange={(runs) => onEdit({ group: { ...group, runs } })}
          />
        </div>
      ) : null}
      <Field label="Fabric">
        {(id) => (
          <Select
            id={id}
            value={scenario.fabricId ?? FIRST_FABRIC}
            options={[
              { value: FIRST_FABRIC, label: 'Automatic', note: 'The first compute fabric' },
              ...fabrics.map((fabric) => ({ value: fabric.id, label: fabric.name })),
            ]}
            onChange={(fabricId) => onEdit({ fabricId: fabricId === FIRST_FABRIC ? null : fabricId })}
            testId="scenario-fabric"
          />
        )}
      </Field>
      <Field label="Placement">
        {(id) => (
          <Select
            id={id}
            value={scenario.placement}
            options={PLACEMENT_OPTIONS}
            onChange={(placement) => onEdit({ placement: placement as Scenario['placement'] })}
            testId="scenario-placement"
          />
        )}
      </Field>
    </>
  );
}

/** Not an id: ids hold no spaces. */
const FIRST_FABRIC = 'first compute fabric';

function isAxis(value: string): value is Extract<JobGroup, { kind: 'subgroup' }>['axis'] {
  return value in AXES;
}
