/** Which wiring pattern and how many cables a link most likely wants, from the counts and the free ports of its ends. */
import type { Link } from '../design/design.ts';
import { formsEvenPlanes } from './link-patterns.ts';
import type { LinkSite } from './link-rules.ts';

interface WiringEnd extends LinkSite {
  /** Per member, at the link's speed; null = not known. */
  readonly freePorts: number | null;
}

interface Position {
  /** The lower end is a server, not a switch. */
  readonly isLowerEndpoint: boolean;
  /** Something below is already linked to the lower end's block. */
  readonly hasDownlinks: boolean;
}

type Wiring = Pick<Link, 'pattern' | 'within' | 'cablesPerPair'>;

/** `cablesPerPair` may be at most this in a link. */
const MAX_CABLES_PER_PAIR = 1024;

export function proposeWiring(lower: WiringEnd, upper: WiringEnd, position: Position): Wiring {
  if (lower.device.id === upper.device.id) return wire('mesh', 1);
  return position.isLowerEndpoint ? wireEndpoints(lower, upper) : wireSwitches(lower, upper, position.hasDownlinks);
}

function wire(pattern: Link['pattern'], cablesPerPair: number, within: Link['within'] = 'all'): Wiring {
  return { pattern, within, cablesPerPair: Math.min(Math.max(1, cablesPerPair), MAX_CABLES_PER_PAIR) };
}

/** One port to each rail's leaf where there are leaves enough; all ports to a single switch; else dealt evenly. */
function wireEndpoints(lower: WiringEnd, upper: WiringEnd): Wiring {
  const ports = lower.freePorts ?? 1;
  const countA = lower.device.count;
  const countB = upper.device.count;
  if (ports >= 2) {
    const within = findRailReach(lower, upper, ports);
    if (within !== null) return wire('rail', 1, within);
  }
  const upperPorts = upper.freePorts === null ? Number.POSITIVE_INFINITY : upper.freePorts * countB;
  const affordable = Math.min(ports, Math.floor(upperPorts / countA));
  return wire(countB === 1 ? 'mesh' : 'spread', affordable);
}

/** Rails need a leaf for every port: in every pod when both sides are dealt into equally many pods, else over all. */
function findRailReach(lower: WiringEnd, upper: WiringEnd, ports: number): Link['within'] | null {
  const podA = lower.device.membersPerPod;
  const podB = upper.device.membersPerPod;
  if (podA === null && podB === null) return upper.device.count >= ports ? 'all' : null;
  if (podA === null || podB === null) return null;
  const isSamePodCount = Math.ceil(lower.device.count / podA) === Math.ceil(upper.device.count / podB);
  return isSamePodCount && podB >= ports ? 'pod' : null;
}

/**
 * Pods of spines below cores meet them in planes, where those come out even. Else every switch meets every switch above, with
 * as many cables as both sides can give; dealt evenly when there are more switches above than uplinks. Half of a block is kept for downlinks that are still to be drawn.
 */
function wireSwitches(lower: WiringEnd, upper: WiringEnd, hasDownlinks: boolean): Wiring {
  const countA = lower.device.count;
  const countB = upper.device.count;
  const uplinks = countUplinks(lower, hasDownlinks);
  const upperPorts = upper.freePorts ?? Number.POSITIVE_INFINITY;
  const planed = countPlaneCables(lower, upper, uplinks);
  if (planed >= 1) return wire('plane', planed);
  const meshed = Math.min(Math.floor(uplinks / countB), Math.floor(upperPorts / countA));
  if (meshed >= 1) return wire('mesh', meshed);
  return wire('spread', Math.min(uplinks, Math.floor((countB * upperPorts) / countA)));
}

/** Cables a pair for planes; 0 where they do not come out even, or the ports do not suffice. */
function countPlaneCables(lower: WiringEnd, upper: WiringEnd, uplinks: number): number {
  const { membersPerPod } = lower.device;
  const isUnderCore = lower.device.role === 'spine' && upper.device.role === 'core';
  if (!isUnderCore || membersPerPod === null || !formsEvenPlanes(lower.device, upper.device)) return 0;
  const coresPerPlane = upper.device.count / membersPerPod;
  const pods = Math.ceil(lower.device.count / membersPerPod);
  return Math.min(
    Math.floor(uplinks / coresPerPlane),
    Math.floor((upper.freePorts ?? Number.POSITIVE_INFINITY) / pods),
  );
}

function countUplinks({ block, freePorts }: WiringEnd, hasDownlinks: boolean): number {
  if (freePorts === null) return 1;
  const isOnlyForUplinks = block.role === 'uplink' || block.role === 'fabric';
  return hasDownlinks || isOnlyForUplinks ? freePorts : Math.ceil(freePorts / 2);
}
