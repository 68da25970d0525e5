/**
 * The question that is put to the fabric: which scenario, and what it asks. Every edit is a command. What is trained stands here
 * while the answers about training are open.
 */
import type { ReactElement } from 'react';
import { editCurrentScenario, useCurrentScenario } from '../../store/current-scenario.ts';
import { useSimulateTab } from '../../store/simulate-tab.ts';
import { Section } from '../../ui/section.tsx';
import { FailureList } from './failure-list.tsx';
import { GroupFields } from './group-fields.tsx';
import { LayoutFields } from './layout-fields.tsx';
import { MethodFields } from './method-fields.tsx';
import { QuestionFields } from './question-fields.tsx';
import type { ScenarioFieldsProps } from './scenario-fields.ts';
import { ScenarioList } from './scenario-list.tsx';
import { TrafficList } from './traffic-list.tsx';
import { TrainingFields } from './training-fields.tsx';
import './scenario-editor.css';

export function ScenarioEditor(): ReactElement {
  const scenario = useCurrentScenario();
  const tab = useSimulateTab();
  const { training } = scenario;
  const fields: ScenarioFieldsProps = { scenario, onEdit: editCurrentScenario };
  return (
    <aside className="scenario" aria-label="Scenario">
      <ScenarioList />
      {training && tab === 'training' ? (
        <TrainingFields training={training} layout={scenario.layout} onEdit={editCurrentScenario} />
      ) : null}
      <Section title="Collective">
        <QuestionFields {...fields} />
        <GroupFields {...fields} />
      </Section>
      {training && tab === 'training' ? null : <LayoutFields {...fields} />}
      <MethodFields {...fields} />
      <FailureList {...fields} />
      <TrafficList {...fields} />
    </aside>
  );
}
