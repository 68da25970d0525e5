import { countCables } from '../../count-cables.ts';
import { fibresPerConnection } from '../../../catalog/optics-fit.ts';
import { readSplitter } from '../../../catalog/splitter-fit.ts';
import { NONE } from '../../../netlist/netlist.ts';
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
    const { netlist, links, censuses } = context;
    const usedPorts = censuses.reduce((sum, { portsUsed }) => sum + portsUsed, 0);
    // Each of them takes one module.
    const opticalCages = censuses.reduce((sum, { cagesOptical }) => sum + cagesOptical, 0);
    compare(tally, 'used ports', usedPorts, 2 * netlist.connectionCount);
    compare(tally, 'transceivers', netlist.transceiverCount, opticalCages);
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

/** Straight fibre: so many trunks a connection. Whatever joins several connections: as many as there are joints. */
function countExpectedCables({ netlist, memory }: RuleContext, { link, optics, a }: LinkFacts): number | null {
  if (optics && !(optics.cable && readSplitter(optics.cable))) {
    const trunks = a.site && fibresPerConnection(optics.transceiverA, a.site);
    return trunks === null ? null : link.connectionCount * trunks;
  }
  const fillings = [netlist.blocks[link.blockA]?.filling, netlist.blocks[link.blockB]?.filling];
  return memory.recall(`joint count of ${link.linkId}`, [link.medium, ...fillings], () => {
    const end = link.firstConnection + link.connectionCount;
    return countDifferent(netlist.connectionCable.subarray(link.firstConnection, end));
  });
}

/** Cables of one link stand close together, so the marks span theirs and not those of the whole design. */
function countDifferent(cables: Int32Array): number {
  let first = Number.POSITIVE_INFINITY;
  let last = NONE;
  for (let i = 0; i < cables.length; i += 1) {
    const cable = cables[i] as number;
    if (cable === NONE) continue;
    if (cable < first) first = cable;
    if (cable > last) last = cable;
  }
  if (last === NONE) return 0;
  const isSeen = new Uint8Array(last - first + 1);
  let count = 0;
  for (let i = 0; i < cables.length; i += 1) {
    const cable = cables[i] as number;
    if (cable === NONE || isSeen[cable - first] === 1) continue;
    isSeen[cable - first] = 1;
    count += 1;
  }
  return count;
}
