import { beforeEach, describe, expect, it } from 'vitest';
import type { BomLine } from '#core/analysis/bom-report.ts';
import { createDesign } from '#core/design/design.ts';
import { editPrice } from '../../../../renderer/panels/bom/edit-price.ts';
import { design, openDesign, undo } from '../../../../renderer/store/design-store.ts';

const line = { priceKey: 'qm9700', model: 'QM9700' } as BomLine;

const entry = () => design().priceBook?.prices['qm9700'];

beforeEach(() => openDesign(createDesign('prices'), null));

describe('a price typed into the bill of materials', () => {
  it('says who entered it and when, in the currency of the book', () => {
    editPrice(line, { unitPrice: 20_000 });
    expect(entry()).toMatchObject({ unitPrice: 20_000, currency: 'USD', source: 'entered by hand', note: '' });
    expect(entry()?.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    undo();
    expect(design().priceBook).toBeUndefined();
  });

  it('keeps its source when the amount changes, and loses source and date with the amount', () => {
    editPrice(line, { unitPrice: 20_000 });
    editPrice(line, { source: 'quote 7', date: '2026-01' });
    editPrice(line, { unitPrice: 19_000 });
    expect(entry()?.source).toBe('quote 7');
    editPrice(line, { note: 'two per pod' });
    editPrice(line, { unitPrice: null });
    expect(entry()).toMatchObject({ unitPrice: null, source: '', date: '', note: 'two per pod' });
    editPrice(line, { note: '' });
    expect(entry()).toBeUndefined();
  });

  it('leaves the catalog’s price alone where only a lead time is told', () => {
    editPrice(line, { leadTimeWeeks: 16 });
    expect(entry()).toMatchObject({ unitPrice: null, leadTimeWeeks: 16, source: '' });
  });

  it('has no place for a line without a part', () => {
    editPrice({ ...line, priceKey: null }, { unitPrice: 1 });
    expect(design().priceBook).toBeUndefined();
  });
});
