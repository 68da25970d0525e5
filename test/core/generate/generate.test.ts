/** One small, hand-worked case for each thing requirements can ask for, and the sentences and ways out when it does not fit. */
import { describe, expect, it } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import type { Design } from '#core/design/design.ts';
import { listAlternatives } from '#core/generate/alternatives.ts';
import { generate } from '#core/generate/generate.ts';
import {
  parseRequirements,
  type FabricRequirementsInput,
  type RequirementsInput,
} from '#core/generate/requirements.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { completeRequirements, explainRequirements, generateDesign } from '../../support/generate-design.ts';

const compute = {
  id: 'compute',
  purpose: 'compute',
  technology: 'infiniband',
  topology: 'rail-optimised',
  speedGbps: 400,
  leaf: { partId: 'qm9700' },
} as const satisfies FabricRequirementsInput;

function requireDgx(endpointCount: number, fabric: Partial<FabricRequirementsInput> = {}): RequirementsInput {
  return {
    name: 'test',
    endpoint: { partId: 'dgx-h100' },
    endpointCount,
    fabrics: [{ ...compute, ...fabric }],
  };
}

function requireBoxes(
  endpointCount: number,
  ports: number,
  fabric: Partial<FabricRequirementsInput> & Pick<FabricRequirementsInput, 'topology'>,
): RequirementsInput {
  return {
    name: 'test',
    endpoint: { gpus: ports, ports, portGbps: 400 },
    endpointCount,
    fabrics: [{ ...compute, technology: 'ethernet', leaf: { radix: 64, portGbps: 400 }, ...fabric }],
  };
}

/** Members of each group, and connections of each link by its groups. */
function count(design: Design): { groups: Record<string, number>; links: Record<string, number> } {
  const { netlist, diagnostics } = elaborate(design, builtInCatalog);
  expect(diagnostics.filter(({ code }) => !code.startsWith('media.'))).toEqual([]);
  const groups = Object.fromEntries(netlist.groups.map((group) => [group.deviceId, group.count]));
  const links: Record<string, number> = {};
  for (const link of netlist.links) {
    const key = `${netlist.groups[link.groupA]?.deviceId} ${netlist.groups[link.groupB]?.deviceId}`;
    links[key] = (links[key] ?? 0) + link.connectionCount;
  }
  return { groups, links };
}

function measure(design: Design) {
  const { netlist, diagnostics } = elaborate(design, builtInCatalog);
  return analyse(netlist, diagnostics);
}

describe('parseRequirements', () => {
  it('fills in the defaults', () => {
    const { fabrics, displacedEndpoints } = completeRequirements(requireDgx(4));
    expect(displacedEndpoints).toBe(0);
    expect(fabrics[0]).toMatchObject({ planes: 1, tiers: 'auto', oversubscription: { leaf: 1, spine: 1 } });
  });

  it('says what is wrong and where', () => {
    expect(parseRequirements({ ...requireDgx(4), endpointCount: 0 })).toEqual({
      ok: false,
      error: 'endpointCount must be more than 0.',
    });
  });
});

describe('few switches', () => {
  it('one switch: 8 servers of 8 ports take its 64', () => {
    expect(count(generateDesign(requireDgx(8, { topology: 'single-switch' })))).toEqual({
      groups: { server: 8, leaf: 1 },
      links: { 'server leaf': 64 },
    });
    expect(explainRequirements(requireDgx(9, { topology: 'single-switch' }))).toContain('72 x 400G down');
  });

  // 4 servers x 8 ports / 2 switches = 16 down, 16 between the switches; the NICs of a server alternate.
  it('two switches: as many links between them as endpoint ports on each', () => {
    const design = generateDesign(requireDgx(4, { topology: 'two-switch' }));
    expect(count(design)).toEqual({ groups: { server: 4, leaf: 2 }, links: { 'server leaf': 32, 'leaf leaf': 16 } });
    const { netlist } = elaborate(design, builtInCatalog);
    const first = netlist.groups.find(({ deviceId }) => deviceId === 'leaf')?.firstMember ?? 0;
    expect(Array.from(netlist.connectionMemberB.slice(0, 4), (member) => member - first)).toEqual([0, 1, 0, 1]);
  });
});

