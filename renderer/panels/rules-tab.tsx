/** Every rule with its state; a row opens on why it matters, what it found and what it could not tell. */
import { type ReactElement, useState } from 'react';
import type { RuleOutcome } from '#core/analysis/report.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RuleRow } from './rule-row.tsx';
import { filterRules, type RuleFilter } from './rule-states.ts';
import './rules.css';

interface RulesTabProps {
  readonly rules: readonly RuleOutcome[];
  readonly filter: RuleFilter;
  readonly onClearFilter: () => void;
}

export function RulesTab({ rules, filter, onClearFilter }: RulesTabProps): ReactElement {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const shown = filterRules(rules, filter);
  const toggle = (code: string): void =>
    setOpen((old) => {
      const next = new Set(old);
      if (!next.delete(code)) next.add(code);
      return next;
    });
  if (rules.length === 0) return <EmptyState title={'Checking \u2026'} />;
  if (shown.length === 0) {
    return (
      <EmptyState title="No rule fits the filter">
        <Button onClick={onClearFilter}>Show all rules</Button>
      </EmptyState>
    );
  }
  return (
    <ul className="rules" aria-label="Design rules">
      {shown.map((rule) => (
        <li key={rule.code}>
          <RuleRow rule={rule} isOpen={open.has(rule.code)} onToggle={() => toggle(rule.code)} />
        </li>
      ))}
    </ul>
  );
}
