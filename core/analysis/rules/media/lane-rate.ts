import { checkLaneRate } from '../../../catalog/cage-fit.ts';
import { checkPairLaneRate, checkPairModulation } from '../../../catalog/optics-fit.ts';
import type { Rule } from '../rule.ts';
import { judgeLink, listPlugs, skipUnsettled, toOpticsLink } from './judge-links.ts';

/** R04. */
export const laneRate: Rule = {
  id: 'R04',
  code: 'media.lane-rate',
  family: 'media',
  severity: 'error',
  title: 'Lanes run at one rate and modulation from end to end',
  rationale: 'Optics do not fall back: 200G PAM4 lanes do not talk to 100G ones, nor those to 50G or 25G.',
  source: 'https://docs.nvidia.com/networking/display/400g100gpam4ovpub',
  subject: 'comparisons of link ends',
  check({ links }, tally) {
    for (const facts of links) {
      if (skipUnsettled(tally, facts, 2)) continue;
      const cages = listPlugs(facts).map(({ plug, site }) => checkLaneRate(plug, site));
      const pair = facts.optics && toOpticsLink(facts, facts.optics);
      judgeLink(tally, facts, pair ? [...cages, checkPairLaneRate(pair), checkPairModulation(pair)] : cages);
    }
  },
};