describe('planes', () => {
  // DGX B300: 16 ports of 400G on 8 twin cages, port n in plane n mod 2; published in 800G units (RA-11337-001).
  it('SuperPOD B300, 2 units: 16 leaves and 8 spines in each of two planes', () => {
    const design = generateDesign({
      name: 'test',
      endpoint: { partId: 'dgx-b300-ac' },
      endpointCount: 128,
      fabrics: [{ ...compute, technology: 'ethernet', leaf: { partId: 'sn5600' }, planes: 2, endpointsPerUnit: 64 }],
    });
    expect(count(design).groups).toEqual({ server: 128, 'leaf-1': 16, 'leaf-2': 16, 'spine-1': 8, 'spine-2': 8 });
    expect(measure(design).fabrics[0]?.bisection?.ratio).toBe(1);
  });

  // GB200 SuperPOD: one leaf a rack and rail, 18 of its ports down and 18 up; four rail groups that do not meet.
  it('GB200, 8 racks: 8 leaves of 18 + 18 ports and 6 spines for each of four rails', () => {
    const { groups, links } = count(
      generateDesign({
        name: 'test',
        endpoint: { partId: 'gb200-tray' },
        endpointCount: 8 * 18,
        fabrics: [{ ...compute, topology: 'leaf-spine', planes: 4, endpointsPerUnit: 18, spineCount: 6 }],
      }),
    );
    expect(groups).toMatchObject({ 'leaf-1': 8, 'spine-4': 6 });
    expect(links).toMatchObject({ 'server leaf-1': 144, 'leaf-1 spine-1': 144 });
  });

  // Two planes of 4 leaves x 32 uplinks; spines half down, half up; each plane is one pod below the common cores:
  // 2 x 4 spines x 32 uplinks = 256 links, 4 cores of 64 ports.
  it('may meet at the cores', () => {
    const { groups, links } = count(
      generateDesign(requireBoxes(128, 2, { topology: 'fat-tree', planes: 2, joinsPlanes: true })),
    );
    expect(groups).toEqual({ server: 128, 'leaf-1': 4, 'leaf-2': 4, 'spine-1': 4, 'spine-2': 4, core: 4 });
    expect(links).toMatchObject({ 'spine-1 core': 128, 'spine-2 core': 128 });
  });

  it('do not divide an odd number of ports', () => {
    expect(explainRequirements(requireBoxes(4, 3, { topology: 'leaf-spine', planes: 2 }))).toContain('2 planes');
  });
});

describe('rails', () => {
  // NVIDIA DGX SuperPOD A100: 140 systems in 7 units of 20, 40-port switches; 56 leaves, 80 spines, 28 cores.
  it('SuperPOD A100: pods by rail take fewer switches than pods by unit', () => {
    const { groups } = count(
      generateDesign({
        name: 'test',
        endpoint: { partId: 'dgx-a100' },
        endpointCount: 140,
        fabrics: [{ ...compute, speedGbps: 200, leaf: { partId: 'qm8700' }, endpointsPerUnit: 20 }],
      }),
    );
    const sum = (tier: string): number =>
      Object.entries(groups).reduce((total, [id, members]) => total + (id.startsWith(tier) ? members : 0), 0);
    expect([sum('leaf'), sum('spine'), sum('core')]).toEqual([56, 80, 28]);
  });

  it('rail-only: one switch a rail while it holds, a tree a rail beyond', () => {
    const leaf = { radix: 128, portGbps: 400 };
    expect(count(generateDesign(requireBoxes(128, 8, { topology: 'rail-only', leaf }))).groups).toEqual({
      server: 128,
      leaf: 8,
    });
    // 129 endpoints: 3 leaves of 64 down; 192 uplinks over 128-port spines: 2.
    const { groups } = count(generateDesign(requireBoxes(129, 8, { topology: 'rail-only', leaf })));
    expect(groups).toMatchObject({ 'leaf-1': 3, 'spine-1': 2, 'leaf-8': 3, 'spine-8': 2 });
  });

  it('an NVL72 rack has more ports than a leaf: its 72 go to three leaves of 24', () => {
    const { groups, links } = count(
      generateDesign({
        name: 'test',
        endpoint: { partId: 'gb200-nvl72' },
        endpointCount: 2,
        fabrics: [{ ...compute, topology: 'leaf-spine' }],
      }),
    );
    expect(groups['leaf']).toBe(6);
    expect(links['leaf spine']).toBe(144);
  });
});

