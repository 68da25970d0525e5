/** Rules on fibre splitters: one connector of a module leads to several others. */
import { formatCount } from '../../../base/format-count.ts';
import { type Misfit, misfit, notKnown } from '../../../catalog/misfit.ts';
import type { OpticsLink } from '../../../catalog/optics-fit.ts';
import {
  checkSplittable,
  findHub,
  listUnconfirmedTails,
  readSplitter,
  type Splitter,
} from '../../../catalog/splitter-fit.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { Rule } from '../rule.ts';
import { judgeLink, toOpticsLink } from './judge-links.ts';

/** R13. */
export const wdmSplitter: Rule = {
  id: 'R13',
  code: 'media.wdm-splitter',
  family: 'media',
  severity: 'error',
  title: 'No fibre splitter on wavelength-multiplexed optics',
  rationale: 'FR4, LR4 and CWDM4 put all lanes on one fibre; a splitter divides fibres, not wavelengths.',
  source: 'https://docs.nvidia.com/networking/display/400g100gpam4ovpub',
  subject: 'ends of split links',
  check({ links }, tally) {
    for (const facts of links) {
      const split = findSplit(facts);
      if (split) judgeLink(tally, facts, [split.transceiverA, split.transceiverB].map(checkSplittable));
    }
  },
};

/** R14. Nobody states whether a port below its full rate can do with the lanes of a tail: then it stays open. */
export const splitterSpeed: Rule = {
  id: 'R14',
  code: 'media.splitter-speed',
  family: 'media',
  severity: 'error',
  title: 'A split port runs its share of the speed',
  rationale: 'Each tail of a 1:2 fibre splitter carries half the lanes: two ports of 200G out of one of 400G.',
  source: 'https://docs.nvidia.com/networking/display/MMA1Z00NS400T/Overview',
  subject: 'split links',
  check({ links }, tally) {
    for (const facts of links) {
      const split = findSplit(facts);
      if (split) judgeLink(tally, facts, [checkShare(split, facts)]);
    }
  },
};

interface SplitLink extends OpticsLink {
  readonly splitter: Splitter;
  readonly splitterModel: string;
}

function findSplit(facts: LinkFacts): SplitLink | null {
  const cable = facts.optics?.cable;
  const splitter = cable ? readSplitter(cable) : null;
  if (!cable || !splitter || !facts.optics) return null;
  const link = toOpticsLink(facts, facts.optics);
  return link ? { ...link, splitter, splitterModel: cable.model } : null;
}

function checkShare({ splitter, splitterModel, ...optics }: SplitLink, { link }: LinkFacts): Misfit | null {
  const isHubA = findHub(optics.siteA, optics.siteB) === 'a';
  const hub = isHubA ? optics.transceiverA : optics.transceiverB;
  if (hub.connectorCount === null) return notKnown(`the number of fibre connectors of ${hub.model} is not known`);
  const { tailCount } = splitter;
  const shareGbps = hub.speedGbps / hub.connectorCount / tailCount;
  if (shareGbps !== link.speedGbps) {
    return misfit(
      `each of the ${formatCount(tailCount)} tails of ${splitterModel} on ${hub.model} runs ${shareGbps}G, the link ${link.speedGbps}G`,
    );
  }
  const [unconfirmed] = listUnconfirmedTails(isHubA ? optics.siteB : optics.siteA, splitter);
  return unconfirmed === undefined ? null : notKnown(unconfirmed);
}
