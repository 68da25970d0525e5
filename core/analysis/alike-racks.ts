/**
 * Which racks are alike: the same frame, the same parts in the same units facing the same way, and as many cable ends of
 * every link inside and outside. Alike racks are built and cabled by one drawing. Racks start in classes by frame; every further
 * fact splits the classes of the racks that it touches. Linear in members and cables, but for sorting the members.
 */
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import { countCables } from './count-cables.ts';

/** Class of every rack, numbered in no order; equal = alike. */
export function classifyRacks(netlist: Netlist): Float64Array {
  const classes = new RackClasses(netlist.rackCount);
  for (const { part, heightUnits, cooling, firstRack, count } of netlist.rackGroups) {
    const frame = JSON.stringify([part?.id, heightUnits, cooling]);
    for (let rack = firstRack; rack < firstRack + count; rack += 1) classes.split(rack, frame);
  }
  splitByContents(netlist, classes);
  splitByCabling(netlist, classes);
  return classes.of;
}

class RackClasses {
  readonly of: Float64Array;
  private readonly numbers = new Map<string, number>();

  constructor(rackCount: number) {
    this.of = new Float64Array(rackCount);
  }

  /** Racks of one class with the same fact stay in one, apart from all others. */
  split(rack: number, fact: string | number): void {
    const key = `${this.of[rack]} ${fact}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size + 1;
      this.numbers.set(key, number);
    }
    this.of[rack] = number;
  }
}

/** In the order of parts and units, so that it does not matter which group a device belongs to. */
function splitByContents(netlist: Netlist, classes: RackClasses): void {
  const partIds = [...new Set(netlist.groups.map(getPartId))].sort();
  const partOfGroup = netlist.groups.map((group) => partIds.indexOf(getPartId(group)));
  const placed: { rack: number; code: number }[] = [];
  for (let member = 0; member < netlist.memberCount; member += 1) {
    const rack = netlist.memberRack[member] as number;
    if (rack < 0) continue;
    const part = partOfGroup[netlist.memberGroup[member] as number] as number;
    const unit = netlist.memberUnit[member] as number;
    placed.push({ rack, code: (part * 1024 + unit) * 2 + (netlist.memberFace[member] as number) });
  }
  placed.sort((x, y) => x.code - y.code);
  for (const { rack, code } of placed) classes.split(rack, code);
}

function getPartId({ part, deviceId }: NetGroup): string {
  return part?.id ?? `device ${deviceId}`;
}

function splitByCabling(netlist: Netlist, classes: RackClasses): void {
  const { cageMember, cableCageA, cableCageB, memberRack, rackCount } = netlist;
  const ends = { a: new Uint32Array(rackCount), b: new Uint32Array(rackCount), inside: new Uint32Array(rackCount) };
  let first = 0;
  countCables(netlist).forEach((count, link) => {
    const touched = new Set<number>();
    const note = (counts: Uint32Array, rack: number): void => {
      if (rack < 0) return;
      counts[rack] = (counts[rack] as number) + 1;
      touched.add(rack);
    };
    for (let cable = first; cable < first + count; cable += 1) {
      const a = memberRack[cageMember[cableCageA[cable] as number] as number] as number;
      const b = memberRack[cageMember[cableCageB[cable] as number] as number] as number;
      if (a === b) note(ends.inside, a);
      else {
        note(ends.a, a);
        note(ends.b, b);
      }
    }
    for (const rack of touched) {
      classes.split(rack, `link ${link}: ${ends.a[rack]} ${ends.b[rack]} ${ends.inside[rack]}`);
      ends.a[rack] = 0;
      ends.b[rack] = 0;
      ends.inside[rack] = 0;
    }
    first += count;
  });
}
