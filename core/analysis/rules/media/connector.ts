import type { CablePart, TransceiverPart } from '../../../catalog/part.ts';
import { checkConnector, checkPolish } from '../../../catalog/optics-fit.ts';
import type { Rule } from '../rule.ts';
import { judgeOptics, notChosenFibre } from './judge-links.ts';

/** R08. Two sizes of MPO are rule R09's. */
export const connector: Rule = {
  id: 'R08',
  code: 'media.connector',
  family: 'media',
  severity: 'error',
  title: 'Connector and polish match',
  rationale:
    'From 400G on MPO ferrules are polished at an angle (APC) even on multimode, older ones flat (UPC); mating the two damages them.',
  source: 'https://docs.nvidia.com/networking/display/intrcnctcabreqndr400eth',
  subject: 'ends of optical links',
  check(context, tally) {
    judgeOptics(context, tally, 2, ({ transceiverA, transceiverB }, { cable }, facts) =>
      [transceiverA, transceiverB].map((part) =>
        cable
          ? ((isFerruleMatter(part, cable) ? null : checkConnector(part, cable)) ?? checkPolish(part, cable))
          : notChosenFibre(facts),
      ),
    );
  },
};

/** Whether both are MPO, so that only their sizes can differ. */
export function isFerruleMatter(transceiver: TransceiverPart, cable: CablePart): boolean {
  return isMpo(transceiver.connector) && isMpo(cable.connector);
}

function isMpo(name: string | null): boolean {
  return name?.startsWith('MPO') === true;
}
