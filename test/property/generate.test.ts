/**
 * Closed forms of the topologies over random parameters, each derived in its test; and for any requirements at all: what is
 * generated fits its ports, and what is refused comes with ways out that do fit.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { analyse } from '#core/analysis/analyse.ts';
import type { Bisection } from '#core/analysis/bandwidth-report.ts';
import { findBrokenReference } from '#core/design/check-references.ts';
import { type Design, designSchema } from '#core/design/design.ts';
import { generate } from '#core/generate/generate.ts';
import type { FabricRequirementsInput, RequirementsInput } from '#core/generate/requirements.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';
import { completeRequirements, explainRequirements, generateDesign } from '../support/generate-design.ts';

const SPEED = 400;

type FabricInput = Partial<FabricRequirementsInput> & Pick<FabricRequirementsInput, 'topology'>;

/** One fabric of switches of so many ports, endpoints of so many ports. */
function requireFabric(endpointCount: number, ports: number, radix: number, fabric: FabricInput): RequirementsInput {
  return {
    name: 'property',
    endpoint: { gpus: ports, ports, portGbps: SPEED },
    endpointCount,
    fabrics: [
      {
        id: 'compute',
        purpose: 'compute',
        technology: 'ethernet',
        speedGbps: SPEED,
        leaf: { radix, portGbps: SPEED },
        ...fabric,
      },
    ],
  };
}

interface Counts {
  readonly count: (deviceId: string) => number;
  /** Links between the two groups, all link records together. */
  readonly links: (deviceA: string, deviceB: string) => number;
  readonly findings: readonly Diagnostic[];
}

/** Findings of wiring and ports; media are none for parts without a form factor. */
function countAll(design: Design): Counts {
  const { netlist, diagnostics } = elaborate(design, builtInCatalog);
  const idOf = (group: number): string | undefined => netlist.groups[group]?.deviceId;
  return {
    count: (deviceId) => netlist.groups.find((group) => group.deviceId === deviceId)?.count ?? 0,
    links: (deviceA, deviceB) =>
      netlist.links
        .filter((link) => idOf(link.groupA) === deviceA && idOf(link.groupB) === deviceB)
        .reduce((sum, link) => sum + link.connectionCount, 0),
    findings: diagnostics.filter(({ code }) => !code.startsWith('media.')),
  };
}

function measureBisection(design: Design): Bisection {
  const { netlist, diagnostics } = elaborate(design, builtInCatalog);
  const bisection = analyse(netlist, diagnostics).fabrics[0]?.bisection;
  if (!bisection) throw new Error('no bisection');
  return bisection;
}

const even = (min: number, max: number) => fc.integer({ min: min / 2, max: max / 2 }).map((half) => half * 2);

describe('k-ary fat tree', () => {
  it('three tiers: k^3/4 hosts, k^2/2 edge, k^2/2 aggregation, k^2/4 core, k^3/2 links between switches', () => {
    fc.assert(
      fc.property(even(4, 20), (k) => {
        const { count, links, findings } = countAll(
          generateDesign(requireFabric(k ** 3 / 4, 1, k, { topology: 'fat-tree', tiers: 3 })),
        );
        expect(findings).toEqual([]);
        expect([count('leaf'), count('spine'), count('core')]).toEqual([k ** 2 / 2, k ** 2 / 2, k ** 2 / 4]);
        expect([links('server', 'leaf'), links('leaf', 'spine') + links('spine', 'core')]).toEqual([
          k ** 3 / 4,
          k ** 3 / 2,
        ]);
        expect(explainRequirements(requireFabric(k ** 3 / 4 + 1, 1, k, { topology: 'fat-tree' }))).not.toBe('');
      }),
      { numRuns: 9 },
    );
  });

  it('two tiers: k^2/2 hosts, k leaves, k/2 spines, k^2/2 links', () => {
    fc.assert(
      fc.property(even(4, 96), (k) => {
        const { count, links, findings } = countAll(
          generateDesign(requireFabric(k ** 2 / 2, 1, k, { topology: 'leaf-spine' })),
        );
        expect(findings).toEqual([]);
        expect([count('leaf'), count('spine'), links('leaf', 'spine')]).toEqual([k, k / 2, k ** 2 / 2]);
        expect(explainRequirements(requireFabric(k ** 2 / 2 + 1, 1, k, { topology: 'leaf-spine' }))).not.toBe('');
      }),
      { numRuns: 20 },
    );
  });

  it('shrunk to any size keeps full bisection in whole pods and never overruns a port', () => {
    fc.assert(
      fc.property(even(4, 10), fc.integer({ min: 2, max: 10 }), (k, pods) => {
        const hosts = (k / 2) ** 2 * Math.min(pods, k);
        const design = generateDesign(requireFabric(hosts, 1, k, { topology: 'fat-tree', tiers: 3 }));
        expect(countAll(design).findings).toEqual([]);
        expect(measureBisection(design).ratio).toBe(1);
      }),
      { numRuns: 12 },
    );
  });
});

