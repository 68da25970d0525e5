/**
 * A small Ethernet leaf-spine at 2:1: 32 servers of eight 400G ports, eight to a leaf, all eight ports of a server on its
 * own leaf; four SN5600 leaves with 64 x 400G down and 16 x 800G up; two SN5600 spines. Everything is a round number, so
 * the ratio and the bisection can be checked by hand.
 */
import { createDevice, createLink } from '../design/defaults.ts';
import { createDesign, type Design } from '../design/design.ts';

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
  design.devices['server'] = createDevice({
    id: 'server',
    name: 'MI355X server',
    partId: 'amd-mi355x-dlc-ref',
    role: 'endpoint',
    count: 32,
    membersPerPod: 8,
    position: { x: 0, y: 448 },
  });
  design.devices['leaf'] = createDevice({
    id: 'leaf',
    name: 'Leaf',
    partId: 'sn5600',
    role: 'leaf',
    count: 4,
    membersPerPod: 1,
    position: { x: 0, y: 224 },
  });
  design.devices['spine'] = createDevice({ id: 'spine', name: 'Spine', partId: 'sn5600', role: 'spine', count: 2 });
  design.links['link-1'] = createLink({
    id: 'link-1',
    fabricId: 'compute',
    a: { deviceId: 'server', blockId: 'compute' },
    b: { deviceId: 'leaf', blockId: 'data' },
    pattern: 'mesh',
    within: 'pod',
    cablesPerPair: 8,
    speedGbps: 400,
  });
  design.links['link-2'] = createLink({
    id: 'link-2',
    fabricId: 'compute',
    a: { deviceId: 'leaf', blockId: 'data' },
    b: { deviceId: 'spine', blockId: 'data' },
    pattern: 'mesh',
    cablesPerPair: 8,
    speedGbps: 800,
  });
  return design;
}
