/** Spells out every cage and every logical port, once the mode of each cage is settled. */
import type { Groups } from './groups.ts';
import { BLOCKED } from './netlist.ts';

export interface PortSpace {
  readonly cageMember: Uint32Array;
  readonly cageBlock: Uint32Array;
  readonly cageFirstPort: Uint32Array;
  readonly portCount: number;
  readonly portCage: Uint32Array;
}

export function enumeratePorts(groups: Groups, cageMode: Uint8Array): PortSpace {
  const { cageCount } = groups;
  const cageMember = new Uint32Array(cageCount);
  const cageBlock = new Uint32Array(cageCount);
  const cageFirstPort = new Uint32Array(cageCount + 1);
  let port = 0;
  groups.blocks.forEach((block, blockIndex) => {
    const group = groups.groups[block.group];
    if (!group) return;
    // A blocked cage is in no mode: the slot it reads stays 0.
    const portsByMode = new Uint32Array(BLOCKED + 1);
    portsByMode.set(block.block.modes.map((mode) => mode.portsPerCage));
    let cage = block.firstCage;
    for (let member = 0; member < group.count; member += 1) {
      for (let c = 0; c < block.cagesPerMember; c += 1, cage += 1) {
        cageMember[cage] = group.firstMember + member;
        cageBlock[cage] = blockIndex;
        cageFirstPort[cage] = port;
        port += portsByMode[cageMode[cage] as number] as number;
      }
    }
  });
  cageFirstPort[cageCount] = port;
  const portCage = new Uint32Array(port);
  for (let cage = 0; cage < cageCount; cage += 1) portCage.fill(cage, cageFirstPort[cage], cageFirstPort[cage + 1]);
  return { cageMember, cageBlock, cageFirstPort, portCount: port, portCage };
}
