/** Lattice patterns against their closed forms: degrees, link counts, and distances. */
import { describe, expect, it } from 'vitest';
import { createLink } from '#core/design/defaults.ts';
import type { Link } from '#core/design/design.ts';
import { expandLattice } from '#core/netlist/wiring-lattice.ts';

function createSelfLink(wiring: Pick<Link, 'pattern'> & Partial<Link>): Link {
  const end = { deviceId: 'switch', blockId: 'data' };
  return createLink({ id: 'link-1', fabricId: 'compute', a: end, b: end, speedGbps: 400, ...wiring });
}

function expand(link: Link, count: number, membersPerPod = count): [number, number][] {
  const pairs: [number, number][] = [];
  expandLattice(link, { count, membersPerPod }, (a, b) => pairs.push([a, b]));
  return pairs;
}

function countDegrees(pairs: readonly (readonly [number, number])[], count: number): number[] {
  const degrees = Array.from({ length: count }, () => 0);
  for (const [a, b] of pairs) {
    expect(a).not.toBe(b);
    degrees[a] = (degrees[a] as number) + 1;
    degrees[b] = (degrees[b] as number) + 1;
  }
  return degrees;
}

/** Longest shortest path from member 0 and from the last one (all members look alike in each half). */
function measureDiameter(pairs: readonly (readonly [number, number])[], count: number): number {
  const neighbours = Array.from({ length: count }, (): number[] => []);
  for (const [a, b] of pairs) {
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  let diameter = 0;
  for (let start = 0; start < count; start += 1) {
    const distance = Array.from({ length: count }, () => -1);
    distance[start] = 0;
    const queue = [start];
    for (const member of queue) {
      for (const next of neighbours[member] ?? []) {
        if (distance[next] !== -1) continue;
        distance[next] = (distance[member] as number) + 1;
        queue.push(next);
      }
    }
    expect(distance).not.toContain(-1);
    diameter = Math.max(diameter, ...distance);
  }
  return diameter;
}

describe('global', () => {
  it('joins every two pods once and loads members evenly: 33 groups of 8 switches with 4 global ports', () => {
    const pairs = expand(createSelfLink({ pattern: 'global' }), 33 * 8, 8);
    expect(pairs).toHaveLength((33 * 32) / 2);
    expect(new Set(countDegrees(pairs, 33 * 8))).toEqual(new Set([4]));
    expect(new Set(pairs.map(([a, b]) => `${Math.floor(a / 8)}-${Math.floor(b / 8)}`)).size).toBe((33 * 32) / 2);
  });

  it('cables what equal shares leave over: 511 groups of 32 x 16 ports give the 130,816 links of the published table', () => {
    const pairs = expand(createSelfLink({ pattern: 'global', cablesPerMember: 16 }), 511 * 32, 32);
    expect(pairs).toHaveLength((511 * 512) / 2);
    expect(new Set(countDegrees(pairs, 511 * 32))).toEqual(new Set([16]));
  });

  it('never asks a member for more than its share rounded up', () => {
    for (const [pods, perPod, perPair] of [
      [2, 4, 3],
      [5, 3, 2],
      [7, 4, 1],
      [4, 6, 5],
    ] as const) {
      const degrees = countDegrees(
        expand(createSelfLink({ pattern: 'global', cablesPerPair: perPair }), pods * perPod, perPod),
        pods * perPod,
      );
      expect(Math.max(...degrees)).toBe(Math.ceil(((pods - 1) * perPair) / perPod));
    }
  });
});

describe('torus', () => {
  const along = (dimension: number, shape: number[], more: Partial<NonNullable<Link['lattice']>> = {}): Link =>
    createSelfLink({ pattern: 'torus', lattice: { shape, dimension, wraps: true, span: 'all', ...more } });

  it('has N links a dimension, every member two of them', () => {
    const pairs = expand(along(1, [4, 3, 5]), 60);
    expect(pairs).toHaveLength(60);
    expect(new Set(countDegrees(pairs, 60))).toEqual(new Set([2]));
  });

  it('joins the two members of a ring of two once', () => {
    expect(expand(along(0, [2, 3]), 6)).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
  });

  it('without wrap lacks one link a line', () => {
    expect(expand(along(0, [4, 3], { wraps: false }), 12)).toHaveLength(9);
  });

  it('leaves a tile of 4 x 4 x 4 by 16 links a face: 3,072 of 12,288 links of a pod of 64 tiles', () => {
    const shape = [16, 16, 16];
    let across = 0;
    let inside = 0;
    for (const dimension of [0, 1, 2]) {
      across += expand(along(dimension, shape, { tile: [4, 4, 4], span: 'across' }), 4096).length;
      const within = expand(along(dimension, shape, { tile: [4, 4, 4], span: 'inside' }), 4096);
      expect(within.every(([a, b]) => Math.floor(a / 64) === Math.floor(b / 64))).toBe(true);
      inside += within.length;
    }
    expect([across, inside]).toEqual([(64 * 96) / 2, 3 * 4096 - (64 * 96) / 2]);
  });

  it('draws nothing when the group does not fill the lattice', () => {
    expect(expand(along(0, [4, 4]), 15)).toEqual([]);
  });
});

it('hyperx: every line is a full mesh', () => {
  const lattice = { shape: [4, 3], dimension: 0, wraps: true, span: 'all' } as const;
  const pairs = expand(createSelfLink({ pattern: 'hyperx', lattice: { ...lattice, shape: [4, 3] } }), 12);
  expect(pairs).toHaveLength((3 * 4 * 3) / 2);
  expect(new Set(countDegrees(pairs, 12))).toEqual(new Set([3]));
});

describe('slim-fly', () => {
  const draw = (q: number): [number, number][] =>
    expand(
      createSelfLink({ pattern: 'slim-fly', lattice: { shape: [q], dimension: 0, wraps: true, span: 'all' } }),
      2 * q * q,
    );

  // Degree (3q - d) / 2 for q = 4w + d; q = 5 is the Hoffman-Singleton graph.
  it.each([
    [3, 5],
    [5, 7],
    [7, 11],
    [11, 17],
    [13, 19],
  ])('q = %i: degree %i, two hops', (q, degree) => {
    const pairs = draw(q);
    expect(new Set(countDegrees(pairs, 2 * q * q))).toEqual(new Set([degree]));
    expect(new Set(pairs.map((pair) => pair.join())).size).toBe(pairs.length);
    expect(measureDiameter(pairs, 2 * q * q)).toBe(2);
  });

  it('q = 28, not a prime: still the 32,928 links of the published table', () => {
    const pairs = draw(28);
    expect(pairs).toHaveLength(32_928);
    expect(new Set(countDegrees(pairs, 1568))).toEqual(new Set([42]));
  });

  it('has no graph for q = 4w + 2', () => {
    expect(draw(6)).toEqual([]);
  });
});
