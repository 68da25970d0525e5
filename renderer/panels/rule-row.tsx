/** One rule: a line with its state, and under it on demand its reason, its findings and the facts it lacks. */
import { ChevronRight } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import type { RuleOutcome } from '#core/analysis/report.ts';
import { formatCount } from '../ui/format.ts';
import { SeverityIcon } from '../ui/severity-icon.tsx';
import { ProblemList } from './problem-list.tsx';
import { RuleStateIcon } from './rule-state-icon.tsx';
import { describeRuleCounts, FAMILY_LABELS, findShownState, STATE_LABELS } from './rule-states.ts';
import { LeadingButton } from './leading-button.tsx';
import { explainRule } from './explain-rules.ts';

/** More than anybody reads under one rule; the rest is counted. */
const MAX_FINDINGS = 50;
const MAX_REASONS = 20;

interface RuleRowProps {
  readonly rule: RuleOutcome;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function RuleRow({ rule, isOpen, onToggle }: RuleRowProps): ReactElement {
  const detailsId = useId();
  const state = findShownState(rule);
  const hasOwnId = rule.ruleId !== rule.code;
  return (
    <div className="rule" data-state={state} data-testid={`rule-${rule.code}`}>
      <LeadingButton
        source={() => explainRule(rule)}
        figure={rule.title}
        className="rule__row"
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailsId : undefined}
        onClick={onToggle}
      >
        <ChevronRight size={13} className="rule__chevron" aria-hidden />
        <span className="rule__state">
          <RuleStateIcon state={state} />
          {STATE_LABELS[state]}
        </span>
        <span className="rule__severity">
          {state === 'failed' ? <SeverityIcon severity={rule.severity} size={13} /> : null}
          <span aria-hidden={state === 'failed'}>{rule.severity}</span>
        </span>
        <span className="rule__title">
          {rule.title}
          {hasOwnId ? <span className="rule__id">{rule.ruleId}</span> : null}
        </span>
        <span className="rule__counts">{describeRuleCounts(rule)}</span>
      </LeadingButton>
      {isOpen ? (
        <div id={detailsId} className="rule__details">
          <RuleDetails rule={rule} />
        </div>
      ) : null}
    </div>
  );
}

function RuleDetails({ rule }: { readonly rule: RuleOutcome }): ReactElement {
  const { findings, notCheckedReasons } = rule;
  const moreFindings = findings.length - MAX_FINDINGS;
  const moreReasons = notCheckedReasons.length - MAX_REASONS;
  return (
    <>
      <p className="rule__rationale">{rule.rationale}</p>
      {findings.length > 0 ? <ProblemList problems={findings.slice(0, MAX_FINDINGS)} /> : null}
      {moreFindings > 0 ? (
        <p className="rule__more">{formatCount(moreFindings, 'more finding')} of this rule.</p>
      ) : null}
      {notCheckedReasons.length > 0 ? (
        <div className="rule__reasons">
          <h4>Not checked, because</h4>
          <ul>
            {notCheckedReasons.slice(0, MAX_REASONS).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
            {moreReasons > 0 ? <li>and {formatCount(moreReasons, 'more reason')}</li> : null}
          </ul>
        </div>
      ) : null}
      <p className="rule__source">
        {FAMILY_LABELS[rule.family]} {'\u00b7'} {rule.code} {'\u00b7'} Source: {rule.source}
      </p>
    </>
  );
}
