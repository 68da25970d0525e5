/**
 * A drawing with as many items as one asks for, every one drawn by itself: racks of seven servers and a leaf in rows of pods, each
 * pod with free-standing spines. For the canvas, whose cost is by item; a fabric drawn as it should be would be a few groups.
 */
import { createDesign, type Design, type Device, type Link, type LinkEnd, type Rack } from '#core/design/design.ts';

const SERVERS_PER_RACK = 7;
const RACKS_PER_POD = 20;
const SPINES_PER_POD = 4;
const PODS_PER_ROW = 10;
const RACK_STEP_PX = { x: 352, y: 960 };
const POD_STEP_PX = { x: RACK_STEP_PX.x * 11, y: RACK_STEP_PX.y * 2 + 520 };
/** A rack, its eight devices; a pod's spines come on top. */
const ITEMS_PER_POD = RACKS_PER_POD * (SERVERS_PER_RACK + 2) + SPINES_PER_POD;

/** As many whole pods as hold `itemCount` items at least; 10,000 take 55 pods: 1,100 racks, 9,020 devices, 12,100 links. */
export function createManyItems(itemCount: number): Design {
  const design: Design = {
    ...createDesign(`${itemCount} items`),
    fabrics: {
      compute: {
        id: 'compute',
        name: 'Compute',
        purpose: 'compute',
        technology: 'ethernet',
        routing: 'ecmp',
        targetOversubscription: null,
      },
    },
  };
  const podCount = Math.ceil(itemCount / ITEMS_PER_POD);
  for (let pod = 0; pod < podCount; pod += 1) addPod(design, pod);
  return design;
}

function addPod(design: Design, pod: number): void {
  const x = (pod % PODS_PER_ROW) * POD_STEP_PX.x;
  const y = Math.floor(pod / PODS_PER_ROW) * POD_STEP_PX.y;
  const spines = Array.from({ length: SPINES_PER_POD }, (_, at) => {
    const position = { x: x + 400 + at * 800, y };
    return addDevice(design, `spine-${pod + 1}-${at + 1}`, 'sn5600', 'spine', position);
  });
  for (let at = 0; at < RACKS_PER_POD; at += 1) {
    const position = { x: x + (at % 10) * RACK_STEP_PX.x, y: y + 240 + Math.floor(at / 10) * RACK_STEP_PX.y };
    addRack(design, pod * RACKS_PER_POD + at + 1, position, spines);
  }
}

function addRack(design: Design, number: number, position: Rack['position'], spines: readonly Device[]): void {
  const id = `rack-${number}`;
  design.racks[id] = {
    id,
    name: `Rack ${number}`,
    partId: null,
    count: 1,
    heightUnits: 60,
    powerLimitW: null,
    weightLimitKg: null,
    cooling: 'air',
    pdus: [],
    position,
  };
  const leaf = addDevice(design, `leaf-${number}`, 'sn5600', 'leaf', position);
  place(design, leaf, id, 1);
  for (let at = 0; at < SERVERS_PER_RACK; at += 1) {
    const server = addDevice(design, `server-${number}-${at + 1}`, 'dgx-h100', 'endpoint', position);
    place(design, server, id, 3 + at * 8);
    link(design, { deviceId: server.id, blockId: 'compute' }, { deviceId: leaf.id, blockId: 'data' }, 8);
  }
  for (const spine of spines) {
    link(design, { deviceId: leaf.id, blockId: 'data' }, { deviceId: spine.id, blockId: 'data' }, 2);
  }
}

function addDevice(
  design: Design,
  name: string,
  partId: string,
  role: Device['role'],
  position: Device['position'],
): Device {
  const device: Device = {
    id: name,
    name,
    partId,
    role,
    count: 1,
    membersPerPod: null,
    nameTemplate: name,
    adapters: {},
    position,
    phase: 1,
    locked: false,
  };
  design.devices[name] = device;
  return device;
}

function place(design: Design, device: Device, rackId: string, bottomUnit: number): void {
  const id = `placement-${device.id}`;
  design.placements[id] = {
    id,
    deviceId: device.id,
    rackId,
    firstMember: 0,
    memberCount: 1,
    firstRack: 0,
    perRack: 1,
    bottomUnit,
  };
}

function link(design: Design, a: LinkEnd, b: LinkEnd, cablesPerPair: number): void {
  const id = `link-${a.deviceId}-${b.deviceId}`;
  const made: Link = {
    id,
    fabricId: 'compute',
    a,
    b,
    pattern: 'mesh',
    within: 'all',
    cablesPerPair,
    pairs: [],
    speedGbps: 400,
    medium: { kind: 'auto' },
    lengthM: 10,
  };
  design.links[id] = made;
}
