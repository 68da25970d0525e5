/** A netlist of pairs: member i of one group to member i of the other by one fibre. For trials of size. */
import { NONE, type NetGroup, type Netlist } from '#core/netlist/netlist.ts';
import { smallNetlist } from './small-network.ts';

export function createPairs(pairCount: number): Netlist {
  const [groupA, groupB] = smallNetlist.groups as [NetGroup, NetGroup];
  const [link] = smallNetlist.links;
  const [blockA, blockB] = smallNetlist.blocks;
  if (!link || !blockA || !blockB) throw new Error('the small network has changed');
  const count = (size: number, value: (index: number) => number) =>
    Uint32Array.from({ length: size }, (_, i) => value(i));
  const portCount = pairCount * 2;
  return {
    ...smallNetlist,
    groups: [
      { ...groupA, count: pairCount },
      { ...groupB, count: pairCount, firstMember: pairCount },
    ],
    blocks: [
      { ...blockA, cagesPerMember: 1, firstCage: 0 },
      { ...blockB, cagesPerMember: 1, firstCage: pairCount },
    ],
    links: [{ ...link, firstConnection: 0, connectionCount: pairCount, requestedCount: pairCount }],
    memberCount: portCount,
    memberGroup: count(portCount, (i) => (i < pairCount ? 0 : 1)),
    memberRack: new Int32Array(portCount).fill(NONE),
    memberUnit: new Uint16Array(portCount),
    memberFace: new Uint8Array(portCount),
    cageCount: portCount,
    cageMember: count(portCount, (i) => i),
    cageBlock: count(portCount, (i) => (i < pairCount ? 0 : 1)),
    cageMode: new Uint8Array(portCount),
    cageFirstPort: count(portCount + 1, (i) => i),
    portCount,
    portCage: count(portCount, (i) => i),
    portConnection: Int32Array.from({ length: portCount }, (_, i) => i % pairCount),
    connectionCount: pairCount,
    connectionLink: new Uint32Array(pairCount),
    connectionPortA: count(pairCount, (i) => i),
    connectionPortB: count(pairCount, (i) => pairCount + i),
    connectionMemberA: count(pairCount, (i) => i),
    connectionMemberB: count(pairCount, (i) => pairCount + i),
    connectionCable: Int32Array.from({ length: pairCount }, (_, i) => i),
    connectionLengthM: new Float32Array(pairCount).fill(link.lengthM),
    connectionRouted: new Uint8Array(pairCount),
    cableCount: pairCount,
    cableLink: new Uint32Array(pairCount),
    cableCageA: count(pairCount, (i) => i),
    cableCageB: count(pairCount, (i) => pairCount + i),
    cableLengthM: new Float32Array(pairCount).fill(link.lengthM),
    cableStock: new Uint32Array(pairCount),
  };
}
