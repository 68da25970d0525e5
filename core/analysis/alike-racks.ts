/**
 * Which racks are alike: the same frame, the same parts in the same units facing the same way, and as many cable ends of
 * every link inside and outside. Alike racks are built and cabled by one drawing. Racks start in classes by frame; every further
 * fact splits the classes of the racks that it touches. Linear in members and pairs of racks, but for sorting the members.
 */
import { Lasting } from '../base/lasting.ts';
import type { NetGroup, Netlist, NetRackGroup } from '../netlist/netlist.ts';
import type { LinkCabling, RackEnds } from './link-cabling.ts';

/** Class of every rack, numbered in no order; equal = alike. */
export function classifyRacks(netlist: Netlist, cabling: readonly LinkCabling[]): Uint32Array {
  const classes = new RackClasses(netlist.rackCount);
  const frames = netlist.rackGroups.map(({ part, heightUnits, cooling }) =>
    JSON.stringify([part?.id, heightUnits, cooling]),
  );
  for (let group = 0; group < frames.length; group += 1) {
    const { firstRack, count } = netlist.rackGroups[group] as NetRackGroup;
    const frame = frames.indexOf(frames[group] as string);
    for (let rack = firstRack; rack < firstRack + count; rack += 1) classes.split(rack, 'frame', frame);
  }
  splitByContents(netlist, classes);
  splitByCabling(cabling, classes);
  return classes.of;
}

/** What a fact is about: facts of two kinds are never the same. */
const FACT_KINDS = ['frame', 'device', 'cables'] as const;

class RackClasses extends Lasting {
  readonly of: Uint32Array;
  private count = 0;
  /** By class, the classes that each fact splits off from it. */
  private readonly heirs: Map<number, number>[] = [];
  /** The split before: racks next to each other most often part alike. */
  private last = { before: -1, fact: -1, heir: -1 };

  constructor(rackCount: number) {
    super();
    this.of = new Uint32Array(rackCount);
  }

  /** Racks of one class with the same fact stay in one, apart from all others. */
  split(rack: number, kind: (typeof FACT_KINDS)[number], number: number): void {
    const fact = number * FACT_KINDS.length + FACT_KINDS.indexOf(kind);
    const before = this.of[rack] as number;
    if (before === this.last.before && fact === this.last.fact) {
      this.of[rack] = this.last.heir;
      return;
    }
    const heirs = (this.heirs[before] ??= new Map());
    let heir = heirs.get(fact);
    if (heir === undefined) {
      this.count += 1;
      heir = this.count;
      heirs.set(fact, heir);
    }
    this.of[rack] = heir;
    this.last = { before, fact, heir };
  }
}

/** Units and faces of one part, as numbers that do not meet. */
const FACES = 2;
const UNITS = 2 ** 16;

/** In the order of parts and units, so that it does not matter which group a device belongs to. */
function splitByContents(netlist: Netlist, classes: RackClasses): void {
  const partIds = [...new Set(netlist.groups.map(getPartId))].sort();
  const partOfGroup = netlist.groups.map((group) => partIds.indexOf(getPartId(group)));
  /** Fact and rack in one number: facts are below 2^32 for tens of thousands of parts, racks below 2^20. */
  const all = new Float64Array(netlist.memberCount);
  const { rackCount, memberRack, memberGroup, memberUnit, memberFace } = netlist;
  let next = 0;
  for (let member = 0; member < netlist.memberCount; member += 1) {
    const rack = memberRack[member] as number;
    if (rack < 0) continue;
    const part = partOfGroup[memberGroup[member] as number] as number;
    const fact = (part * UNITS + (memberUnit[member] as number)) * FACES + (memberFace[member] as number);
    all[next] = fact * rackCount + rack;
    next += 1;
  }
  const placed = all.subarray(0, next).sort();
  for (let i = 0; i < next; i += 1) {
    const code = placed[i] as number;
    classes.split(code % rackCount, 'device', Math.floor(code / rackCount));
  }
}

function getPartId({ part, deviceId }: NetGroup): string {
  return part?.id ?? `device ${deviceId}`;
}

function splitByCabling(cabling: readonly LinkCabling[], classes: RackClasses): void {
  cabling.forEach(({ rackEnds }, link) => {
    rackEnds.forEach((ends, kind) => {
      // Facts of two links, or kinds of ends, are apart.
      splitByEnds(ends, cabling.length * rackEnds.length, link * rackEnds.length + kind, classes);
    });
  });
}

function splitByEnds({ rack, count }: RackEnds, step: number, shift: number, classes: RackClasses): void {
  for (let i = 0; i < rack.length; i += 1) {
    classes.split(rack[i] as number, 'cables', (count[i] as number) * step + shift);
  }
}
