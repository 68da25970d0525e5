/** A fabric's part of the report is worked out anew only when an edit touches what it rests on. */
import type { Memory } from '../base/memory.ts';
import type { NetBlock, NetFabric, NetGroup, Netlist } from '../netlist/netlist.ts';
import { computeFabric } from './fabrics.ts';
import type { FabricReport } from './report.ts';

export function recallFabric(netlist: Netlist, index: number, memory: Memory): FabricReport {
  const fabric = netlist.fabrics[index] as NetFabric;
  return memory.recall(`fabric ${fabric.fabricId}`, listFabricInputs(netlist, index), () =>
    computeFabric(netlist, index, memory),
  );
}

/** All that the analyses of a fabric read, except where its members stand among those of the whole design. */
export function listFabricInputs(netlist: Netlist, index: number): unknown[] {
  const { fabricId, name, purpose, technology, targetOversubscription } = netlist.fabrics[index] as NetFabric;
  const { failures } = netlist;
  const inputs: unknown[] = [fabricId, name, purpose, technology, targetOversubscription, failures];
  const groups = new Set<number>();
  for (const link of netlist.links) {
    if (link.fabric !== index) continue;
    groups.add(link.groupA).add(link.groupB);
    const ends = [link.blockA, link.blockB].flatMap((block) => {
      const { role, gbpsPerLane } = (netlist.blocks[block] as NetBlock).block;
      return [role, gbpsPerLane];
    });
    const { linkId, pattern, speedGbps, lengthM, stockLengthM, requestedCount, connectionCount, wiring } = link;
    inputs.push(linkId, link.groupA, link.groupB, ...ends, pattern, speedGbps, stockLengthM ?? lengthM);
    inputs.push(requestedCount, connectionCount, wiring);
    // What is broken is numbered as the whole design is.
    if (failures !== null) inputs.push(link.firstConnection);
  }
  for (const group of groups) {
    const { deviceId, role, part, count, membersPerPod, podCount, firstMember } = netlist.groups[group] as NetGroup;
    inputs.push(deviceId, role, part, count, membersPerPod, podCount);
    if (failures !== null) inputs.push(firstMember);
  }
  return inputs;
}
