/** What carries the bytes between a job's domains: the fabric's technology, unless the servers' adapters say more. */
import type { NetBlock, NetFabric, NetGroup, Netlist } from '../netlist/netlist.ts';
import type { Transport } from './collective-inputs.ts';
import type { JobPlacement } from './job-placement.ts';

export function findTransport(netlist: Netlist, { fabricIndex, domains }: JobPlacement): Transport {
  const { technology } = netlist.fabrics[fabricIndex] as NetFabric;
  const example = domains.cables.connection[0];
  const link = example === undefined ? undefined : netlist.links[netlist.connectionLink[example] as number];
  const groupIndex = domains.group[0] as number;
  const group = netlist.groups[groupIndex] as NetGroup;
  if (link) {
    const { block } = netlist.blocks[link.groupA === groupIndex ? link.blockA : link.blockB] as NetBlock;
    if (block.protocols.includes('slingshot')) return 'slingshot';
    const elastic = findElastic([block.notes ?? '', ...group.adapters.map(({ part }) => part?.model ?? '')]);
    if (elastic !== null) return elastic;
  }
  return technology === 'infiniband' ? 'infiniband' : 'roce';
}

/** The cloud adapter named in a text, by its generation. */
function findElastic(texts: readonly string[]): Transport | null {
  for (const text of texts) {
    const generation = /\bEFA\s?v(\d)/i.exec(text)?.[1];
    if (generation === undefined) continue;
    return generation === '1' ? 'efa-v1' : generation === '2' ? 'efa-v2' : 'efa-v3';
  }
  return null;
}
