/** The question that is put to the fabric: which scenario, and what it asks. Every edit is a command. */
import type { ReactElement } from 'react';
import { editCurrentScenario, useCurrentScenario } from '../../store/current-scenario.ts';
import { Section } from '../../ui/section.tsx';
import { FailureList } from './failure-list.tsx';
import { GroupFields } from './group-fields.tsx';
import { LayoutFields } from './layout-fields.tsx';
import { MethodFields } from './method-fields.tsx';
import { QuestionFields } from './question-fields.tsx';
import type { ScenarioFieldsProps } from './scenario-fields.ts';
import { ScenarioList } from './scenario-list.tsx';
import { TrafficList } from './traffic-list.tsx';
import './scenario-editor.css';

export function ScenarioEditor(): ReactElement {
  const scenario = useCurrentScenario();
  const fields: ScenarioFieldsProps = { scenario, onEdit: editCurrentScenario };
  return (
    <aside className="scenario" aria-label="Scenario">
      <ScenarioList />
      <Section title="Collective">
        <QuestionFields {...fields} />
        <GroupFields {...fields} />
      </Section>
      <LayoutFields {...fields} />
      <MethodFields {...fields} />
      <FailureList {...fields} />
      <TrafficList {...fields} />
    </aside>
  );
}
