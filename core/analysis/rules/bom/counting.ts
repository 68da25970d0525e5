import { countCables } from '../../count-cables.ts';
import { fibresPerConnection } from '../../../catalog/optics-fit.ts';
import { readSplitter } from '../../../catalog/splitter-fit.ts';
import { type Netlist, NONE } from '../../../netlist/netlist.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { Rule } from '../rule.ts';
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
  check({ netlist, links }, tally) {
    compare(tally, 'used ports', countUsedPorts(netlist), 2 * netlist.connectionCount);
    compare(tally, 'transceivers', netlist.transceiverCount, countOpticalCages(netlist, links));
    const cablesOfLink = countCables(netlist);
    links.forEach((facts, index) => {
      const expected = countExpectedCables(netlist, facts);
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

function countUsedPorts(netlist: Netlist): number {
  let used = 0;
  for (const connection of netlist.portConnection) if (connection !== NONE) used += 1;
  return used;
}

/** Cages that a connection over fibre ends in: each takes one module. */
function countOpticalCages(netlist: Netlist, links: readonly LinkFacts[]): number {
  const isOptical = new Uint8Array(netlist.cageCount);
  let count = 0;
  const { portCage, connectionPortA, connectionPortB } = netlist;
  for (const { link, optics } of links) {
    if (!optics) continue;
    for (let i = link.firstConnection; i < link.firstConnection + link.connectionCount; i += 1) {
      const cageA = portCage[connectionPortA[i] as number] as number;
      const cageB = portCage[connectionPortB[i] as number] as number;
      if (isOptical[cageA] === 0) count += 1;
      isOptical[cageA] = 1;
      if (isOptical[cageB] === 0) count += 1;
      isOptical[cageB] = 1;
    }
  }
  return count;
}

/** Straight fibre: so many trunks a connection. Whatever joins several connections: as many as there are joints. */
function countExpectedCables(netlist: Netlist, { link, optics, a }: LinkFacts): number | null {
  if (optics && !(optics.cable && readSplitter(optics.cable))) {
    const trunks = a.site && fibresPerConnection(optics.transceiverA, a.site);
    return trunks === null ? null : link.connectionCount * trunks;
  }
  const joints = new Set(
    netlist.connectionCable.subarray(link.firstConnection, link.firstConnection + link.connectionCount),
  );
  joints.delete(NONE);
  return joints.size;
}