describe('speeds and ratios', () => {
  // Tomahawk 4, 64 x 400G: 32 cages split to 64 x 200G down, 32 x 400G up.
  it('ports down may be split while uplinks are not', () => {
    const design = generateDesign({
      name: 'test',
      endpoint: { gpus: 8, ports: 8, portGbps: 200 },
      endpointCount: 128,
      fabrics: [
        {
          ...compute,
          technology: 'ethernet',
          speedGbps: 200,
          uplinkSpeedGbps: 400,
          leaf: { radix: 64, portGbps: 400, splits: [2] },
        },
      ],
    });
    const { groups, links } = count(design);
    expect(groups['leaf']).toBe(16);
    expect(links['leaf spine']).toBe(16 * 32);
    expect(measure(design).fabrics[0]?.worstOversubscription).toBe(1);
  });

  // Juniper's two stripes: 8 leaves each, 4 x 400G down, 8 x 400G up to 4 spines: 0.5:1.
  it('leaves may have more up than down', () => {
    const { links } = count(
      generateDesign({
        ...requireDgx(8),
        fabrics: [
          {
            ...compute,
            technology: 'ethernet',
            leaf: { partId: 'qfx5240-64od' },
            endpointsPerUnit: 4,
            spineCount: 4,
            oversubscription: { leaf: 0.5 },
          },
        ],
      }),
    );
    expect(links).toEqual({ 'server leaf': 64, 'leaf spine': 128 });
  });

  it('tiers have ratios of their own: pods of 1:1, 7:1 above them', () => {
    const spine = { radix: 256, portGbps: 400 };
    const design = generateDesign(
      requireBoxes(384, 8, {
        topology: 'fat-tree',
        tiers: 3,
        spine,
        endpointsPerUnit: 2,
        unitsPerPod: 96,
        oversubscription: { spine: 7 },
      }),
    );
    // A pod: 96 leaves x 16 uplinks = 1,536 over 8 spines x 192 down; 192 / 7 up, rounded up: 28.
    expect(count(design).links).toMatchObject({ 'leaf spine': 3072, 'spine core': 2 * 8 * 28 });
  });
});

describe('what hangs beside the endpoints', () => {
  // RA-11333-001 table 4: the displaced DGX leaves a port free on every leaf of the last unit; 4 UFM links take four of them.
  it('UFM takes the ports of the displaced server', () => {
    const input = requireDgx(64, {
      endpointsPerUnit: 32,
      attachments: [{ id: 'ufm', name: 'UFM', count: 2, portsPerHost: 2 }],
    });
    const design = generateDesign({ ...input, displacedEndpoints: 1 });
    expect(count(design)).toEqual({
      groups: { server: 63, leaf: 16, spine: 8, ufm: 2 },
      links: { 'server leaf': 504, 'ufm leaf': 4, 'leaf spine': 512 },
    });
    const link = Object.values(design.links).find(({ a }) => a.deviceId === 'ufm');
    expect(link?.b.members).toEqual({ first: 8, count: 8 });
  });

  it('hosts without free ports get a leaf of their own', () => {
    const attachments = [{ id: 'storage', name: 'Storage', role: 'storage' as const, count: 10, portsPerHost: 2 }];
    const { groups } = count(generateDesign(requireDgx(64, { endpointsPerUnit: 32, attachments })));
    expect(groups).toMatchObject({ leaf: 17, storage: 10 });
  });

  it('the fabric is built for full growth, the group holds today', () => {
    const design = generateDesign({ ...requireDgx(40, { endpointsPerUnit: 32 }), endpointCountFull: 128 });
    expect(count(design)).toEqual({
      groups: { server: 40, leaf: 32, spine: 16 },
      links: { 'server leaf': 320, 'leaf spine': 1024 },
    });
  });

  // 12 servers of 8 x 400G on two switches: 48 + 48 ports each; in-band, support and out-of-band uplinks share them.
  it('a fabric rides on the leaves of another, and a third uplinks to them', () => {
    const { groups, links } = count(
      generateDesign({
        name: 'test',
        endpoint: {
          gpus: 8,
          ports: 8,
          portGbps: 400,
          otherPorts: [
            { id: 'inband_mgmt', ports: 2, portGbps: 200 },
            { id: 'bmc', ports: 4, portGbps: 1 },
          ],
        },
        endpointCount: 12,
        fabrics: [
          {
            ...compute,
            technology: 'ethernet',
            topology: 'two-switch',
            leaf: { radix: 64, portGbps: 800, splits: [2, 4, 8] },
          },
          { ...compute, id: 'inband', purpose: 'inband', technology: 'ethernet', speedGbps: 200, ridesOn: 'compute' },
          {
            ...compute,
            id: 'oob',
            purpose: 'oob',
            technology: 'ethernet',
            topology: 'access-switches',
            speedGbps: 1,
            leaf: { partId: 'sn2201' },
            leafCount: 3,
            uplinkTo: { fabricId: 'compute', linksPerLeaf: 4, speedGbps: 100 },
          },
        ],
      }),
    );
    expect(groups).toEqual({ server: 12, leaf: 2, 'oob-leaf': 3 });
    expect(links).toEqual({ 'server leaf': 96 + 24, 'leaf leaf': 48, 'server oob-leaf': 48, 'oob-leaf leaf': 12 });
  });

  it('out-of-band takes the management port of every switch that states one', () => {
    const { links } = count(
      generateDesign({
        ...requireDgx(64, { endpointsPerUnit: 32 }),
        fabrics: [
          { ...compute, endpointsPerUnit: 32 },
          {
            ...compute,
            id: 'oob',
            purpose: 'oob',
            technology: 'ethernet',
            topology: 'access-switches',
            speedGbps: 1,
            leaf: { partId: 'sn2201' },
            includesSwitches: true,
          },
        ],
      }),
    );
    expect(links).toMatchObject({ 'server oob-leaf': 64, 'leaf oob-leaf': 16, 'spine oob-leaf': 8 });
  });
});

