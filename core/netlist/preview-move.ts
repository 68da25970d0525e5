/**
 * What putting members at units of a rack would come to: where each lands, why it cannot be done, and which limits it breaks.
 * Seats that are taken or missing refuse the move, as the command does; depth, weight and power only speak up, for a rack may
 * be over its limits on the way to something better.
 */
import { formatKw } from '../base/format-kw.ts';
import { type Catalog, findPart } from '../catalog/catalog.ts';
import type { Design, Rack } from '../design/design.ts';
import { findDevicePart } from '../design/port-blocks.ts';
import { findRecord } from '../design/records.ts';
import { formatRackName } from './names.ts';
import { type ElevationDevice, nameDeviceMember, type RackElevation } from './rack-elevation.ts';

/** A member that is moved, with its height above the one that is held. */
export interface MovedMember {
  readonly deviceId: string;
  readonly member: number;
  readonly unitOffset: number;
}

export interface MoveTarget {
  readonly rackId: string;
  readonly rackIndex: number;
  /** Lowest unit of the member that is held. */
  readonly bottomUnit: number;
}

/** Present load of the target rack, and what each member adds; null = not known. */
export interface MoveLoads {
  readonly rackMaxW: number | null;
  readonly rackWeightKg: number | null;
  memberMaxW(deviceId: string): number | null;
}

/** Where one member would stand. */
export interface LandedMember {
  readonly deviceId: string;
  readonly member: number;
  readonly name: string;
  readonly bottomUnit: number;
  readonly units: number;
}

/** Members one above the other that one command moves. */
export interface MovedRun {
  readonly deviceId: string;
  readonly first: number;
  readonly count: number;
  readonly bottomUnit: number;
}

export interface MovePreview {
  readonly landed: readonly LandedMember[];
  /** In an order in which no command meets a unit that another is about to leave. */
  readonly runs: readonly MovedRun[];
  /** Why it cannot be done; null = it can. */
  readonly refusal: string | null;
  /** Limits that the rack would break. */
  readonly excesses: readonly string[];
  /** Power of the rack afterwards; null = not known. */
  readonly maxWAfter: number | null;
}

interface MoveQuestion {
  readonly members: readonly MovedMember[];
  readonly target: MoveTarget;
  /** Of the target rack. */
  readonly elevation: RackElevation;
  readonly loads: MoveLoads;
}

export function previewMove(design: Design, catalog: Catalog, question: MoveQuestion): MovePreview {
  const { members, target, elevation } = question;
  const rack = findRecord(design.racks, target.rackId);
  const landed = land(design, catalog, members, target);
  const moved = new Set(members.map(({ deviceId, member }) => `${deviceId} ${member}`));
  const newcomers = landed.filter(({ deviceId, member }) => !elevation.devices.some(isSame(deviceId, member)));
  const addedW = addUp(newcomers.map(({ deviceId }) => question.loads.memberMaxW(deviceId)));
  const { rackMaxW } = question.loads;
  const maxWAfter = rackMaxW === null || addedW === null ? null : rackMaxW + addedW;
  return {
    landed,
    runs: joinRuns(landed, elevation),
    refusal: rack ? findRefusal(design, rack, target, landed, elevation, moved) : 'The rack is gone.',
    excesses: rack ? listExcesses(design, catalog, rack, newcomers, question.loads.rackWeightKg, maxWAfter) : [],
    maxWAfter,
  };
}

const isSame =
  (deviceId: string, member: number) =>
  (device: ElevationDevice): boolean =>
    device.deviceId === deviceId && device.member === member;

/** null as soon as one is not known. */
function addUp(terms: readonly (number | null)[]): number | null {
  return terms.reduce((sum, term) => (sum === null || term === null ? null : sum + term), 0);
}

function land(design: Design, catalog: Catalog, members: readonly MovedMember[], target: MoveTarget): LandedMember[] {
  return members.flatMap(({ deviceId, member, unitOffset }) => {
    const device = findRecord(design.devices, deviceId);
    if (!device) return [];
    const units = Math.ceil(findDevicePart(catalog, device.partId)?.rackUnits ?? 1);
    const name = nameDeviceMember(device, member);
    return [{ deviceId, member, name, bottomUnit: target.bottomUnit + unitOffset, units }];
  });
}

