import { checkCableReach, checkStockLength } from '../../../catalog/cable-fit.ts';
import type { Rule } from '../rule.ts';
import { isTwistedPair, judgeLink, skipUnsettled } from './judge-links.ts';

/** R11. A run beyond the cable's reach is rule R10's; patch cords are made to any length. */
export const stockLength: Rule = {
  id: 'R11',
  code: 'media.length',
  family: 'media',
  severity: 'error',
  title: 'Direct-attach cables are sold long enough',
  rationale: 'Copper comes in fixed lengths: a run of 1.7 m takes a cable of 2 m, one of 2.1 m may find none.',
  source: 'https://docs.nvidia.com/networking/display/mcp7y00nxxx800pub/ordering+information',
  subject: 'direct-attach links',
  check({ links }, tally) {
    for (const facts of links) {
      if (skipUnsettled(tally, facts, 1) || !facts.direct || isTwistedPair(facts.direct)) continue;
      const { cable } = facts.direct;
      const { lengthM } = facts.link;
      if (checkCableReach(cable, lengthM)?.isProven) continue;
      judgeLink(tally, facts, [checkStockLength(cable, lengthM)]);
    }
  },
};
