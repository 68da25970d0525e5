/** The bill of materials taken apart, of any drawing: every piece in exactly one section, whichever way it is taken. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import { takeCensuses } from '#core/analysis/block-census.ts';
import { computeBomBy } from '#core/analysis/bom-by.ts';
import type { BomBy, BomLine, BomSection } from '#core/analysis/bom-report.ts';
import { Memory } from '#core/base/memory.ts';
import type { Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { arbitraryDesign } from '../support/arbitrary-design.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Every part has a price, so that sums of money can be compared, too. */
function priceAll(design: Design): Design {
  const ids = [...builtInCatalog.byId.keys(), ...Object.keys(design.parts)];
  const prices = Object.fromEntries(
    ids.map((id, index) => [
      id,
      { unitPrice: (index % 97) + 1, currency: 'USD', source: '', date: '', leadTimeWeeks: null, note: '' },
    ]),
  );
  return { ...design, priceBook: { currency: 'USD', rates: {}, prices } };
}

function addUp(bom: readonly BomLine[], sections: readonly BomSection[]): number[] {
  const sums = bom.map(() => 0);
  for (const { lines, quantities } of sections) {
    lines.forEach((line, at) => {
      sums[line] = (sums[line] as number) + (quantities[at] as number);
    });
  }
  return sums;
}

describe.each<BomBy>(['fabric', 'rack', 'phase'])('by %s', (by) => {
  it('adds up to the bill of materials, line by line and in money', () => {
    fc.assert(
      fc.property(arbitraryDesign, (drawn) => {
        const { netlist, diagnostics } = elaborate(priceAll(drawn), builtInCatalog);
        const { bom, cost } = analyse(netlist, diagnostics);
        const sections = computeBomBy(netlist, bom, by);
        expect(computeBomBy(netlist, bom, by, takeCensuses(netlist, new Memory()))).toEqual(sections);
        expect(addUp(bom, sections)).toEqual(bom.map(({ quantity }) => quantity));
        const money = sections.reduce((sum, section) => sum + section.cost.low, 0);
        expect(money).toBeCloseTo(cost.total.low, 4);
        const unknown = sections.reduce((sum, section) => sum + section.cost.unknownCount, 0);
        expect(unknown).toBe(cost.total.unknownCount);
      }),
      { numRuns: 100 },
    );
  });
});
