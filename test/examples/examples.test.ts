/**
 * The shipped examples: the files are what their authors' scripts give today (`npm run examples` rewrites them), each opens
 * without an error or a warning, and carries the figures published for it or worked out by hand, as its row here says.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import type { Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { parseDesign, serializeDesign } from '#core/io/design-file.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';
import { examples } from './list-examples.ts';

interface Figures {
  readonly source: string;
  readonly gpus: number;
  readonly servers: number;
  readonly racks: number;
  /** Members of the groups whose id is the key, or the key and the number of a plane. */
  readonly members: Readonly<Record<string, number>>;
  /** Connections of a speed between two such groups. */
  readonly links: readonly (readonly [a: string, b: string, speedGbps: number, count: number])[];
  /** Fabric, worst ratio down to up (null: nothing above the switches that endpoints are on), bisection in Gb/s. */
  readonly compute: readonly [fabricId: string, oversubscription: number | null, bisectionGbps: number];
}

const figures: Readonly<Record<string, Figures>> = {
  'dgx-h100-superpod-1su.weft': {
    source: 'RA-11333-001 V11, table 4, 1 SU; racks of 4; cut: 30 of 31 servers in two halves, 15 x 8 x 400G',
    gpus: 248,
    servers: 31,
    racks: 8 + 1,
    members: { leaf: 8, spine: 4 },
    links: [
      ['server', 'leaf', 400, 252 - 4],
      ['ufm', 'leaf', 400, 4],
      ['leaf', 'spine', 400, 256],
    ],
    compute: ['compute', 1, 15 * 8 * 400],
  },
  'dgx-h100-superpod-2su-floor.weft': {
    source: 'RA-11333-001 V11, table 4, 2 SU',
    gpus: 504,
    servers: 63,
    racks: 16 + 2,
    members: { leaf: 16, spine: 8 },
    links: [
      ['server', 'leaf', 400, 508 - 4],
      ['leaf', 'spine', 400, 512],
    ],
    compute: ['compute', 1, 31 * 8 * 400],
  },
  'dgx-h100-superpod-4su.weft': {
    source: 'RA-11333-001 V11, table 4, 4 SU',
    gpus: 1016,
    servers: 127,
    racks: 32 + 4,
    members: { leaf: 32, spine: 16 },
    links: [
      ['server', 'leaf', 400, 1020 - 4],
      ['ufm', 'leaf', 400, 4],
      ['leaf', 'spine', 400, 1024],
    ],
    compute: ['compute', 1, 63 * 8 * 400],
  },
  'dgx-b200-superpod-4su.weft': {
    source:
      'RA-11334-001 V08, table 4, 4 SU; storage by hand: 127 x 2 links, 8 leaves x 32 uplinks on 4 spines of 64 ports',
    gpus: 1016,
    servers: 127,
    racks: 64 + 4 + 2 + 2,
    members: { leaf: 32, spine: 16, 'storage-leaf': 8, 'storage-spine': 4 },
    links: [
      ['server', 'leaf', 400, 1020 - 4],
      ['ufm', 'leaf', 400, 4],
      ['leaf', 'spine', 400, 1024],
      ['server', 'storage-leaf', 400, 254],
      ['storage-leaf', 'storage-spine', 400, 256],
    ],
    compute: ['compute', 1, 63 * 8 * 400],
  },
  'gb200-nvl72-8-racks.weft': {
    source:
      'RA-11338-001: 8 racks x 18 trays x 4 GPUs; 4 rails x 8 leaves and 6 spines; 18 up and 18 down on each leaf',
    gpus: 576,
    servers: 144,
    racks: 8 + 4 + 1,
    members: { leaf: 32, spine: 24 },
    links: [
      ['server', 'leaf', 400, 576],
      ['leaf', 'spine', 400, 576],
    ],
    compute: ['compute', 1, 72 * 4 * 400],
  },
  'spectrum-x-two-switches.weft': {
    source:
      'Enterprise RA 2-8-9-400, wire map: 96 GPU, 24 in-band, 16 support, 24 edge, 12 storage, 48 between switches, 48 + 32 out of band',
    gpus: 96,
    servers: 12,
    racks: 3 + 1,
    members: { core: 2, oob: 3 },
    links: [
      ['node', 'core', 400, 96],
      ['node', 'core', 200, 24],
      ['support', 'core', 200, 16],
      ['border', 'core', 100, 24],
      ['storage', 'core', 100, 12],
      ['core', 'core', 400, 48],
      ['node', 'oob', 1, 48],
      ['support', 'oob', 1, 32],
    ],
    compute: ['gpu', 1, 6 * 8 * 400],
  },
  'arista-roce-rails.weft': {
    source: 'by hand: 256 x 8 links; 4 units x 8 leaves, 32 x 800G up each; 32 x 32 / 64 spines; half of 2,048 x 400G',
    gpus: 2048,
    servers: 256,
    racks: 64 + 4,
    members: { leaf: 32, spine: 16 },
    links: [
      ['server', 'leaf', 400, 2048],
      ['leaf', 'spine', 800, 1024],
    ],
    compute: ['compute', 1, 1024 * 400],
  },
  'amd-mi300x-rails.weft': {
    source: 'by hand: 128 x 8 links; 2 units x 8 leaves, 32 x 800G up each; 16 x 32 / 64 spines; half of 1,024 x 400G',
    gpus: 1024,
    servers: 128,
    racks: 32 + 4,
    members: { leaf: 16, spine: 8 },
    links: [
      ['server', 'leaf', 400, 1024],
      ['leaf', 'spine', 800, 512],
    ],
    compute: ['compute', 1, 512 * 400],
  },
  'juniper-rail-stripes.weft': {
    source:
      'JVD-AICLUSTERDC-EVPNType5-01-04, tables 1-4: per stripe 32 x 400G and 32 x 800G; 12.8 against 25.6 Tb/s is 0.5',
    gpus: 64,
    servers: 8,
    racks: 2 + 2,
    members: { leaf: 16, spine: 4 },
    links: [
      ['server', 'leaf', 400, 2 * 32],
      ['leaf', 'spine', 800, 2 * 32],
    ],
    compute: ['compute', 0.5, 4 * 8 * 400],
  },
  'tpu-torus.weft': {
    source:
      'TPU v4: 4,096 chips, 64 to a cube, 48 switches; 3 links a chip, 3/4 of them inside cubes; cut: 2 x 4,096 / 16 links of 50 GB/s',
    gpus: 4096,
    servers: 4096,
    racks: 64 + 6,
    members: { ocs: 48 },
    links: [['server', 'server', 400, 3 * 4096]],
    compute: ['compute', null, 512 * 50 * 8],
  },
  'hundred-thousand-gpus.weft': {
    source:
      'by hand: 196 units x 64 servers; 8 leaves a unit; 32 spines for 32 leaves; 32 runs of 32 cores; 32 x 800G up from each',
    gpus: 100_352,
    servers: 12_544,
    racks: 3136 + 196 + 128,
    members: { leaf: 1568, spine: 1568, core: 1024 },
    links: [
      ['server', 'leaf', 400, 100_352],
      ['leaf', 'spine', 800, 1568 * 32],
      ['spine', 'core', 800, 1568 * 32],
    ],
    compute: ['compute', 1, 50_176 * 400],
  },
  'small-enterprise.weft': {
    source: 'RA-11127-001 V5: 2 QM9700, 2 SN4600C, 1 SN2201, 5 servers; by hand: 4 x 8, 4 x 2, 4 x 2, 8 of the storage',
    gpus: 32,
    servers: 4,
    racks: 2 + 1,
    members: { leaf: 2, 'frontend-leaf': 2, 'oob-leaf': 1, control: 5 },
    links: [
      ['server', 'leaf', 400, 32 + 8],
      ['leaf', 'leaf', 400, 16],
      ['storage', 'leaf', 200, 8],
      ['server', 'frontend-leaf', 100, 8],
    ],
    compute: ['compute', 1, 2 * 8 * 400],
  },
  'ethernet-leaf-spine-2to1.weft': {
    source: 'by hand, see test/golden/examples.test.ts',
    gpus: 256,
    servers: 32,
    racks: 0,
    members: { leaf: 4, spine: 2 },
    links: [
      ['server', 'leaf', 400, 256],
      ['leaf', 'spine', 800, 64],
    ],
    compute: ['compute', 2, 25_600],
  },
};

