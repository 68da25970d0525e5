import { checkFibreType } from '../../../catalog/optics-fit.ts';
import type { Rule } from '../rule.ts';
import { judgeOptics, notChosenFibre } from './judge-links.ts';

/** R07. */
export const fibreType: Rule = {
  id: 'R07',
  code: 'media.fibre-type',
  family: 'media',
  severity: 'error',
  title: 'The fibre is of the kind both modules need',
  rationale:
    'SR modules need multimode fibre, DR, FR and LR single mode. Published bills of materials have got this wrong.',
  source: 'https://docs.nvidia.com/networking/display/intrcnctcabreqndr400eth',
  subject: 'ends of optical links',
  check(context, tally) {
    judgeOptics(context, tally, 2, ({ transceiverA, transceiverB }, { cable }, facts) =>
      [transceiverA, transceiverB].map((part) => (cable ? checkFibreType(part, cable) : notChosenFibre(facts))),
    );
  },
};
