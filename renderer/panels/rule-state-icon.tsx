/** The state of a rule as a shape; its word stands beside it. */
import { CircleCheck, CircleDashed, CircleHelp, CircleX } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ShownState } from './rule-states.ts';
import './rules.css';

const icons = { failed: CircleX, 'not-checked': CircleHelp, passed: CircleCheck, idle: CircleDashed };

export function RuleStateIcon({ state }: { readonly state: ShownState }): ReactElement {
  const Icon = icons[state];
  return <Icon size={14} className={`rule-state rule-state--${state}`} aria-hidden />;
}
