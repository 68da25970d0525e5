import { describe, expect, it } from 'vitest';
import { formatBytes, parseBytes } from '../../../../renderer/panels/simulate/byte-size.ts';

describe('message sizes', () => {
  it('are written in binary units', () => {
    expect(formatBytes(8)).toBe('8 B');
    expect(formatBytes(1536)).toBe('1.5 KiB');
    expect(formatBytes(2 ** 34)).toBe('16 GiB');
  });

  it('are read with or without a unit', () => {
    expect(parseBytes('4096')).toBe(4096);
    expect(parseBytes('64 MiB')).toBe(64 * 2 ** 20);
    expect(parseBytes('1.5g')).toBe(1.5 * 2 ** 30);
    expect(parseBytes(' 1 MB ')).toBe(1_000_000);
  });

  it('are read back as they are written', () => {
    for (let exponent = 3; exponent <= 34; exponent += 1) {
      expect(parseBytes(formatBytes(2 ** exponent))).toBe(2 ** exponent);
    }
  });

  it('mean nothing without a figure, with an unknown unit, or below a byte', () => {
    for (const text of ['', 'GiB', '12 parsecs', '-4', '0', '1.2.3']) expect(parseBytes(text)).toBeNull();
  });
});
