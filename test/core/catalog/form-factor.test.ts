import { describe, expect, it } from 'vitest';
import { fitsFormFactor } from '#core/catalog/form-factor.ts';

describe('fitsFormFactor', () => {
  it('takes its own kind, and older kinds of its family but not newer ones', () => {
    expect(fitsFormFactor(['QSFP-DD'], 'QSFP-DD')).toBe(true);
    expect(fitsFormFactor(['QSFP28'], 'QSFP-DD800')).toBe(true);
    expect(fitsFormFactor(['QSFP-DD800'], 'QSFP-DD')).toBe(false);
  });

  it('keeps OSFP, OSFP1600 and the QSFP family apart', () => {
    expect(fitsFormFactor(['OSFP'], 'OSFP1600')).toBe(false);
    expect(fitsFormFactor(['OSFP'], 'QSFP-DD800')).toBe(false);
    expect(fitsFormFactor(['QSFP112'], 'OSFP')).toBe(false);
  });

  it('takes a product sold in several form factors where one of them fits', () => {
    expect(fitsFormFactor(['QSFP-DD', 'OSFP'], 'OSFP')).toBe(true);
  });
});
