/** What is drawn on the plan: made once for every change of design, report or selection, and reused for every frame. */
import type { TrayReport } from '#core/analysis/cabling-report.ts';
import type { FloorRuns } from '#core/analysis/floor-runs.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { type Catalog, findPart } from '#core/catalog/catalog.ts';
import type { Aisle } from '#core/design/aisles.ts';
import type { Design } from '#core/design/design.ts';
import type { CduGroup, CoolingZone } from '#core/design/facilities.ts';
import { type FloorPlan, NOWHERE } from '#core/design/floor-plan.ts';
import type { FloorGhost, FloorLayer, FloorShift } from '../../store/floor-store.ts';
import { type FloorBox, joinBoxes } from './camera.ts';
import type { FloorToken } from './floor-palette.ts';
import type { RackColours } from './colour-steps.ts';
import type { TrayLine } from './tray-lines.ts';

export interface FloorScene {
  readonly plan: FloorPlan;
  readonly aisles: readonly Aisle[];
  readonly trays: readonly TrayLine[];
  readonly zones: readonly CoolingZone[];
  readonly cduGroups: readonly CduBox[];
  readonly colours: RackColours;
  /** By rack: 1 = selected, 2 = holds what is selected. */
  readonly selected: Uint8Array;
  readonly selectedRows: ReadonlySet<string>;
  readonly selectedRooms: ReadonlySet<string>;
  /** How full trays are; null = not known for this plan. */
  readonly trayReport: TrayReport | null;
  /** Cable runs of the selection; null = none are asked for. */
  readonly runs: FloorRuns | null;
  readonly fabricToken: (fabricId: string) => FloorToken;
  /** A proposal is shown, not the design: nothing can be moved. */
  readonly isProposal: boolean;
  readonly layers: Readonly<Record<FloorLayer, boolean>>;
  readonly ghost: FloorGhost | null;
  readonly current: number | null;
}

export interface CduBox extends FloorBox {
  readonly cdu: CduGroup;
}

/** 1 = named by the selection, alone or with its whole group. */
export function markRacks(plan: FloorPlan, selection: readonly ObjectRef[]): Uint8Array {
  const marks = new Uint8Array(plan.rackCount);
  const groupOf = new Map(plan.groups.map((group) => [group.rack.id, group]));
  for (const ref of selection) {
    const group = ref.kind === 'rack' ? groupOf.get(ref.id) : undefined;
    if (!group) continue;
    if (ref.member === undefined) marks.fill(1, group.firstRack, group.firstRack + group.rack.count);
    else if (ref.member < group.rack.count) marks[group.firstRack + ref.member] = 1;
  }
  return marks;
}

/** Besides the selected racks (1) those that hold a selected device (2): they light up, but are not moved. */
export function markSelected(plan: FloorPlan, design: Design, selection: readonly ObjectRef[]): Uint8Array {
  const marks = markRacks(plan, selection);
  const groupOf = new Map(plan.groups.map((group) => [group.rack.id, group]));
  for (const ref of selection) {
    if (ref.kind !== 'device') continue;
    for (const placement of Object.values(design.placements)) {
      const group = placement.deviceId === ref.id ? groupOf.get(placement.rackId) : undefined;
      if (!group) continue;
      for (let i = 0; i < placement.memberCount; i += 1) {
        if (ref.member !== undefined && ref.member !== placement.firstMember + i) continue;
        const member = placement.firstRack + Math.floor(i / placement.perRack);
        const rack = group.firstRack + member;
        if (member < group.rack.count && marks[rack] === 0) marks[rack] = 2;
      }
    }
  }
  return marks;
}

/** Selected racks that stand on the floor. */
export function listStanding(plan: FloorPlan, marks: Uint8Array): number[] {
  const racks: number[] = [];
  for (let rack = 0; rack < plan.rackCount; rack += 1) {
    if (marks[rack] === 1 && plan.rackRow[rack] !== NOWHERE) racks.push(rack);
  }
  return racks;
}

/** The design as a drag of rows or trays would leave it. */
export function shiftDesign(design: Design, shift: FloorShift | null): Design {
  if (shift === null) return design;
  if (shift.kind === 'cross-trays') {
    const room = design.rooms?.[shift.roomId];
    return room
      ? { ...design, rooms: { ...design.rooms, [room.id]: { ...room, crossTraysM: shift.crossTraysM } } }
      : design;
  }
  const rows = { ...design.rows };
  for (const id of shift.rowIds) {
    const row = rows[id];
    if (row) rows[id] = { ...row, xM: row.xM + shift.eastM, yM: row.yM + shift.southM };
  }
  return { ...design, rows };
}

/** Of coolant units whose part does not say: a frame as wide and deep as a rack. */
const USUAL_CDU_MM = { widthMm: 600, depthMm: 1200 };

/** Coolant units stand side by side to the east of the place of the first. */
export function listCduBoxes(design: Design, catalog: Catalog): CduBox[] {
  return Object.values(design.cduGroups ?? {}).flatMap((cdu) => {
    const room = design.rooms?.[cdu.roomId];
    if (!room) return [];
    const part = findPart(catalog, cdu.partId, 'cooling');
    const widthM = (cdu.count * (part?.widthMm ?? USUAL_CDU_MM.widthMm)) / 1000;
    const depthM = (part?.depthMm ?? USUAL_CDU_MM.depthMm) / 1000;
    return [{ cdu, xM: room.xM + cdu.xM, yM: room.yM + cdu.yM, widthM, depthM }];
  });
}

function roomBox(plan: FloorPlan, index: number): FloorBox {
  const { xM, yM, widthM, depthM } = plan.rooms[index] as FloorPlan['rooms'][number];
  return { xM, yM, widthM, depthM };
}

function rowBox(plan: FloorPlan, index: number): FloorBox {
  const { xM, yM, lengthM, row } = plan.rows[index] as FloorPlan['rows'][number];
  return { xM, yM, widthM: lengthM, depthM: row.depthM };
}

/** Everything on the floor. */
export function boundFloor(plan: FloorPlan): FloorBox | null {
  return joinBoxes([
    ...plan.rooms.map((_, index) => roomBox(plan, index)),
    ...plan.rows.map((_, index) => rowBox(plan, index)),
  ]);
}

/** What is selected; null = nothing of it stands on the floor. */
export function boundSelected({ plan, selected, selectedRows, selectedRooms }: FloorScene): FloorBox | null {
  const racks = listStanding(plan, selected).map((rack): FloorBox => {
    const { row } = plan.rows[plan.rackRow[rack] as number] as FloorPlan['rows'][number];
    const xM = (plan.rackX[rack] as number) - row.pitchM / 2;
    return { xM, yM: (plan.rackY[rack] as number) - row.depthM / 2, widthM: row.pitchM, depthM: row.depthM };
  });
  const rows = plan.rows.flatMap(({ row }, index) => (selectedRows.has(row.id) ? [rowBox(plan, index)] : []));
  const rooms = plan.rooms.flatMap(({ id }, index) => (selectedRooms.has(id) ? [roomBox(plan, index)] : []));
  // Reduced by pairs: thousands of boxes do not fit the arguments of one call.
  return [...racks, ...rows, ...rooms].reduce<FloorBox | null>(
    (sum, box) => (sum === null ? box : joinBoxes([sum, box])),
    null,
  );
}
