import type { Memory } from '../../../base/memory.ts';
import { countCables } from '../../count-cables.ts';
import { fibresPerConnection } from '../../../catalog/optics-fit.ts';
import { readSplitter } from '../../../catalog/splitter-fit.ts';
import { type NetBlock, type NetGroup, type Netlist, NONE } from '../../../netlist/netlist.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { Rule, RuleContext } from '../rule.ts';
import type { Tally } from '../tally.ts';

/** R19. The netlist checks itself: cages, ports, modules and cables are counted anew from the connections. */
export const counting: Rule = {
  id: 'R19',
  code: 'bom.counting',
  family: 'bom',
  severity: 'error',
  title: 'Cages, ports, modules and cables are counted each their own way',
  rationale:
    'A twin-port cage is one module, two ports and two fibres; a direct-attach cable replaces both modules. Published bills have mixed these up.',
  source: 'https://docs.nvidia.com/networking/display/QM97X0PUB/Interfaces',
  subject: 'counts',
  check(context, tally) {
    const { netlist, links } = context;
    compare(tally, 'used ports', countUsedPorts(context), 2 * netlist.connectionCount);
    compare(tally, 'transceivers', netlist.transceiverCount, countOpticalCages(context));
    const cablesOfLink = countCables(netlist);
    links.forEach((facts, index) => {
      const expected = countExpectedCables(context, facts);
      const counted = cablesOfLink[index] as number;
      if (expected === null) tally.skip(`the fibre connectors of ${facts.optics?.transceiverA.model} are not known`);
      else if (counted === expected) tally.pass();
      else tally.fail({ message: createMessage(`cables of ${facts.name}`, counted, expected), where: facts.where });
    });
  },
};

function compare(tally: Tally, what: string, counted: number, expected: number): void {
  if (counted === expected) tally.pass();
  else tally.fail({ message: createMessage(what, counted, expected), where: [] });
}

function createMessage(what: string, counted: number, expected: number): string {
  return `The ${what} do not add up: ${counted} counted, ${expected} follow from the connections. This is a fault of Weft, please report it.`;
}

/** By block, so that only those in which something has changed are gone through again. */
function countUsedPorts({ netlist, memory }: RuleContext): number {
  return sumBlocks(netlist, memory, 'used ports', ({ firstCage }, endCage) => {
    const end = netlist.cageFirstPort[endCage] as number;
    let used = 0;
    for (let port = netlist.cageFirstPort[firstCage] as number; port < end; port += 1) {
      if (netlist.portConnection[port] !== NONE) used += 1;
    }
    return used;
  });
}

/** Cages that a connection over fibre ends in: each takes one module. */
function countOpticalCages({ netlist, links, memory }: RuleContext): number {
  const { portCage, connectionPortA, connectionPortB } = netlist;
  return sumBlocks(netlist, memory, 'optical cages', (block, endCage) => {
    const isOptical = new Uint8Array(endCage - block.firstCage);
    let count = 0;
    for (const { link, optics } of links) {
      if (!optics) continue;
      for (const { at, ports } of [
        { at: link.blockA, ports: connectionPortA },
        { at: link.blockB, ports: connectionPortB },
      ]) {
        if (netlist.blocks[at] !== block) continue;
        for (let i = link.firstConnection; i < link.firstConnection + link.connectionCount; i += 1) {
          const cage = (portCage[ports[i] as number] as number) - block.firstCage;
          if (isOptical[cage] === 0) count += 1;
          isOptical[cage] = 1;
        }
      }
    }
    return count;
  });
}

function sumBlocks(
  netlist: Netlist,
  memory: Memory,
  what: string,
  count: (block: NetBlock, endCage: number) => number,
): number {
  return netlist.blocks.reduce((sum, block) => {
    const { deviceId, count: memberCount } = netlist.groups[block.group] as NetGroup;
    const cageCount = block.cagesPerMember * memberCount;
    const name = `${what} of ${deviceId}/${block.block.id}`;
    return sum + memory.recall(name, [block.filling, cageCount], () => count(block, block.firstCage + cageCount));
  }, 0);
}

/** Straight fibre: so many trunks a connection. Whatever joins several connections: as many as there are joints. */
function countExpectedCables({ netlist, memory }: RuleContext, { link, optics, a }: LinkFacts): number | null {
  if (optics && !(optics.cable && readSplitter(optics.cable))) {
    const trunks = a.site && fibresPerConnection(optics.transceiverA, a.site);
    return trunks === null ? null : link.connectionCount * trunks;
  }
  const fillings = [netlist.blocks[link.blockA]?.filling, netlist.blocks[link.blockB]?.filling];
  return memory.recall(`joints of ${link.linkId}`, [link.medium, ...fillings], () => {
    const end = link.firstConnection + link.connectionCount;
    const joints = new Set(netlist.connectionCable.subarray(link.firstConnection, end));
    joints.delete(NONE);
    return joints.size;
  });
}
