/** Which rules are listed: by state, by family, by words of their text. */
import type { ReactElement } from 'react';
import type { RuleFamily, RuleOutcome } from '#core/analysis/report.ts';
import { formatNumber } from '../ui/format.ts';
import { Select, type SelectOption } from '../ui/select.tsx';
import { FilterToggle } from './filter-toggle.tsx';
import { RuleStateIcon } from './rule-state-icon.tsx';
import { FAMILY_LABELS, findShownState, type RuleFilter, SHOWN_STATES, STATE_LABELS } from './rule-states.ts';
import { explainRulesIn } from './explain-rules.ts';
import './rules.css';

const ALL = 'all';

const FAMILY_OPTIONS: readonly SelectOption[] = [
  { value: ALL, label: 'All families' },
  ...Object.entries(FAMILY_LABELS).map(([value, label]) => ({ value, label })),
];

interface RuleFiltersProps {
  readonly rules: readonly RuleOutcome[];
  readonly filter: RuleFilter;
  readonly onChange: (filter: RuleFilter) => void;
}

export function RuleFilters({ rules, filter, onChange }: RuleFiltersProps): ReactElement {
  return (
    <div className="rule-filters">
      <div className="rule-filters__states" role="group" aria-label="Show rules that are">
        {SHOWN_STATES.map((state) => {
          const count = rules.filter((rule) => findShownState(rule) === state).length;
          if (count === 0) return null;
          const toggle = (): void => {
            const hidden = new Set(filter.hidden);
            if (!hidden.delete(state)) hidden.add(state);
            onChange({ ...filter, hidden });
          };
          return (
            <FilterToggle
              key={state}
              isOn={!filter.hidden.has(state)}
              onToggle={toggle}
              told={{ source: () => explainRulesIn(rules, state), figure: `Rules: ${STATE_LABELS[state]}` }}
            >
              <RuleStateIcon state={state} />
              {formatNumber(count)} <span className="rule-filters__word">{STATE_LABELS[state]}</span>
            </FilterToggle>
          );
        })}
      </div>
      <div className="rule-filters__words">
        <Select
          label="Family of rules"
          value={filter.family ?? ALL}
          options={FAMILY_OPTIONS}
          onChange={(family) => onChange({ ...filter, family: family === ALL ? null : (family as RuleFamily) })}
        />
        <input
          type="search"
          className="ui-input"
          aria-label="Search the rules"
          placeholder="Search"
          spellCheck={false}
          value={filter.query}
          onChange={(event) => onChange({ ...filter, query: event.target.value })}
        />
      </div>
    </div>
  );
}
