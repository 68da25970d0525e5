import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLink } from '#core/design/defaults.ts';
import type { Link } from '#core/design/design.ts';
import type { WiringSide } from '#core/netlist/meetings.ts';
import { expandPattern, type MemberPairs } from '#core/netlist/wiring.ts';

function linkOf(wiring: Pick<Link, 'pattern'> & Partial<Link>): Link {
  return createLink({
    id: 'link',
    fabricId: 'compute',
    a: { deviceId: 'a', blockId: 'data' },
    b: { deviceId: 'b', blockId: 'data' },
    speedGbps: 400,
    ...wiring,
  });
}

function side(count: number, membersPerPod = count, portsPerMember = 8): WiringSide {
  return { first: 0, count, membersPerPod, portsPerMember };
}

function listPairs(pairs: MemberPairs): [number, number][] {
  return Array.from(pairs.a, (a, index) => [a, pairs.b[index] as number]);
}

describe('mesh', () => {
  it('joins every A to every B, k cables a pair, side by side', () => {
    const pairs = expandPattern(linkOf({ pattern: 'mesh', cablesPerPair: 2 }), side(2), side(2));
    expect(listPairs(pairs)).toEqual([
      [0, 0],
      [0, 0],
      [0, 1],
      [0, 1],
      [1, 0],
      [1, 0],
      [1, 1],
      [1, 1],
    ]);
  });

  it('stays inside pods, and ends with the shorter side', () => {
    const pairs = expandPattern(linkOf({ pattern: 'mesh', within: 'pod' }), side(3, 2), side(2, 1));
    expect(listPairs(pairs)).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
    ]);
  });

  it('within one group joins each pair once and nobody to itself', () => {
    const link = linkOf({ pattern: 'mesh', b: { deviceId: 'a', blockId: 'data' } });
    expect(listPairs(expandPattern(link, side(3), side(3)))).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });
});

describe('rail', () => {
  it('takes port r to the leaf of rail r in the same unit', () => {
    const pairs = expandPattern(linkOf({ pattern: 'rail', within: 'pod' }), side(4, 2, 2), side(4, 2));
    expect(listPairs(pairs)).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [2, 2],
      [2, 3],
      [3, 2],
      [3, 3],
    ]);
  });

  it('wraps around when there are fewer leaves than rails', () => {
    const pairs = expandPattern(linkOf({ pattern: 'rail' }), side(1, 1, 4), side(2));
    expect(listPairs(pairs).map(([, b]) => b)).toEqual([0, 1, 0, 1]);
  });

  it('shares servers out over sets of leaves when there are more leaves than rails', () => {
    const pairs = expandPattern(linkOf({ pattern: 'rail' }), side(4, 4, 2), side(4));
    expect(listPairs(pairs).map(([, b]) => b)).toEqual([0, 1, 0, 1, 2, 3, 2, 3]);
  });
});

describe('spread', () => {
  it('starts each A where the one before stopped', () => {
    const pairs = expandPattern(linkOf({ pattern: 'spread', cablesPerPair: 2 }), side(3), side(4));
    expect(listPairs(pairs)).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
      [1, 3],
      [2, 0],
      [2, 1],
    ]);
  });

  it('loads all B alike to within one cable', () => {
    const number = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(number, number, number, (countA, countB, k) => {
        const pairs = expandPattern(linkOf({ pattern: 'spread', cablesPerPair: k }), side(countA), side(countB));
        const load = Array.from({ length: countB }, () => 0);
        for (const b of pairs.b) load[b] = (load[b] ?? 0) + 1;
        expect(Math.max(...load) - Math.min(...load)).toBeLessThanOrEqual(1);
        expect(pairs.a.length).toBe(countA * k);
      }),
    );
  });
});

describe('pair and explicit', () => {
  it('pair joins A[i] to B[i] as far as both go', () => {
    expect(listPairs(expandPattern(linkOf({ pattern: 'pair' }), side(3), side(2)))).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('explicit joins the listed members', () => {
    const link = linkOf({
      pattern: 'explicit',
      pairs: [
        [2, 0],
        [0, 1],
      ],
      cablesPerPair: 2,
    });
    expect(listPairs(expandPattern(link, side(3), side(2)))).toEqual([
      [2, 0],
      [2, 0],
      [0, 1],
      [0, 1],
    ]);
  });
});
