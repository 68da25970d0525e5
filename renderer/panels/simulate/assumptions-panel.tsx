/** What the models rest on: what they leave out, how far off they were, and the constants, each with its source and open to change. */
import { RotateCcw } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Scenario } from '#core/design/scenario.ts';
import { SIM_CONSTANTS, type SimConstant } from '#core/sim/constants.ts';
import { VALIDATION } from '#core/sim/validated-range.ts';
import { editCurrentScenario, useCurrentScenario } from '../../store/current-scenario.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Section } from '../../ui/section.tsx';
import { ScopeList } from './scope-list.tsx';
import { ValidatedRangeTable } from './validated-range-table.tsx';
import './assumptions-panel.css';
import { ScrollRegion } from './scroll-region.tsx';

type Constants = Scenario['constants'];

export function AssumptionsPanel(): ReactElement {
  return (
    <div className="assumptions">
      <Section title="What this does not model">
        <ScopeList />
      </Section>
      <Section
        title="Error on published runs"
        aside={`median / 90th percentile (runs); overall ${VALIDATION.medianPercent} / ${VALIDATION.p90Percent}\u202f% of ${VALIDATION.pointCount}`}
      >
        <ValidatedRangeTable />
      </Section>
      <ConstantsTable />
    </div>
  );
}

function ConstantsTable(): ReactElement {
  const { constants } = useCurrentScenario();
  const changed = SIM_CONSTANTS.filter(({ id }) => constants[id] !== undefined).length;
  const set = (next: Constants): void => editCurrentScenario({ constants: next });
  return (
    <Section
      title="Constants of the models"
      aside={
        changed > 0 ? (
          <Button tone="quiet" onClick={() => set({})} data-testid="constants-reset">
            Reset {formatCount(changed, 'change')}
          </Button>
        ) : (
          'as published or fitted'
        )
      }
    >
      <ScrollRegion label="Constants: figures">
        <table className="simulate__table assumptions__table" aria-label="Constants of the models">
          <thead>
            <tr>
              <th scope="col">Constant</th>
              <th scope="col">Value</th>
              <th scope="col">Unit</th>
              <th scope="col">Source</th>
              <th scope="col">As of</th>
              <th scope="col">
                <span className="ui-visually-hidden">Reset</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {SIM_CONSTANTS.map((constant) => (
              <ConstantRow key={constant.id} constant={constant} constants={constants} onSet={set} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}

interface ConstantRowProps {
  readonly constant: SimConstant;
  readonly constants: Constants;
  readonly onSet: (constants: Constants) => void;
}

function ConstantRow({ constant, constants, onSet }: ConstantRowProps): ReactElement {
  const { id, label, value, min, max } = constant;
  const own = constants[id];
  const reset = (): void => {
    const { [id]: _dropped, ...rest } = constants;
    onSet(rest);
  };
  return (
    <tr data-changed={own !== undefined}>
      <th scope="row">{label}</th>
      <td>
        <NumberField
          label={label}
          value={own ?? value}
          min={min}
          max={max}
          step={(max - min) / 100}
          decimals={4}
          onCommit={(next) => (next === value ? reset() : onSet({ ...constants, [id]: next }))}
          testId={`constant-${id}`}
        />
      </td>
      <td>{constant.unit === 'us' ? '\u00b5s' : constant.unit}</td>
      <td className="assumptions__source">
        {own === undefined ? (
          <Source text={constant.source} />
        ) : (
          <>set by hand; published or fitted: {formatNumber(value, 3)}</>
        )}
      </td>
      <td className="assumptions__date">{constant.asOf}</td>
      <td>
        {own === undefined ? null : (
          <IconButton label={`Reset: ${label}`} onClick={reset}>
            <RotateCcw size={13} />
          </IconButton>
        )}
      </td>
    </tr>
  );
}

/** Addresses without their scheme: to be read and copied, not opened, as the program works offline. */
function Source({ text }: { readonly text: string }): ReactElement {
  return <span title={text}>{text.replaceAll('https://', '')}</span>;
}