function describeUnits(bottomUnit: number, units: number): string {
  return units === 1 ? `unit ${bottomUnit}` : `units ${bottomUnit} to ${bottomUnit + units - 1}`;
}

function findRefusal(
  design: Design,
  rack: Rack,
  target: MoveTarget,
  landed: readonly LandedMember[],
  elevation: RackElevation,
  moved: ReadonlySet<string>,
): string | null {
  const name = formatRackName(rack.name, target.rackIndex, rack.count);
  const stay = [
    ...elevation.devices.filter(({ key }) => !moved.has(key)),
    ...elevation.pdus.map((pdu) => ({ ...pdu, name: pdu.model })),
  ];
  for (const piece of landed) {
    if (findRecord(design.devices, piece.deviceId)?.locked) return `${piece.name} is locked: unlock it to move it.`;
    const top = piece.bottomUnit + piece.units - 1;
    if (piece.bottomUnit < 1) return `${piece.name} would reach below unit 1 of ${name}.`;
    if (top > rack.heightUnits) {
      return `${piece.name} would reach up to unit ${top}, ${name} has ${rack.heightUnits}.`;
    }
    const occupant = stay.find((other) => other.bottomUnit <= top && piece.bottomUnit < other.bottomUnit + other.units);
    if (occupant) {
      return `${piece.name} needs ${describeUnits(piece.bottomUnit, piece.units)} of ${name}, ${occupant.name} stands there.`;
    }
  }
  return null;
}

function listExcesses(
  design: Design,
  catalog: Catalog,
  rack: Rack,
  newcomers: readonly LandedMember[],
  rackWeightKg: number | null,
  maxWAfter: number | null,
): string[] {
  if (newcomers.length === 0) return [];
  const frame = rack.partId === null ? undefined : findPart(catalog, rack.partId, 'rack');
  const parts = newcomers.map(({ deviceId }) => {
    const device = findRecord(design.devices, deviceId);
    return device && findDevicePart(catalog, device.partId);
  });
  const excesses: string[] = [];
  const roomMm = frame?.mountingDepthMm ?? null;
  const deepest = Math.max(0, ...parts.map((part) => part?.depthMm ?? 0));
  if (roomMm !== null && deepest > roomMm) excesses.push(`Too deep: ${deepest} mm, the rack takes ${roomMm} mm.`);
  const limitKg = rack.weightLimitKg ?? frame?.maxLoadKg ?? null;
  // Weights that are not known leave a lower bound, which is enough to be over.
  const weightKg = (rackWeightKg ?? 0) + parts.reduce((sum, part) => sum + (part?.weightKg ?? 0), 0);
  if (limitKg !== null && weightKg > limitKg) {
    excesses.push(`Too heavy: ${Math.ceil(weightKg)} kg, the limit is ${limitKg} kg.`);
  }
  const limitW = rack.powerLimitW;
  if (limitW !== null && maxWAfter !== null && maxWAfter > limitW) {
    excesses.push(`Over power: up to ${formatKw(maxWAfter)} kW, the limit is ${formatKw(limitW)} kW.`);
  }
  return excesses;
}

/** Within a rack what moves up starts with the highest, so that each meets free units. */
function joinRuns(landed: readonly LandedMember[], elevation: RackElevation): MovedRun[] {
  const runs: MovedRun[] = [];
  for (const piece of landed.toSorted((a, b) => a.bottomUnit - b.bottomUnit)) {
    const { deviceId, member, bottomUnit, units } = piece;
    const last = runs.at(-1);
    if (
      last?.deviceId === deviceId &&
      last.first + last.count === member &&
      last.bottomUnit + last.count * units === bottomUnit
    ) {
      runs[runs.length - 1] = { ...last, count: last.count + 1 };
    } else runs.push({ deviceId, first: member, count: 1, bottomUnit });
  }
  const [first] = landed;
  const before = first && elevation.devices.find(isSame(first.deviceId, first.member));
  return before && first.bottomUnit > before.bottomUnit ? runs.toReversed() : runs;
}
