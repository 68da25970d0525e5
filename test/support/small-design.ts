/** One of every record, by hand: servers in a rack group, a leaf, a fabric and a link. */
import { createDesign, type Design } from '#core/design/design.ts';

export function createSmallDesign(): Design {
  return {
    ...createDesign('Small'),
    fabrics: {
      'fabric-1': {
        id: 'fabric-1',
        name: 'Compute',
        purpose: 'compute',
        technology: 'infiniband',
        routing: 'adaptive',
        targetOversubscription: null,
      },
    },
    devices: {
      'gpu-1': {
        id: 'gpu-1',
        name: 'gpu',
        partId: 'dgx-h100',
        role: 'endpoint',
        count: 4,
        membersPerPod: null,
        nameTemplate: 'gpu-{i}',
        adapters: {},
        position: { x: 0, y: 0 },
        phase: 1,
        locked: false,
      },
      'leaf-1': {
        id: 'leaf-1',
        name: 'leaf',
        partId: 'qm9700',
        role: 'leaf',
        count: 2,
        membersPerPod: null,
        nameTemplate: 'leaf-{i}',
        adapters: {},
        position: { x: 0.5, y: -200 },
        phase: 1,
        locked: false,
      },
    },
    racks: {
      'rack-1': {
        id: 'rack-1',
        name: 'Compute rack',
        partId: null,
        count: 2,
        heightUnits: 42,
        powerLimitW: 40_000,
        weightLimitKg: null,
        cooling: 'air',
        pdus: [],
        position: { x: 300, y: 0 },
      },
    },
    placements: {
      'placement-1': {
        id: 'placement-1',
        deviceId: 'gpu-1',
        rackId: 'rack-1',
        firstMember: 0,
        memberCount: 4,
        firstRack: 0,
        perRack: 2,
        bottomUnit: 1,
      },
    },
    links: {
      'link-1': {
        id: 'link-1',
        fabricId: 'fabric-1',
        a: { deviceId: 'gpu-1', blockId: 'compute' },
        b: { deviceId: 'leaf-1', blockId: 'data' },
        pattern: 'explicit',
        within: 'all',
        cablesPerPair: 4,
        pairs: [
          [0, 0],
          [3, 1],
        ],
        speedGbps: 400,
        medium: { kind: 'auto' },
        lengthM: 30,
      },
    },
  };
}
