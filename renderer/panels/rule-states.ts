/** How the rules are shown: in which state, in which order, and which of them a filter leaves. */
import type { RuleFamily, RuleOutcome } from '#core/analysis/report.ts';
import type { Severity } from '#core/base/diagnostic.ts';
import { formatNumber } from '../ui/format.ts';

/** `idle` is a rule that found nothing to look at: it has not been broken, but nor has it proved anything. */
export type ShownState = 'failed' | 'not-checked' | 'passed' | 'idle';

export const STATE_LABELS: Readonly<Record<ShownState, string>> = {
  failed: 'failed',
  'not-checked': 'not checked',
  passed: 'passed',
  idle: 'nothing to check',
};

export const SHOWN_STATES = Object.keys(STATE_LABELS) as ShownState[];

export const FAMILY_LABELS: Readonly<Record<RuleFamily, string>> = {
  ports: 'Ports',
  media: 'Cables and optics',
  topology: 'Topology',
  physical: 'Racks, power, cooling',
  management: 'Management',
  tenancy: 'Tenants',
  growth: 'Growth',
  bom: 'Bill of materials',
};

export interface RuleFilter {
  readonly hidden: ReadonlySet<ShownState>;
  /** null = all. */
  readonly family: RuleFamily | null;
  readonly query: string;
}

export const NO_RULE_FILTER: RuleFilter = { hidden: new Set(), family: null, query: '' };

export function findShownState(rule: RuleOutcome): ShownState {
  return rule.state === 'passed' && rule.checkedCount === 0 ? 'idle' : rule.state;
}

const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

/** Rules that the filter leaves: what asks for attention first, then by weight, then as the rules run. */
export function filterRules(rules: readonly RuleOutcome[], filter: RuleFilter): RuleOutcome[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  return rules
    .filter((rule) => {
      if (filter.hidden.has(findShownState(rule))) return false;
      if (filter.family !== null && rule.family !== filter.family) return false;
      const text = `${rule.ruleId} ${rule.code} ${rule.title} ${rule.rationale}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted(
      (a, b) =>
        SHOWN_STATES.indexOf(findShownState(a)) - SHOWN_STATES.indexOf(findShownState(b)) ||
        severityOrder[a.severity] - severityOrder[b.severity],
    );
}

/** `2 of 40 link ends, 12 more not checked`. */
export function describeRuleCounts(rule: RuleOutcome): string {
  const { subject, checkedCount, failedCount, notCheckedCount } = rule;
  const checked = `${formatNumber(checkedCount)} ${subject}`;
  const open = notCheckedCount === 0 ? '' : `${formatNumber(notCheckedCount)} not checked`;
  switch (findShownState(rule)) {
    case 'idle':
      return `no ${subject}`;
    case 'failed':
      return [`${formatNumber(failedCount)} of ${checked}`, open].filter(Boolean).join(', ');
    case 'not-checked':
      return checkedCount === 0 ? `${formatNumber(notCheckedCount)} ${subject} not checked` : `${checked}, ${open}`;
    case 'passed':
      return checked;
  }
}
