import { checkFormFactor } from '../../../catalog/cage-fit.ts';
import { CO_PACKAGED, RJ45 } from '../../../catalog/form-factor.ts';
import type { MediumSite } from '../../../catalog/medium-site.ts';
import { type Misfit, misfit, notKnown } from '../../../catalog/misfit.ts';
import type { LinkCable, LinkFacts } from '../link-facts.ts';
import { isTwistedPair, judgeLink, listPlugs, skipUnsettled } from '../media/judge-links.ts';
import type { Rule } from '../rule.ts';

/** R01. Co-packaged ports take no plug at all: that is rule R20's. */
export const formFactor: Rule = {
  id: 'R01',
  code: 'ports.form-factor',
  family: 'ports',
  severity: 'error',
  title: 'Every module and plug goes into its cage',
  rationale:
    'OSFP and QSFP are mechanically different families: QSFP-DD also takes QSFP56 and QSFP28, OSFP takes none of them.',
  source: 'https://docs.nvidia.com/networking/display/bf3dpu/supported+interfaces',
  subject: 'link ends',
  check({ links }, tally) {
    for (const facts of links) {
      if (skipUnsettled(tally, facts, 2)) continue;
      if (facts.direct && isTwistedPair(facts.direct)) judgeLink(tally, facts, checkJacks(facts, facts.direct));
      else judgeLink(tally, facts, checkCages(facts));
    }
  },
};

function checkCages(facts: LinkFacts): (Misfit | null)[] {
  return listPlugs(facts)
    .filter(({ site }) => site.formFactor !== CO_PACKAGED)
    .map(({ plug, site }) => checkFormFactor(plug, site));
}

function checkJacks({ a, b }: LinkFacts, { cable }: LinkCable): (Misfit | null)[] {
  const sites = [a.site, b.site].filter((site): site is MediumSite => site !== null);
  return sites.map(({ formFactor: jack }) => {
    if (jack === null) return notKnown('the form factor of the cage is not known');
    return jack === RJ45 ? null : misfit(`${cable.model} joins RJ45 jacks, the port is ${jack}`);
  });
}
