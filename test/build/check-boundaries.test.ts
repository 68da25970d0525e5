import { describe, expect, it } from 'vitest';
import { listBoundaryFaults } from '../../build/check-boundaries.mjs';

const seenEverywhere = ['core/a.ts', 'assets/a.ts', 'renderer/a.tsx', 'electron/a.ts'].map((source) => ({ source }));
const rule = { name: 'room-core-base', comment: 'core/base stands on nothing of ours.' };
const cruise = (modules: { source: string }[], violations: object[] = []) => ({
  modules,
  summary: { violations, ruleSetUsed: { forbidden: [rule] } },
});

describe('listBoundaryFaults', () => {
  it('finds nothing in a clean cruise of every room', () => {
    expect(listBoundaryFaults(cruise(seenEverywhere))).toEqual([]);
  });

  it('fails a cruise that saw no module, or none of a room', () => {
    expect(listBoundaryFaults(cruise([]))).toHaveLength(4);
    expect(listBoundaryFaults(cruise(seenEverywhere.slice(1)))).toEqual([
      'core/: no module was seen, so nothing was checked',
    ]);
  });

  it('prints a violation with the sentence of its rule', () => {
    const violation = { rule: { name: rule.name }, from: 'core/base/a.ts', to: 'core/design/b.ts' };
    expect(listBoundaryFaults(cruise(seenEverywhere, [violation]))).toEqual([
      'core/base/a.ts -> core/design/b.ts: core/base stands on nothing of ours. (room-core-base)',
    ]);
  });
});
