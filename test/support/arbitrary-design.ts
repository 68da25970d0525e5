/**
 * Generated designs that make sense: real parts, racks, placements and links of every pattern between port blocks
 * that share a speed. They may ask for more ports or units than there are: the drawing of somebody half way through.
 */
import fc from 'fast-check';
import { createCatalog } from '#core/catalog/catalog.ts';
import {
  createDesign,
  type Design,
  type Device,
  type DeviceRole,
  type Fabric,
  type Link,
  type Medium,
  type Rack,
} from '#core/design/design.ts';
import { getMemberRun } from '#core/design/member-run.ts';
import { resolvePortBlocks } from '#core/design/port-blocks.ts';
import { createScenario, type Failure } from '#core/design/scenario.ts';
import { addFloor } from './arbitrary-physical.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { Dice } from './dice.ts';
import { splitSpectrum } from './two-switch-design.ts';

const serverParts = ['dgx-h100', 'dgx-a100', 'dell-xe9680', 'ddn-ai400x2'];
const switchParts = ['qm9700', 'sn5600', 'sn2201', '7050cx4-24d8', splitSpectrum.id];
const catalog = createCatalog([...builtInCatalog.byId.values(), splitSpectrum]);
const patternsBetweenGroups = ['mesh', 'rail', 'spread', 'pair', 'plane', 'explicit'] as const;
const switchRoles: readonly DeviceRole[] = ['leaf', 'spine', 'core'];
const cables = [...builtInCatalog.byId.values()].filter((part) => part.kind === 'cable');
const nics = [...builtInCatalog.byId.values()].filter((part) => part.kind === 'nic');
const transceivers = [...builtInCatalog.byId.values()].filter((part) => part.kind === 'transceiver');

const numbers = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 12, maxLength: 12 });
const name = fc.oneof(
  fc.constantFrom('gpu', 'leaf', 'Spine A', '=1+1', 'ümläut 網', '"quoted", comma'),
  fc.string({ minLength: 1, maxLength: 12 }),
);
const group = fc.record({ name, numbers });

/** Any design of up to 7 device groups, 2 rack groups and 8 links. */
export const arbitraryDesign: fc.Arbitrary<Design> = fc
  .record({
    title: fc.string(),
    notes: fc.string({ unit: 'binary' }),
    ownPart: fc.boolean(),
    servers: fc.array(group, { maxLength: 4 }),
    switches: fc.array(group, { maxLength: 3 }),
    racks: fc.array(group, { maxLength: 2 }),
    links: fc.array(numbers, { maxLength: 8 }),
    scenarios: fc.array(group, { maxLength: 2 }),
    floor: fc.option(numbers, { nil: undefined }),
  })
  .map((plan) => {
    const design: Design = { ...createDesign(plan.title), notes: plan.notes };
    for (const [index, rack] of plan.racks.entries())
      addRack(design, `rack-${index + 1}`, rack.name, new Dice(rack.numbers));
    const groups = [
      ...plan.servers.map((server) => ({ ...server, parts: serverParts, isSwitch: false })),
      ...plan.switches.map((unit) => ({ ...unit, parts: switchParts, isSwitch: true })),
    ];
    for (const [index, item] of groups.entries()) {
      const dice = new Dice(item.numbers);
      const partId = dice.pick(item.parts) ?? '';
      const role = item.isSwitch ? (dice.pick(switchRoles) ?? 'leaf') : 'endpoint';
      if (partId === splitSpectrum.id) design.parts[partId] = splitSpectrum;
      const device = addDevice(design, `device-${index + 1}`, { name: item.name, partId, role }, dice);
      addPlacements(design, device, dice);
    }
    for (const [index, link] of plan.links.entries()) addLink(design, `link-${index + 1}`, new Dice(link));
    for (const [index, scenario] of plan.scenarios.entries()) {
      addScenario(design, `scenario-${index + 1}`, scenario.name, new Dice(scenario.numbers));
    }
    if (plan.floor) addFloor(design, new Dice(plan.floor));
    const ownPart = builtInCatalog.byId.get('qm9700');
    if (plan.ownPart && ownPart) design.parts['own-switch'] = { ...ownPart, id: 'own-switch' };
    return design;
  });

