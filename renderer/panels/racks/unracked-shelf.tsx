/** Devices that stand in no rack: drag them to units, or set them down on racks by keyboard. What is dropped here leaves its rack. */
import { PanelLeftClose } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type ReactElement, useMemo, useState } from 'react';
import { nameDeviceMember } from '#core/netlist/rack-elevation.ts';
import { listUnplaced, type UnplacedDevice } from '#core/netlist/unplaced-members.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { aimMove, type Carried, seekSeat, startMove, useMoveStore } from '../../store/member-move.ts';
import { addressRack, rackOrder, rackPlan } from '../../store/rack-elevations.ts';
import { focusInRack, RACK_HEAD, racksStore, setRacks } from '../../store/racks-store.ts';
import { select, useViewStore } from '../../store/view-store.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import './unracked-shelf.css';

interface UnrackedShelfProps {
  readonly onPress: (event: PointerEvent, carried: Carried) => void;
}

function carry({ device, runs }: UnplacedDevice, isFilling: boolean): Carried | null {
  const [run] = runs;
  return run && !device.locked ? { kind: 'unracked', deviceId: device.id, run, isFilling } : null;
}

/** Into the lowest free seat of the rack the keyboard was last at, or of the first. */
function takeUp(carried: Carried): void {
  const plan = rackPlan();
  const number = racksStore.getState().cursor?.rack ?? rackOrder().racks[0];
  if (number === undefined || number >= plan.rackCount) return;
  const { rack, index } = addressRack(plan, number);
  startMove('keys', carried);
  aimMove(seekSeat(carried, { rackId: rack.id, rackIndex: index, bottomUnit: 1 }, rack.heightUnits));
  focusInRack(number, RACK_HEAD);
}

export function UnrackedShelf({ onPress }: UnrackedShelfProps): ReactElement {
  const design = useDesignStore(selectDesign);
  const isAimed = useMoveStore((state) => state.move?.isOverShelf ?? false);
  const isMoving = useMoveStore((state) => state.move !== null);
  const [isFilling, setFilling] = useState(false);
  const unplaced = useMemo(() => listUnplaced(design), [design]);
  const total = unplaced.reduce((sum, { memberCount }) => sum + memberCount, 0);
  if (unplaced.length === 0) {
    return (
      <section
        className="shelf shelf--empty"
        aria-label="Devices in no rack"
        hidden={!isMoving}
        data-shelf
        data-aimed={isAimed}
        data-testid="shelf"
      >
        Drop here to take out of its rack
      </section>
    );
  }
  return (
    <section className="shelf" aria-label="Devices in no rack" data-shelf data-aimed={isAimed} data-testid="shelf">
      <header className="shelf__head">
        <h3>In no rack</h3>
        <span>{formatNumber(total)}</span>
        <IconButton label="Hide the devices in no rack" onClick={() => setRacks({ isShelfOpen: false })}>
          <PanelLeftClose size={14} />
        </IconButton>
      </header>
      <div className="racks__choice" role="group" aria-label="How many a drag takes">
        <button type="button" aria-pressed={!isFilling} onClick={() => setFilling(false)}>
          One
        </button>
        <button type="button" aria-pressed={isFilling} onClick={() => setFilling(true)}>
          As many as fit
        </button>
      </div>
      <ul className="shelf__list">
        {unplaced.map((entry) => (
          <ShelfDevice key={entry.device.id} entry={entry} isFilling={isFilling} onPress={onPress} />
        ))}
      </ul>
    </section>
  );
}

interface ShelfDeviceProps extends UnrackedShelfProps {
  readonly entry: UnplacedDevice;
  readonly isFilling: boolean;
}

function ShelfDevice({ entry, isFilling, onPress }: ShelfDeviceProps): ReactElement {
  const { device, runs, memberCount } = entry;
  const [run] = runs;
  const isSelected = useViewStore(({ selection }) =>
    selection.some((ref) => ref.kind === 'device' && ref.id === device.id),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const carried = event.key === 'Enter' ? carry(entry, isFilling) : null;
    if (!carried) return;
    event.preventDefault();
    event.stopPropagation();
    takeUp(carried);
  };
  return (
    <li>
      <button
        type="button"
        className="shelf__device"
        data-role={device.role}
        data-testid={`shelf-${device.id}`}
        aria-pressed={isSelected}
        onClick={() => select([{ kind: 'device', id: device.id }])}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          const carried = carry(entry, isFilling);
          if (carried) onPress(event, carried);
        }}
      >
        <span className="shelf__name">{device.name}</span>
        <span className="shelf__next">
          {device.locked ? 'locked' : `${run ? nameDeviceMember(device, run.first) : ''} next`}
          {' \u00b7 '}
          {formatCount(memberCount, 'member')}
        </span>
      </button>
    </li>
  );
}
