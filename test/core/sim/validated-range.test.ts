import { describe, expect, it } from 'vitest';
import { listOutsideValidated } from '#core/sim/uncertainty.ts';
import { findSizeLabel, findValidatedClass, SIZE_RANGES, VALIDATED_CLASSES } from '#core/sim/validated-range.ts';
import { createInputs } from '../../support/collective-case.ts';

const MIB = 2 ** 20;

describe('the validated range', () => {
  it('puts every size into one range: 64 KiB into the first, 64 MiB into the third', () => {
    const sizes = [8, 65_536, 65_537, 63 * MIB, 64 * MIB, 1023 * MIB, 1024 * MIB, 2 ** 34];
    const labels = SIZE_RANGES.map(({ label }) => label);
    expect(sizes.map((size) => labels.indexOf(findSizeLabel(size)))).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('finds the class of a question; a barrier is a small all-reduce, reduce-scatter is as all-gather', () => {
    const small = findValidatedClass('all-reduce', 2, 8);
    expect(small).toMatchObject({ domains: '2', sizes: 'up to 64 KiB' });
    expect(findValidatedClass('barrier', 2, 8)).toBe(small);
    expect(findValidatedClass('reduce-scatter', 40, 2 ** 30)).toBe(findValidatedClass('all-gather', 3, 2 ** 34));
    for (const { pointCount, medianPercent, p90Percent } of VALIDATED_CLASSES) {
      expect(pointCount).toBeGreaterThan(0);
      expect(p90Percent).toBeGreaterThanOrEqual(medianPercent);
    }
  });

  it('has gaps, and an estimate in one says so', () => {
    const many = createInputs({ rankCount: 64, domainCount: 8 });
    expect(findValidatedClass('all-gather', 8, MIB)).toBeNull();
    expect(listOutsideValidated(many, 'all-gather', MIB)).toEqual([
      'No published run of all-gather over 3 or more scale-up domains at 128 KiB to 32 MiB.',
    ]);
    expect(listOutsideValidated(many, 'all-reduce', MIB)).toEqual([]);
    const more = createInputs({ rankCount: 512, domainCount: 64 });
    expect(listOutsideValidated(more, 'all-reduce', MIB)).toEqual([
      'No sweep of middle sizes above 64 GPUs is published; this has 512.',
    ]);
    expect(listOutsideValidated(many, 'broadcast', MIB).join()).toContain('not calibrated');
  });
});
