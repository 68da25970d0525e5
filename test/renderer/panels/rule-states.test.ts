/** Which rules a filter leaves, in which order, and how their counts read. */
import { describe, expect, it } from 'vitest';
import type { RuleOutcome } from '#core/analysis/report.ts';
import {
  describeRuleCounts,
  filterRules,
  findShownState,
  NO_RULE_FILTER,
} from '../../../renderer/panels/rule-states.ts';

function createRule(code: string, patch: Partial<RuleOutcome> = {}): RuleOutcome {
  return {
    ruleId: code,
    code,
    family: 'ports',
    severity: 'error',
    title: `Title of ${code}`,
    rationale: '',
    source: '',
    subject: 'link ends',
    state: 'passed',
    checkedCount: 4,
    failedCount: 0,
    notCheckedCount: 0,
    findings: [],
    notCheckedReasons: [],
    ...patch,
  };
}

const passed = createRule('ports.passed');
const idle = createRule('ports.idle', { checkedCount: 0 });
const advice = createRule('media.advice', { family: 'media', state: 'failed', severity: 'advice', failedCount: 1 });
const failed = createRule('media.failed', { family: 'media', state: 'failed', failedCount: 2, notCheckedCount: 3 });
const open = createRule('bom.open', { family: 'bom', state: 'not-checked', notCheckedCount: 7 });
const all = [idle, passed, open, advice, failed];

const list = (filter: Partial<typeof NO_RULE_FILTER>): string[] =>
  filterRules(all, { ...NO_RULE_FILTER, ...filter }).map(({ code }) => code);

describe('rule states', () => {
  it('does not call a rule passed that found nothing to look at', () => {
    expect(findShownState(idle)).toBe('idle');
    expect(findShownState(passed)).toBe('passed');
  });

  it('puts first what asks for attention, the gravest of it before the rest', () => {
    expect(list({})).toEqual(['media.failed', 'media.advice', 'bom.open', 'ports.passed', 'ports.idle']);
  });

  it('filters by state, family and every word', () => {
    expect(list({ hidden: new Set(['failed', 'idle']) })).toEqual(['bom.open', 'ports.passed']);
    expect(list({ family: 'bom' })).toEqual(['bom.open']);
    expect(list({ query: 'TITLE failed' })).toEqual(['media.failed']);
    expect(list({ query: 'nothing such' })).toEqual([]);
  });

  it('says how many were looked at, how many are broken and how many nobody can tell', () => {
    expect(describeRuleCounts(failed)).toBe('2 of 4 link ends, 3 not checked');
    expect(describeRuleCounts(open)).toBe('4 link ends, 7 not checked');
    expect(describeRuleCounts(createRule('x', { state: 'not-checked', checkedCount: 0, notCheckedCount: 5 }))).toBe(
      '5 link ends not checked',
    );
    expect(describeRuleCounts(passed)).toBe('4 link ends');
    expect(describeRuleCounts(idle)).toBe('no link ends');
  });
});
