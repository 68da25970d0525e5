/** Every design rule in one of three states: broken, held, or not checked and why. */
import type { RuleOutcome } from '#core/analysis/report.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { describeRuleCounts, filterRules, findShownState, NO_RULE_FILTER, type ShownState } from '../rule-states.ts';
import { type Block, type Cell, createTable, type Fact, wide } from './blocks.ts';
import type { ReportContent } from './content.ts';

/** More are read in the window, where they can be gone to. */
const FINDINGS_MAX = 10;
const REASONS_MAX = 6;

function nameRule({ ruleId, title }: RuleOutcome): string {
  // Rules without a number of their own go by their title.
  return /^R\d/.test(ruleId) ? `${ruleId} ${title}` : title;
}

/** Findings are sentences, reasons are not. */
function joinFindings({ findings }: RuleOutcome): string {
  const more = findings.length - FINDINGS_MAX;
  const sentences = findings.slice(0, FINDINGS_MAX).map(({ message }) => message);
  return [...sentences, ...(more > 0 ? [`And ${formatCount(more, 'more finding')}.`] : [])].join(' ');
}

function joinReasons({ notCheckedReasons }: RuleOutcome): string {
  const more = notCheckedReasons.length - REASONS_MAX;
  const reasons = notCheckedReasons.slice(0, REASONS_MAX);
  return [...reasons, ...(more > 0 ? [`and ${formatCount(more, 'more reason')}`] : [])].join('; ');
}

/** What is named can be selected on the canvas. */
const isSelectable = ({ kind }: ObjectRef): boolean => kind !== 'design' && kind !== 'part';

function countWhere(rule: RuleOutcome): Cell {
  const refs = rule.findings.flatMap(({ where }) => where).filter(isSelectable);
  return { text: describeRuleCounts(rule), refs };
}

export function listRules({ report }: ReportContent): Block[] {
  const rules = filterRules(report.rules, NO_RULE_FILTER);
  const inState = (state: ShownState): RuleOutcome[] => rules.filter((rule) => findShownState(rule) === state);
  const [failed, open, passed, idle] = [inState('failed'), inState('not-checked'), inState('passed'), inState('idle')];
  // A broken rule may lack facts for other objects; what it lacks is said as well.
  const lacking = rules.filter((rule) => rule.notCheckedCount > 0);
  const count = (label: string, own: readonly RuleOutcome[], note: string): Fact => ({
    label,
    value: formatNumber(own.length),
    note,
  });
  return [
    {
      kind: 'facts',
      look: 'tiles',
      facts: [
        count('Failed', failed, 'broken somewhere'),
        count('Not checked', open, 'facts are missing'),
        count('Passed', passed, 'held everywhere'),
        count('Nothing to check', idle, 'no such objects'),
      ],
    },
    failed.length === 0
      ? { kind: 'text', text: 'No rule is broken.' }
      : createTable('Failed', [wide('Rule', 27), 'Weight', wide('Where', 17), 'Findings'], failed, (rule) => [
          nameRule(rule),
          { text: rule.severity, tone: rule.severity === 'error' ? 'bad' : 'open' },
          countWhere(rule),
          joinFindings(rule),
        ]),
    ...(lacking.length === 0
      ? []
      : [
          createTable('Not checked, and why', [wide('Rule', 30), wide('Objects', 20), 'Because'], lacking, (rule) => [
            nameRule(rule),
            `${formatNumber(rule.notCheckedCount)} ${rule.subject}`,
            joinReasons(rule),
          ]),
        ]),
    ...(passed.length === 0
      ? []
      : [
          createTable('Passed', [wide('Rule', 65), 'Objects'], passed, (rule) => [
            nameRule(rule),
            describeRuleCounts(rule),
          ]),
        ]),
    ...(idle.length === 0
      ? []
      : [{ kind: 'text', text: `Nothing to check for: ${idle.map(nameRule).join('; ')}.` } as const]),
  ];
}
