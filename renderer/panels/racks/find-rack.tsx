/** The box that finds a rack by its name, its number, its place on the floor, or a device in it; Enter goes from one to the next. */
import { Search as SearchIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { type FoundRack, findRacks } from '#core/netlist/find-rack.ts';
import { design } from '../../store/design-store.ts';
import { addressRack, rackPlan } from '../../store/rack-elevations.ts';
import { focusInRack, RACK_HEAD, revealRack } from '../../store/racks-store.ts';
import { select } from '../../store/view-store.ts';
import { formatNumber } from '../../ui/format.ts';

/** Chooses what was found and brings it into sight; the cursor stays in the box. */
function show({ rack: number, device }: FoundRack): void {
  const { rack, index } = addressRack(rackPlan(), number);
  select([
    device
      ? { kind: 'device', id: device.deviceId, member: device.member }
      : { kind: 'rack', id: rack.id, member: index },
  ]);
  revealRack(number);
}

interface Search {
  readonly text: string;
  readonly found: readonly FoundRack[];
}

const EMPTY: Search = { text: '', found: [] };

function search(text: string): Search {
  return { text, found: findRacks(design(), rackPlan(), text) };
}

export function FindRack(): ReactElement {
  const [{ text, found }, setSearch] = useState<Search>(EMPTY);
  const [at, setAt] = useState(0);
  const go = (to: number): void => {
    // The design may be another since.
    const anew = search(text);
    setSearch(anew);
    const place = (to + anew.found.length) % anew.found.length;
    const next = anew.found[place];
    if (!next) return;
    setAt(place);
    show(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const current = found[at];
    if (event.key === 'Enter') go(event.shiftKey ? at - 1 : at + 1);
    else if (event.key === 'Escape') setSearch(EMPTY);
    else if (event.key === 'ArrowDown' && current) {
      const { device } = current;
      focusInRack(current.rack, device ? `${device.deviceId} ${device.member}` : RACK_HEAD);
    } else return;
    event.preventDefault();
  };
  const state = text.trim() === '' ? '' : found.length === 0 ? 'none' : `${at + 1} of ${formatNumber(found.length)}`;
  return (
    <div className="find-rack">
      <SearchIcon size={14} aria-hidden />
      <input
        type="search"
        aria-label="Find a rack or a device"
        placeholder="Find rack"
        data-testid="find-rack"
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          const next = search(event.target.value);
          setSearch(next);
          setAt(0);
          if (next.found[0]) show(next.found[0]);
        }}
        onKeyDown={onKeyDown}
      />
      <span className="find-rack__state" role="status">
        {state}
      </span>
    </div>
  );
}
