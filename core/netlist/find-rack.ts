/** Racks by what a user types: a rack's name or number, a position on the floor, or the name of a device that stands in one. */
import type { Design } from '../design/design.ts';
import { type FloorPlan, nameRack, NOWHERE } from '../design/floor-plan.ts';
import { findRecord } from '../design/records.ts';
import { nameDeviceMember } from './rack-elevation.ts';

/** More than that many are not worth stepping through. */
const FOUND_MAX = 2_000;

interface FoundMember {
  readonly deviceId: string;
  readonly member: number;
}

export interface FoundRack {
  /** Numbered over all groups. */
  readonly rack: number;
  /** Set when the name is that of a device in the rack. */
  readonly device?: FoundMember;
}

/** Best first: the whole name, then names that begin with the text, then those that hold it; last the devices. */
export function findRacks(design: Design, plan: FloorPlan, text: string): FoundRack[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const ranked: [number[], number[], number[]] = [[], [], []];
  for (let rack = 0; rack < plan.rackCount; rack += 1) {
    const rank = Math.min(...listNames(plan, rack).map((name) => rankName(name.toLowerCase(), wanted)));
    ranked[rank]?.push(rack);
  }
  const racks = ranked.flat().slice(0, FOUND_MAX);
  return [...racks.map((rack) => ({ rack })), ...findMembers(design, plan, wanted)].slice(0, FOUND_MAX);
}

function listNames(plan: FloorPlan, rack: number): string[] {
  const name = nameRack(plan, rack);
  const row = plan.rackRow[rack] as number;
  if (row === NOWHERE) return [name];
  return [name, `${plan.rows[row]?.row.name} ${(plan.rackSlot[rack] as number) + 1}`];
}

/** 3 = not at all. A bare number means the rack of that number. */
function rankName(name: string, wanted: string): number {
  if (name === wanted || (/^\d+$/.test(wanted) && name.endsWith(` ${wanted}`))) return 0;
  if (name.startsWith(wanted)) return 1;
  return name.includes(wanted) ? 2 : 3;
}

function findMembers(design: Design, plan: FloorPlan, wanted: string): FoundRack[] {
  const firstRackOf = new Map(plan.groups.map(({ rack, firstRack }) => [rack.id, { rack, firstRack }]));
  const found: (FoundRack & { readonly isWhole: boolean })[] = [];
  for (const placement of Object.values(design.placements)) {
    const device = findRecord(design.devices, placement.deviceId);
    const group = firstRackOf.get(placement.rackId);
    if (!device || !group) continue;
    for (let i = 0; i < placement.memberCount && found.length < FOUND_MAX; i += 1) {
      const member = placement.firstMember + i;
      const index = placement.firstRack + Math.floor(i / placement.perRack);
      if (member >= device.count || index >= group.rack.count) break;
      const name = nameDeviceMember(device, member).toLowerCase();
      if (!name.includes(wanted)) continue;
      const rack = group.firstRack + index;
      found.push({ rack, device: { deviceId: device.id, member }, isWhole: name === wanted });
    }
  }
  return found
    .toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole))
    .map(({ rack, device }) => (device ? { rack, device } : { rack }));
}