it('leaf-spine: leaves = endpoints over downlinks, equal links to every spine, the ratio is kept', () => {
  fc.assert(
    fc.property(
      even(8, 128),
      fc.constantFrom(0.5, 1, 1.5, 2, 3, 7),
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1, max: 4 }),
      (radix, leaf, endpointCount, ports) => {
        const input = requireFabric(endpointCount, ports, radix, {
          topology: 'leaf-spine',
          oversubscription: { leaf },
        });
        const created = generate(completeRequirements(input), builtInCatalog);
        if (!created.ok) return;
        const { count, links, findings } = countAll(created.value.design);
        expect(findings).toEqual([]);
        expect(links('server', 'leaf')).toBe(endpointCount * ports);
        const leaves = count('leaf');
        if (leaves === 1) return;
        const perLeaf = Math.ceil(endpointCount / leaves);
        const uplinks = links('leaf', 'spine') / leaves;
        expect(uplinks % count('spine')).toBe(0);
        // The mean leaf has no more down than the ratio allows, and ports for both.
        expect((endpointCount * ports) / leaves / uplinks).toBeLessThanOrEqual(leaf + 1e-9);
        expect(perLeaf * ports + uplinks).toBeLessThanOrEqual(radix);
        expect(links('leaf', 'spine') / count('spine')).toBeLessThanOrEqual(radix);
      },
    ),
    { numRuns: 60 },
  );
});

it('rail-optimised in two tiers: one leaf for each rail, unit and plane; every rail of a unit carries its servers once', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(16, 32, 64),
      fc.constantFrom(2, 4, 8),
      fc.constantFrom(1, 2),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 16 }),
      (radix, rails, planes, units, unitSize) => {
        const endpointsPerUnit = Math.min(unitSize, radix / 2);
        const fabric = { topology: 'rail-optimised', tiers: 2, endpointsPerUnit, planes } as const;
        const input = requireFabric(units * endpointsPerUnit, rails * planes, radix, fabric);
        const created = generate(completeRequirements(input), builtInCatalog);
        if (!created.ok) return;
        const { count, links, findings } = countAll(created.value.design);
        expect(findings).toEqual([]);
        for (let plane = 1; plane <= planes; plane += 1) {
          const suffix = planes === 1 ? '' : `-${plane}`;
          expect(count(`leaf${suffix}`)).toBe(units * rails);
          expect(links('server', `leaf${suffix}`)).toBe(units * endpointsPerUnit * rails);
          expect(links(`leaf${suffix}`, `spine${suffix}`)).toBe(units * rails * endpointsPerUnit);
        }
      },
    ),
    { numRuns: 40 },
  );
});

