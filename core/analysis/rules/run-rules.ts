/** Runs every rule of the list, and collects the findings of elaboration that no rule calls its own. */
import type { Rule, RuleInput } from './rule.ts';
import type { RuleOutcome } from '../report.ts';
import { createRuleContext } from './context.ts';
import { rules } from './rule-list.ts';
import { Tally } from './tally.ts';

export function runRules(input: RuleInput): RuleOutcome[] {
  const context = createRuleContext(input);
  const outcomes: RuleOutcome[] = [];
  for (const rule of [otherFindings, ...rules]) {
    const tally = new Tally(rule);
    rule.check(context, tally, outcomes);
    outcomes.push(tally.finish());
  }
  return outcomes;
}

/** So that nothing elaboration says is lost: whatever no rule adopts. */
const otherFindings: Rule = {
  id: 'drawing.complete',
  code: 'drawing.complete',
  family: 'ports',
  severity: 'error',
  title: 'Everything drawn can be spelled out',
  rationale: 'What cannot be turned into devices, ports and cables is missing from every count.',
  source: 'Follows from elaboration',
  subject: 'links',
  check({ netlist, diagnostics }, tally) {
    const adopted = new Set(rules.flatMap(({ adopts }) => adopts ?? []));
    const others = diagnostics.filter(({ code }) => !adopted.has(code));
    for (const finding of others) tally.adopt(finding);
    tally.pass(Math.max(0, netlist.links.length - others.length));
  },
};
