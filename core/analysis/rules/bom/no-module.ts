import { formatCount } from '../../../base/format-count.ts';
import { CO_PACKAGED, RJ45 } from '../../../catalog/form-factor.ts';
import { type Misfit, misfit, notKnown } from '../../../catalog/misfit.ts';
import { formatMemberName } from '../../../netlist/names.ts';
import { type NetGroup, NONE, type Netlist } from '../../../netlist/netlist.ts';
import { type LinkEndFacts, type LinkFacts } from '../link-facts.ts';
import { judgeLink } from '../media/judge-links.ts';
import type { Rule, RuleContext } from '../rule.ts';
import type { Tally } from '../tally.ts';

/** R20. */
export const noModule: Rule = {
  id: 'R20',
  code: 'bom.no-module',
  family: 'bom',
  severity: 'error',
  title: 'Co-packaged and direct-attach ends take no transceiver',
  rationale: 'Co-packaged switches take the fibre itself, and a direct-attach cable brings its own ends.',
  source: 'https://www.nvidia.com/en-us/networking/products/silicon-photonics/',
  subject: 'ends of links and cages with modules',
  check(context, tally) {
    for (const facts of context.links) {
      if (!facts.optics) continue;
      const { transceiverA, transceiverB } = facts.optics;
      judgeLink(tally, facts, [checkEnd(facts.a, transceiverA.model), checkEnd(facts.b, transceiverB.model)]);
    }
    checkSharedCages(context, tally);
  },
};

function checkEnd({ group, block }: LinkEndFacts, model: string): Misfit | null {
  if (block.formFactor === null)
    return notKnown(`the form factor of the ${block.id} ports of ${group.name} is not known`);
  if (block.formFactor !== CO_PACKAGED && block.formFactor !== RJ45) return null;
  const port = block.formFactor === RJ45 ? 'an RJ45 jack' : 'co-packaged and takes the fibre itself';
  return misfit(`${model} has no place on ${group.name}, whose ${block.id} port is ${port}`);
}

/** A cage that two links share can hold a module or a direct-attach plug, not both. */
function checkSharedCages({ netlist, links }: RuleContext, tally: Tally): void {
  const ofModules = new Set(links.flatMap(({ optics, link }) => (optics ? [link.blockA, link.blockB] : [])));
  const direct = links.filter(
    ({ direct: medium, link }) => medium !== null && (ofModules.has(link.blockA) || ofModules.has(link.blockB)),
  );
  if (direct.length === 0 || netlist.transceiverCount === 0) {
    tally.pass(netlist.transceiverCount);
    return;
  }
  const linkOfCage = new Int32Array(netlist.cageCount).fill(NONE);
  direct.forEach(({ link }, index) => {
    for (let i = link.firstConnection; i < link.firstConnection + link.connectionCount; i += 1) {
      linkOfCage[netlist.portCage[netlist.connectionPortA[i] as number] as number] = index;
      linkOfCage[netlist.portCage[netlist.connectionPortB[i] as number] as number] = index;
    }
  });
  let first = NONE;
  let count = 0;
  for (const cage of netlist.transceiverCage) {
    if (linkOfCage[cage] === NONE) continue;
    count += 1;
    if (first === NONE) first = cage;
  }
  tally.pass(netlist.transceiverCount - count);
  const facts = direct[linkOfCage[first] ?? NONE];
  if (facts) failShared(netlist, facts, first, count, tally);
}

function failShared(netlist: Netlist, facts: LinkFacts, cage: number, count: number, tally: Tally): void {
  const member = netlist.cageMember[cage] as number;
  const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
  const index = member - group.firstMember;
  const name = formatMemberName(group.nameTemplate, index, Math.floor(index / group.membersPerPod));
  tally.fail(
    {
      message: `${facts.name}: a cage of ${name} would hold a plug of ${facts.direct?.cable.model} and another link's transceiver${count > 1 ? ` (${formatCount(count)} cages in all)` : ''}; use optics on both links or free a cage.`,
      where: [...facts.where, { kind: 'device', id: group.deviceId, member: index }],
    },
    count,
  );
}
