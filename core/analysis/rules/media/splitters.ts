/** Rules on fibre splitters: one connector of a module leads to two or four others. */
import type { CablePart, TransceiverPart } from '../../../catalog/part.ts';
import { type Misfit, misfit, notKnown } from '../../../catalog/misfit.ts';
import type { OpticsLink } from '../../../catalog/optics-fit.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { Rule } from '../rule.ts';
import { judgeLink, toOpticsLink } from './judge-links.ts';

/** Tails of a fibre assembly; 1 = a straight fibre. */
export function countTails(cable: CablePart): number {
  return Math.max(...cable.ends.map((end) => end.plugCount));
}

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
      const splitter = getSplitter(facts);
      if (splitter) judgeLink(tally, facts, [splitter.transceiverA, splitter.transceiverB].map(checkWdm));
    }
  },
};

function checkWdm(transceiver: TransceiverPart): Misfit | null {
  const { standard, opticsFamily, model } = transceiver;
  if (standard === null)
    return opticsFamily === 'CWDM' ? createWdm(model) : notKnown(`the standard of ${model} is not known`);
  return /FR4|LR4|CWDM/.test(standard) ? createWdm(model) : null;
}

function createWdm(model: string): Misfit {
  return misfit(`${model} carries its wavelengths on one fibre, which a splitter cannot divide`);
}

/** R14. */
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
      const splitter = getSplitter(facts);
      if (splitter) judgeLink(tally, facts, [checkShare(splitter, facts)]);
    }
  },
};

function checkShare(splitter: SplitLink, { link }: LinkFacts): Misfit | null {
  const { cable, transceiverA, transceiverB } = splitter;
  const hub = transceiverA.speedGbps >= transceiverB.speedGbps ? transceiverA : transceiverB;
  if (hub.connectorCount === null) return notKnown(`the number of fibre connectors of ${hub.model} is not known`);
  const tails = countTails(cable);
  const shareGbps = hub.speedGbps / hub.connectorCount / tails;
  if (shareGbps === link.speedGbps) return null;
  return misfit(
    `each of the ${tails} tails of ${cable.model} on ${hub.model} runs ${shareGbps}G, the link ${link.speedGbps}G`,
  );
}

interface SplitLink extends OpticsLink {
  readonly cable: CablePart;
}

function getSplitter(facts: LinkFacts): SplitLink | null {
  const cable = facts.optics?.cable;
  if (!facts.optics || !cable || countTails(cable) === 1) return null;
  const link = toOpticsLink(facts, facts.optics);
  return link && { ...link, cable };
}