/** With things broken and a second job; the last one added is now and then the current one. */
function addScenario(design: Design, id: string, scenarioName: string, dice: Dice): void {
  const devices = Object.values(design.devices);
  const rollRun = (count: number): { first: number; count: number } => {
    const first = dice.roll(0, count - 1);
    return { first, count: dice.roll(1, count - first) };
  };
  const failures: Failure[] = [];
  const device = dice.pick(devices);
  const rack = dice.pick(Object.values(design.racks));
  const link = dice.pick(Object.values(design.links));
  if (device) failures.push({ kind: 'device', deviceId: device.id, members: rollRun(device.count) });
  if (rack && dice.chance(2)) failures.push({ kind: 'rack', rackId: rack.id, racks: rollRun(rack.count) });
  if (link && dice.chance(2)) failures.push({ kind: 'link', linkId: link.id });
  const runs = device ? [{ deviceId: device.id, members: rollRun(device.count) }] : [];
  design.scenarios = {
    ...design.scenarios,
    [id]: {
      ...createScenario(id, scenarioName),
      failures,
      ...(runs.length > 0 && dice.chance(2) ? { group: { kind: 'tenant' as const, name: 'tenant', runs } } : {}),
      traffic: [{ id: 'job', name: 'Backup', trafficClass: 'backup', collective: 'send-recv', sizeBytes: 2e9, runs }],
    },
  };
  if (dice.chance(2)) design.currentScenarioId = id;
}

function addRack(design: Design, id: string, rackName: string, dice: Dice): void {
  design.racks[id] = {
    id,
    name: rackName,
    partId: null,
    count: dice.roll(1, 12),
    heightUnits: dice.roll(20, 52),
    powerLimitW: dice.chance(2) ? null : dice.roll(1, 100) * 1000,
    weightLimitKg: dice.chance(2) ? null : dice.roll(500, 2000),
    cooling: dice.pick(['air', 'liquid', 'hybrid'] as const) ?? 'air',
    pdus: [],
    position: { x: dice.roll(-2000, 2000), y: dice.roll(-2000, 2000) / 4 },
  };
}

function addDevice(
  design: Design,
  id: string,
  fixed: { name: string; partId: string; role: DeviceRole },
  dice: Dice,
): Device {
  const count = dice.chance(4) ? 1 : dice.roll(1, 40);
  const device: Device = {
    id,
    ...fixed,
    count,
    membersPerPod: dice.chance(2) ? null : dice.roll(1, count),
    nameTemplate: `${id}-{pod:2}-{i}`,
    adapters: fixed.partId === 'dell-xe9680' && !dice.chance(3) ? { compute: dice.pick(nics)?.id ?? '' } : {},
    position: { x: dice.roll(-2000, 2000) / 8, y: dice.roll(-2000, 2000) },
    phase: dice.roll(1, 3),
    locked: dice.chance(5),
  };
  design.devices[id] = device;
  return device;
}

/** None, all members in one run, or two runs with a gap between them. */
function addPlacements(design: Design, device: Device, dice: Dice): void {
  const rack = dice.pick(Object.values(design.racks));
  if (!rack || dice.chance(3)) return;
  const cut = dice.chance(3) ? dice.roll(0, device.count - 1) : 0;
  if (cut > 0) addPlacement(design, device, rack, { firstMember: 0, memberCount: cut }, dice);
  const gap = cut > 0 && cut + 1 < device.count && dice.chance(2) ? 1 : 0;
  const firstMember = cut + gap;
  addPlacement(design, device, rack, { firstMember, memberCount: device.count - firstMember }, dice);
}

function addPlacement(
  design: Design,
  device: Device,
  rack: Rack,
  run: { firstMember: number; memberCount: number },
  dice: Dice,
): void {
  const id = `placement-${Object.keys(design.placements).length + 1}`;
  const firstRack = dice.chance(2) ? 0 : dice.roll(0, rack.count - 1);
  const even = Math.ceil(run.memberCount / (rack.count - firstRack));
  design.placements[id] = {
    id,
    deviceId: device.id,
    rackId: rack.id,
    ...run,
    firstRack,
    perRack: even + (dice.chance(3) ? dice.roll(0, 3) : 0),
    bottomUnit: dice.roll(1, 20),
  };
}

