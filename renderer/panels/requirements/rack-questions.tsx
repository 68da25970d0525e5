/** Whether devices are placed in racks, and what one rack takes. */
import type { ReactElement } from 'react';
import { Section } from '../../ui/section.tsx';
import type { RequirementsForm } from './form.ts';
import { CheckQuestion, NumberQuestion } from './questions.tsx';

interface RackQuestionsProps {
  readonly form: RequirementsForm;
  readonly onChange: (form: RequirementsForm) => void;
}

export function RackQuestions({ form, onChange }: RackQuestionsProps): ReactElement {
  const { racks } = form;
  const change = (patch: Partial<RequirementsForm['racks']>): void =>
    onChange({ ...form, racks: { ...racks, ...patch } });
  return (
    <Section title="Racks">
      <CheckQuestion
        id="racks"
        label="Place everything in racks"
        isChecked={racks.isWanted}
        onChange={(isWanted) => change({ isWanted })}
      />
      {racks.isWanted ? (
        <div className="requirements__inset">
          <NumberQuestion
            id="rack-units"
            label="Height"
            unit="U"
            value={racks.units}
            max={100}
            onChange={(units) => change({ units })}
          />
          <NumberQuestion
            id="rack-power"
            label="Power limit"
            unit="kW"
            value={racks.powerKw}
            min={0.1}
            max={10_000}
            decimals={1}
            placeholder="none"
            onChange={(powerKw) => change({ powerKw })}
          />
          <NumberQuestion
            id="rack-servers"
            label="Servers in a rack"
            value={racks.endpointsPerRack}
            max={100}
            placeholder="as many as fit"
            onChange={(endpointsPerRack) => change({ endpointsPerRack })}
          />
        </div>
      ) : null}
    </Section>
  );
}
