/** Puts the pairs of every link onto the granted ports: one connection per pair for which both ends still have one. */
import type { Memory } from '../base/memory.ts';
import { copyShifted, type PortLayout, type PortSpace } from './enumerate-ports.ts';
import type { Groups, PlannedBlock } from './groups.ts';
import { NONE, type NetGroup } from './netlist.ts';
import type { LinkPlan } from './plan-links.ts';
import { locatePort, type PortGrant } from './port-grant.ts';
import type { MemberPairs } from './wiring.ts';

/** Connections of one link, in parallel lists; members, ports and cages are counted from the first of the group or block. */
export interface LinkWires {
  readonly members: MemberPairs;
  readonly portA: Uint32Array;
  readonly portB: Uint32Array;
  readonly cageA: Uint32Array;
  readonly cageB: Uint32Array;
}

export interface Connections {
  /** Per link, in the order of the plans. */
  readonly wires: readonly LinkWires[];
  /** Per link: who meets whom; the same object as long as nobody meets anybody else. */
  readonly members: readonly MemberPairs[];
  readonly first: Uint32Array;
  readonly link: Uint32Array;
  readonly portA: Uint32Array;
  readonly portB: Uint32Array;
  readonly memberA: Uint32Array;
  readonly memberB: Uint32Array;
  readonly portConnection: Int32Array;
}

export function connectPairs(
  groups: Groups,
  plans: readonly LinkPlan[],
  grantOf: (plan: number, side: 'a' | 'b') => PortGrant | undefined,
  layouts: readonly PortLayout[],
  ports: PortSpace,
  memory: Memory,
): Connections {
  const wires = plans.map((plan, index) => {
    const layoutA = layouts[plan.blockA] as PortLayout;
    const layoutB = layouts[plan.blockB] as PortLayout;
    const grantA = grantOf(index, 'a');
    const grantB = grantOf(index, 'b');
    return memory.recall(`wires of ${plan.link.id}`, [plan.pairs, grantA, grantB, layoutA, layoutB], () =>
      grantA && grantB ? wireLink(plan.pairs, grantA, grantB, layoutA, layoutB) : NO_WIRES,
    );
  });
  const members = plans.map((plan, index) => {
    const own = wires[index] as LinkWires;
    return memory.settle(`members of ${plan.link.id}`, [own], () => own.members);
  });
  const first = new Uint32Array(plans.length + 1);
  wires.forEach((own, index) => {
    first[index + 1] = (first[index] as number) + own.portA.length;
  });
  const firstMembers = plans.flatMap((plan) => [
    firstMemberOf(groups, plan.groupA),
    firstMemberOf(groups, plan.groupB),
  ]);
  const firstPorts = plans.flatMap((plan) => [
    firstPortOf(groups, ports, plan.blockA),
    firstPortOf(groups, ports, plan.blockB),
  ]);
  return {
    wires,
    members,
    first,
    ...memory.recall('connected members', [...members, ...firstMembers], () =>
      joinMembers(members, first, firstMembers),
    ),
    ...memory.recall('connected ports', [ports.portCount, ...wires, ...firstPorts], () =>
      joinPorts(wires, first, firstPorts, ports.portCount),
    ),
  };
}

const NOTHING = new Uint32Array(0);
const NO_WIRES: LinkWires = {
  members: { a: NOTHING, b: NOTHING },
  portA: NOTHING,
  portB: NOTHING,
  cageA: NOTHING,
  cageB: NOTHING,
};

function firstMemberOf(groups: Groups, group: number): number {
  return (groups.groups[group] as NetGroup).firstMember;
}

function firstPortOf(groups: Groups, ports: PortSpace, block: number): number {
  return ports.cageFirstPort[(groups.blocks[block] as PlannedBlock).firstCage] as number;
}

/** The pairs for which both ends have a port; where that is all of them, the list of pairs itself. */
function wireLink(
  pairs: MemberPairs,
  grantA: PortGrant,
  grantB: PortGrant,
  layoutA: PortLayout,
  layoutB: PortLayout,
): LinkWires {
  const { a, b } = pairs;
  const allA = takePorts(a, grantA, layoutA.firstPort);
  const allB = takePorts(b, grantB, layoutB.firstPort);
  const isWhole = !allA.includes(NONE) && !allB.includes(NONE);
  const used = isWhole ? NOTHING : listWhole(allA, allB);
  const keep = (list: Int32Array | Uint32Array): Uint32Array => used.map((i) => list[i] as number);
  const portA = isWhole ? new Uint32Array(allA.buffer) : keep(allA);
  const portB = isWhole ? new Uint32Array(allB.buffer) : keep(allB);
  return {
    members: isWhole ? pairs : { a: keep(a), b: keep(b) },
    portA,
    portB,
    cageA: lookUp(portA, layoutA.cage),
    cageB: lookUp(portB, layoutB.cage),
  };
}

/** The port of each pair on one side: the members take theirs in the order of the pairs. NONE = there is none left. */
function takePorts(members: Uint32Array, grant: PortGrant, firstPort: Uint32Array): Int32Array {
  const taken = new Uint32Array(grant.granted.length);
  const ports = new Int32Array(members.length);
  for (let i = 0; i < members.length; i += 1) {
    const member = members[i] as number;
    const n = taken[member] as number;
    taken[member] = n + 1;
    ports[i] = locatePort(grant, member, n, firstPort);
  }
  return ports;
}

/** Pairs with a port at both ends. */
function listWhole(portA: Int32Array, portB: Int32Array): Uint32Array {
  const whole = new Uint32Array(portA.length);
  let count = 0;
  for (let i = 0; i < portA.length; i += 1) {
    if (portA[i] === NONE || portB[i] === NONE) continue;
    whole[count] = i;
    count += 1;
  }
  return count === whole.length ? whole : whole.slice(0, count);
}

function lookUp(places: Uint32Array, values: Uint32Array): Uint32Array {
  const found = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i += 1) found[i] = values[places[i] as number] as number;
  return found;
}

function joinMembers(
  members: readonly MemberPairs[],
  first: Uint32Array,
  firstMembers: readonly number[],
): Pick<Connections, 'link' | 'memberA' | 'memberB'> {
  const total = first.at(-1) as number;
  const link = new Uint32Array(total);
  const memberA = new Uint32Array(total);
  const memberB = new Uint32Array(total);
  members.forEach(({ a, b }, index) => {
    const at = first[index] as number;
    link.fill(index, at, first[index + 1]);
    copyShifted(a, memberA, at, firstMembers[2 * index] as number);
    copyShifted(b, memberB, at, firstMembers[2 * index + 1] as number);
  });
  return { link, memberA, memberB };
}

function joinPorts(
  wires: readonly LinkWires[],
  first: Uint32Array,
  firstPorts: readonly number[],
  portCount: number,
): Pick<Connections, 'portA' | 'portB' | 'portConnection'> {
  const total = first.at(-1) as number;
  const portA = new Uint32Array(total);
  const portB = new Uint32Array(total);
  const portConnection = new Int32Array(portCount).fill(NONE);
  wires.forEach((own, index) => {
    copyShifted(own.portA, portA, first[index] as number, firstPorts[2 * index] as number);
    copyShifted(own.portB, portB, first[index] as number, firstPorts[2 * index + 1] as number);
  });
  for (let connection = 0; connection < total; connection += 1) {
    portConnection[portA[connection] as number] = connection;
    portConnection[portB[connection] as number] = connection;
  }
  return { portA, portB, portConnection };
}
