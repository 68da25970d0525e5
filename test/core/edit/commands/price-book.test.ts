import { describe, expect, it } from 'vitest';
import { DEFAULT_CABLING } from '#core/design/floor.ts';
import { getPriceKey } from '#core/design/price-book.ts';
import { describeUndo } from '#core/edit/transact.ts';
import { serializeDesign } from '#core/io/design-file.ts';
import { EditSession } from '../../../support/edit-session.ts';

const price = { unitPrice: 100, currency: 'EUR', source: 'quote 7', date: '2026-11', leadTimeWeeks: 12, note: '' };

describe('the price book', () => {
  it('keeps prices by part and length, and leaves no trace when emptied', () => {
    const session = new EditSession();
    const before = serializeDesign(session.design);
    session.run('setPrice', { key: getPriceKey('mfp7e10', 10), price });
    expect(describeUndo(session.state)).toBe('set the price of MFP7E10-Nxxx, 10 m');
    expect(session.design.priceBook).toEqual({ currency: 'USD', rates: {}, prices: { 'mfp7e10@10': price } });
    session.run('setPrice', { key: 'mfp7e10@10', price: null });
    expect(serializeDesign(session.design)).toBe(before);
  });

  it('takes over a list in one step, over what it holds', () => {
    const session = new EditSession().run('setPrice', { key: 'qm9700', price: { ...price, unitPrice: 1 } });
    const before = serializeDesign(session.design);
    const dac = { ...price, unitPrice: 70 };
    session.run('setPrices', { prices: { qm9700: price, 'mfp7e10@10': dac } });
    expect(describeUndo(session.state)).toBe('take over 2 prices');
    expect(session.design.priceBook?.prices).toEqual({ qm9700: price, 'mfp7e10@10': dac });
    session.undo();
    expect(serializeDesign(session.design)).toBe(before);
    expect(session.refuse('setPrices', { prices: {} }).code).toBe('edit.empty');
  });

  it('tells all rates in the new currency when the totals change theirs', () => {
    const session = new EditSession()
      .run('setRate', { currency: 'EUR', rate: 1.25 })
      .run('setRate', { currency: 'GBP', rate: 1.5 })
      .run('setCurrency', { currency: 'EUR' });
    // 1 EUR = 1.25 USD and 1 GBP = 1.5 USD: 1 USD = 0.8 EUR, 1 GBP = 1.5 / 1.25 = 1.2 EUR.
    expect(session.design.priceBook).toEqual({ currency: 'EUR', rates: { USD: 0.8, GBP: 1.2 }, prices: {} });
    session.run('setCurrency', { currency: 'CHF' });
    expect(session.design.priceBook?.rates).toEqual({});
  });

  it('refuses nonsense', () => {
    const session = new EditSession();
    expect(session.refuse('setRate', { currency: 'USD', rate: 1 }).message).toBe(
      'Totals are in USD, so it needs no exchange rate.',
    );
    expect(session.refuse('setRate', { currency: 'euro', rate: 1 }).code).toBe('edit.currency');
    expect(session.refuse('setRate', { currency: 'EUR', rate: 0 }).code).toBe('edit.invalid');
    expect(session.refuse('setCurrency', { currency: '' }).code).toBe('edit.invalid');
    expect(session.refuse('setPrice', { key: '__proto__', price }).code).toBe('edit.key');
    expect(session.refuse('setPrice', { key: 'qm9700', price: { ...price, unitPrice: -1 } }).code).toBe('edit.invalid');
  });
});

describe('the site and the cabling', () => {
  it('are left out while they are as by default', () => {
    const session = new EditSession();
    const before = serializeDesign(session.design);
    session
      .run('editSite', { patch: { pue: 1.2, pricePerKwh: 0.1 } })
      .run('editCabling', { patch: { labelTemplate: '{fabric}-{n:6}' } });
    expect(session.design.site).toEqual({
      pue: 1.2,
      pricePerKwh: 0.1,
      gridCo2KgPerKwh: null,
      airRiseC: 15,
      coolantRiseC: 10,
    });
    expect(session.design.cabling?.labelTemplate).toBe('{fabric}-{n:6}');
    session
      .run('editSite', { patch: { pue: null, pricePerKwh: null } })
      .run('editCabling', { patch: { labelTemplate: DEFAULT_CABLING.labelTemplate } });
    expect(serializeDesign(session.design)).toBe(before);
    expect(session.refuse('editSite', { patch: { pue: 0.9 } }).message).toBe('The site pue must be at least 1.');
    expect(session.refuse('editCabling', { patch: { trayFillLimit: 2 } }).code).toBe('edit.invalid');
  });
});
