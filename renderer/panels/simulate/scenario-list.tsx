/** The scenarios of the design; the current one is what the window and the metrics bar show. */
import { Copy, Plus, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Scenario } from '#core/design/scenario.ts';
import {
  addDefaultScenario,
  chooseScenario,
  duplicateCurrentScenario,
  removeCurrentScenario,
  useCurrentScenario,
} from '../../store/current-scenario.ts';
import { useDesignStore } from '../../store/design-store.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { formatBytes } from './byte-size.ts';
import { COLLECTIVES, describeGroup } from './labels.ts';

export function ScenarioList(): ReactElement {
  const scenarios = useDesignStore((state) => state.edit.design.scenarios);
  const current = useCurrentScenario();
  const own = Object.values(scenarios ?? {});
  const isOwn = own.includes(current);
  return (
    <Section
      title="Scenario"
      aside={
        <span className="scenario__tools">
          <IconButton label="Add a scenario" onClick={addDefaultScenario}>
            <Plus size={14} />
          </IconButton>
          <IconButton label={`Duplicate ${current.name}`} onClick={duplicateCurrentScenario}>
            <Copy size={13} />
          </IconButton>
          <IconButton label={`Delete ${current.name}`} onClick={removeCurrentScenario} disabled={!isOwn}>
            <Trash2 size={13} />
          </IconButton>
        </span>
      }
    >
      <ul className="scenario__list" aria-label="Scenarios">
        {(isOwn ? own : [current, ...own]).map((scenario) => (
          <li key={scenario.id}>
            <button
              type="button"
              className="scenario__row"
              aria-current={scenario === current ? 'true' : undefined}
              onClick={() => (scenario === current ? undefined : chooseScenario(scenario.id))}
              data-testid={`scenario-${scenario.id}`}
            >
              <span className="scenario__row-name">{scenario.name}</span>
              <span className="scenario__row-note">{describeQuestion(scenario)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function describeQuestion({ collective, sizeBytes, group, failures, traffic }: Scenario): string {
  return [
    `${COLLECTIVES[collective].label}${collective === 'barrier' ? '' : ` ${formatBytes(sizeBytes)}`}, ${describeGroup(group)}`,
    failures.length > 0 ? `${failures.length} broken` : null,
    traffic.length > 0 ? formatCount(traffic.length, 'other job') : null,
  ]
    .filter(Boolean)
    .join(' \u00b7 ');
}