it('has figures for every example', () => {
  expect(Object.keys(figures).sort()).toEqual(Object.keys(examples).sort());
});

describe.each(Object.entries(examples))('%s', (file, create) => {
  const text = readFileSync(`examples/${file}`, 'utf8');
  const opened = parseDesign(text, file);
  if (!opened.ok) throw new Error(opened.error.message);
  const design = opened.value;
  const { netlist, diagnostics } = elaborate(design, builtInCatalog);
  const report = analyse(netlist, diagnostics);
  const expected = figures[file] as Figures;

  it('is what its script makes, a few kB of it', () => {
    expect(text).toBe(serializeDesign(create()));
    expect(text.length).toBeLessThan(25_000);
  });

  it('says in a line what it is, and where its counts come from', () => {
    expect(design.notes.split('\n')[0]?.length).toBeLessThan(120);
    expect(design.notes.split('\n\n').length).toBeGreaterThan(1);
  });

  it('has no error and no warning, and every cable of its links', () => {
    expect(report.problems.filter((problem) => problem.severity !== 'advice')).toEqual([]);
    for (const link of report.links) expect(link.connectionCount, link.linkId).toBe(link.requestedCount);
  });

  it(`counts as its source: ${expected.source}`, () => {
    const { gpus: gpuCount, servers: endpointCount, racks: rackCount } = expected;
    expect(report.totals).toMatchObject({ gpuCount, endpointCount, rackCount });
    for (const [id, count] of Object.entries(expected.members)) expect(countMembers(design, id), id).toBe(count);
    for (const [a, b, speedGbps, count] of expected.links)
      expect(countLinks(report, a, b, speedGbps), `${a} to ${b} at ${speedGbps}G`).toBe(count);
  });

  it('has the ratio and the bisection worked out by hand', () => {
    const [fabricId, oversubscription, bisectionGbps] = expected.compute;
    const fabric = report.fabrics.find((candidate) => candidate.fabricId === fabricId);
    expect(fabric?.worstOversubscription).toBe(oversubscription);
    expect(fabric?.bisection?.bandwidthGbps).toBeCloseTo(bisectionGbps, 6);
  });
});

