/**
 * What a copy of some objects consists of, as a design of its own that holds together: devices and racks with what stands in
 * the racks, the links among them, and the fabrics, feeds and own parts these need. Racks stand nowhere in it.
 */
import type { ObjectRef } from '../base/diagnostic.ts';
import { findUnitMember } from '../design/check-units.ts';
import { createDesign, type Design, type Device, type Link, type LinkEnd, type Placement } from '../design/design.ts';
import { getMemberRun } from '../design/member-run.ts';
import { findRecord } from '../design/records.ts';
import { cloneRecord } from './clone-record.ts';
import { createId } from './ids.ts';
import { countMembers, createMemberSet, hasMember, type MemberSet, rankMember, renumberRun } from './member-set.ts';
import { offsetPosition } from './position.ts';

/** How far apart devices of one rack are set down, px. */
const SET_DOWN_STEP = 120;
/** Their wiring is a figure of the whole group: some of its members are not a smaller figure. */
const WHOLE_PATTERNS: ReadonlySet<Link['pattern']> = new Set(['global', 'torus', 'hyperx', 'slim-fly']);

interface Picked {
  readonly devices: ReadonlyMap<string, MemberSet>;
  readonly racks: ReadonlyMap<string, MemberSet>;
}

/**
 * Of a group of which some members or racks are meant, only those are copied, numbered anew in their order, and links follow
 * the same rule among the members that are left. A scalable unit stands for its members, and is copied with all of them. Other
 * objects are left out.
 */
export function pickFragment(design: Design, items: readonly ObjectRef[]): Design {
  const blocks = items.flatMap((item) => (item.kind === 'unit' ? listMembers(design, item.id) : [item]));
  const racks = pickRacks(design, blocks);
  const picked: Picked = { racks, devices: pickDevices(design, blocks, racks) };
  const fragment = createDesign(design.name);
  copyRacks(design, picked, fragment);
  copyDevices(design, picked, fragment);
  copyPlacements(design, picked, fragment);
  copyLinks(design, picked, fragment);
  copyNeeded(design, fragment);
  copyUnits(design, fragment);
  return fragment;
}

function listMembers(design: Design, unitId: string): readonly ObjectRef[] {
  return findRecord(design.units ?? {}, unitId)?.members ?? [];
}

/** Devices of which no member stands in a rack. */
export function listFreeDevices({ devices, placements }: Design): Device[] {
  const placed = new Set(Object.values(placements).map((placement) => placement.deviceId));
  return Object.values(devices).filter((device) => !placed.has(device.id));
}

/** Devices of which the fragment holds some members, but not all. */
export function listCutDevices(design: Design, fragment: Design): Device[] {
  return Object.values(fragment.devices).flatMap(({ id, count }) => {
    const device = findRecord(design.devices, id);
    return device && device.count > count ? [device] : [];
  });
}

function pickRacks(design: Design, items: readonly ObjectRef[]): Picked['racks'] {
  const racks = new Map<string, MemberSet>();
  for (const [id, refs] of groupRefs(items, 'rack')) {
    const count = findRecord(design.racks, id)?.count ?? 0;
    const set = createMemberSet(refs.map(toRun), count);
    if (set.length > 0) racks.set(id, set);
  }
  return racks;
}

function pickDevices(design: Design, items: readonly ObjectRef[], racks: Picked['racks']): Picked['devices'] {
  const runsOf = new Map<string, { first: number; count: number }[]>();
  for (const [id, refs] of groupRefs(items, 'device')) runsOf.set(id, refs.map(toRun));
  for (const placement of Object.values(design.placements)) {
    for (const run of racks.get(placement.rackId) ?? []) {
      const members = findMembersInRacks(placement, run);
      if (members) runsOf.set(placement.deviceId, [...(runsOf.get(placement.deviceId) ?? []), members]);
    }
  }
  const devices = new Map<string, MemberSet>();
  for (const [id, runs] of runsOf) {
    const set = createMemberSet(runs, findRecord(design.devices, id)?.count ?? 0);
    if (set.length > 0) devices.set(id, set);
  }
  return devices;
}

function groupRefs(items: readonly ObjectRef[], kind: ObjectRef['kind']): Map<string, ObjectRef[]> {
  const refsOf = new Map<string, ObjectRef[]>();
  for (const item of items) {
    if (item.kind === kind) refsOf.set(item.id, [...(refsOf.get(item.id) ?? []), item]);
  }
  return refsOf;
}

/** A reference without a member means all of them: createMemberSet cuts the run to the group. */
function toRun({ member }: ObjectRef): { first: number; count: number } {
  return member === undefined ? { first: 0, count: Number.MAX_SAFE_INTEGER } : { first: member, count: 1 };
}

/** The members of a placement that stand in a run of racks; null = none. */
function findMembersInRacks(
  placement: Placement,
  racks: { readonly first: number; readonly count: number },
): { first: number; count: number } | null {
  const { firstMember, memberCount, firstRack, perRack } = placement;
  const from = Math.max(0, racks.first - firstRack) * perRack;
  const to = Math.min(memberCount, (racks.first + racks.count - firstRack) * perRack);
  return to > from ? { first: firstMember + from, count: to - from } : null;
}

function copyRacks(design: Design, { racks }: Picked, fragment: Design): void {
  for (const [id, set] of racks) {
    const rack = findRecord(design.racks, id);
    if (rack) fragment.racks[id] = { ...cloneRecord(rack), count: countMembers(set) };
  }
}

