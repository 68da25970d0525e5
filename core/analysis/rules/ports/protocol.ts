import { checkCommonProtocol } from '../../../catalog/cage-fit.ts';
import type { Protocol } from '../../../catalog/part.ts';
import { judgeLink } from '../media/judge-links.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { Rule } from '../rule.ts';
import { isScaleUpLink } from './scale-up-ports.ts';

/** R03. Scale-up and cell-fabric ports have a rule of their own, R21. */
export const protocol: Rule = {
  id: 'R03',
  code: 'ports.protocol',
  family: 'ports',
  severity: 'error',
  title: 'One protocol runs from port to port',
  rationale:
    'Some modules and cables are for Ethernet only and some for InfiniBand only; ports of different protocols never link.',
  source: 'https://networking-docs.nvidia.com/interconnect',
  subject: 'links',
  check({ links }, tally) {
    for (const facts of links) {
      if (!isScaleUpLink(facts)) judgeLink(tally, facts, [checkCommonProtocol(listProtocols(facts))]);
    }
  },
};

/** Of every element between and including the two ports. Without a medium, the ports alone. */
function listProtocols({ a, b, optics, direct }: LinkFacts): (readonly Protocol[])[] {
  const medium = optics
    ? [optics.transceiverA, ...(optics.cable ? [optics.cable] : []), optics.transceiverB]
    : direct
      ? [direct.cable]
      : [];
  return [a.block.protocols, ...medium.map((part) => part.protocols), b.block.protocols];
}
