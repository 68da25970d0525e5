/** Everything the plan shows, put together from design, report, selection and what is being moved. */
import { useMemo } from 'react';
import { listAisles } from '#core/design/aisles.ts';
import { readFloorPlan } from '#core/design/floor-plan.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { useFloorStore } from '../../store/floor-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { useViewStore } from '../../store/view-store.ts';
import { type FloorScene, listCduBoxes, markSelected, shiftDesign } from './floor-scene.ts';
import { colourRacks } from './rack-colours.ts';
import { listTrays } from './tray-lines.ts';

export function useFloorScene(): FloorScene {
  const design = useDesignStore(selectDesign);
  const report = useReportStore((state) => state.report);
  const selection = useViewStore((state) => state.selection);
  const colour = useFloorStore((state) => state.colour);
  const layers = useFloorStore((state) => state.layers);
  const ghost = useFloorStore((state) => state.ghost);
  const shift = useFloorStore((state) => state.draftShift);
  const current = useFloorStore((state) => state.current);
  const shifted = useMemo(() => shiftDesign(design, shift), [design, shift]);
  const plan = useMemo(() => readFloorPlan(shifted), [shifted]);
  const built = useMemo(
    () => ({
      aisles: listAisles(plan),
      trays: listTrays(plan),
      cduGroups: listCduBoxes(shifted),
      zones: Object.values(shifted.coolingZones ?? {}),
    }),
    [plan, shifted],
  );
  const colours = useMemo(() => colourRacks(colour, plan, shifted, report), [colour, plan, shifted, report]);
  const marks = useMemo(() => {
    const idsOf = (kind: string): ReadonlySet<string> =>
      new Set(selection.flatMap((ref) => (ref.kind === kind ? [ref.id] : [])));
    return {
      selected: markSelected(plan, shifted, selection),
      selectedRows: idsOf('row'),
      selectedRooms: idsOf('room'),
    };
  }, [plan, shifted, selection]);
  return useMemo(
    () => ({
      plan,
      ...built,
      colours,
      ...marks,
      layers,
      ghost,
      current: current !== null && current < plan.rackCount ? current : null,
    }),
    [plan, built, colours, marks, layers, ghost, current],
  );
}
