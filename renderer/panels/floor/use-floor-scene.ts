/** Everything the plan shows, put together from design, report, selection and what is being moved. */
import { useMemo } from 'react';
import { listAisles } from '#core/design/aisles.ts';
import type { Design } from '#core/design/design.ts';
import { readFloorPlan } from '#core/design/floor-plan.ts';
import type { FloorProposal } from '#core/place/floor-proposal.ts';
import { selectDesign, useCatalog, useDesignStore } from '../../store/design-store.ts';
import { useFloorRuns } from '../../store/floor-runs-store.ts';
import { useFloorStore } from '../../store/floor-store.ts';
import { usePlacementStore } from '../../store/placement-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { useViewStore } from '../../store/view-store.ts';
import { type FloorScene, listCduBoxes, markSelected, shiftDesign } from './floor-scene.ts';
import { colourRacks } from './rack-colours.ts';
import { findFabricToken } from './rack-fabrics.ts';
import { listTrays } from './tray-lines.ts';

/** The proposal while it is looked at in place of the floor; null = the floor as it is. */
function useShownProposal(): FloorProposal | null {
  const proposal = usePlacementStore((state) => (state.kind === 'proposed' ? state.proposal : null));
  const showsBefore = useFloorStore((state) => state.showsBefore);
  return showsBefore ? null : proposal;
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Record<string, T> {
  return Object.fromEntries(records.map((record) => [record.id, record]));
}

function proposeDesign(design: Design, { rooms, rows, stands }: FloorProposal): Design {
  return { ...design, rooms: byId(rooms), rows: byId(rows), stands: byId(stands) };
}

export function useFloorScene(): FloorScene {
  const design = useDesignStore(selectDesign);
  const report = useReportStore((state) => state.report);
  const catalog = useCatalog();
  const selection = useViewStore((state) => state.selection);
  const colour = useFloorStore((state) => state.colour);
  const layers = useFloorStore((state) => state.layers);
  const ghost = useFloorStore((state) => state.ghost);
  const shift = useFloorStore((state) => state.draftShift);
  const current = useFloorStore((state) => state.current);
  const proposal = useShownProposal();
  const isStale = useReportStore((state) => state.isStale);
  const allRuns = useFloorRuns();
  const shifted = useMemo(
    () => (proposal ? proposeDesign(design, proposal) : shiftDesign(design, shift)),
    [design, shift, proposal],
  );
  const cabling = useMemo(
    () => ({
      trayReport: proposal || isStale ? null : (report?.trays ?? null),
      runs: proposal || !layers.runs ? null : allRuns,
      fabricToken: (fabricId: string) => findFabricToken(design, fabricId),
      isProposal: proposal !== null,
    }),
    [proposal, isStale, report, layers.runs, allRuns, design],
  );
  const plan = useMemo(() => readFloorPlan(shifted), [shifted]);
  const built = useMemo(
    () => ({
      aisles: listAisles(plan),
      trays: listTrays(plan),
      cduGroups: listCduBoxes(shifted, catalog),
      zones: Object.values(shifted.coolingZones ?? {}),
    }),
    [plan, shifted, catalog],
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
      ...cabling,
      layers,
      ghost,
      current: current !== null && current < plan.rackCount ? current : null,
    }),
    [plan, built, colours, marks, cabling, layers, ghost, current],
  );
}
