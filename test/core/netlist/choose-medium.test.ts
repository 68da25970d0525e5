import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import { DEFAULT_PRICE_BOOK } from '#core/design/price-book.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

describe('the medium of a link', () => {
  it('advises a check where no source states the heat sink of an OSFP cage', () => {
    const design = drawDesign();
    drawDevice(design, 'a', '7050px4-32s', 'leaf', 1);
    drawDevice(design, 'b', '7050px4-32s', 'leaf', 1);
    drawLink(design, 'a.data', 'b.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 1, lengthM: 2 });
    const advice = evaluate(design).diagnostics.filter(({ code }) => code === 'media.unconfirmed');
    expect(advice).toHaveLength(1);
    expect(advice[0]).toMatchObject({ severity: 'advice', message: expect.stringContaining('heat sink') });
  });

  it('says nothing of the kind where it is known', () => {
    const design = drawDesign();
    drawDevice(design, 'a', 'qm9700', 'leaf', 1);
    drawDevice(design, 'b', 'qm9700', 'spine', 1);
    drawLink(design, 'a.data', 'b.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 2, lengthM: 30 });
    expect(evaluate(design).diagnostics.filter(({ code }) => code.startsWith('media.'))).toEqual([]);
  });
});

/** 1.5 m: passive copper, active copper, multimode and single-mode all reach. */
function drawPriced(prices: Readonly<Record<string, number>>): Design {
  const design = drawDesign();
  drawDevice(design, 'a', 'qm9700', 'leaf', 1);
  drawDevice(design, 'b', 'qm9700', 'spine', 1);
  drawLink(design, 'a.data', 'b.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 2, lengthM: 1.5 });
  const common = { currency: 'USD', source: 'quote', date: '2026-11', leadTimeWeeks: null, note: '' };
  const book = Object.entries(prices).map(([key, unitPrice]) => [key, { ...common, unitPrice }]);
  design.priceBook = { ...DEFAULT_PRICE_BOOK, prices: Object.fromEntries(book) };
  return design;
}

function readChoice(design: Design): string {
  const medium = evaluate(design).netlist.links[0]?.medium;
  return medium?.kind === 'unresolved' ? '' : (medium?.cable?.id ?? '');
}

describe('a medium that is chosen by itself', () => {
  /** The best of every class, in the order of classes. */
  const rivals = {
    'mcp4y10@1.5': 300,
    'mca4j80@3': 500,
    'mma4z00-ns': 900,
    'mfp7e10@3': 50,
    'mms4x00-ns': 1200,
    'mfp7e30@3': 40,
  };

  it('is of the first class while a price is missing', () => {
    expect(readChoice(drawPriced({}))).toBe('mcp4y10');
    expect(readChoice(drawPriced({ 'mcp4y10@1.5': 300, 'mca4j80@3': 1 }))).toBe('mcp4y10');
  });

  it('is the cheapest when the price of every rival is known', () => {
    expect(readChoice(drawPriced(rivals))).toBe('mcp4y10');
    expect(readChoice(drawPriced({ ...rivals, 'mcp4y10@1.5': 600 }))).toBe('mca4j80');
    // Two modules of two ports each and a fibre for each of two connections: (2 x 100 + 2 x 10) / 2 = 110 against 150 and 250.
    expect(readChoice(drawPriced({ ...rivals, 'mma4z00-ns': 100, 'mfp7e10@3': 10 }))).toBe('mfp7e10');
  });
});