describe('dragonfly', () => {
  const sizes = fc.record({
    p: fc.integer({ min: 1, max: 8 }),
    a: fc.integer({ min: 2, max: 10 }),
    h: fc.integer({ min: 1, max: 6 }),
  });

  function requireDragonfly(p: number, a: number, h: number, groups: number, linksPerGroupPair: number | null) {
    const dragonfly = { hostsPerSwitch: p, switchesPerGroup: a, globalPortsPerSwitch: h, groups, linksPerGroupPair };
    return requireFabric(p * a * groups, 1, p + a - 1 + h, { topology: 'dragonfly', dragonfly });
  }

  it('up to a*h + 1 groups: g*a switches, g*a*(a-1)/2 local and g*(g-1)/2 global links', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 2, max: 61 }), ({ p, a, h }, wanted) => {
        const groups = Math.min(wanted, a * h + 1);
        const { count, links, findings } = countAll(generateDesign(requireDragonfly(p, a, h, groups, 1)));
        expect(findings).toEqual([]);
        expect(count('switch')).toBe(groups * a);
        expect(links('switch', 'switch')).toBe((groups * a * (a - 1)) / 2 + (groups * (groups - 1)) / 2);
        expect(explainRequirements(requireDragonfly(p, a, h, a * h + 2, 1))).toContain('at most');
      }),
      { numRuns: 30 },
    );
  });

  it('all global ports cabled: at most one of a group stays dark, unless the groups leave no equal pairs', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 3, max: 61 }), ({ p, a, h }, wanted) => {
        const groups = Math.min(wanted, a * h + 1);
        if (groups < 3) return;
        const { links, findings } = countAll(generateDesign(requireDragonfly(p, a, h, groups, null)));
        expect(findings).toEqual([]);
        const globalLinks = links('switch', 'switch') - (groups * a * (a - 1)) / 2;
        expect(2 * globalLinks).toBeGreaterThanOrEqual(groups * (a * h - 1));
        expect(2 * globalLinks).toBeLessThanOrEqual(groups * a * h);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses a switch with too few ports: p + (a - 1) + h > radix', () => {
    const dragonfly = { hostsPerSwitch: 16, switchesPerGroup: 32, globalPortsPerSwitch: 18 };
    expect(explainRequirements(requireFabric(100, 1, 64, { topology: 'dragonfly', dragonfly }))).toContain('65 ports');
  });
});

describe('torus of endpoints', () => {
  const sides = fc.array(fc.constantFrom(2, 3, 4, 5, 6), { minLength: 1, maxLength: 3 });

  function requireTorus(shape: number[]): RequirementsInput {
    const nodes = shape.reduce((product, size) => product * size, 1);
    return requireFabric(nodes, 2 * shape.length, 2, { topology: 'torus', leaf: null, lattice: { shape } });
  }

  it('N links a dimension, N/2 where a ring is of two', () => {
    fc.assert(
      fc.property(sides, (shape) => {
        const nodes = shape.reduce((product, size) => product * size, 1);
        const { links, findings } = countAll(generateDesign(requireTorus(shape)));
        expect(findings).toEqual([]);
        expect(links('server', 'server')).toBe(shape.reduce((sum, size) => sum + (size === 2 ? nodes / 2 : nodes), 0));
      }),
      { numRuns: 40 },
    );
  });

  // A plane across the longest dimension cuts every ring along it twice.
  it('bisection: 2 N / longest links', () => {
    fc.assert(
      fc.property(fc.constantFrom<number[]>([8], [4, 4], [6, 4], [4, 8], [4, 4, 6], [4, 2, 4], [6, 6, 4]), (shape) => {
        const nodes = shape.reduce((product, size) => product * size, 1);
        const bisection = measureBisection(generateDesign(requireTorus(shape)));
        expect(bisection.bandwidthGbps).toBe(((2 * nodes) / Math.max(...shape)) * SPEED);
      }),
      { numRuns: 7 },
    );
  });
});

describe('HyperX', () => {
  function requireHyperX(shape: number[], hosts: number, trunk: number): RequirementsInput {
    const switches = shape.reduce((product, size) => product * size, 1);
    const radix = hosts + shape.reduce((sum, size) => sum + (size - 1) * trunk, 0);
    const lattice = { shape, hostsPerSwitch: hosts, trunks: [trunk] };
    return requireFabric(switches * hosts, 1, radix, { topology: 'hyperx', lattice });
  }

  it('s*(s-1)/2 links a line and trunk', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (shape, hosts, trunk) => {
          const switches = shape.reduce((product, size) => product * size, 1);
          const { count, links, findings } = countAll(generateDesign(requireHyperX(shape, hosts, trunk)));
          expect(findings).toEqual([]);
          expect(count('switch')).toBe(switches);
          expect(links('switch', 'switch')).toBe(
            shape.reduce((sum, size) => sum + (trunk * switches * (size - 1)) / 2, 0),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  // Half of every line of s switches against the other half: (s/2)^2 links a line, N/s lines. With s/2 hosts a switch the
  // endpoints of a half inject just as much.
  it('bisection of a square: s^2/4 links a line', () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 4, 6), fc.constantFrom(1, 2), (s, trunk) => {
        const bisection = measureBisection(generateDesign(requireHyperX([s, s], (trunk * s) / 2, trunk)));
        expect(bisection.bandwidthGbps).toBe((s ** 3 / 4) * trunk * SPEED);
      }),
      { numRuns: 6 },
    );
  });
});

