/** Port use by port block: cages and logical ports, owned, used and free. */
import type { Memory } from '../base/memory.ts';
import { BLOCKED, type NetBlock, type NetGroup, type Netlist, NONE } from '../netlist/netlist.ts';
import type { PortUse } from './report.ts';

export function computePortUse(netlist: Netlist, memory: Memory): PortUse[] {
  return netlist.blocks.map((block) => {
    const group = netlist.groups[block.group] as NetGroup;
    const { deviceId, name, count } = group;
    const inputs = [block.filling, block.block, block.cagesPerMember, deviceId, name, count];
    return memory.recall(`use of ${deviceId}/${block.block.id}`, inputs, () => computeBlockUse(netlist, group, block));
  });
}

function computeBlockUse(netlist: Netlist, group: NetGroup, netBlock: NetBlock): PortUse {
  const { block, cagesPerMember, firstCage } = netBlock;
  let portsOwned = 0;
  let portsUsed = 0;
  let cagesUsed = 0;
  let cagesBlocked = 0;
  let usedPerMemberMax = 0;
  let usedPerMemberMin = Number.POSITIVE_INFINITY;
  let freePerMemberMin = Number.POSITIVE_INFINITY;
  const usedModes = new Set<number>();
  for (let member = 0; member < group.count; member += 1) {
    let owned = 0;
    let used = 0;
    for (let c = 0; c < cagesPerMember; c += 1) {
      const cage = firstCage + member * cagesPerMember + c;
      if (netlist.cageMode[cage] === BLOCKED) cagesBlocked += 1;
      const first = netlist.cageFirstPort[cage] as number;
      const end = netlist.cageFirstPort[cage + 1] as number;
      let usedInCage = 0;
      for (let port = first; port < end; port += 1) if (netlist.portConnection[port] !== NONE) usedInCage += 1;
      owned += end - first;
      used += usedInCage;
      if (usedInCage > 0) {
        cagesUsed += 1;
        usedModes.add(netlist.cageMode[cage] as number);
      }
    }
    portsOwned += owned;
    portsUsed += used;
    usedPerMemberMax = Math.max(usedPerMemberMax, used);
    usedPerMemberMin = Math.min(usedPerMemberMin, used);
    freePerMemberMin = Math.min(freePerMemberMin, owned - used);
  }
  const modes = usedModes.size > 0 ? [...usedModes] : block.modes.length > 0 ? [0] : [];
  return {
    deviceId: group.deviceId,
    deviceName: group.name,
    blockId: block.id,
    role: block.role,
    formFactor: block.formFactor,
    memberCount: group.count,
    cagesPerMember,
    cagesUsed,
    cagesBlocked,
    portsOwned,
    portsUsed,
    portsFree: portsOwned - portsUsed,
    usedPerMemberMax,
    usedPerMemberMin,
    freePerMemberMin,
    speedsGbps: modes.map((mode) => block.modes[mode]?.speedGbps as number).sort((x, y) => y - x),
  };
}
