/** The order in which racks are looked through: group by group, or row by row as they stand on the floor. */
import { type FloorPlan, NOWHERE } from '../design/floor-plan.ts';

export type RackGrouping = 'group' | 'row';

/** Racks start .. start + count - 1 of the order. */
export interface RackSection {
  /** Id of the rack group or of the row; racks that stand nowhere keep their group's. */
  readonly id: string;
  readonly kind: RackGrouping;
  readonly name: string;
  readonly note: string;
  readonly start: number;
  readonly count: number;
}

export interface RackOrder {
  readonly sections: readonly RackSection[];
  /** Rack, numbered over all groups, by place in the order. */
  readonly racks: Int32Array;
  /** Place in the order by rack. */
  readonly placeOf: Int32Array;
}

export function orderRacks(plan: FloorPlan, grouping: RackGrouping): RackOrder {
  const racks = new Int32Array(plan.rackCount);
  const placeOf = new Int32Array(plan.rackCount);
  const sections: RackSection[] = [];
  let place = 0;
  const addSection = (section: Omit<RackSection, 'start' | 'count'>, members: Iterable<number>): void => {
    const start = place;
    for (const rack of members) {
      racks[place] = rack;
      placeOf[rack] = place;
      place += 1;
    }
    if (place > start) sections.push({ ...section, start, count: place - start });
  };
  if (grouping === 'row') {
    plan.rows.forEach(({ row, room }, index) => {
      addSection({ id: row.id, kind: 'row', name: row.name, note: room.name }, listRowRacks(plan, index));
    });
  }
  for (const { rack, firstRack } of plan.groups) {
    const numbers = Array.from({ length: rack.count }, (_, index) => firstRack + index);
    const members = grouping === 'row' ? numbers.filter((number) => plan.rackRow[number] === NOWHERE) : numbers;
    const note = grouping === 'row' ? 'not on the floor' : '';
    addSection({ id: rack.id, kind: 'group', name: rack.name, note }, members);
  }
  return { sections, racks, placeOf };
}

/** From the west end on. */
function listRowRacks(plan: FloorPlan, row: number): number[] {
  const slots = plan.slotRack.subarray(plan.rowFirstSlot[row], plan.rowFirstSlot[row + 1]);
  return [...slots].filter((rack) => rack !== NOWHERE);
}
