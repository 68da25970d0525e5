/** Device types on their way into the design: what each is, which the file does not say, and what is known of it. */
import { type ReactElement, useState } from 'react';
import type { Catalog } from '#core/catalog/catalog.ts';
import { type DevicePartChoice, guessDeviceKind } from '#core/io/device-type/create-device-part.ts';
import type { DeviceType } from '#core/io/device-type/device-type.ts';
import { createPortBlocks } from '#core/io/device-type/port-blocks.ts';
import { catalog } from '../../store/design-store.ts';
import { finishOffer, type ReadDeviceType } from '../../store/import-store.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatCount, formatSpeed } from '../../ui/format.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { addDeviceTypes } from './take-over.ts';

interface DeviceTypesDialogProps {
  readonly types: readonly ReadDeviceType[];
}

export function DeviceTypesDialog({ types }: DeviceTypesDialogProps): ReactElement {
  const [choices, setChoices] = useState<readonly DevicePartChoice[]>(() =>
    types.map(({ type }) => ({ kind: guessDeviceKind(type), gpuCount: null })),
  );
  const choose = (at: number, choice: DevicePartChoice): void =>
    setChoices(choices.map((old, index) => (index === at ? choice : old)));
  const add = (): void => {
    finishOffer();
    addDeviceTypes(types.map((read, at) => ({ ...read, choice: choices[at] as DevicePartChoice })));
  };
  return (
    <Dialog
      title={types.length === 1 ? 'Add a device type to the parts' : `Add ${types.length} device types to the parts`}
      onClose={finishOffer}
      isWide
      testId="import-device-types"
      actions={
        <>
          <Button onClick={finishOffer}>Cancel</Button>
          <Button tone="primary" onClick={add}>
            {types.length === 1 ? 'Add the part' : `Add ${types.length} parts`}
          </Button>
        </>
      }
    >
      {types.map(({ fileName, type }, at) => (
        <DeviceTypeSection
          key={fileName}
          fileName={fileName}
          type={type}
          choice={choices[at] as DevicePartChoice}
          onChoose={(choice) => choose(at, choice)}
        />
      ))}
    </Dialog>
  );
}

interface DeviceTypeSectionProps extends ReadDeviceType {
  readonly choice: DevicePartChoice;
  readonly onChoose: (choice: DevicePartChoice) => void;
}

function DeviceTypeSection({ fileName, type, choice, onChoose }: DeviceTypeSectionProps): ReactElement {
  const { portBlocks, leftOut } = createPortBlocks(type, choice.kind);
  const name = `${type.manufacturer} ${type.model}`;
  return (
    <section className="import__type" aria-label={name}>
      <h3>
        {name} <span className="import__file">{fileName}</span>
      </h3>
      <div className="import__choices">
        <ChoiceRow
          label="It is a"
          value={choice.kind}
          choices={[
            { value: 'switch', label: 'Switch' },
            { value: 'server', label: 'Server' },
          ]}
          onChange={(kind) => onChoose({ kind, gpuCount: null })}
        />
        {choice.kind === 'server' ? (
          <div className="import__gpus">
            <span>GPUs</span>
            <NumberField
              label={`GPUs of ${name}`}
              value={choice.gpuCount}
              placeholder="none"
              min={1}
              max={1024}
              onDraft={(gpuCount) => onChoose({ ...choice, gpuCount })}
              onCommit={(gpuCount) => onChoose({ ...choice, gpuCount })}
              onClear={() => onChoose({ ...choice, gpuCount: null })}
            />
          </div>
        ) : null}
      </div>
      <ul className="import__ports" aria-label="Ports">
        {portBlocks.map(({ id, role, cageCount, formFactor, modes }) => (
          <li key={id}>
            {`${cageCount ?? 0} \u00d7 ${formFactor ?? 'cage'} ${formatSpeed(modes[0]?.speedGbps ?? 0)}`}{' '}
            <span>{role}</span>
          </li>
        ))}
      </ul>
      {describeGaps(type, portBlocks.length, leftOut, catalog()).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}

/** What the user should know before the part is used. */
function describeGaps(
  type: DeviceType,
  blockCount: number,
  leftOut: readonly { readonly type: string; readonly count: number }[],
  known: Catalog,
): string[] {
  const bays = (type['module-bays']?.length ?? 0) + (type['device-bays']?.length ?? 0);
  const same = [...known.byId.values()].find(
    ({ model, manufacturer, partNumber }) =>
      (model.toLowerCase() === type.model.toLowerCase() &&
        manufacturer?.toLowerCase() === type.manufacturer.toLowerCase()) ||
      (partNumber !== null && partNumber === String(type.part_number ?? '')),
  );
  return [
    blockCount === 0 ? 'It has no ports for cables: nothing can be linked to it.' : null,
    leftOut.length > 0
      ? `Left out: ${leftOut.map((entry) => `${entry.count} of type ${entry.type}`).join(', ')}.`
      : null,
    bays > 0 ? `What stands in its ${formatCount(bays, 'bay')} is not in the file.` : null,
    same ? `The parts have ${same.model} already; this becomes another part.` : null,
  ].filter((sentence) => sentence !== null);
}