describe('management ports of DPUs', () => {
  it('are cabled out of band: a DGX B200 has one BMC and two BlueField-3, each with its own RJ45, so 64 have 192', () => {
    const design = generateDesign({
      name: 'DGX B200',
      endpoint: { partId: 'dgx-b200' },
      endpointCount: 64,
      fabrics: [
        compute,
        {
          ...compute,
          id: 'oob',
          purpose: 'oob',
          technology: 'ethernet',
          topology: 'access-switches',
          speedGbps: 1,
          leaf: { partId: 'sn2201' },
          includesSwitches: true,
          includesDpus: true,
        },
      ],
    });
    const report = measure(design);
    const jacks = Object.values(design.links).filter(
      ({ a, fabricId }) => a.deviceId === 'server' && fabricId === 'oob',
    );
    const cabled = jacks.map(({ id }) => report.links.find(({ linkId }) => linkId === id)?.connectionCount);
    expect(cabled).toEqual([64, 128]);
    expect(report.problems.filter(({ code }) => code === 'management.oob-ports')).toEqual([]);
  });
});

describe('racks', () => {
  it('are filled by units and power: 4 DGX H100 of 10.2 kW and 8 units in 48 units and 45 kW', () => {
    const design = generateDesign({ ...requireDgx(64), rackLimits: { units: 48, powerW: 45_000 } });
    expect(design.racks['compute-rack']?.count).toBe(16);
    expect(design.placements['place-server']).toMatchObject({ perRack: 4, memberCount: 64 });
    expect(measure(design).problems.filter(({ code }) => code.startsWith('rack'))).toEqual([]);
  });

  it('too small for one server are refused', () => {
    expect(explainRequirements({ ...requireDgx(8), rackLimits: { units: 48, powerW: 9000 } })).toContain('10200 W');
  });
});

