/** How many rules there are, by what became of them, and how many objects one rule has looked at. */
import { explainTally } from '#core/analysis/explain/explain-tally.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import type { RuleOutcome } from '#core/analysis/report.ts';
import { formatNumber } from '../ui/format.ts';
import { findShownState, SHOWN_STATES, type ShownState, STATE_LABELS } from './rule-states.ts';

function countIn(rules: readonly RuleOutcome[], state: ShownState): number {
  return rules.filter((rule) => findShownState(rule) === state).length;
}

export function explainRules(rules: readonly RuleOutcome[]): Explanation {
  const terms = SHOWN_STATES.map((state) => ({ name: STATE_LABELS[state], count: countIn(rules, state) }));
  return explainTally({ title: 'Rules', unit: 'rules', terms: terms.filter(({ count }) => count > 0) });
}

/** Those in one state, by their titles. */
export function explainRulesIn(rules: readonly RuleOutcome[], state: ShownState): Explanation {
  const own = rules.filter((rule) => findShownState(rule) === state);
  const terms = own.map(({ title }) => ({ name: title, count: 1 }));
  return explainTally({ title: `Rules: ${STATE_LABELS[state]}`, unit: 'rules', terms });
}

export function explainRule({ title, subject, checkedCount, failedCount, notCheckedCount }: RuleOutcome): Explanation {
  const caveats =
    notCheckedCount === 0 ? [] : [`${formatNumber(notCheckedCount)} more lack a fact that the rule needs.`];
  const terms = [
    { name: 'the rule is kept', count: checkedCount - failedCount },
    { name: 'the rule is broken', count: failedCount },
  ];
  return explainTally({ title, unit: subject, terms, caveats });
}
