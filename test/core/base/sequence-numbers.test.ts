import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renumber, SequenceNumbers } from '#core/base/sequence-numbers.ts';

const SPAN = 50;
const sequences = fc.array(fc.array(fc.nat({ max: SPAN - 1 }), { maxLength: 40 }), { maxLength: 30 });

it('gives one number to equal sequences and to no others', () => {
  fc.assert(
    fc.property(sequences, (list) => {
      const numbers = new SequenceNumbers(SPAN);
      const found = list.map((items) => items.reduce((prefix, item) => numbers.extend(prefix, item), 0));
      const pairs = new Set(found.map((number, index) => `${number} ${list[index]?.join()}`));
      expect(pairs.size).toBe(new Set(found).size);
      expect(pairs.size).toBe(new Set(list.map((items) => items.join())).size);
    }),
  );
});

it('does not mind the order of items that it sorts, few or many', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: SPAN - 1 }), { maxLength: 60 }), fc.nat({ max: 5 }), (items, prefix) => {
      const numbers = new SequenceNumbers(SPAN);
      const sorted = items.toSorted((x, y) => x - y).reduce((number, item) => numbers.extend(number, item), prefix);
      const list = Float64Array.from([99, ...items, 99]);
      expect(numbers.extendSorted(prefix, list, 1, items.length + 1)).toBe(sorted);
      expect([list[0], list.at(-1)]).toEqual([99, 99]);
    }),
  );
});

it('renumbers in the order in which numbers first come', () => {
  expect(renumber(Uint32Array.of(7, 3, 7, 9, 3))).toEqual({ numberOf: Uint32Array.of(0, 1, 0, 2, 1), count: 3 });
});
