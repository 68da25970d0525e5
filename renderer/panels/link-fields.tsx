/** The fields of a link, for one that is being proposed as for one that stands: wiring, speed, medium, length, fabric. */
import type { ReactElement } from 'react';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Design, Link, LinkPattern } from '#core/design/design.ts';
import { Field } from '../ui/field.tsx';
import { formatSpeed } from '../ui/format.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Select, type SelectOption } from '../ui/select.tsx';
import { CABLES_LABELS, listPatternOptions, WITHIN_OPTIONS } from './labels.ts';
import { MediumSelect } from './medium-select.tsx';

interface LinkFieldsProps {
  readonly design: Design;
  readonly catalog: Catalog;
  readonly link: Link;
  readonly speedsGbps: readonly number[];
  readonly patterns: readonly LinkPattern[];
  readonly fabrics: readonly SelectOption[];
  readonly onChange: (patch: Partial<Omit<Link, 'id' | 'a' | 'b'>>) => void;
  /** Figures follow while they are typed, before they are committed. */
  readonly isLive?: boolean;
}

export function LinkFields(props: LinkFieldsProps): ReactElement {
  const { design, catalog, link, speedsGbps, patterns, fabrics, onChange, isLive = false } = props;
  const onCables = (count: number): void => onChange({ cablesPerPair: Math.min(1024, Math.max(1, Math.round(count))) });
  const onLength = (meters: number): void => {
    if (meters > 0) onChange({ lengthM: meters });
  };
  return (
    <>
      <Field label="Pattern">
        {(id) => (
          <Select
            id={id}
            value={link.pattern}
            options={listPatternOptions(patterns)}
            onChange={(pattern) => onChange({ pattern: pattern as LinkPattern })}
          />
        )}
      </Field>
      <Field label="Within">
        {(id) => (
          <Select
            id={id}
            value={link.within}
            options={WITHIN_OPTIONS}
            onChange={(within) => onChange({ within: within as Link['within'] })}
          />
        )}
      </Field>
      <Field label={CABLES_LABELS[link.pattern]}>
        {(id) => (
          <NumberField
            id={id}
            value={link.cablesPerPair}
            min={1}
            max={1024}
            onCommit={onCables}
            {...(isLive ? { onDraft: onCables } : {})}
          />
        )}
      </Field>
      <Field label="Speed">
        {(id) => (
          <Select
            id={id}
            value={String(link.speedGbps)}
            options={speedsGbps.map((speed) => ({ value: String(speed), label: formatSpeed(speed) }))}
            onChange={(speed) => onChange({ speedGbps: Number(speed) })}
          />
        )}
      </Field>
      <Field label="Medium">
        {(id) => (
          <MediumSelect
            id={id}
            design={design}
            catalog={catalog}
            links={[link]}
            onChange={(medium) => onChange({ medium })}
          />
        )}
      </Field>
      <Field label="Run length">
        {(id) => (
          <NumberField
            id={id}
            value={link.lengthM}
            min={0.1}
            max={200_000}
            decimals={2}
            unit="m"
            onCommit={onLength}
            {...(isLive ? { onDraft: onLength } : {})}
          />
        )}
      </Field>
      <Field label="Fabric">
        {(id) => (
          <Select id={id} value={link.fabricId} options={fabrics} onChange={(fabricId) => onChange({ fabricId })} />
        )}
      </Field>
    </>
  );
}