describe('any requirements', () => {
  const topologies = [
    'single-switch',
    'two-switch',
    'leaf-spine',
    'fat-tree',
    'rail-optimised',
    'rail-only',
    'dragonfly',
    'hyperx',
  ] as const;

  const arbitraryInput: fc.Arbitrary<RequirementsInput> = fc
    .record({
      endpointCount: fc.integer({ min: 1, max: 600 }),
      growth: fc.integer({ min: 0, max: 200 }),
      displacedEndpoints: fc.integer({ min: 0, max: 2 }),
      ports: fc.constantFrom(1, 2, 4, 8),
      radix: fc.constantFrom(16, 32, 36, 64, 128),
      topology: fc.constantFrom(...topologies),
      planes: fc.constantFrom(1, 1, 2, 4),
      joinsPlanes: fc.boolean(),
      leafRatio: fc.constantFrom(1, 1, 2, 3, 0.5, 4 / 3),
      spineRatio: fc.constantFrom(1, 1, 2, 5),
      endpointsPerUnit: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
      upperCountRule: fc.constantFrom('equal-links' as const, 'fewest' as const),
      split: fc.boolean(),
      hosts: fc.integer({ min: 0, max: 5 }),
      withManagement: fc.boolean(),
    })
    .map((given) => {
      const { endpointCount, ports, radix, topology } = given;
      const isTree = topology !== 'dragonfly' && topology !== 'hyperx';
      const speedGbps = given.split ? SPEED / 2 : SPEED;
      const hosts = Math.max(ports, Math.floor(radix / 4));
      const fabric: FabricRequirementsInput = {
        id: 'compute',
        purpose: 'compute',
        technology: 'ethernet',
        topology,
        speedGbps,
        uplinkSpeedGbps: SPEED,
        leaf: { radix, portGbps: SPEED, splits: [2, 4] },
        planes: given.planes,
        joinsPlanes: given.joinsPlanes,
        oversubscription: { leaf: given.leafRatio, spine: given.spineRatio },
        endpointsPerUnit: given.endpointsPerUnit,
        upperCountRule: given.upperCountRule,
        dragonfly: { hostsPerSwitch: hosts, switchesPerGroup: 8, globalPortsPerSwitch: 4 },
        lattice: { shape: [4, 4], hostsPerSwitch: hosts },
        attachments:
          isTree && given.hosts > 0
            ? [{ id: 'host', name: 'Host', count: given.hosts, portsPerHost: 2, speedGbps: SPEED }]
            : [],
      };
      const management: FabricRequirementsInput = {
        id: 'oob',
        purpose: 'oob',
        technology: 'ethernet',
        topology: 'access-switches',
        speedGbps: 1,
        leaf: { partId: 'sn2201' },
        includesSwitches: true,
        uplinkTo: isTree ? { fabricId: 'compute', linksPerLeaf: 2, speedGbps: 100 } : null,
      };
      return {
        name: 'any',
        endpoint: {
          gpus: ports,
          ports,
          portGbps: speedGbps,
          otherPorts: [{ id: 'bmc', ports: 1, portGbps: 1 }],
        },
        endpointCount,
        endpointCountFull: endpointCount + given.growth,
        displacedEndpoints: given.displacedEndpoints,
        fabrics: given.withManagement ? [fabric, management] : [fabric],
        rackLimits: { units: 48 },
      };
    });

  it('what is generated is a sound design without a finding of ports or wiring, in few records', () => {
    let generated = 0;
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const created = generate(completeRequirements(input), builtInCatalog);
        if (!created.ok) return;
        generated += 1;
        const { design } = created.value;
        expect(designSchema.safeParse(design).error?.message).toBeUndefined();
        expect(findBrokenReference(design)).toBeNull();
        expect(countAll(design).findings).toEqual([]);
        expect(Object.keys(design.devices).length + Object.keys(design.links).length).toBeLessThan(60);
      }),
      { numRuns: 250 },
    );
    // Some requirements cannot be met; a third can, give or take chance.
    expect(generated).toBeGreaterThan(45);
  });

  it('every way out fits', () => {
    let ways = 0;
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const created = generate(completeRequirements(input), builtInCatalog);
        if (created.ok) return;
        expect(created.error.message).toMatch(/\.$/);
        for (const way of created.error.waysOut) {
          expect(generate(way.requirements, builtInCatalog).ok).toBe(true);
          ways += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(ways).toBeGreaterThan(0);
  });
});
