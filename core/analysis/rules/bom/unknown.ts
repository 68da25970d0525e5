import { formatCount } from '../../../base/format-count.ts';
import type { Rule } from '../rule.ts';

/** R30. Runs last, and reads in the outcomes of all others how much of the design rests on missing facts. */
export const unknown: Rule = {
  id: 'R30',
  code: 'facts.unknown',
  family: 'bom',
  severity: 'warning',
  title: 'Unknown is not taken for compatible',
  rationale:
    'Public data often lacks reach, polish, heat sink or power; a comparison with a missing fact is open, not passed.',
  source: 'https://networking-docs.nvidia.com/interconnect',
  subject: 'checks by all rules',
  adopts: ['media.unconfirmed'],
  check({ diagnostics }, tally, earlier) {
    for (const advice of diagnostics) if (advice.code === 'media.unconfirmed') tally.note(advice);
    for (const { ruleId, title, subject, checkedCount, notCheckedCount } of earlier) {
      tally.pass(checkedCount);
      if (notCheckedCount > 0)
        tally.skip(`${ruleId}, ${title}: ${formatCount(notCheckedCount)} ${subject}`, notCheckedCount);
    }
  },
};
