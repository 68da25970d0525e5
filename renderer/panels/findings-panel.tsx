/** The panel below the views: what is wrong with the design, and every rule that says so. */
import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { Severity } from '#core/base/diagnostic.ts';
import { useReportStore } from '../store/report-store.ts';
import { useExplainLeading } from '../store/use-explain-trigger.ts';
import { type FindingsTab, openFindings, setProblemsOpen, useViewStore } from '../store/view-store.ts';
import { IconButton } from '../ui/button.tsx';
import { formatNumber } from '../ui/format.ts';
import { TabPanel, Tabs } from '../ui/tabs.tsx';
import { ProblemFilters, ProblemsTab } from './problems-tab.tsx';
import { RuleFilters } from './rule-filters.tsx';
import { NO_RULE_FILTER } from './rule-states.ts';
import { explainRules } from './explain-rules.ts';
import { RulesTab } from './rules-tab.tsx';
import './findings-panel.css';

export function FindingsPanel(): ReactElement {
  const report = useReportStore((state) => state.report);
  const isOpen = useViewStore((state) => state.problemsOpen);
  const tab = useViewStore((state) => state.findingsTab);
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [filter, setFilter] = useState(NO_RULE_FILTER);
  const problems = report?.problems ?? [];
  const rules = report?.rules ?? [];
  const problemsTrigger = useExplainLeading('problems', 'Problems');
  const rulesTrigger = useExplainLeading(() => explainRules(rules), 'Rules');
  const countOf = (list: readonly unknown[]): string => (report ? formatNumber(list.length) : '\u2026');
  return (
    <section className="findings" aria-label="Problems and rules" data-testid="problems-panel">
      <Tabs<FindingsTab>
        label="Findings"
        value={isOpen ? tab : null}
        items={[
          { value: 'problems', label: 'Problems', count: countOf(problems), attributes: problemsTrigger },
          { value: 'rules', label: 'Rules', count: countOf(rules), attributes: rulesTrigger },
        ]}
        onChange={openFindings}
        className="findings__tabs"
        aside={
          <>
            <div className="findings__filters">
              {tab === 'problems' ? (
                <ProblemFilters problems={problems} hidden={hidden} onChange={setHidden} />
              ) : isOpen ? (
                <RuleFilters rules={rules} filter={filter} onChange={setFilter} />
              ) : null}
            </div>
            <IconButton
              label={isOpen ? 'Collapse problems and rules' : 'Show problems and rules'}
              aria-expanded={isOpen}
              className="findings__fold"
              onClick={() => setProblemsOpen(!isOpen)}
            >
              {isOpen ? <ChevronDown size={15} /> : <ChevronUp size={15} />}
            </IconButton>
          </>
        }
      >
        <TabPanel value="problems" className="findings__body">
          <ProblemsTab problems={problems} hidden={hidden} />
        </TabPanel>
        <TabPanel value="rules" className="findings__body">
          <RulesTab rules={rules} filter={filter} onClearFilter={() => setFilter(NO_RULE_FILTER)} />
        </TabPanel>
      </Tabs>
    </section>
  );
}
