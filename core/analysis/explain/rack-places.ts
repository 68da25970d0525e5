/** Sets of racks that figures are summed over: the site, a rack group, a row, a room, one rack, and what stands in none. */
import type { ObjectRef } from '../../base/diagnostic.ts';
import { formatRackName } from '../../netlist/names.ts';
import type { NetGroup, Netlist } from '../../netlist/netlist.ts';
import type { FacilitySum } from '../facility-report.ts';
import { getLiquidShare } from '../liquid-share.ts';
import type { Report } from '../report.ts';

type PlaceFigures = Omit<FacilitySum, 'heightUnits' | 'gpuCount' | 'darkRackCount' | 'overloadedRackCount'>;

export interface RackPlace {
  readonly name: string;
  readonly figures: PlaceFigures;
  /** `rack` over all racks; -1 = in no rack. */
  readonly has: (rack: number) => boolean;
  readonly refs: readonly ObjectRef[];
}

/** `site`, `group/<id>`, `row/<id>`, `room/<id>`, `rack/<place in its group>/<id of the group>`, `off-floor`; null = there is no such place. */
export function findPlace(netlist: Netlist, { facility }: Report, place: string): RackPlace | null {
  const [kind = '', ...rest] = place.split('/');
  const id = rest.join('/');
  switch (kind) {
    case 'site':
      return { name: 'the site', figures: facility.site, has: () => true, refs: [] };
    case 'off-floor':
      return {
        name: 'racks in no row',
        figures: facility.offFloor,
        has: (rack) => rack >= 0 && (netlist.rackRow[rack] as number) < 0,
        refs: [],
      };
    case 'group': {
      const group = netlist.rackGroups.find(({ rackId }) => rackId === id);
      const figures = facility.rackGroups.find(({ rackId }) => rackId === id);
      if (!group || !figures) return null;
      const has = (rack: number): boolean => rack >= group.firstRack && rack < group.firstRack + group.count;
      return { name: group.name, figures, has, refs: [{ kind: 'rack', id }] };
    }
    case 'row':
    case 'room':
      return findOnFloor(netlist, facility, kind, id);
    case 'rack':
      return findRack(netlist, facility, rest.slice(1).join('/'), Number(rest[0]));
    default:
      return null;
  }
}

function findOnFloor(
  { floor, rackRow }: Netlist,
  { rows, rooms }: Report['facility'],
  kind: 'row' | 'room',
  id: string,
): RackPlace | null {
  const figures = kind === 'row' ? rows.find(({ rowId }) => rowId === id) : rooms.find(({ roomId }) => roomId === id);
  if (!floor || !figures) return null;
  const isIn = floor.rows.map(({ rowId, room }) => (kind === 'row' ? rowId : floor.rooms[room]?.roomId) === id);
  const has = (rack: number): boolean => rack >= 0 && isIn[rackRow[rack] as number] === true;
  return { name: figures.name, figures, has, refs: [{ kind, id }] };
}

function findRack(netlist: Netlist, { racks }: Report['facility'], rackId: string, index: number): RackPlace | null {
  const group = netlist.rackGroups.find((own) => own.rackId === rackId);
  if (!group || !(index >= 0 && index < group.count)) return null;
  const rack = group.firstRack + index;
  const at = (values: { readonly [index: number]: number }): number => values[rack] ?? 0;
  const sum = (figure: 'typicalW' | 'maxW' | 'weightKg') => ({
    value: at(racks[figure].value),
    unknownCount: at(racks[figure].unknown),
    unknownParts: [],
  });
  const flow = (values: { readonly [index: number]: number }) => ({ least: at(values), most: at(values) });
  return {
    name: formatRackName(group.name, index, group.count),
    figures: {
      rackCount: 1,
      typicalW: sum('typicalW'),
      maxW: sum('maxW'),
      weightKg: sum('weightKg'),
      usedUnits: at(racks.usedUnits),
      heat: { airW: at(racks.heat.airW), liquidW: at(racks.heat.liquidW), openW: at(racks.heat.openW) },
      airflowM3PerHour: flow(racks.airflowM3PerHour),
      airflowCfm: flow(racks.airflowCfm),
      coolantLpm: flow(racks.coolantLpm),
      densestRackW: at(racks.maxW.value),
    },
    has: (own) => own === rack,
    refs: [{ kind: 'rack', id: group.rackId, member: index }],
  };
}

/** Members of one group in a place that give the same share of their heat to liquid. */
export interface PlacedMembers {
  readonly group: NetGroup;
  /** null = nobody states it. */
  readonly liquidShare: number | null;
  readonly members: readonly number[];
}

/** What stands in a place, in the order of the groups. */
export function listPlaced(netlist: Netlist, place: RackPlace): PlacedMembers[] {
  const coolingOf = new Map<number, string>();
  for (const { firstRack, count, cooling } of netlist.rackGroups) {
    for (let rack = firstRack; rack < firstRack + count; rack += 1) coolingOf.set(rack, cooling);
  }
  const stated = netlist.facilities.site.liquidShare ?? null;
  return netlist.groups.flatMap((group) => {
    const byShare = new Map<number | null, number[]>();
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      const rack = netlist.memberRack[member] as number;
      if (!place.has(rack)) continue;
      const share = getLiquidShare(group.part, coolingOf.get(rack) ?? null, stated);
      const own = byShare.get(share) ?? [];
      byShare.set(share, own);
      own.push(member);
    }
    return [...byShare].map(([liquidShare, members]): PlacedMembers => ({ group, liquidShare, members }));
  });
}
