/** Racks as they look and where they come in order: read from the open design, each kept until what it rests on changes. */
import { useMemo } from 'react';
import type { Design, Rack } from '#core/design/design.ts';
import { findGroup, type FloorPlan, readFloorPlan } from '#core/design/floor-plan.ts';
import { createElevationReader, type RackElevation } from '#core/netlist/rack-elevation.ts';
import { orderRacks, type RackOrder } from '#core/netlist/rack-order.ts';
import { catalog, design, selectDesign, useCatalog, useDesignStore } from './design-store.ts';
import { racksStore, useRacksStore } from './racks-store.ts';

interface PlanKey {
  readonly sources: readonly unknown[];
  readonly plan: FloorPlan;
}

let keptPlan: PlanKey | null = null;

function planOf(owner: Design): FloorPlan {
  const sources = [owner.racks, owner.rooms, owner.rows, owner.stands];
  if (keptPlan?.sources.every((source, at) => source === sources[at])) return keptPlan.plan;
  keptPlan = { sources, plan: readFloorPlan(owner) };
  return keptPlan.plan;
}

const orders = new WeakMap<FloorPlan, Map<string, RackOrder>>();

function orderOf(plan: FloorPlan, grouping: RackOrder['sections'][number]['kind']): RackOrder {
  const known = orders.get(plan)?.get(grouping);
  if (known) return known;
  const order = orderRacks(plan, grouping);
  orders.set(plan, new Map([...(orders.get(plan) ?? []), [grouping, order]]));
  return order;
}

/** Where the racks of the open design stand. */
export function rackPlan(): FloorPlan {
  return planOf(design());
}

export function useRackPlan(): FloorPlan {
  return planOf(useDesignStore(selectDesign));
}

/** The order the view shows: by row only where racks stand on the floor. */
export function rackOrder(): RackOrder {
  const plan = rackPlan();
  return orderOf(plan, plan.standingCount > 0 ? racksStore.getState().grouping : 'group');
}

export function useRackOrder(): RackOrder {
  const plan = useRackPlan();
  const grouping = useRacksStore((state) => state.grouping);
  return orderOf(plan, plan.standingCount > 0 ? grouping : 'group');
}

export interface RackAddress {
  readonly rack: Rack;
  /** Within its group, from 0. */
  readonly index: number;
}

/** The group and place of a rack by its number over all groups. */
export function addressRack(plan: FloorPlan, number: number): RackAddress {
  const { rack, firstRack } = findGroup(plan, number);
  return { rack, index: number - firstRack };
}

/** Number over all groups; null = there is no such rack. */
export function numberRack(plan: FloorPlan, rackId: string, index: number): number | null {
  const group = plan.groups.find(({ rack }) => rack.id === rackId);
  return group && index < group.rack.count ? group.firstRack + index : null;
}

let reader: { readonly sources: readonly unknown[]; readonly read: ReturnType<typeof createElevationReader> } | null =
  null;

function readerOf(owner: Design, parts: ReturnType<typeof catalog>) {
  const sources = [owner.placements, owner.devices, owner.racks, owner.feeds, parts];
  if (!reader?.sources.every((source, at) => source === sources[at])) {
    const read = createElevationReader(owner, parts);
    const known = new Map<string, RackElevation>();
    const recall = (rack: Rack, index: number): RackElevation => {
      const key = `${rack.id} ${index}`;
      const elevation = known.get(key) ?? read(rack, index);
      known.set(key, elevation);
      return elevation;
    };
    reader = { sources, read: recall };
  }
  return reader.read;
}

/** The rack as it is now. */
export function readRack(rack: Rack, index: number): RackElevation {
  return readerOf(design(), catalog())(rack, index);
}

export function useElevation(rack: Rack, index: number): RackElevation {
  const owner = useDesignStore(selectDesign);
  const parts = useCatalog();
  const read = readerOf(owner, parts);
  return useMemo(() => read(rack, index), [read, rack, index]);
}