interface Fit {
  readonly a: Link['a'];
  readonly b: Link['b'];
  readonly speedGbps: number;
}

/** Every two port blocks of the design and every speed they share, within one group only when it has two members. */
function listFits(design: Design): Fit[] {
  const ends = Object.values(design.devices).flatMap((device) =>
    resolvePortBlocks(device, catalog).map((block) => ({ device, block })),
  );
  const fits: Fit[] = [];
  for (const a of ends) {
    for (const b of ends) {
      if (a.device.id === b.device.id && a.device.count < 2) continue;
      if (!a.block.protocols.some((protocol) => b.block.protocols.includes(protocol))) continue;
      const end = (site: typeof a) => ({ deviceId: site.device.id, blockId: site.block.id });
      for (const { speedGbps } of a.block.modes) {
        if (b.block.modes.some((other) => other.speedGbps === speedGbps))
          fits.push({ a: end(a), b: end(b), speedGbps });
      }
    }
  }
  return fits;
}

function addLink(design: Design, id: string, dice: Dice): void {
  const fit = dice.pick(listFits(design));
  if (!fit) return;
  const isSelf = fit.a.deviceId === fit.b.deviceId;
  const pattern = dice.pick(isSelf ? (['mesh', 'explicit', 'global'] as const) : patternsBetweenGroups) ?? 'mesh';
  const countA = design.devices[fit.a.deviceId]?.count ?? 1;
  const countB = design.devices[fit.b.deviceId]?.count ?? 1;
  const endA = narrowEnd(fit.a, countA, dice);
  const endB = narrowEnd(fit.b, countB, dice);
  const runA = getMemberRun(endA, { count: countA });
  const runB = getMemberRun(endB, { count: countB });
  const pairs: [number, number][] = [];
  if (pattern === 'explicit') {
    for (let i = dice.roll(0, 6); i > 0; i -= 1) {
      const a = dice.roll(0, runA.count - 1);
      const b = dice.roll(0, runB.count - 1);
      if (!isSelf || runA.first + a !== runB.first + b) pairs.push([a, b]);
    }
  }
  design.links[id] = {
    id,
    fabricId: addFabric(design, dice),
    a: endA,
    b: endB,
    speedGbps: fit.speedGbps,
    ...(dice.chance(4) ? { podSizes: { a: dice.roll(1, countA), b: dice.roll(1, countB) } } : {}),
    pattern,
    within: dice.chance(3) ? 'pod' : 'all',
    cablesPerPair: dice.roll(1, 8),
    pairs,
    medium: pickMedium(dice),
    lengthM: dice.pick([0.5, 1, 3, 10, 30, 80, 400, 3000]) ?? 30,
  };
}

/** Now and then a run of the members, and ports by name. */
function narrowEnd(end: Link['a'], count: number, dice: Dice): Link['a'] {
  const first = dice.roll(0, count - 1);
  return {
    ...end,
    ...(dice.chance(4) ? { members: { first, count: dice.roll(1, count - first) } } : {}),
    ...(dice.chance(4) ? { ports: { first: dice.roll(0, 9), step: dice.roll(1, 3) } } : {}),
  };
}

function addFabric(design: Design, dice: Dice): string {
  const fabric: Fabric = {
    id: `fabric-${dice.roll(1, 2)}`,
    name: 'Fabric',
    purpose: dice.pick(['compute', 'storage', 'oob'] as const) ?? 'compute',
    technology: dice.pick(['infiniband', 'ethernet'] as const) ?? 'ethernet',
    routing: 'ecmp',
    targetOversubscription: dice.chance(2) ? null : dice.roll(1, 8) / 2,
  };
  design.fabrics[fabric.id] ??= fabric;
  return fabric.id;
}

function pickMedium(dice: Dice): Medium {
  if (dice.chance(4)) return { kind: 'cable', cableId: dice.pick(cables)?.id ?? '' };
  if (!dice.chance(4)) return { kind: 'auto' };
  return {
    kind: 'optics',
    transceiverAId: dice.pick(transceivers)?.id ?? '',
    transceiverBId: dice.pick(transceivers)?.id ?? '',
    cableId: null,
  };
}