function copyDevices(design: Design, { devices, racks }: Picked, fragment: Design): void {
  const rackOf = new Map<string, string>();
  for (const { deviceId, rackId } of Object.values(design.placements)) {
    if (!rackOf.has(deviceId) || racks.has(rackId)) rackOf.set(deviceId, rackId);
  }
  const setDown = new Map<string, number>();
  for (const [id, set] of devices) {
    const device = findRecord(design.devices, id);
    if (!device) continue;
    const copy = { ...cloneRecord(device), count: countMembers(set) };
    const rackId = rackOf.get(id);
    const rack = rackId === undefined || racks.has(rackId) ? undefined : findRecord(design.racks, rackId);
    if (rack) {
      // Copied out of a rack that is not copied, it stands free where that rack is.
      const index = setDown.get(rack.id) ?? 0;
      setDown.set(rack.id, index + 1);
      copy.position = offsetPosition(rack.position, { x: 0, y: index * SET_DOWN_STEP });
    }
    fragment.devices[id] = copy;
  }
}

/** Racks that were not neighbours become such: a placement over them falls into one piece for every run of racks. */
function copyPlacements(design: Design, { devices, racks }: Picked, fragment: Design): void {
  const taken = Object.keys(design.placements);
  for (const placement of Object.values(design.placements)) {
    const rackSet = racks.get(placement.rackId) ?? [];
    const memberSet = devices.get(placement.deviceId) ?? [];
    let isFirst = true;
    for (const run of rackSet) {
      const members = findMembersInRacks(placement, run);
      if (!members) continue;
      const id = isFirst ? placement.id : createId('placement', taken);
      if (!isFirst) taken.push(id);
      isFirst = false;
      fragment.placements[id] = {
        ...cloneRecord(placement),
        id,
        firstMember: rankMember(memberSet, members.first),
        memberCount: members.count,
        firstRack: rankMember(rackSet, Math.max(run.first, placement.firstRack)),
      };
    }
  }
}

function copyLinks(design: Design, { devices }: Picked, fragment: Design): void {
  for (const link of Object.values(design.links)) {
    const sets = { a: devices.get(link.a.deviceId), b: devices.get(link.b.deviceId) };
    if (!sets.a || !sets.b) continue;
    const isWhole = isWholeGroup(design, link.a, sets.a) && isWholeGroup(design, link.b, sets.b);
    const copy = isWhole ? cloneRecord(link) : cutLink(design, link, { a: sets.a, b: sets.b });
    if (copy) fragment.links[link.id] = copy;
  }
}

function isWholeGroup(design: Design, end: LinkEnd, set: MemberSet): boolean {
  return countMembers(set) === findRecord(design.devices, end.deviceId)?.count;
}

/** The link among the members that are left, or null when that is none. */
function cutLink(design: Design, link: Link, sets: { readonly a: MemberSet; readonly b: MemberSet }): Link | null {
  if (WHOLE_PATTERNS.has(link.pattern)) return null;
  const copy = cloneRecord(link);
  for (const side of ['a', 'b'] as const) {
    if (!copy[side].members) continue;
    const run = renumberRun(sets[side], copy[side].members);
    if (!run) return null;
    copy[side].members = run;
  }
  if (link.pattern !== 'explicit') return copy;
  copy.pairs = link.pairs.flatMap(([a, b]): [number, number][] => {
    const pair = [renumberPaired(design, link.a, sets.a, a), renumberPaired(design, link.b, sets.b, b)] as const;
    return pair[0] === null || pair[1] === null ? [] : [[pair[0], pair[1]]];
  });
  return copy.pairs.length > 0 ? copy : null;
}

/** A member numbered within the run its link end names; null when it is not among those that are left. */
function renumberPaired(design: Design, end: LinkEnd, set: MemberSet, index: number): number | null {
  const { first } = getMemberRun(end, findRecord(design.devices, end.deviceId) ?? { count: 0 });
  return hasMember(set, first + index) ? rankMember(set, first + index) - rankMember(set, first) : null;
}

/** Fabrics of the links, feeds of the PDUs, and the design's own parts that are used. */
function copyNeeded(design: Design, fragment: Design): void {
  for (const { fabricId } of Object.values(fragment.links)) {
    const fabric = findRecord(design.fabrics, fabricId);
    if (fabric) fragment.fabrics[fabricId] ??= cloneRecord(fabric);
  }
  for (const { pdus } of Object.values(fragment.racks)) {
    for (const { feedId } of pdus) {
      const feed = feedId === undefined ? undefined : findRecord(design.feeds ?? {}, feedId);
      if (feed) fragment.feeds = { ...fragment.feeds, [feed.id]: cloneRecord(feed) };
    }
  }
  for (const partId of listPartIds(fragment)) {
    const part = findRecord(design.parts, partId);
    if (part) fragment.parts[partId] ??= cloneRecord(part);
  }
}

/** A device copied out of a rack that is not copied stands free, and so is no member. */
function copyUnits(design: Design, fragment: Design): void {
  for (const unit of Object.values(design.units ?? {})) {
    const isWhole = unit.members.every((member) => {
      return findUnitMember(fragment, member)?.count === findUnitMember(design, member)?.count;
    });
    if (isWhole) fragment.units = { ...fragment.units, [unit.id]: cloneRecord(unit) };
  }
}

function listPartIds({ devices, racks, links }: Design): string[] {
  return [
    ...Object.values(devices).flatMap((device) => [device.partId, ...Object.values(device.adapters)]),
    ...Object.values(racks).flatMap((rack) => [rack.partId ?? [], rack.pdus.map((pdu) => pdu.partId)].flat()),
    ...Object.values(links).flatMap(({ medium }) => {
      if (medium.kind === 'auto') return [];
      if (medium.kind === 'cable') return [medium.cableId];
      return [medium.transceiverAId, medium.transceiverBId, ...(medium.cableId === null ? [] : [medium.cableId])];
    }),
  ];
}
