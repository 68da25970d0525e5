/** Derivations whose values are at hand where they are shown; every figure by hand. */
import { describe, expect, it } from 'vitest';
import { explainLayout, explainRunCables, explainRunLength } from '#core/analysis/explain/explain-floor.ts';
import { explainPublishedAirflow } from '#core/analysis/explain/explain-published-airflow.ts';
import { explainGrid, explainGridSize } from '#core/analysis/explain/explain-rail-grid.ts';
import { explainPieces, explainSectionCost } from '#core/analysis/explain/explain-section.ts';
import { explainTally } from '#core/analysis/explain/explain-tally.ts';
import { explainTierSwitches } from '#core/analysis/explain/explain-tier.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import type { RailGrid } from '#core/analysis/rail-grid-report.ts';
import { generateSuperPodH100 } from '#core/generate/superpod-h100.ts';
import { explainBusyCable, explainLinkLoad } from '#core/sim/explain/explain-flow.ts';
import { builtInCatalog } from '../../../support/built-in-catalog.ts';
import { evaluate } from '../../../support/draw.ts';
import { evaluateFormula } from '../../../support/evaluate-formula.ts';

/** What the first line of the formula comes to, which must be what is stated. */
function derive(explanation: Explanation | null): number | undefined {
  if (!explanation) return undefined;
  const [first] = evaluateFormula(explanation.formula, explanation.values);
  expect(explanation.values.find(({ symbol }) => symbol === first?.symbol)?.value).toBe(first?.value);
  return first?.value;
}

describe('counts', () => {
  it('are the sum of their terms, of which some can be lit up: 3 + 4', () => {
    const refs = [{ kind: 'rack' as const, id: 'r' }];
    const tally = explainTally({
      title: 'Racks',
      unit: 'racks',
      terms: [
        { name: 'placed', count: 3 },
        { name: 'left', count: 4, refs },
      ],
    });
    expect(derive(tally)).toBe(7);
    expect(tally.counted).toEqual([{ label: 'left', refs, count: 4 }]);
  });

  it('of a tier are its groups: 32 leaves in two planes of 16', () => {
    const plane = (name: string) => ({ name, model: 'QM9700', count: 16 });
    expect(derive(explainTierSwitches('Compute', 'leaf', [plane('Leaf 1'), plane('Leaf 2')]))).toBe(32);
  });

  it('of the rail grid are correct and wrong links: 1,013 + 2 + 1', () => {
    const grid = {
      fabricName: 'Compute',
      rowCount: 127,
      columnCount: 8,
      cellCount: 1016,
      wrongCells: [1, 2, 3],
      counts: { crossed: 2, doubled: 0, strayed: 0, missing: 1 },
      emptyRowCount: 0,
    } as unknown as RailGrid;
    expect(derive(explainGrid(grid))).toBe(1016);
    // 127 servers of 8 rails.
    expect(derive(explainGridSize(grid))).toBe(1016);
  });
});

describe('figures of the floor', () => {
  const runs = { stretches: [], cableCount: 10, inRackCount: 2, offFloorCount: 3, longestM: 12, totalM: 80 };

  it('tell cables apart by where they run, and their length by how many: 10 of 8 m', () => {
    const cables = explainRunCables(runs);
    expect(derive(cables)).toBe(10);
    expect(cables.values.find(({ symbol }) => symbol === 'n1')?.value).toBe(5);
    expect(derive(explainRunLength(runs))).toBe(80);
    expect(explainRunLength({ ...runs, cableCount: 0 })).toBeNull();
  });

  it('weigh a proposed layout against the present one: 700 m after 1,000 m', () => {
    const lengths = {
      totalLengthBeforeM: 1000,
      totalLengthAfterM: 700,
      totalLengthRowOrderM: 900,
      worstLeafServerM: null,
    };
    expect(derive(explainLayout(lengths))).toBe(-300);
  });
});

describe('published airflow', () => {
  it('is spread over the systems it is for: 16 servers of a rack figure for 4 at 4,420 CFM', () => {
    const explanation = explainPublishedAirflow({
      deviceId: 'server',
      deviceName: 'DGX',
      partId: 'dgx',
      model: 'DGX',
      systemCount: 4,
      cfm: 4420,
      cfmPerSystem: 1105,
      basis: 'data sheet',
      sourceUrl: null,
      memberCount: 16,
      totalCfm: 17_680,
    });
    expect(derive(explanation)).toBe(17_680);
  });
});

describe('a section of the bill of materials', () => {
  const stated = { currency: 'USD', source: '', date: '', leadTimeWeeks: null, note: '' };
  const priceBook = { currency: 'USD', rates: {}, prices: { qm9700: { ...stated, unitPrice: 20_000 } } };
  const { report } = evaluate({ ...generateSuperPodH100(1, builtInCatalog), priceBook });
  const line = report.bom.find(({ partId }) => partId === 'qm9700');
  const server = report.bom.find(({ category }) => category === 'server');
  if (!line || !server) throw new Error('The unit has switches and servers');

  it('costs what its pieces cost: 8 switches of 20,000; what has no price is named', () => {
    const lines = [
      { line, quantity: 8 },
      { line: server, quantity: 31 },
    ];
    const sum = { low: 160_000, high: 160_000, unknownCount: 31, unknownParts: ['DGX H100'] };
    const cost = explainSectionCost({ name: 'Leaves', lines }, sum, 'USD');
    expect(derive(cost)).toBe(160_000);
    expect(cost.caveats.join(' ')).toContain('DGX H100');
    expect(derive(explainPieces({ name: 'Leaves', lines }, 'quantity'))).toBe(39);
  });

  it('says that a price was entered, also where its source and date were not', () => {
    const sum = { low: 20_000, high: 20_000, unknownCount: 0, unknownParts: [] };
    const [source] = explainSectionCost({ name: '', lines: [{ line, quantity: 1 }] }, sum, 'USD').sources;
    expect(source?.confidence).toBe('user');
    expect(source?.label).toMatch(/^QM9700/);
    expect(source?.asOf).toBe('no date given');
  });
});

describe('the load of a link', () => {
  it('is the rate on its fullest cable over the line rate: 300 of 400 Gb/s', () => {
    const flow = { utilisationOfLink: { l: 0.75 }, meanUtilisationOfLink: { l: 0.5 }, seedCount: 1 };
    const load = explainLinkLoad(flow, { linkId: 'l', name: 'Leaf to Spine', speedGbps: 400 });
    expect(derive(load)).toBe(0.75);
    expect(load?.values.find(({ symbol }) => symbol === 'G')?.value).toBe(300);
    expect(explainLinkLoad(flow, { linkId: 'idle', name: '', speedGbps: 400 })).toBeNull();
  });

  it('of one cable is its mean share of the line rate: half of 400 Gb/s', () => {
    const ends = {
      linkId: 'l',
      memberA: 0,
      memberB: 0,
      nameA: 'leaf-1',
      nameB: 'spine-1',
      direction: 'b-to-a' as const,
    };
    const cable = { ...ends, gbps: 200, meanUtilisation: 0.5, peakUtilisation: 1, flowCount: 3 };
    const load = explainBusyCable(cable, 1);
    expect(derive(load)).toBe(200);
    expect(load.title).toBe('Load of the cable spine-1 to leaf-1');
    expect(load.values.find(({ symbol }) => symbol === 'v')?.value).toBe(400);
  });
});
