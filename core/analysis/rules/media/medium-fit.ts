import type { RuleOutcome } from '../../report.ts';
import type { Rule } from '../rule.ts';

/**
 * What elaboration says of a medium as a whole, where none of the comparing rules before has named the fact that is
 * wrong: nothing in the catalog fits, a fact is missing, the plugs join whole cages and the wiring does not.
 */
export const mediumFit: Rule = {
  id: 'media.fit',
  code: 'media.none',
  family: 'media',
  severity: 'error',
  title: 'Every link has a medium that can be bought and laid',
  rationale: 'A link without cables that fit both ends cannot be built.',
  source: 'Follows from R01 to R14',
  subject: 'links',
  adopts: ['media.none', 'media.misfit', 'media.shared-cage', 'media.unknown'],
  check({ netlist, diagnostics }, tally, earlier) {
    const explained = listFailedLinks(earlier);
    const failed = new Set(explained);
    for (const finding of diagnostics) {
      const linkId = finding.where[0]?.id ?? '';
      if (finding.code === 'media.unknown') {
        failed.add(linkId);
        tally.skip('the form factor of the cages is not published');
        tally.note(finding);
        continue;
      }
      if (!mediumFit.adopts?.includes(finding.code)) continue;
      failed.add(linkId);
      if (finding.code === 'media.shared-cage' || !explained.has(linkId)) tally.adopt(finding);
    }
    tally.pass(netlist.links.filter(({ linkId }) => !failed.has(linkId)).length);
  },
};

/** Links of which a compatibility rule has said what is wrong. */
function listFailedLinks(earlier: readonly RuleOutcome[]): Set<string> {
  const linkIds = new Set<string>();
  for (const { ruleId, state, findings } of earlier) {
    if (state !== 'failed' || !/^R\d+$/.test(ruleId)) continue;
    for (const { where } of findings) if (where[0]?.kind === 'link') linkIds.add(where[0].id);
  }
  return linkIds;
}
