/** Objects of the same kind as others: everywhere, or in the same fabric, pod or rack. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design, DeviceRole, Link } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';

/** Pod: what hangs together below the spines. */
export type AlikeScope = 'design' | 'fabric' | 'pod' | 'rack';

/** The layers above a pod: what joins pods is in none. */
const ABOVE_PODS: ReadonlySet<DeviceRole> = new Set(['spine', 'core', 'border']);

/**
 * The same kind: devices of a part, racks of a frame, links of a speed between the same parts. A single member stands for its
 * group. Includes the seeds.
 */
export function listAlike(design: Design, seeds: readonly ObjectRef[], scope: AlikeScope): ObjectRef[] {
  const kinds = new Set(seeds.map((seed) => describeKind(design, seed)));
  const isThere = createPlace(design, seeds, scope);
  return listCanvasObjects(design).filter((ref) => {
    const kind = describeKind(design, ref);
    return kind !== null && kinds.has(kind) && isThere(ref);
  });
}

/** Every link with an end at one of the devices, or at one that stands in one of the racks. */
export function listLinksOf(design: Design, refs: readonly ObjectRef[]): ObjectRef[] {
  const devices = new Set(refs.flatMap((ref) => listDevices(design, ref)));
  const links = Object.values(design.links).filter(({ a, b }) => devices.has(a.deviceId) || devices.has(b.deviceId));
  return links.map(({ id }) => ({ kind: 'link', id }));
}

/** Everything on the canvas that can be selected. */
export function listCanvasObjects({ racks, devices, links }: Design): ObjectRef[] {
  return [
    ...Object.keys(racks).map((id): ObjectRef => ({ kind: 'rack', id })),
    ...Object.keys(devices).map((id): ObjectRef => ({ kind: 'device', id })),
    ...Object.keys(links).map((id): ObjectRef => ({ kind: 'link', id })),
  ];
}

function describeKind({ devices, racks, links }: Design, { kind, id }: ObjectRef): string | null {
  const partOf = (deviceId: string): string => findRecord(devices, deviceId)?.partId ?? '';
  const device = kind === 'device' ? findRecord(devices, id) : undefined;
  if (device) return `device ${device.partId}`;
  const rack = kind === 'rack' ? findRecord(racks, id) : undefined;
  if (rack) return `rack ${rack.partId} ${rack.heightUnits}`;
  const link = kind === 'link' ? findRecord(links, id) : undefined;
  if (!link) return null;
  return `link ${link.speedGbps} ${[partOf(link.a.deviceId), partOf(link.b.deviceId)].toSorted().join(' ')}`;
}

/** The devices an object is about: itself, what stands in it, or its two ends. */
function listDevices({ links, placements }: Design, { kind, id }: ObjectRef): string[] {
  if (kind === 'device') return [id];
  if (kind === 'rack') {
    const inside = Object.values(placements).filter(({ rackId }) => rackId === id);
    return [...new Set(inside.map(({ deviceId }) => deviceId))];
  }
  const link = kind === 'link' ? findRecord(links, id) : undefined;
  return link ? [link.a.deviceId, link.b.deviceId] : [];
}

function createPlace(design: Design, seeds: readonly ObjectRef[], scope: AlikeScope): (ref: ObjectRef) => boolean {
  if (scope === 'design') return () => true;
  const fabrics = listFabrics(design, seeds);
  if (scope === 'fabric') return (ref) => listFabrics(design, [ref]).some((id) => fabrics.includes(id));
  const seedDevices = seeds.flatMap((seed) => listDevices(design, seed));
  const inside = scope === 'rack' ? listNeighbours(design, seeds, seedDevices) : walkPod(design, seedDevices, fabrics);
  return (ref) => {
    const link = ref.kind === 'link' ? findRecord(design.links, ref.id) : undefined;
    if (link && scope === 'pod' && !fabrics.includes(link.fabricId)) return false;
    if (link) return isLinkInside(link, inside, scope);
    if (ref.kind === 'rack' && scope === 'rack')
      return seeds.some((seed) => seed.kind === 'rack' && seed.id === ref.id);
    return listDevices(design, ref).some((id) => inside.has(id));
  };
}

/** Both ends in the rack; of a pod also what goes up from it. */
function isLinkInside({ a, b }: Link, inside: ReadonlySet<string>, scope: AlikeScope): boolean {
  const ends = [a.deviceId, b.deviceId];
  return scope === 'rack' ? ends.every((end) => inside.has(end)) : ends.some((end) => inside.has(end));
}

/** Fabrics of links; of devices the compute fabrics they are on, or else all they are on. */
function listFabrics(design: Design, refs: readonly ObjectRef[]): string[] {
  const linkIds = new Set(refs.filter(({ kind }) => kind === 'link').map(({ id }) => id));
  const devices = new Set(refs.filter(({ kind }) => kind !== 'link').flatMap((ref) => listDevices(design, ref)));
  const own: string[] = [];
  const joined: string[] = [];
  for (const { id, fabricId, a, b } of Object.values(design.links)) {
    if (linkIds.has(id)) own.push(fabricId);
    else if (devices.has(a.deviceId) || devices.has(b.deviceId)) joined.push(fabricId);
  }
  const compute = joined.filter((id) => findRecord(design.fabrics, id)?.purpose === 'compute');
  return [...new Set([...own, ...(compute.length > 0 ? compute : joined)])];
}

/** Devices that stand in a rack group with one of the seeds. */
function listNeighbours(design: Design, seeds: readonly ObjectRef[], seedDevices: readonly string[]): Set<string> {
  const near = new Set(seedDevices);
  const racks = new Set(seeds.filter(({ kind }) => kind === 'rack').map(({ id }) => id));
  const placements = Object.values(design.placements);
  for (const { deviceId, rackId } of placements) if (near.has(deviceId)) racks.add(rackId);
  return new Set(placements.filter(({ rackId }) => racks.has(rackId)).map(({ deviceId }) => deviceId));
}

/** What is reached from the devices over links of the fabrics without passing a spine. */
function walkPod(design: Design, from: readonly string[], fabrics: readonly string[]): Set<string> {
  const isBelow = (id: string): boolean => {
    const role = findRecord(design.devices, id)?.role;
    return role !== undefined && !ABOVE_PODS.has(role);
  };
  const neighbours = indexNeighbours(Object.values(design.links).filter((link) => fabrics.includes(link.fabricId)));
  const below = from.filter(isBelow);
  const reached = new Set(below.length > 0 ? below : from);
  for (const id of reached) {
    for (const next of neighbours.get(id) ?? []) if (isBelow(next)) reached.add(next);
  }
  return reached;
}

function indexNeighbours(links: readonly Link[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const join = (from: string, to: string): void => {
    const list = neighbours.get(from);
    if (list) list.push(to);
    else neighbours.set(from, [to]);
  };
  for (const { a, b } of links) {
    join(a.deviceId, b.deviceId);
    join(b.deviceId, a.deviceId);
  }
  return neighbours;
}
