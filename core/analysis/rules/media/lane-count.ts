import { checkCageSpeed, checkLaneCount } from '../../../catalog/cage-fit.ts';
import { checkPortBalance } from '../../../catalog/cable-fit.ts';
import { type Misfit, misfit } from '../../../catalog/misfit.ts';
import type { OpticsLink } from '../../../catalog/optics-fit.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { Rule } from '../rule.ts';
import { isTwistedPair, judgeLink, listPlugs, skipUnsettled, toOpticsLink } from './judge-links.ts';

/** R05. */
export const laneCount: Rule = {
  id: 'R05',
  code: 'media.lanes',
  family: 'media',
  severity: 'error',
  title: 'Lanes add up, not only the speed',
  rationale: 'A twin-port 800G module is two links of 400G, not one of 800G; 8 x 100G and 4 x 200G are both 800G.',
  source: 'https://docs.nvidia.com/networking/display/QM97X0PUB/Interfaces',
  subject: 'comparisons of link ends',
  check({ links }, tally) {
    for (const facts of links) {
      if (skipUnsettled(tally, facts, 2)) continue;
      const ends = listPlugs(facts).map(({ plug, site }) => checkCageSpeed(plug, site) ?? checkLaneCount(plug, site));
      judgeLink(tally, facts, [...ends, ...checkBothEnds(facts)]);
    }
  },
};

function checkBothEnds(facts: LinkFacts): (Misfit | null)[] {
  const { a, b, optics, direct } = facts;
  const pair = optics && toOpticsLink(facts, optics);
  if (pair) return [checkPairLanes(pair)];
  if (!direct || isTwistedPair(direct) || !a.site || !b.site) return [];
  return [checkPortBalance(direct.cable, direct, a.site, b.site)];
}

/** Lanes of one connection at both ends. */
function checkPairLanes({ transceiverA, transceiverB, siteA, siteB }: OpticsLink): Misfit | null {
  const lanesA = transceiverA.lanes / siteA.portsPerCage;
  const lanesB = transceiverB.lanes / siteB.portsPerCage;
  if (lanesA === lanesB) return null;
  return misfit(`a port of ${transceiverA.model} has ${lanesA} lanes, one of ${transceiverB.model} ${lanesB}`);
}
