/** A saved design is the design. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findBrokenReference } from '#core/design/check-references.ts';
import { designSchema } from '#core/design/design.ts';
import { parseDesign, serializeDesign } from '#core/io/design-file.ts';
import { arbitraryDesign } from '../support/arbitrary-design.ts';

it('generates designs that hold together, with every pattern', () => {
  const patterns = new Set<string>();
  fc.assert(
    fc.property(arbitraryDesign, (design) => {
      expect(designSchema.safeParse(design).error?.message).toBeUndefined();
      expect(findBrokenReference(design)).toBeNull();
      for (const link of Object.values(design.links)) patterns.add(link.pattern);
    }),
  );
  expect([...patterns].sort()).toEqual(['explicit', 'global', 'mesh', 'pair', 'plane', 'rail', 'spread']);
});

it('parses what it wrote to an equal design, and writes that to the same text', () => {
  fc.assert(
    fc.property(arbitraryDesign, (design) => {
      const text = serializeDesign(design);
      const result = parseDesign(text, 'any.weft');
      if (!result.ok) throw new Error(result.error.message);
      expect(result.value).toEqual(design);
      expect(serializeDesign(result.value)).toBe(text);
    }),
    { numRuns: 300 },
  );
});

it('refuses every file that is cut off', () => {
  fc.assert(
    fc.property(arbitraryDesign, fc.nat(), (design, cut) => {
      const text = serializeDesign(design).trimEnd();
      const result = parseDesign(text.slice(0, cut % text.length), 'any.weft');
      expect(result).toMatchObject({ ok: false, error: { reason: 'truncated' } });
    }),
  );
});
