/** What is broken in this scenario, with the way to repair it. Breaking is done on the canvas and in the inspector. */
import { Unplug, Wrench } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Failure } from '#core/design/scenario.ts';
import { dispatch, selectDesign, useDesignStore } from '../../store/design-store.ts';
import { requestFocus, setView } from '../../store/view-store.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { describeFailure, refOf } from './describe-failure.ts';
import type { ScenarioFieldsProps } from './scenario-fields.ts';

export function FailureList({ scenario }: ScenarioFieldsProps): ReactElement {
  const design = useDesignStore(selectDesign);
  const { failures, id: scenarioId } = scenario;
  const repair = (repaired: Failure[] | 'all'): void =>
    void dispatch({ name: 'repairItems', args: { failures: repaired, scenarioId } });
  if (failures.length === 0) {
    return (
      <Section title="Broken" aside="nothing">
        <p className="scenario__note">
          Break a switch, a link or a rack from its menu on the{' '}
          <button type="button" className="scenario__link" onClick={() => setView('topology')}>
            canvas
          </button>{' '}
          and see here what it costs.
        </p>
      </Section>
    );
  }
  return (
    <Section
      title="Broken"
      aside={
        <Button tone="quiet" onClick={() => repair('all')} data-testid="repair-all">
          Repair all
        </Button>
      }
    >
      <ul className="scenario__items">
        {failures.map((failure) => {
          const name = describeFailure(design, failure);
          return (
            <li key={JSON.stringify(failure)} className="scenario__item">
              <Unplug size={13} aria-hidden />
              <button type="button" className="scenario__link" onClick={() => requestFocus(refOf(failure))}>
                {name}
              </button>
              <IconButton label={`Repair ${name}`} onClick={() => repair([failure])}>
                <Wrench size={13} />
              </IconButton>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
