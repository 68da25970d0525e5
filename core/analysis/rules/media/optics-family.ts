import { checkPairFamily } from '../../../catalog/optics-fit.ts';
import type { Rule } from '../rule.ts';
import { judgeOptics } from './judge-links.ts';

/** R06. */
export const opticsFamily: Rule = {
  id: 'R06',
  code: 'media.optics',
  family: 'media',
  severity: 'error',
  title: 'Both modules speak one optical standard',
  rationale:
    'Multimode at 850 nm and single mode at 1310 nm never interwork, nor do parallel and wavelength-multiplexed optics.',
  source: 'https://docs.nvidia.com/networking/display/400g100gpam4ovpub',
  subject: 'optical links',
  check(context, tally) {
    judgeOptics(context, tally, 1, (link) => [checkPairFamily(link)]);
  },
};
