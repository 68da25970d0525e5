/**
 * A small Ethernet leaf-spine at 2:1: 32 servers of eight 400G ports, eight to a leaf, all eight ports of a server on its
 * own leaf; four SN5600 leaves with 64 x 400G down and 16 x 800G up; two SN5600 spines. Everything is a round number, so
 * the ratio and the bisection can be checked by hand.
 */
import { createDesign, type Design, type Device, type Link } from '../design/design.ts';

export function generateEthernetLeafSpine(): Design {
  const design = createDesign('Ethernet leaf-spine, 2:1');
  design.fabrics['compute'] = {
    id: 'compute',
    name: 'Compute',
    purpose: 'compute',
    technology: 'ethernet',
    routing: 'ecmp',
    targetOversubscription: 2,
  };
  design.devices['server'] = createDevice('server', 'MI355X server', 'amd-mi355x-dlc-ref', 'endpoint', 32, 8, {
    x: 0,
    y: 560,
  });
  design.devices['leaf'] = createDevice('leaf', 'Leaf', 'sn5600', 'leaf', 4, 1, { x: 0, y: 280 });
  design.devices['spine'] = createDevice('spine', 'Spine', 'sn5600', 'spine', 2, null, { x: 0, y: 0 });
  design.links['link-1'] = createLink('link-1', ['server', 'compute'], ['leaf', 'data'], {
    within: 'pod',
    cablesPerPair: 8,
    speedGbps: 400,
  });
  design.links['link-2'] = createLink('link-2', ['leaf', 'data'], ['spine', 'data'], {
    within: 'all',
    cablesPerPair: 8,
    speedGbps: 800,
  });
  return design;
}

function createDevice(
  id: string,
  name: string,
  partId: string,
  role: Device['role'],
  count: number,
  membersPerPod: number | null,
  position: Device['position'],
): Device {
  return {
    id,
    name,
    partId,
    role,
    count,
    membersPerPod,
    nameTemplate: `${id}-{i:2}`,
    adapters: {},
    position,
    phase: 1,
    locked: false,
  };
}

function createLink(
  id: string,
  a: [string, string],
  b: [string, string],
  wiring: Pick<Link, 'within' | 'cablesPerPair' | 'speedGbps'>,
): Link {
  return {
    id,
    fabricId: 'compute',
    a: { deviceId: a[0], blockId: a[1] },
    b: { deviceId: b[0], blockId: b[1] },
    pattern: 'mesh',
    ...wiring,
    pairs: [],
    medium: { kind: 'auto' },
    lengthM: 30,
  };
}
