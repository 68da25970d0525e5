/** The two ends of a path: a device group, and which member of it. */
import { type ReactElement, useMemo } from 'react';
import type { RouteEnd } from '#core/analysis/route.ts';
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { setRouteEnds, useRoute } from '../../store/route-store.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';

export function RouteEnds(): ReactElement {
  const design = useDesignStore(selectDesign);
  const options = useMemo(() => listOptions(design), [design]);
  const from = useRoute((state) => state.from);
  const to = useRoute((state) => state.hovered ?? state.to);
  return (
    <div className="cv-route-ends">
      <End label="From" end={from} options={options} onChange={(end) => setRouteEnds({ from: end })} />
      <End label="To" end={to} options={options} onChange={(end) => setRouteEnds({ to: end })} />
    </div>
  );
}

/** Only where cables go. */
function listOptions({ devices, links }: Design): SelectOption[] {
  const cabled = new Set(Object.values(links).flatMap(({ a, b }) => [a.deviceId, b.deviceId]));
  return Object.values(devices)
    .filter(({ id }) => cabled.has(id))
    .map(({ id, name }) => ({ value: id, label: name }));
}

interface EndProps {
  readonly label: string;
  readonly end: RouteEnd | null;
  readonly options: readonly SelectOption[];
  readonly onChange: (end: RouteEnd) => void;
}

function End({ label, end, options, onChange }: EndProps): ReactElement {
  const count = useDesignStore((state) => findRecord(selectDesign(state).devices, end?.deviceId ?? '')?.count ?? 0);
  return (
    <>
      <span className="cv-route-label">{label}</span>
      <Select
        label={`${label}: device`}
        value={end?.deviceId ?? null}
        placeholder="Choose a device"
        options={options}
        onChange={(deviceId) => onChange({ deviceId, member: 0 })}
      />
      {end && count > 1 ? (
        <NumberField
          label={`${label}: number in its group`}
          value={end.member + 1}
          min={1}
          max={count}
          onCommit={(number) => onChange({ ...end, member: Math.round(number) - 1 })}
        />
      ) : (
        <span />
      )}
    </>
  );
}
