/** Other jobs on the same fabric at the same time; only the flow model counts them. */
import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Collective, Traffic } from '#core/design/scenario.ts';
import { createId } from '#core/edit/ids.ts';
import { selectDesign, useCatalog, useDesignStore } from '../../store/design-store.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { formatBytes } from './byte-size.ts';
import { listGpuDevices } from '../../store/gpu-devices.ts';
import { COLLECTIVE_OPTIONS, TRAFFIC_OPTIONS } from './labels.ts';
import { MemberRuns } from './member-runs.tsx';
import { SizeField } from './question-fields.tsx';
import type { ScenarioFieldsProps } from './scenario-fields.ts';

/** The least and the most that one job may send, for the slider. */
const MIN_BYTES = 2 ** 10;
const MAX_BYTES = 2 ** 44;

export function TrafficList({ scenario, onEdit }: ScenarioFieldsProps): ReactElement {
  const design = useDesignStore(selectDesign);
  const catalog = useCatalog();
  const { traffic } = scenario;
  const servers = listGpuDevices(design, catalog);
  const add = (): void => {
    const [first] = servers;
    if (!first) return;
    const job: Traffic = {
      id: createId(
        'traffic',
        traffic.map(({ id }) => id),
      ),
      name: `Other job ${traffic.length + 1}`,
      trafficClass: 'training',
      collective: 'all-reduce',
      sizeBytes: 2 ** 30,
      runs: [{ deviceId: first.id, members: { first: 0, count: first.count } }],
    };
    onEdit({ traffic: [...traffic, job] });
  };
  return (
    <Section
      title="Other traffic"
      aside={
        <IconButton label="Add another job" onClick={add} disabled={servers.length === 0}>
          <Plus size={14} />
        </IconButton>
      }
    >
      {traffic.length === 0 ? (
        <p className="scenario__note">None: the collective has the fabric to itself.</p>
      ) : (
        traffic.map((job) => (
          <TrafficFields
            key={job.id}
            job={job}
            onChange={(patch, gestureId) =>
              onEdit({ traffic: traffic.map((other) => (other === job ? { ...job, ...patch } : other)) }, gestureId)
            }
            onRemove={() => onEdit({ traffic: traffic.filter((other) => other !== job) })}
          />
        ))
      )}
    </Section>
  );
}

interface TrafficFieldsProps {
  readonly job: Traffic;
  readonly onChange: (patch: Partial<Traffic>, gestureId?: string) => void;
  readonly onRemove: () => void;
}

function TrafficFields({ job, onChange, onRemove }: TrafficFieldsProps): ReactElement {
  const devices = Object.values(useDesignStore((state) => state.edit.design.devices)).filter(
    ({ role }) => role === 'endpoint' || role === 'storage',
  );
  return (
    <Disclosure title={job.name} note={formatBytes(job.sizeBytes)}>
      <div className="scenario__inset">
        <Field label="Name">
          {(id) => <TextField id={id} value={job.name} required onCommit={(name) => onChange({ name })} />}
        </Field>
        <Field label="Kind">
          {(id) => (
            <Select
              id={id}
              value={job.trafficClass}
              options={TRAFFIC_OPTIONS}
              onChange={(kind) => onChange({ trafficClass: kind as Traffic['trafficClass'] })}
            />
          )}
        </Field>
        {job.trafficClass === 'training' ? (
          <Field label="Collective">
            {(id) => (
              <Select
                id={id}
                value={job.collective}
                options={COLLECTIVE_OPTIONS}
                onChange={(collective) => onChange({ collective: collective as Collective })}
              />
            )}
          </Field>
        ) : null}
        <SizeField
          label="Size"
          sizeBytes={job.sizeBytes}
          min={MIN_BYTES}
          max={MAX_BYTES}
          onChange={(sizeBytes, gestureId) => onChange({ sizeBytes }, gestureId)}
          testId={`traffic-size-${job.id}`}
        />
        <MemberRuns runs={job.runs} devices={devices} least={0} onChange={(runs) => onChange({ runs })} />
        <Button tone="quiet" onClick={onRemove}>
          <X size={13} aria-hidden /> Remove this job
        </Button>
      </div>
    </Disclosure>
  );
}
