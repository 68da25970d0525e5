import type { Protocol } from '../../../catalog/part.ts';
import { type LinkFacts, listEnds } from '../link-facts.ts';
import type { Rule } from '../rule.ts';

const CLOSED: ReadonlySet<Protocol> = new Set(['nvlink', 'fabric']);
const NAMES: Readonly<Partial<Record<Protocol, string>>> = { nvlink: 'NVLink', fabric: 'a cell fabric' };

/** Whether one of the ports speaks nothing but a scale-up or cell-fabric protocol. */
export function isScaleUpLink(facts: LinkFacts): boolean {
  return listEnds(facts).some(({ block }) => isClosed(block.protocols));
}

function isClosed(protocols: readonly Protocol[]): boolean {
  return protocols.length > 0 && protocols.every((spoken) => CLOSED.has(spoken));
}

/** R21. */
export const scaleUpPorts: Rule = {
  id: 'R21',
  code: 'ports.scale-up',
  family: 'ports',
  severity: 'error',
  title: 'NVLink and fabric-element ports meet only their own kind',
  rationale:
    'Scale-up ports and the fabric ports of distributed chassis carry protocols of their own, so an Ethernet or InfiniBand port cannot talk to them.',
  source: 'https://docs.nvidia.com/enterprise-reference-architectures/nvl72-ai-factory/latest/components.html',
  subject: 'links',
  check({ links }, tally) {
    for (const facts of links) {
      const { a, b, name, where } = facts;
      if (!isScaleUpLink(facts)) {
        tally.pass();
        continue;
      }
      const [closed, other] = isClosed(a.block.protocols) ? [a, b] : [b, a];
      const spoken = closed.block.protocols.map((each) => NAMES[each] ?? each).join(' or ');
      if (other.block.protocols.length === 0) {
        tally.skip(`the protocols of the ${other.block.id} ports of ${other.group.name} are not known`);
      } else if (other.block.protocols.some((each) => closed.block.protocols.includes(each))) tally.pass();
      else {
        tally.fail({
          message: `${name}: the ${closed.block.id} ports of ${closed.group.name} speak ${spoken} only, the ${other.block.id} ports of ${other.group.name} do not; join them to ports of the same kind.`,
          where,
        });
      }
    }
  },
};
