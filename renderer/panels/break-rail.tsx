/** Breaks the switches of one rail: every endpoint loses that port. */
import { Unplug, Wrench } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { RailOversubscription } from '#core/analysis/bandwidth-report.ts';
import type { Failure } from '#core/design/scenario.ts';
import { breakItems, createFailure, isRunBroken, repairItems } from '../store/break-items.ts';
import { selectDesign, useDesignStore } from '../store/design-store.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { formatCount } from '../ui/format.ts';
import { Select } from '../ui/select.tsx';

export function BreakRail({ rails }: { readonly rails: readonly RailOversubscription[] }): ReactElement | null {
  const design = useDesignStore(selectDesign);
  const [chosen, setChosen] = useState(0);
  const rail = rails.find((own) => own.rail === chosen) ?? rails[0];
  if (!rail) return null;
  const options = rails.map((own) => ({
    value: String(own.rail),
    label: `Rail ${own.rail + 1}`,
    note: formatCount(own.switchCount, 'switch', 'switches'),
  }));
  const isBroken = rail.switches.every(({ deviceId, members }) =>
    members.every((first) => isRunBroken(design, { kind: 'device', id: deviceId }, { first, count: 1 })),
  );
  return (
    <>
      <Field label="Break a rail">
        {(id) => (
          <Select id={id} value={String(rail.rail)} options={options} onChange={(value) => setChosen(Number(value))} />
        )}
      </Field>
      <div className="inspector__buttons">
        {isBroken ? (
          <Button onClick={() => repairItems(listFailures(rail))} data-testid="repair-rail">
            <Wrench size={13} aria-hidden />
            Repair rail {rail.rail + 1}
          </Button>
        ) : (
          <Button onClick={() => breakItems(listFailures(rail))} data-testid="break-rail">
            <Unplug size={13} aria-hidden />
            Break rail {rail.rail + 1}
          </Button>
        )}
      </div>
    </>
  );
}

function listFailures({ switches }: RailOversubscription): Failure[] {
  return switches.flatMap(({ deviceId, members }) =>
    members.map((first) => createFailure({ kind: 'device', id: deviceId }, { first, count: 1 })),
  );
}
