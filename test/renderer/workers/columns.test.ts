import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromColumn, listBuffers, toColumn } from '../../../renderer/workers/columns.ts';

const plain = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, undefined, true, false, 0, -0, Number.NaN, Number.POSITIVE_INFINITY),
    fc.integer({ min: -3_000_000_000, max: 3_000_000_000 }),
    fc.integer({ min: 0, max: 300 }),
    fc.double(),
    fc.constantFrom('leaf', 'spine', ''),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('id', 'name', 'count', '7'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

const send = (values: readonly unknown[]): unknown[] => {
  const column = toColumn(values);
  return fromColumn(structuredClone(column, { transfer: listBuffers(column) }), values.length);
};

describe('values as columns', () => {
  it('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 12 }), (values) => {
        expect(send(values)).toStrictEqual(values);
      }),
      { numRuns: 300 },
    );
  });

  it('keep arrays of numbers, and records of too many kinds', () => {
    const values = Array.from({ length: 250 }, (_, at) => ({ [`field${at}`]: Float64Array.of(at, 0.5) }));
    expect(send(values)).toStrictEqual(values);
  });

  it('hold small numbers in a byte, and each text once', () => {
    const values = Array.from({ length: 100 }, (_, at) => ({ count: at % 7, role: at % 2 === 0 ? 'leaf' : 'spine' }));
    const column = toColumn(values);
    expect(listBuffers(column).map(({ byteLength }) => byteLength)).toEqual([100, 100]);
    expect(JSON.stringify(column).match(/spine/g)).toHaveLength(1);
  });
});
