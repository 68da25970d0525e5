/** Rules that elaboration checks itself while it hands out ports: here they get their place among the others. */
import type { Rule, RuleContext } from '../rule.ts';
import type { Tally } from '../tally.ts';

/** Adopts the findings; the objects that have none pass. */
function adoptAll(rule: Rule, { diagnostics }: RuleContext, tally: Tally, objectCount: number): void {
  const own = diagnostics.filter(({ code }) => rule.adopts?.includes(code));
  for (const finding of own) tally.adopt(finding);
  tally.pass(Math.max(0, objectCount - own.length));
}

export const portCount: Rule = {
  id: 'ports.overrun',
  code: 'ports.overrun',
  family: 'ports',
  severity: 'error',
  title: 'No device needs more ports than it has',
  rationale: 'A cable without a port at one end connects nothing.',
  source: 'Follows from counting ports',
  subject: 'port blocks',
  adopts: ['ports.overrun'],
  check(context, tally) {
    adoptAll(portCount, context, tally, context.netlist.blocks.length);
  },
};

export const portsKnown: Rule = {
  id: 'ports.known',
  code: 'ports.unknown',
  family: 'ports',
  severity: 'error',
  title: 'Links end at ports that are known and free',
  rationale: 'Ports that nobody has described, or that another link holds, cannot be cabled.',
  source: 'Follows from counting ports',
  subject: 'links',
  adopts: ['ports.unknown', 'ports.missing', 'ports.conflict'],
  check(context, tally) {
    adoptAll(portsKnown, context, tally, context.netlist.links.length);
  },
};

export const partsKnown: Rule = {
  id: 'bom.parts',
  code: 'part.missing',
  family: 'bom',
  severity: 'error',
  title: 'Every device is a part of the catalog',
  rationale: 'A part that nobody describes has no ports, no power and no price.',
  source: 'Follows from counting parts',
  subject: 'device groups',
  adopts: ['part.missing'],
  check(context, tally) {
    adoptAll(partsKnown, context, tally, context.netlist.groups.length);
  },
};

/** Growth: elaboration tells an overrun that day 1 does not have from one that it has. */
export const laterPhases: Rule = {
  id: 'growth.ports',
  code: 'growth.ports',
  family: 'growth',
  severity: 'warning',
  title: 'Day 1 leaves the ports that later phases need',
  rationale:
    'Ports that the first purchase fills must be freed, or more switches bought, before the next one can be cabled.',
  source: 'Follows from counting ports by phase',
  subject: 'port blocks that several phases share',
  adopts: ['growth.ports'],
  check(context, tally) {
    adoptAll(laterPhases, context, tally, countSharedBlocks(context));
  },
};

function countSharedBlocks({ netlist, links }: RuleContext): number {
  const phases = new Map<number, Set<number>>();
  for (const { link, a, b } of links) {
    for (const block of [link.blockA, link.blockB]) {
      let seen = phases.get(block);
      if (!seen) phases.set(block, (seen = new Set()));
      seen.add(Math.max(a.group.phase, b.group.phase));
    }
  }
  return netlist.blocks.filter((_, index) => (phases.get(index)?.size ?? 0) > 1).length;
}
