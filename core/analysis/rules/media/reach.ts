import { checkCableReach } from '../../../catalog/cable-fit.ts';
import type { Misfit } from '../../../catalog/misfit.ts';
import { checkOpticsReach } from '../../../catalog/optics-fit.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { Rule } from '../rule.ts';
import { judgeLink, notChosenFibre, skipUnsettled } from './judge-links.ts';

/** R10. */
export const reach: Rule = {
  id: 'R10',
  code: 'media.reach',
  family: 'media',
  severity: 'error',
  title: 'The run is within reach',
  rationale:
    'Reach belongs to the pair: a 500 m module reaches 100 m when its partner does, and a single-mode splitter ends at 50 m.',
  source: 'https://docs.nvidia.com/networking/display/QM97X0PUB/Interfaces',
  subject: 'links',
  check({ links }, tally) {
    for (const facts of links) if (!skipUnsettled(tally, facts, 1)) judgeLink(tally, facts, [checkReach(facts)]);
  },
};

function checkReach(facts: LinkFacts): Misfit | null {
  const { optics, direct, link } = facts;
  if (direct) return checkCableReach(direct.cable, link.lengthM);
  if (!optics?.cable) return notChosenFibre(facts);
  return checkOpticsReach(optics.cable, optics, link.lengthM);
}