describe('grids', () => {
  // ISCA 2023: 64 tiles of 4 x 4 x 4 with 96 optical links each; 48 circuit switches with 128 ports in use.
  it('TPU v4 pod: 48 optical circuit switches', () => {
    const lattice = { shape: [16, 16, 16], tile: [4, 4, 4], opticalSwitchPorts: 128 };
    const design = generateDesign({
      name: 'test',
      endpoint: { gpus: 1, ports: 6, portGbps: 400 },
      endpointCount: 4096,
      fabrics: [{ ...compute, technology: 'ethernet', topology: 'torus', leaf: null, lattice }],
    });
    expect(design.devices['ocs']?.count).toBe(48);
    const { netlist } = elaborate(design, builtInCatalog);
    const across = Object.values(design.links).filter((link) => link.lattice?.span === 'across');
    const links = netlist.links.filter((link) => across.some(({ id }) => id === link.linkId));
    expect(links.reduce((sum, link) => sum + link.connectionCount, 0)).toBe((64 * 96) / 2);
  });

  it('a torus has as many nodes as its shape says', () => {
    const input = requireBoxes(200, 4, { topology: 'torus', leaf: null, lattice: { shape: [16, 16] } });
    expect(explainRequirements(input)).toBe('A torus of 16 x 16 has 256 nodes, not 200.');
  });

  // ISCA 2025 table 3: q = 28, 42 links and 21 hosts a switch; 511 groups of 32 switches, 16 hosts and 16 global ports each.
  it('Slim Fly and dragonfly of the published comparison', () => {
    const slimFly = { q: 28, hostsPerSwitch: 21 };
    expect(count(generateDesign(requireBoxes(32_928, 1, { topology: 'slim-fly', slimFly })))).toMatchObject({
      groups: { switch: 1568 },
      links: { 'switch switch': 32_928 },
    });
    const dragonfly = { hostsPerSwitch: 16, switchesPerGroup: 32, globalPortsPerSwitch: 16 };
    expect(count(generateDesign(requireBoxes(261_632, 1, { topology: 'dragonfly', dragonfly })))).toMatchObject({
      groups: { switch: 16_352 },
      links: { 'switch switch': 384_272 },
    });
  });

  // 4 groups of 4 leaves and 4 spines: 16 links inside a group; 4 x 4 global ports, 5 to each other group: 6 pairs x 5,
  // and the port left over in each group pairs up with nobody.
  it('dragonfly+: leaf-spine groups whose spines carry the global links', () => {
    const dragonfly = { hostsPerSwitch: 4, switchesPerGroup: 4, spinesPerGroup: 4, globalPortsPerSwitch: 4 };
    expect(count(generateDesign(requireBoxes(64, 1, { topology: 'dragonfly-plus', dragonfly })))).toEqual({
      groups: { server: 64, switch: 16, spine: 16 },
      links: { 'server switch': 64, 'switch spine': 64, 'spine spine': 30 },
    });
  });
});

describe('when it does not fit', () => {
  it('says by how much, and offers a third tier and larger switches', () => {
    const input = requireDgx(512, { topology: 'leaf-spine' });
    const created = generate(completeRequirements(input), builtInCatalog);
    if (created.ok) throw new Error('fits');
    expect(created.error.message).toContain(
      '128 leaves with 32 uplinks each are 4096 links; two tiers hold at most 64',
    );
    const labels = created.error.waysOut.map(({ label }) => label);
    expect(labels).toContain('a third tier');
    expect(labels.some((label) => label.includes('Q3400'))).toBe(true);
    for (const way of created.error.waysOut) expect(generate(way.requirements, builtInCatalog).ok).toBe(true);
  });

  it('names what the catalog lacks', () => {
    expect(explainRequirements({ ...requireDgx(8), endpoint: { partId: 'none' } })).toContain("'none'");
    expect(explainRequirements(requireDgx(8, { leaf: { partId: 'none' } }))).toContain("'none'");
    expect(explainRequirements({ ...requireDgx(8), endpoint: { partId: 'dell-xe9680' } })).toContain('choose a NIC');
    expect(explainRequirements(requireDgx(8, { leaf: { partId: 'sn5600' } }))).toContain('InfiniBand');
  });
});

describe('listAlternatives', () => {
  it('are other designs for the same endpoints, each of which is what its requirements generate', () => {
    const requirements = completeRequirements(requireDgx(128, { endpointsPerUnit: 32 }));
    const alternatives = listAlternatives(requirements, builtInCatalog);
    expect(alternatives.length).toBeGreaterThan(4);
    expect(new Set(alternatives.map(({ label }) => label)).size).toBe(alternatives.length);
    for (const alternative of alternatives) {
      expect(generate(alternative.requirements, builtInCatalog)).toMatchObject({
        ok: true,
        value: { design: alternative.design },
      });
      expect(count(alternative.design).groups['server']).toBe(128);
    }
  });
});
