/** Rails that measure the same stand in one row. */
import { expect, it } from 'vitest';
import { groupRails } from '../../../renderer/panels/group-rails.ts';

const rail = (index: number, worst: number | null) => ({
  rail: index,
  switches: [{ deviceId: 'leaf', members: [index] }],
  switchCount: 4,
  portCount: 127,
  worst,
  mean: worst,
});

it('joins neighbours that are alike and keeps the others apart', () => {
  const groups = groupRails([rail(0, 1), rail(1, 1), rail(2, 2), rail(3, 1)]);
  expect(groups.map(({ first, last, worst }) => [first, last, worst])).toEqual([
    [0, 1, 1],
    [2, 2, 2],
    [3, 3, 1],
  ]);
});

it('keeps rails without uplinks as such', () => {
  expect(groupRails([rail(0, null), rail(1, null)])).toEqual([
    { first: 0, last: 1, switchCount: 4, worst: null, mean: null },
  ]);
});
