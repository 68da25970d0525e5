/** What is wrong with the floor as it is drawn: stands without a row or a rack, two racks in one place, racks wider than it. */
import type { Diagnostic, ObjectRef } from '../base/diagnostic.ts';
import { formatCount } from '../base/format-count.ts';
import { sortIds } from '../base/sort-ids.ts';
import type { Stand } from '../design/floor.ts';
import type { RackRun } from './rack-runs.ts';
import { formatRackName } from './names.ts';
import type { NetRow } from './netlist.ts';

/** Rounding of widths in inches to millimetres; far below what a hand can tell. */
const WIDTH_SLACK_MM = 1;

/** One rack in the place that a stand gives it. */
interface Place {
  readonly run: RackRun;
  /** Counted in its group. */
  readonly rack: number;
  readonly row: NetRow;
  readonly slot: number;
}

/** Codes of everything found here. */
export const FLOOR_CODES: readonly string[] = [
  'floor.no-row',
  'floor.no-rack',
  'floor.outside-row',
  'floor.shared-place',
  'floor.two-places',
  'floor.wide-rack',
];

export function checkFloor(
  stands: Readonly<Record<string, Stand>>,
  rows: readonly NetRow[],
  racks: readonly RackRun[],
): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const places: Place[] = [];
  for (const id of sortIds(stands)) {
    const stand = stands[id] as Stand;
    const run = racks.find(({ rackId }) => rackId === stand.rackId);
    const row = rows.find(({ rowId }) => rowId === stand.rowId);
    if (!run || !row) {
      findings.push(run ? createNoRow(stand, run) : createNoRack(stand, undefined, stand.rackCount));
      continue;
    }
    const owned = Math.max(0, Math.min(stand.rackCount, run.count - stand.firstRack));
    const seated = Math.max(0, Math.min(owned, row.slotCount - stand.firstSlot));
    if (owned < stand.rackCount) findings.push(createNoRack(stand, run, stand.rackCount - owned));
    if (seated < owned) findings.push(createOutside(run, row, owned - seated));
    for (let i = 0; i < seated; i += 1) {
      places.push({ run, rack: stand.firstRack + i, row, slot: stand.firstSlot + i });
    }
  }
  return [...findings, ...findClashes(places), ...findWide(places)];
}

function createNoRow({ rackId, rackCount, rowId }: Stand, { name }: RackRun): Diagnostic {
  const message = `${formatRacks(rackCount)} of ${name} should stand in row '${rowId}', which the floor does not have; stand them in another row.`;
  return { code: 'floor.no-row', severity: 'error', message, where: [{ kind: 'rack', id: rackId }] };
}

function createNoRack({ rackId }: Stand, run: RackRun | undefined, count: number): Diagnostic {
  const message = `The floor has places for ${formatRacks(count)} of ${run?.name ?? `'${rackId}'`} more than there are; take them off the floor or add racks.`;
  return { code: 'floor.no-rack', severity: 'error', message, where: run ? [{ kind: 'rack', id: rackId }] : [] };
}

function createOutside({ rackId, name }: RackRun, row: NetRow, count: number): Diagnostic {
  const message = `${formatRacks(count)} of ${name} would stand beyond the end of ${row.name}, which has ${formatCount(row.slotCount)} positions; lengthen the row or stand them elsewhere.`;
  return {
    code: 'floor.outside-row',
    severity: 'error',
    message,
    where: [
      { kind: 'rack', id: rackId },
      { kind: 'row', id: row.rowId },
    ],
  };
}

/** One finding for each two rack groups that share places and for each group that stands twice, with the first case named. */
function findClashes(places: readonly Place[]): Diagnostic[] {
  const holders = new Map<string, Place>();
  const standing = new Map<string, Place>();
  const clashes = new Map<string, { code: string; first: Place; second: Place; count: number }>();
  const note = (code: string, first: Place, second: Place): void => {
    const key = JSON.stringify([code, first.run.rackId, second.run.rackId]);
    const clash = clashes.get(key);
    if (clash) clash.count += 1;
    else clashes.set(key, { code, first, second, count: 1 });
  };
  for (const place of places) {
    const rackKey = `${place.rack} ${place.run.rackId}`;
    const twin = standing.get(rackKey);
    if (twin) note('floor.two-places', twin, place);
    standing.set(rackKey, place);
    const slotKey = `${place.slot} ${place.row.rowId}`;
    const holder = holders.get(slotKey);
    if (holder && !twin) note('floor.shared-place', holder, place);
    holders.set(slotKey, place);
  }
  return [...clashes.values()].map(describeClash);
}

function describeClash(clash: { code: string; first: Place; second: Place; count: number }): Diagnostic {
  const { code, first, second, count } = clash;
  const more = count > 1 ? ` ${formatCount(count - 1)} more racks do the same.` : '';
  const message =
    code === 'floor.two-places'
      ? `${nameRack(first)} has two places, ${namePlace(first)} and ${namePlace(second)}; take one away.${more}`
      : `${nameRack(first)} and ${nameRack(second)} stand in one place, ${namePlace(first)}; move one of them.${more}`;
  const where = code === 'floor.two-places' ? [createRef(first)] : [createRef(first), createRef(second)];
  return { code, severity: 'error', message, where };
}

/** One finding for each rack group and row. */
function findWide(places: readonly Place[]): Diagnostic[] {
  const seen = new Set<string>();
  const findings: Diagnostic[] = [];
  for (const { run, row } of places) {
    const key = JSON.stringify([run.rackId, row.rowId]);
    if (run.widthMm === null || run.widthMm <= row.pitchM * 1000 + WIDTH_SLACK_MM || seen.has(key)) continue;
    seen.add(key);
    findings.push({
      code: 'floor.wide-rack',
      severity: 'error',
      message: `${run.name} is ${run.widthMm} mm wide, but ${row.name} has a position every ${Math.round(row.pitchM * 1000)} mm; make its positions ${run.widthMm} mm wide.`,
      where: [
        { kind: 'rack', id: run.rackId },
        { kind: 'row', id: row.rowId },
      ],
    });
  }
  return findings;
}

function formatRacks(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'rack' : 'racks'}`;
}

function nameRack({ run, rack }: Place): string {
  return formatRackName(run.name, rack, run.count);
}

function namePlace({ row, slot }: Place): string {
  return `position ${slot + 1} of ${row.name}`;
}

function createRef({ run, rack }: Place): ObjectRef {
  return { kind: 'rack', id: run.rackId, member: rack };
}
