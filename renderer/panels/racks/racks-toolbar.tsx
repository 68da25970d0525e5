/** Above the racks: which side, in which order, how large; finding racks, those with problems, and printing. */
import { ChevronLeft, ChevronRight, Maximize2, PanelLeftOpen, Printer, ZoomIn, ZoomOut } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { useRackOrder, useRackPlan } from '../../store/rack-elevations.ts';
import { listProblemPlaces } from '../../store/rack-problems.ts';
import {
  focusInRack,
  RACK_HEAD,
  racksStore,
  setRacks,
  setUnitPx,
  UNIT_STEPS_PX,
  useRacksStore,
} from '../../store/racks-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { FindRack } from './find-rack.tsx';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>): ReactElement {
  return (
    <div className="racks__choice" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

/** The next larger or smaller height; from 'as the view has room' to the nearest end. */
function stepUnitPx(step: 1 | -1): void {
  const { unitPx } = racksStore.getState();
  const at = unitPx === null ? (step > 0 ? 1 : 0) : UNIT_STEPS_PX.indexOf(unitPx) + step;
  setUnitPx(UNIT_STEPS_PX[Math.min(UNIT_STEPS_PX.length - 1, Math.max(0, at))] ?? null);
}

export function RacksToolbar(): ReactElement {
  const face = useRacksStore((state) => state.face);
  const grouping = useRacksStore((state) => state.grouping);
  const isShelfOpen = useRacksStore((state) => state.isShelfOpen);
  const hasFloor = useRackPlan().standingCount > 0;
  return (
    <div className="racks__toolbar" role="toolbar" aria-label="View of the racks">
      {isShelfOpen ? null : (
        <IconButton label="Show the devices in no rack" onClick={() => setRacks({ isShelfOpen: true })}>
          <PanelLeftOpen size={14} />
        </IconButton>
      )}
      <Choice
        label="Side"
        value={face}
        options={[
          { value: 'front', label: 'Front' },
          { value: 'rear', label: 'Rear' },
        ]}
        onChange={(next) => setRacks({ face: next })}
      />
      {hasFloor ? (
        <Choice
          label="Order"
          value={grouping}
          options={[
            { value: 'group', label: 'By group' },
            { value: 'row', label: 'By row' },
          ]}
          onChange={(next) => setRacks({ grouping: next })}
        />
      ) : null}
      <FindRack />
      <ProblemSteps />
      <span className="racks__space" />
      <IconButton label="Smaller" onClick={() => stepUnitPx(-1)}>
        <ZoomOut size={14} />
      </IconButton>
      <IconButton label="Larger" onClick={() => stepUnitPx(1)}>
        <ZoomIn size={14} />
      </IconButton>
      <IconButton label="Whole racks" onClick={() => setUnitPx(null)}>
        <Maximize2 size={14} />
      </IconButton>
      <Button onClick={() => setRacks({ isPrintOpen: true })}>
        <Printer size={14} aria-hidden /> Print
      </Button>
    </div>
  );
}

/** To the next rack with a problem, from where the keyboard is. */
function ProblemSteps(): ReactElement | null {
  const report = useReportStore((state) => state.report);
  const order = useRackOrder();
  // Read anew when the report or the order is another.
  // oxlint-disable-next-line react/exhaustive-deps
  const places = useMemo(() => listProblemPlaces(), [report, order]);
  if (places.length === 0) return null;
  const step = (direction: 1 | -1): void => {
    const { cursor } = racksStore.getState();
    const here = cursor ? (order.placeOf[cursor.rack] ?? -1) : -1;
    const next =
      direction > 0
        ? (places.find((place) => place > here) ?? places[0])
        : (places.findLast((place) => place < here) ?? places.at(-1));
    if (next !== undefined) focusInRack(order.racks[next] as number, RACK_HEAD);
  };
  return (
    <div className="racks__problems">
      <IconButton label="Previous rack with a problem" onClick={() => step(-1)}>
        <ChevronLeft size={14} />
      </IconButton>
      <span>{formatNumber(places.length)} with problems</span>
      <IconButton label="Next rack with a problem" onClick={() => step(1)}>
        <ChevronRight size={14} />
      </IconButton>
    </div>
  );
}
