/** What is trained and how. Every figure can be changed; a preset sets them all. */
import type { ReactElement } from 'react';
import type { Layout, Model, Training } from '#core/design/scenario.ts';
import { createTraining, MODEL_PRESETS } from '#core/sim/training/model-presets.ts';
import { isSameValue } from '#core/edit/same-value.ts';
import type { ScenarioPatch } from '../../store/current-scenario.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CountField, PercentField } from './figure-fields.tsx';
import { LayoutSizes } from './layout-fields.tsx';
import { ModelFields } from './model-fields.tsx';

interface TrainingFieldsProps {
  readonly training: Training;
  readonly layout: Layout;
  readonly onEdit: (patch: ScenarioPatch) => void;
}

interface PartProps {
  readonly training: Training;
  readonly change: (patch: Partial<Training>) => void;
}

export function TrainingFields({ training, layout, onEdit }: TrainingFieldsProps): ReactElement {
  const change = (patch: Partial<Training>): void => onEdit({ training: { ...training, ...patch } });
  return (
    <div className="training__fields">
      <Section
        title="Training job"
        aside={
          <Button tone="quiet" onClick={() => onEdit({ training: null })}>
            Remove
          </Button>
        }
      >
        <PresetField training={training} onChoose={(next) => onEdit({ training: next })} />
        <Disclosure title="Figures of the model">
          <ModelFields model={training.model} onChange={(model) => change({ model })} />
        </Disclosure>
      </Section>
      <Section title="Parallel layout">
        <LayoutSizes layout={layout} onChange={(next) => onEdit({ layout: next })} />
        <ShardingFields training={training} change={change} />
      </Section>
      <BatchFields training={training} change={change} />
      <OverlapFields training={training} change={change} />
      <CostFields training={training} change={change} />
    </div>
  );
}

const OWN_MODEL = 'own';

function PresetField(props: {
  readonly training: Training;
  readonly onChoose: (training: Training) => void;
}): ReactElement {
  const { training, onChoose } = props;
  const preset = MODEL_PRESETS.find((model) => isSameValue(model, training.model));
  const options: SelectOption[] = MODEL_PRESETS.map(({ name }) => ({ value: name, label: name }));
  if (!preset) options.push({ value: OWN_MODEL, label: `${training.model.name}, changed` });
  const choose = (name: string): void => {
    const model = MODEL_PRESETS.find((candidate) => candidate.name === name);
    if (model) onChoose(startFrom(model, training));
  };
  return (
    <Field label="Model">
      {(id) => (
        <Select id={id} value={preset?.name ?? OWN_MODEL} options={options} onChange={choose} testId="training-model" />
      )}
    </Field>
  );
}

/** What belongs to the site and not to the model stays. */
function startFrom(model: Model, before: Training): Training {
  const { peakTflops, pricePerGpuHour, currency, checkpointIntervalMinutes, isCheckpointAsynchronous } = before;
  return {
    ...createTraining(model),
    peakTflops,
    pricePerGpuHour,
    currency,
    checkpointIntervalMinutes,
    isCheckpointAsynchronous,
  };
}

const ZERO_OPTIONS: readonly SelectOption[] = [
  { value: '0', label: 'None', note: 'Every data rank holds all' },
  { value: '1', label: 'ZeRO 1', note: 'Optimizer states sharded' },
  { value: '2', label: 'ZeRO 2', note: 'And gradients' },
  { value: '3', label: 'ZeRO 3', note: 'And parameters' },
];

function ShardingFields({ training, change }: PartProps): ReactElement {
  return (
    <>
      <Field label="Sharding">
        {(id) => (
          <Select
            id={id}
            value={String(training.zeroStage)}
            options={ZERO_OPTIONS}
            onChange={(stage) => change({ zeroStage: Number(stage) as Training['zeroStage'] })}
            testId="training-zero"
          />
        )}
      </Field>
      <CountField
        label="Interleave"
        hint="Pipeline stages on one GPU."
        value={training.interleave}
        onChange={(interleave) => change({ interleave })}
      />
      <CheckField
        label="Sequence parallel"
        isChecked={training.isSequenceParallel}
        onChange={(isSequenceParallel) => change({ isSequenceParallel })}
      />
    </>
  );
}

const PRECISION_OPTIONS: readonly SelectOption[] = [
  { value: 'bf16', label: 'BF16' },
  { value: 'fp8', label: 'FP8' },
];

function BatchFields({ training, change }: PartProps): ReactElement {
  return (
    <Section title="Step">
      <CountField
        label="Global batch"
        unit="seq."
        value={training.globalBatchSequences}
        onChange={(globalBatchSequences) => change({ globalBatchSequences })}
        testId="training-batch"
      />
      <CountField
        label="Micro batch"
        unit="seq."
        value={training.microBatchSequences}
        onChange={(microBatchSequences) => change({ microBatchSequences })}
      />
      <Field label="Precision">
        {(id) => (
          <Select
            id={id}
            value={training.precision}
            options={PRECISION_OPTIONS}
            onChange={(precision) => change({ precision: precision as Training['precision'] })}
            testId="training-precision"
          />
        )}
      </Field>
      <PercentField
        label="Kernel efficiency"
        hint="Achieved share of the GPU's peak inside kernels."
        share={training.kernelEfficiency}
        onChange={(kernelEfficiency) => change({ kernelEfficiency })}
      />
      <CountField
        label="Peak of a GPU"
        unit="TFLOPS"
        placeholder="as the part"
        max={1_000_000}
        value={training.peakTflops}
        onChange={(peakTflops) => change({ peakTflops })}
        onClear={() => change({ peakTflops: null })}
      />
    </Section>
  );
}

function OverlapFields({ training, change }: PartProps): ReactElement {
  const { overlap } = training;
  return (
    <Section title="Hidden behind compute">
      {(['tensor', 'expert', 'data'] as const).map((axis) => (
        <PercentField
          key={axis}
          label={`${axis.charAt(0).toUpperCase()}${axis.slice(1)}`}
          share={overlap[axis]}
          onChange={(share) => change({ overlap: { ...overlap, [axis]: share } })}
          testId={`training-overlap-${axis}`}
        />
      ))}
    </Section>
  );
}

function CostFields({ training, change }: PartProps): ReactElement {
  return (
    <Section title="Cost and checkpoints">
      <CountField
        label="Price"
        unit="a GPU-hour"
        placeholder="not given"
        min={0}
        decimals={3}
        value={training.pricePerGpuHour}
        onChange={(pricePerGpuHour) => change({ pricePerGpuHour })}
        onClear={() => change({ pricePerGpuHour: null })}
        testId="training-price"
      />
      <Field label="Currency">
        {(id) => <TextField id={id} value={training.currency} required onCommit={(currency) => change({ currency })} />}
      </Field>
      <CountField
        label="Checkpoint every"
        unit="min"
        min={0.1}
        decimals={1}
        value={training.checkpointIntervalMinutes}
        onChange={(checkpointIntervalMinutes) => change({ checkpointIntervalMinutes })}
      />
      <CheckField
        label="Write checkpoints in the background"
        isChecked={training.isCheckpointAsynchronous}
        onChange={(isCheckpointAsynchronous) => change({ isCheckpointAsynchronous })}
      />
    </Section>
  );
}

interface CheckFieldProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

function CheckField({ label, isChecked, onChange }: CheckFieldProps): ReactElement {
  return (
    <label className="simulate__check">
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
