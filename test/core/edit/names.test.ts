import { describe, expect, it } from 'vitest';
import { createId } from '#core/edit/ids.ts';
import { createNameTemplate, makeUniqueName } from '#core/edit/names.ts';

describe('makeUniqueName', () => {
  it('counts up from the name it is given', () => {
    expect(makeUniqueName('leaf', [])).toBe('leaf');
    expect(makeUniqueName('leaf', ['leaf'])).toBe('leaf 2');
    expect(makeUniqueName('Leaf', ['leaf', 'LEAF 2'])).toBe('Leaf 3');
    expect(makeUniqueName('leaf 2', ['leaf', 'leaf 2'])).toBe('leaf 3');
    expect(makeUniqueName('DGX H100', ['DGX H100'])).toBe('DGX H100 2');
    expect(makeUniqueName('7', ['7'])).toBe('7 2');
  });
});

describe('createNameTemplate', () => {
  it('pads by the count and keeps letters of any script', () => {
    expect(createNameTemplate('DGX H100', 9)).toBe('dgx-h100-{i}');
    expect(createNameTemplate('DGX H100', 127)).toBe('dgx-h100-{i:3}');
    expect(createNameTemplate('{i} 網 – Ä', 10)).toBe('i-網-ä-{i:2}');
    expect(createNameTemplate('***', 1)).toBe('device-{i}');
  });
});

describe('createId', () => {
  it('is one above the highest number in use', () => {
    expect(createId('device', {})).toBe('device-1');
    expect(createId('device', { 'device-2': 1, 'device-9': 1, 'device-10x': 1, 'rack-40': 1, 'device-010': 1 })).toBe(
      'device-10',
    );
    expect(createId('link', new Set(['link-3']))).toBe('link-4');
    expect(createId('link', ['constructor'])).toBe('link-1');
  });
});
