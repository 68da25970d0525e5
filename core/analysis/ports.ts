/** Port use by port block: cages and logical ports, owned, used and free. */
import type { NetBlock, NetGroup, Netlist } from '../netlist/netlist.ts';
import type { BlockCensus } from './block-census.ts';
import type { PortUse } from './report.ts';

export function computePortUse(netlist: Netlist, censuses: readonly BlockCensus[]): PortUse[] {
  return netlist.blocks.map((block, index) =>
    describeUse(netlist.groups[block.group] as NetGroup, block, censuses[index] as BlockCensus),
  );
}

function describeUse(group: NetGroup, { block, cagesPerMember }: NetBlock, census: BlockCensus): PortUse {
  const { portsOwned, portsUsed, usedModes } = census;
  const modes = usedModes.length > 0 ? usedModes : block.modes.length > 0 ? [0] : [];
  return {
    deviceId: group.deviceId,
    deviceName: group.name,
    blockId: block.id,
    role: block.role,
    formFactor: block.formFactor,
    memberCount: group.count,
    cagesPerMember,
    cagesUsed: census.cagesUsed,
    cagesBlocked: census.cagesBlocked,
    portsOwned,
    portsUsed,
    portsFree: portsOwned - portsUsed,
    usedPerMemberMax: census.usedPerMemberMax,
    usedPerMemberMin: census.usedPerMemberMin,
    freePerMemberMin: census.freePerMemberMin,
    speedsGbps: modes.map((mode) => block.modes[mode]?.speedGbps as number).sort((x, y) => y - x),
  };
}
