import { checkCageSpeed, checkLaneCount } from '../../../catalog/cage-fit.ts';
import { checkPortBalance } from '../../../catalog/cable-fit.ts';
import { type Misfit, misfit, notKnown } from '../../../catalog/misfit.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { Rule } from '../rule.ts';
import { isTwistedPair, judgeLink, listPlugs, type SeatedPlug, skipUnsettled } from './judge-links.ts';

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
      const plugs = listPlugs(facts);
      const ends = plugs.map(({ plug, site }) => checkCageSpeed(plug, site) ?? checkLaneCount(plug, site));
      judgeLink(tally, facts, [...ends, ...checkBothEnds(facts, plugs)]);
    }
  },
};

function checkBothEnds({ a, b, optics, direct }: LinkFacts, [endA, endB]: readonly SeatedPlug[]): (Misfit | null)[] {
  if (optics && endA && endB) return [checkPairLanes(endA, endB)];
  if (!direct || isTwistedPair(direct) || !a.site || !b.site) return [];
  return [checkPortBalance(direct.cable, direct, a.site, b.site)];
}

/** Lanes of one connection at both ends. */
function checkPairLanes(a: SeatedPlug, b: SeatedPlug): Misfit | null {
  const [lanesA, lanesB] = [a, b].map(({ plug, site }) =>
    plug.lanes === null ? null : plug.lanes / site.portsPerCage,
  );
  if (lanesA === null || lanesA === undefined) return notKnown(`the lanes of ${a.plug.name} are not known`);
  if (lanesB === null || lanesB === undefined) return notKnown(`the lanes of ${b.plug.name} are not known`);
  if (lanesA === lanesB) return null;
  return misfit(`a port of ${a.plug.name} has ${lanesA} lanes, one of ${b.plug.name} ${lanesB}`);
}