/** `leaf` is the group of that id, or all planes of it: `leaf-1`, `leaf-2`. */
function isGroup(deviceId: string, id: string): boolean {
  return deviceId === id || (deviceId.startsWith(`${id}-`) && /^\d+$/.test(deviceId.slice(id.length + 1)));
}

function countMembers(design: Design, id: string): number {
  return Object.values(design.devices).reduce((sum, device) => sum + (isGroup(device.id, id) ? device.count : 0), 0);
}

function countLinks({ links }: Report, a: string, b: string, speedGbps: number): number {
  return links
    .filter((link) => isGroup(link.deviceAId, a) && isGroup(link.deviceBId, b) && link.speedGbps === speedGbps)
    .reduce((sum, link) => sum + link.connectionCount, 0);
}

/** RA-11127-001 V5 by a third party's sum: 45.3 kW for four DGX H100 and the switches, to 1%; the servers around them are unknown here too. */
it('the small enterprise draws what DGX BasePOD does', () => {
  const opened = parseDesign(readFileSync('examples/small-enterprise.weft', 'utf8'), 'small-enterprise.weft');
  if (!opened.ok) throw new Error(opened.error.message);
  const { netlist, diagnostics } = elaborate(opened.value, builtInCatalog);
  const lines = analyse(netlist, diagnostics).power.devices;
  const watts = (id: string): number => {
    const line = lines.find(({ deviceId }) => deviceId === id);
    return (line?.maxEachW ?? line?.typicalEachW ?? 0) * (line?.memberCount ?? 0);
  };
  const totalW = ['server', 'leaf', 'frontend-leaf', 'oob-leaf'].reduce((sum, id) => sum + watts(id), 0);
  expect(Math.abs(totalW / 45_300 - 1)).toBeLessThan(0.01);
});
