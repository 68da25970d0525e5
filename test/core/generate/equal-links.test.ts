/** Case derived-equal-links-rule of the reference designs: rows follow NVIDIA's H100, B300 and GB200 tables. */
import { describe, expect, it } from 'vitest';
import { chooseCoreRuns, chooseUpperCount } from '#core/generate/equal-links.ts';

describe('chooseUpperCount', () => {
  it.each([
    [8, 32, 64, 4],
    [16, 32, 64, 8],
    [24, 32, 64, 16],
    [32, 32, 64, 16],
    [64, 32, 64, 32],
    [8, 72, 144, 4],
    [16, 72, 144, 8],
    [32, 72, 144, 18],
    [64, 72, 144, 36],
    [144, 72, 144, 72],
  ])('%i leaves x %i uplinks over radix %i: %i spines', (leaves, uplinks, radix, spines) => {
    expect(chooseUpperCount(leaves, uplinks, radix)).toBe(spines);
  });

  it('says so when one tier above is not enough', () => {
    expect(chooseUpperCount(65, 32, 64)).toBeNull();
  });
});

describe('chooseCoreRuns', () => {
  // pods, spines of a pod, uplinks of a spine, core ports: cores. H100 table 3; textbook k = 64; DGX SuperPOD A100: eight
  // rails of ten spines with 14 uplinks are 1,120 links, 28 cores of 40 ports in two runs.
  it.each([
    [4, 32, 32, 64, 64, 32],
    [16, 32, 32, 64, 256, 32],
    [64, 32, 32, 64, 1024, 32],
    [8, 10, 14, 40, 28, 2],
    [5, 32, 32, 64, 128, 32],
  ])(
    '%i pods of %i spines with %i uplinks over radix %i: %i cores in %i runs',
    (pods, spines, uplinks, ports, cores, runs) => {
      const chosen = chooseCoreRuns(pods, spines, uplinks, ports);
      expect(chosen && [chosen.runs * chosen.coresPerRun, chosen.runs]).toEqual([cores, runs]);
    },
  );

  it('says so when a run reaches too few pods', () => {
    expect(chooseCoreRuns(65, 32, 32, 64)).toBeNull();
  });
});
