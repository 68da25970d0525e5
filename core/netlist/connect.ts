/** Puts the pairs of every link onto the granted ports: one connection per pair for which both ends still have one. */
import type { PortSpace } from './enumerate-ports.ts';
import type { Groups } from './groups.ts';
import { NONE, type NetGroup } from './netlist.ts';
import type { LinkPlan } from './plan-links.ts';
import { locatePort, type PortGrant } from './port-grant.ts';

export interface Connections {
  /** Per link, in the order of the plans. */
  readonly first: Uint32Array;
  readonly count: Uint32Array;
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
  ports: PortSpace,
): Connections {
  let capacity = 0;
  for (const plan of plans) capacity += plan.pairs.a.length;
  const link = new Uint32Array(capacity);
  const portA = new Uint32Array(capacity);
  const portB = new Uint32Array(capacity);
  const memberOfA = new Uint32Array(capacity);
  const memberOfB = new Uint32Array(capacity);
  const portConnection = new Int32Array(ports.portCount).fill(NONE);
  const first = new Uint32Array(plans.length);
  const count = new Uint32Array(plans.length);
  let connection = 0;
  plans.forEach((plan, index) => {
    first[index] = connection;
    const grantA = grantOf(index, 'a');
    const grantB = grantOf(index, 'b');
    if (!grantA || !grantB) return;
    const groupA = groups.groups[plan.groupA] as NetGroup;
    const groupB = groups.groups[plan.groupB] as NetGroup;
    const takenA = new Uint32Array(groupA.count);
    const takenB = new Uint32Array(groupB.count);
    const { a, b } = plan.pairs;
    for (let i = 0; i < a.length; i += 1) {
      const memberA = a[i] as number;
      const memberB = b[i] as number;
      const x = takenA[memberA] as number;
      const y = takenB[memberB] as number;
      takenA[memberA] = x + 1;
      takenB[memberB] = y + 1;
      const pa = locatePort(grantA, memberA, x, ports.cageFirstPort);
      const pb = locatePort(grantB, memberB, y, ports.cageFirstPort);
      if (pa === NONE || pb === NONE) continue;
      link[connection] = index;
      portA[connection] = pa;
      portB[connection] = pb;
      memberOfA[connection] = groupA.firstMember + memberA;
      memberOfB[connection] = groupB.firstMember + memberB;
      portConnection[pa] = connection;
      portConnection[pb] = connection;
      connection += 1;
    }
    count[index] = connection - (first[index] as number);
  });
  return {
    first,
    count,
    link: link.slice(0, connection),
    portA: portA.slice(0, connection),
    portB: portB.slice(0, connection),
    memberA: memberOfA.slice(0, connection),
    memberB: memberOfB.slice(0, connection),
    portConnection,
  };
}
