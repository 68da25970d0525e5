/** Spells out every cage and every logical port, once the mode of each cage is settled. */
import type { Memory } from '../base/memory.ts';
import type { Groups, PlannedBlock } from './groups.ts';
import { BLOCKED, type NetGroup } from './netlist.ts';

/** Cages and ports of one block, both counted from its first. */
export interface PortLayout {
  readonly modes: Uint8Array;
  /** Length cages + 1: ports of cage c are firstPort[c] .. firstPort[c + 1] - 1. */
  readonly firstPort: Uint32Array;
  readonly cage: Uint32Array;
}

export interface PortSpace {
  readonly cageMember: Uint32Array;
  readonly cageBlock: Uint32Array;
  readonly cageMode: Uint8Array;
  readonly cageFirstPort: Uint32Array;
  readonly portCount: number;
  readonly portCage: Uint32Array;
}

/** By block; `modes` as allocation gives them. */
export function layOutPorts(groups: Groups, modes: readonly (Uint8Array | null)[], memory: Memory): PortLayout[] {
  return groups.blocks.map((block, index) => {
    const group = groups.groups[block.group] as NetGroup;
    const cageCount = block.cagesPerMember * group.count;
    const own = modes[index] ?? null;
    const name = `layout of ${group.deviceId}/${block.block.id}`;
    return memory.recall(name, [block.block, cageCount, own], () =>
      layOutBlock(block, own ?? new Uint8Array(cageCount)),
    );
  });
}

function layOutBlock({ block }: PlannedBlock, modes: Uint8Array): PortLayout {
  // A blocked cage is in no mode: the slot it reads stays 0.
  const portsByMode = new Uint32Array(BLOCKED + 1);
  portsByMode.set(block.modes.map((mode) => mode.portsPerCage));
  const cageCount = modes.length;
  const firstPort = new Uint32Array(cageCount + 1);
  let next = 0;
  for (let c = 0; c < cageCount; c += 1) {
    firstPort[c] = next;
    next += portsByMode[modes[c] as number] as number;
  }
  firstPort[cageCount] = next;
  const cage = new Uint32Array(next);
  for (let c = 0, port = 0; c < cageCount; c += 1) {
    const end = firstPort[c + 1] as number;
    for (; port < end; port += 1) cage[port] = c;
  }
  return { modes, firstPort, cage };
}

export function enumeratePorts(groups: Groups, layouts: readonly PortLayout[], memory: Memory): PortSpace {
  const firstMembers = groups.blocks.map(({ group }) => groups.groups[group]?.firstMember);
  const sizes = groups.blocks.flatMap((block) => [block.firstCage, block.cagesPerMember]);
  const cages = memory.recall('cages', [groups.cageCount, ...firstMembers, ...sizes], () => enumerateCages(groups));
  const ports = memory.recall('ports', layouts, () => joinLayouts(groups.cageCount, layouts));
  return { ...cages, ...ports };
}

function enumerateCages({ groups, blocks, cageCount }: Groups): Pick<PortSpace, 'cageMember' | 'cageBlock'> {
  const cageMember = new Uint32Array(cageCount);
  const cageBlock = new Uint32Array(cageCount);
  blocks.forEach(({ group, firstCage, cagesPerMember }, index) => {
    const { firstMember, count } = groups[group] as NetGroup;
    cageBlock.fill(index, firstCage, firstCage + cagesPerMember * count);
    fillSteps(cageMember, firstCage, cagesPerMember, firstMember, count);
  });
  return { cageMember, cageBlock };
}

/** The same number for `length` places on end, then the next number, for `count` numbers. */
function fillSteps(target: Uint32Array, at: number, length: number, first: number, count: number): void {
  let place = at;
  for (let number = first; number < first + count; number += 1) {
    const end = place + length;
    for (; place < end; place += 1) target[place] = number;
  }
}

/** One after the other: blocks are numbered as their cages are. */
function joinLayouts(cageCount: number, layouts: readonly PortLayout[]): Omit<PortSpace, 'cageMember' | 'cageBlock'> {
  const cageMode = new Uint8Array(cageCount);
  const cageFirstPort = new Uint32Array(cageCount + 1);
  const portCount = layouts.reduce((sum, { cage }) => sum + cage.length, 0);
  const portCage = new Uint32Array(portCount);
  let firstCage = 0;
  let firstPort = 0;
  for (const { modes, firstPort: ports, cage } of layouts) {
    cageMode.set(modes, firstCage);
    copyShifted(ports, cageFirstPort, firstCage, firstPort);
    copyShifted(cage, portCage, firstPort, firstCage);
    firstCage += modes.length;
    firstPort += cage.length;
  }
  return { cageMode, cageFirstPort, portCount, portCage };
}

/** Copies local numbers to place `at` of a list of all, where the first of them is `shift`. */
export function copyShifted(source: Uint32Array, target: Uint32Array, at: number, shift: number): void {
  if (shift === 0) {
    target.set(source, at);
    return;
  }
  for (let i = 0; i < source.length; i += 1) target[at + i] = (source[i] as number) + shift;
}
