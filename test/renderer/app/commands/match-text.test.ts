import { describe, expect, it } from 'vitest';
import { normalise, rankNames, rankText, readQuery } from '../../../../renderer/app/commands/match-text.ts';

function rank(typed: string, name: string): number | null {
  return rankText(readQuery(typed), normalise(name));
}

describe('names and what is typed', () => {
  it('prefers the name itself, then its beginning, then its words', () => {
    expect(rank('Leaf', 'leaf')).toBe(0);
    expect(rank('lea', 'Leaf')).toBe(1);
    expect(rank('rack 17', 'Compute rack 17')).toBe(2);
    expect(rank('com ra', 'Compute rack 17')).toBe(3);
    expect(rank('pute', 'Compute rack 17')).toBe(4);
    expect(rank('spine', 'Compute rack 17')).toBeNull();
  });

  it('takes rack 17 before rack 170', () => {
    expect(rank('rack 17', 'Rack 17')).toBe(0);
    expect(rank('rack 17', 'Rack 170')).toBeGreaterThan(rank('rack 17', 'Compute rack 17') ?? 9);
  });

  it('does not count zeros in front of a number', () => {
    expect(rank('leaf-17', 'leaf-017')).toBe(0);
    expect(rank('leaf-017', 'leaf-17')).toBe(0);
    expect(rank('leaf-0', 'leaf-017')).toBe(1);
    expect(rank('leaf-10', 'leaf-1')).toBeNull();
  });

  it('finds a model by some of its letters, in order and from the beginning of a word', () => {
    expect(rank('q97', 'QM9700')).toBeCloseTo(5.01);
    expect(rank('zts', 'Zoom to selection')).toBeCloseTo(5.06);
    expect(rank('m97', 'QM9700')).toBe(4);
    expect(rank('97q', 'QM9700')).toBeNull();
    expect(rank('q97', 'Quantum switch number 9 of 7')).toBeNull();
  });

  it('finds by further words after all names', () => {
    const query = readQuery('osfp qm9700');
    expect(rankNames(query, ['qm9700'], '32x osfp')).toBe(4.5);
    expect(rankNames(query, ['qm9700'], '32x qsfp')).toBeNull();
  });
});
