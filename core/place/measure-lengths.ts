/** Lengths of all cables for racks that stand somewhere, by the netlist's own rule for a run. Linear in the connections. */
import { type NetFloor, type NetGroup, type Netlist, type NetRackGroup, NONE } from '../netlist/netlist.ts';
import { computeRunLength, createRackPlaces, getPortHeightM } from '../netlist/route-cable.ts';

export interface Lengths {
  /** Of all cables; what cannot be measured has its planned length. */
  readonly totalM: number;
  /** By link, of its connections. */
  readonly longestM: Float64Array;
  /** Between an endpoint and a switch; NaN = there is no such run, or none can be measured. */
  readonly worstLeafServerM: number;
}

export function measureLengths(netlist: Netlist, floor: NetFloor, rackRow: Int32Array, rackSlot: Int32Array): Lengths {
  const { links, connectionMemberA, connectionMemberB, connectionCable, memberRack, memberGroup, groups } = netlist;
  const places = createRackPlaces(floor, rackRow, rackSlot);
  const heightM = listPortHeights(netlist);
  const isEndpoint = groups.map(({ role }) => role === 'endpoint');
  const sums = new CableSums(netlist.cableCount);
  const longestM = new Float64Array(links.length);
  let worstLeafServerM = Number.NaN;
  links.forEach(({ firstConnection, connectionCount, plannedLengthM }, link) => {
    for (let connection = firstConnection; connection < firstConnection + connectionCount; connection += 1) {
      const a = connectionMemberA[connection] as number;
      const b = connectionMemberB[connection] as number;
      const rackA = memberRack[a] as number;
      const rackB = memberRack[b] as number;
      const heightA = heightM[a] as number;
      const runM = computeRunLength(places, netlist.cabling, rackA, heightA, rackB, heightM[b] as number);
      const lengthM = Number.isNaN(runM) ? plannedLengthM : runM;
      if (lengthM > (longestM[link] as number)) longestM[link] = lengthM;
      sums.add(connectionCable[connection] as number, lengthM);
      const isAccess = isEndpoint[memberGroup[a] as number] !== isEndpoint[memberGroup[b] as number];
      if (isAccess && !(runM <= worstLeafServerM) && !Number.isNaN(runM)) worstLeafServerM = runM;
    }
  });
  return { totalM: sums.finish(), longestM, worstLeafServerM };
}

/** Above the floor, by member. */
function listPortHeights({
  memberCount,
  memberRack,
  memberUnit,
  memberGroup,
  groups,
  rackGroups,
}: Netlist): Float64Array {
  const heightM = new Float64Array(memberCount);
  const groupOfRack: NetRackGroup[] = rackGroups.flatMap((group) => Array.from({ length: group.count }, () => group));
  for (let member = 0; member < memberCount; member += 1) {
    const rack = memberRack[member] as number;
    if (rack === NONE) continue;
    const units = Math.ceil((groups[memberGroup[member] as number] as NetGroup).part?.rackUnits ?? 1);
    const unitMm = groupOfRack[rack]?.part?.unitMm ?? null;
    heightM[member] = getPortHeightM(memberUnit[member] as number, units, unitMm);
  }
  return heightM;
}

/** The longest leg of every assembly; connections without one count for themselves. */
class CableSums {
  readonly #longestM: Float64Array;
  #withoutCableM = 0;

  constructor(cableCount: number) {
    this.#longestM = new Float64Array(cableCount);
  }

  add(cable: number, lengthM: number): void {
    if (cable === NONE) this.#withoutCableM += lengthM;
    else this.#longestM[cable] = Math.max(this.#longestM[cable] as number, lengthM);
  }

  finish(): number {
    let totalM = this.#withoutCableM;
    let lastM = 0;
    for (const lengthM of this.#longestM) {
      // Further trunks of a connection follow its first, and are as long.
      if (lengthM > 0) lastM = lengthM;
      totalM += lastM;
    }
    return totalM;
  }
}

/** As the netlist has them now. */
export function measureNow(netlist: Netlist): { readonly totalM: number; readonly isMeasured: boolean } {
  const { cableLengthM, connectionCable, connectionLengthM, connectionRouted } = netlist;
  let totalM = 0;
  for (const lengthM of cableLengthM) totalM += lengthM;
  connectionCable.forEach((cable, connection) => {
    if (cable === NONE) totalM += connectionLengthM[connection] as number;
  });
  return { totalM, isMeasured: !connectionRouted.includes(0) };
}
