/** The count of a list: its terms add up to it, alike ones together, and a long list stays short. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainList } from '#core/analysis/explain/explain-list.ts';

const explain = (names: readonly string[]) =>
  explainList({ title: 'Links', unit: 'links', items: names.map((name) => ({ name })), filter: 'All of the fabric.' });

describe('the count of a list', () => {
  it('joins items of one name and says what is let in', () => {
    const { formula, values, caveats } = explain(['compute', 'storage', 'compute']);
    expect(formula).toBe('N = Σ(n)');
    expect(values.map(({ symbol, value, meaning }) => [symbol, value, meaning])).toEqual([
      ['N', 3, 'in all'],
      ['n1', 2, 'compute'],
      ['n2', 1, 'storage'],
    ]);
    expect(caveats).toEqual(['All of the fabric.']);
  });

  it('lights up what it counts', () => {
    const refs = [{ kind: 'link' as const, id: 'a' }];
    const { counted } = explainList({ title: 'Links', unit: 'links', items: [{ name: 'a', refs }], filter: '' });
    expect(counted).toEqual([{ label: 'a', refs, count: 1 }]);
  });

  it('adds up, in 24 terms at most', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 120 }), (numbers) => {
        const [total, ...terms] = explain(numbers.map(String)).values;
        expect(total?.value).toBe(numbers.length);
        expect(terms.reduce((sum, { value }) => sum + value, 0)).toBe(numbers.length);
        expect(terms.length).toBeLessThanOrEqual(24);
      }),
    );
  });
});
