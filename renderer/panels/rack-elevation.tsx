/** A small front view of one rack: units from the floor up, each device at its place. */
import { type CSSProperties, type ReactElement, useState } from 'react';
import type { Rack } from '#core/design/design.ts';
import { selectDesign, useCatalog, useDesignStore } from '../store/design-store.ts';
import { requestFocus } from '../store/view-store.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Section } from '../ui/section.tsx';
import { listRackItems } from './rack-contents.ts';
import './rack-elevation.css';

const UNIT_PX = 11;
const LABEL_EVERY = 6;

export function RackElevation({ rack }: { readonly rack: Rack }): ReactElement {
  const design = useDesignStore(selectDesign);
  const catalog = useCatalog();
  const [chosen, setChosen] = useState(1);
  const rackNumber = Math.min(chosen, rack.count);
  const items = listRackItems(design, catalog, rack, rackNumber - 1);
  const top = Math.max(rack.heightUnits, ...items.map((item) => item.bottomUnit + item.units - 1));
  const marks = Array.from({ length: top }, (_, index) => index + 1).filter(
    (unit) => unit === 1 || unit % LABEL_EVERY === 0,
  );
  const atUnit = (unit: number, units: number): CSSProperties => ({
    bottom: (unit - 1) * UNIT_PX,
    height: units * UNIT_PX - 1,
  });
  const picker = (
    <span className="elevation__picker">
      <NumberField
        label="Rack shown"
        value={rackNumber}
        min={1}
        max={rack.count}
        onCommit={(number) => setChosen(Math.round(number))}
      />
      of {rack.count}
    </span>
  );
  return (
    <Section title="Contents" aside={rack.count > 1 ? picker : null}>
      {items.length === 0 ? (
        <EmptyState title="Empty rack">Drop a server or switch on it, or choose it as the rack of a device.</EmptyState>
      ) : (
        <div className="elevation" style={{ height: top * UNIT_PX + 2 }}>
          {marks.map((unit) => (
            <span key={unit} className="elevation__unit" style={atUnit(unit, 1)}>
              {unit}
            </span>
          ))}
          <div className="elevation__frame">
            {items.map((item) => (
              <button
                key={item.key}
                type="button"
                className="elevation__item"
                data-role={item.role}
                data-over={item.bottomUnit + item.units - 1 > rack.heightUnits}
                style={atUnit(item.bottomUnit, item.units)}
                title={`${item.name}: U${item.bottomUnit}${item.units > 1 ? `\u2013U${item.bottomUnit + item.units - 1}` : ''}${item.isHeightUnknown ? ', height unknown' : ''}`}
                onClick={() => requestFocus({ kind: 'device', id: item.deviceId })}
              >
                {item.name}
              </button>
            ))}
          </div>
        </div>
      )}
    </Section>
  );
}
