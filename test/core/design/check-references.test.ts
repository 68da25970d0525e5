import { describe, expect, it } from 'vitest';
import { findBrokenReference } from '#core/design/check-references.ts';
import type { Design } from '#core/design/design.ts';
import { createScenario, type Scenario } from '#core/design/scenario.ts';
import { createSmallDesign } from '../../support/small-design.ts';

type Change = (design: Design) => void;

const placement =
  (patch: object): Change =>
  (design) =>
    Object.assign(design.placements['placement-1'] ?? {}, patch);
const link =
  (patch: object): Change =>
  (design) =>
    Object.assign(design.links['link-1'] ?? {}, patch);

const scenario =
  (patch: Partial<Scenario>): Change =>
  (design) => {
    design.scenarios = { s: { ...createScenario('s', 'S'), ...patch } };
  };

describe('findBrokenReference', () => {
  it('finds nothing in a design that holds together', () => {
    expect(findBrokenReference(createSmallDesign())).toBeNull();
  });

  it('does not look parts up: a missing part is a finding about the drawing', () => {
    const design = createSmallDesign();
    Object.assign(design.devices['gpu-1'] ?? {}, { partId: 'nowhere' });
    expect(findBrokenReference(design)).toBeNull();
  });

  it.each<[string, Change, string]>([
    [
      'devices.leaf-1.id',
      (design) => Object.assign(design.devices['leaf-1'] ?? {}, { id: 'other' }),
      'its id is other',
    ],
    ['placements.placement-1.deviceId', placement({ deviceId: 'gone' }), 'no device gone'],
    ['placements.placement-1.deviceId', placement({ deviceId: 'toString' }), 'no device toString'],
    ['placements.placement-1.rackId', placement({ rackId: 'gone' }), 'no rack gone'],
    ['placements.placement-1', placement({ firstMember: 1 }), 'places member 5 of gpu, which has 4'],
    ['placements.placement-1', placement({ perRack: 1 }), 'uses rack 4 of Compute rack, which has 2'],
    ['placements.placement-1', placement({ firstRack: 1 }), 'uses rack 3 of Compute rack, which has 2'],
    ['links.link-1.fabricId', link({ fabricId: 'gone' }), 'no fabric gone'],
    ['links.link-1.a.deviceId', link({ a: { deviceId: 'gone', blockId: 'data' } }), 'no device gone'],
    ['links.link-1.b.deviceId', link({ b: { deviceId: '__proto__', blockId: 'data' } }), 'no device __proto__'],
    [
      'links.link-1.pairs.1',
      link({
        pairs: [
          [0, 0],
          [4, 0],
        ],
      }),
      'member 5 of gpu, which has 4',
    ],
    ['links.link-1.pairs.0', link({ pairs: [[0, 2]] }), 'member 3 of leaf, which has 2'],
    [
      'links.link-1.a.members',
      link({ a: { deviceId: 'gpu-1', blockId: 'compute', members: { first: 2, count: 3 } } }),
      'member 5 of gpu, which has 4',
    ],
    [
      'links.link-1.pairs.1',
      link({ a: { deviceId: 'gpu-1', blockId: 'compute', members: { first: 1, count: 3 } } }),
      'member 4 of gpu, which has 3',
    ],
    ['scenarios.s.fabricId', scenario({ fabricId: 'gone' }), 'no fabric gone'],
    ['scenarios.s.id', scenario({ id: 'other' }), 'its id is other'],
    ['scenarios.s.failures.0.linkId', scenario({ failures: [{ kind: 'link', linkId: 'gone' }] }), 'no link gone'],
    [
      'scenarios.s.failures.0.members',
      scenario({ failures: [{ kind: 'device', deviceId: 'leaf-1', members: { first: 1, count: 2 } }] }),
      'member 3 of leaf, which has 2',
    ],
    [
      'scenarios.s.group.runs.0.deviceId',
      scenario({ group: { kind: 'tenant', name: '', runs: [{ deviceId: 'x', members: { first: 0, count: 1 } }] } }),
      'no device x',
    ],
    [
      'currentScenarioId',
      (design) => {
        design.currentScenarioId = 'gone';
      },
      'no scenario gone',
    ],
  ])('names %s', (path, change, message) => {
    const design = createSmallDesign();
    change(design);
    const broken = findBrokenReference(design);
    expect(broken?.path).toBe(path);
    expect(broken?.message).toContain(message);
  });

  it('refuses keys that plain objects carry from birth', () => {
    const design = createSmallDesign();
    const rack = design.racks['rack-1'];
    if (rack) design.racks['constructor'] = { ...rack, id: 'constructor' };
    expect(findBrokenReference(design)?.path).toBe('racks.constructor');
  });
});
