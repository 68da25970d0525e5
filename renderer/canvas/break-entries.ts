/** Break and repair, as the context menu of a device, a link or a rack offers them. */
import { formatMemberName } from '#core/netlist/names.ts';
import {
  breakItems,
  breakOne,
  countParts,
  createFailure,
  findNextWhole,
  listBrokenRuns,
  repairItems,
  type Target,
} from '../store/break-items.ts';
import { design } from '../store/design-store.ts';
import { formatNumber } from '../ui/format.ts';
import type { MenuEntry } from '../ui/menu.tsx';

export function listBreakEntries(target: Target): MenuEntry[] {
  const total = countParts(target);
  const runs = listBrokenRuns(design(), target);
  const next = findNextWhole(design(), target, total);
  const isBroken = runs === 'all' || runs.length > 0;
  const entries: MenuEntry[] = [];
  if (total > 1) {
    const label = next === null ? 'Break one' : `Break one: ${namePart(target, next)}`;
    entries.push({ id: 'break-one', label, disabled: next === null, onSelect: () => breakOne(target) });
  }
  entries.push({
    id: 'break-all',
    label: total > 1 ? `Break all ${formatNumber(total)}` : 'Break',
    disabled: next === null,
    onSelect: () => breakItems([createFailure(target)]),
  });
  if (isBroken) {
    entries.push({ id: 'repair', label: 'Repair', onSelect: () => repairItems([createFailure(target)]) });
  }
  return entries.map((entry, index) => (index === 0 ? { ...entry, startsGroup: true } : entry));
}

function namePart({ kind, id }: Target, index: number): string {
  const device = kind === 'device' ? design().devices[id] : undefined;
  if (!device) return `${kind === 'rack' ? 'rack' : 'connection'} ${index + 1}`;
  return formatMemberName(device.nameTemplate, index, Math.floor(index / (device.membersPerPod ?? device.count)));
}
