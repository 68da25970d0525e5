/**
 * How far every connection runs: measured where both ends stand on the floor or in one rack, as the link plans it elsewhere.
 * Works link by link, and anew only for links whose members stand or meet differently than before. Linear in their connections.
 */
import type { Memory } from '../base/memory.ts';
import type { Cabling } from '../design/floor.ts';
import type { Connections } from './connect.ts';
import type { RackRun } from './rack-runs.ts';
import type { Groups } from './groups.ts';
import { NONE, type NetGroup } from './netlist.ts';
import type { LinkPlan } from './plan-links.ts';
import type { Racking } from './racking.ts';
import { computeRunLength, getPortHeightM, type RackPlaces, type RunSlack } from './route-cable.ts';
import type { MemberPairs } from './wiring.ts';

/** Connections of one link, in the order of its wires. */
export interface LinkRuns {
  readonly plannedM: number;
  /**
   * What the medium must reach: the longest run in use. Without a floor no less than is planned: the plan is then all that is
   * known of where racks will stand, and cables that happen to stay in one rack do not change what the link is made of.
   */
  readonly longestM: number;
  /** null = none can be measured: all run as planned. */
  readonly measured: MeasuredRuns | null;
}

/** Independent of the plan. */
export interface MeasuredRuns {
  /** NaN = cannot be measured. */
  readonly lengthM: Float32Array;
  readonly isRouted: Uint8Array;
  readonly isWhole: boolean;
  readonly longestM: number;
}

/** Where the members of one group stand. */
interface MemberPlaces {
  /** NONE = in no rack. */
  readonly rack: Int32Array;
  /** Of the ports, above the floor. */
  readonly heightM: Float64Array;
}

export interface Surroundings {
  readonly racking: Racking;
  readonly rackRuns: readonly RackRun[];
  readonly places: RackPlaces;
  readonly hasFloor: boolean;
  readonly cabling: Cabling;
}

/** Parallel to the plans. */
export function measureRuns(
  groups: Groups,
  plans: readonly LinkPlan[],
  connections: Connections,
  { racking, rackRuns, places, hasFloor, cabling }: Surroundings,
  memory: Memory,
): LinkRuns[] {
  const members = groups.groups.map((group) => recallPlaces(group, racking, rackRuns, memory));
  const { slackM, slackInRackM } = cabling;
  return plans.map(({ link, groupA, groupB }, index) => {
    const a = members[groupA] ?? null;
    const b = members[groupB] ?? null;
    const pairs = connections.members[index] as MemberPairs;
    const inputs = [a, b, pairs, places, slackM, slackInRackM];
    const measured = memory.recall(`measured of ${link.id}`, inputs, () =>
      a && b ? measureLink(pairs, a, b, places, { slackM, slackInRackM }) : null,
    );
    return memory.recall(`runs of ${link.id}`, [link.lengthM, measured, hasFloor], () =>
      planRuns(link.lengthM, measured, hasFloor),
    );
  });
}

function planRuns(plannedM: number, measured: MeasuredRuns | null, hasFloor: boolean): LinkRuns {
  if (!measured) return { plannedM, longestM: plannedM, measured };
  const isPlanned = !hasFloor || !measured.isWhole;
  return { plannedM, longestM: isPlanned ? Math.max(measured.longestM, plannedM) : measured.longestM, measured };
}

/** null = no member stands in a rack. */
function recallPlaces(
  { deviceId, firstMember, count, part }: NetGroup,
  { memberRack, memberUnit }: Racking,
  rackRuns: readonly RackRun[],
  memory: Memory,
): MemberPlaces | null {
  const heightUnits = Math.ceil(part?.rackUnits ?? 1);
  const inputs = [memberRack, memberUnit, rackRuns, firstMember, count, heightUnits];
  return memory.settle(`places of ${deviceId}`, inputs, () => {
    const rack = memberRack.slice(firstMember, firstMember + count);
    if (!isAnyRacked(rack)) return null;
    const heightM = new Float64Array(count);
    const units = memberUnit.subarray(firstMember, firstMember + count);
    for (const run of rackRuns) measureHeights(rack, units, heightUnits, run, heightM);
    return { rack, heightM };
  });
}

function isAnyRacked(rack: Int32Array): boolean {
  for (let i = 0; i < rack.length; i += 1) if (rack[i] !== NONE) return true;
  return false;
}

function measureHeights(
  rack: Int32Array,
  units: Uint16Array,
  heightUnits: number,
  { firstRack, count, unitMm }: RackRun,
  heightM: Float64Array,
): void {
  for (let i = 0; i < rack.length; i += 1) {
    const own = rack[i] as number;
    if (own < firstRack || own >= firstRack + count) continue;
    heightM[i] = getPortHeightM(units[i] as number, heightUnits, unitMm);
  }
}

/** null = no run can be measured. */
function measureLink(
  pairs: MemberPairs,
  a: MemberPlaces,
  b: MemberPlaces,
  places: RackPlaces,
  slack: RunSlack,
): MeasuredRuns | null {
  const count = pairs.a.length;
  const lengthM = new Float32Array(count);
  const isRouted = new Uint8Array(count);
  let routedCount = 0;
  let longestM = 0;
  for (let i = 0; i < count; i += 1) {
    const memberA = pairs.a[i] as number;
    const memberB = pairs.b[i] as number;
    const runM = computeRunLength(
      places,
      slack,
      a.rack[memberA] as number,
      a.heightM[memberA] as number,
      b.rack[memberB] as number,
      b.heightM[memberB] as number,
    );
    lengthM[i] = runM;
    if (Number.isNaN(runM)) continue;
    isRouted[i] = 1;
    routedCount += 1;
    if (runM > longestM) longestM = runM;
  }
  return routedCount === 0 ? null : { lengthM, isRouted, isWhole: routedCount === count, longestM };
}

/** Over all connections; `first`: by link, its first connection, one more at the end. */
export function joinRuns(
  runs: readonly LinkRuns[],
  first: Uint32Array,
  memory: Memory,
): { connectionLengthM: Float32Array; connectionRouted: Uint8Array } {
  return memory.recall('run lengths', [...first, ...runs], () => {
    const connectionCount = first[runs.length] as number;
    const connectionLengthM = new Float32Array(connectionCount);
    const connectionRouted = new Uint8Array(connectionCount);
    runs.forEach(({ plannedM, measured }, index) => {
      const at = first[index] as number;
      if (!measured) {
        connectionLengthM.fill(plannedM, at, first[index + 1]);
        return;
      }
      connectionLengthM.set(measured.lengthM, at);
      connectionRouted.set(measured.isRouted, at);
      if (!measured.isWhole) fillUnrouted(measured.isRouted, plannedM, connectionLengthM, at);
    });
    return { connectionLengthM, connectionRouted };
  });
}

function fillUnrouted(isRouted: Uint8Array, plannedM: number, lengthM: Float32Array, at: number): void {
  for (let i = 0; i < isRouted.length; i += 1) if (isRouted[i] === 0) lengthM[at + i] = plannedM;
}
