/** A small view of one rack of a group in the inspector: what stands at which unit. */
import { Rows3 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { Rack } from '#core/design/design.ts';
import { numberRack, rackPlan, useElevation } from '../store/rack-elevations.ts';
import { showRack } from '../store/racks-store.ts';
import { requestFocus } from '../store/view-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Section } from '../ui/section.tsx';
import { DeviceFace } from './racks/rack-device-face.tsx';
import { placeUnits, RackFrame } from './racks/rack-frame.tsx';
import './rack-elevation.css';

const UNIT_PX = 11;

export function RackElevation({ rack }: { readonly rack: Rack }): ReactElement {
  const [chosen, setChosen] = useState(1);
  const rackNumber = Math.min(chosen, rack.count);
  const elevation = useElevation(rack, rackNumber - 1);
  const show = (): void => {
    const number = numberRack(rackPlan(), rack.id, rackNumber - 1);
    if (number !== null) showRack(number);
  };
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
      {elevation.devices.length === 0 && elevation.pdus.length === 0 ? (
        <EmptyState title="Empty rack">Drop a server or switch on it, or choose it as the rack of a device.</EmptyState>
      ) : (
        <div className="elevation" style={{ paddingTop: (elevation.topUnit - rack.heightUnits) * UNIT_PX }}>
          <RackFrame
            elevation={elevation}
            heightUnits={rack.heightUnits}
            fillers={rack.fillers ?? false}
            face="front"
            unitPx={UNIT_PX}
            renderDevice={(device) => (
              <button
                key={device.key}
                type="button"
                className="rack-device"
                data-role={device.role}
                data-shows={device.face}
                data-bad={device.isOver || device.isClashing}
                style={placeUnits(device.bottomUnit, device.units, UNIT_PX)}
                onClick={() => requestFocus({ kind: 'device', id: device.deviceId })}
              >
                <DeviceFace device={device} face="front" unitPx={UNIT_PX} blowsAgainst={false} />
              </button>
            )}
          />
        </div>
      )}
      <Button onClick={show}>
        <Rows3 size={14} aria-hidden /> Show among the racks
      </Button>
    </Section>
  );
}
