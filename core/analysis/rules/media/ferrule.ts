import { checkConnector, checkPairFibres } from '../../../catalog/optics-fit.ts';
import { readSplitter } from '../../../catalog/splitter-fit.ts';
import type { Rule } from '../rule.ts';
import { isFerruleMatter } from './connector.ts';
import { judgeOptics } from './judge-links.ts';

/** R09. */
export const ferrule: Rule = {
  id: 'R09',
  code: 'media.ferrule',
  family: 'media',
  severity: 'error',
  title: 'MPO-12 meets MPO-12, one connector meets one',
  rationale: 'The same 16 fibres come on one MPO-16 (DR8) or on two MPO-12 (2 x DR4), with other ferrules and keys.',
  source: 'https://networking-docs.nvidia.com/mms4x00nm16',
  subject: 'comparisons of optical links',
  check(context, tally) {
    judgeOptics(context, tally, 1, (link, { cable }) => {
      const mpoEnds = [link.transceiverA, link.transceiverB].filter((part) => cable && isFerruleMatter(part, cable));
      // Behind a splitter connectors are shared on purpose: rule R14's.
      const fibres = cable && readSplitter(cable) ? [] : [checkPairFibres(link)];
      return [...fibres, ...mpoEnds.map((part) => (cable ? checkConnector(part, cable) : null))];
    });
  },
};
