/** What is told to fit a schema is what the schema takes, and takes as it is. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFits } from '#core/base/fits-schema.ts';
import { z } from '#core/base/schema.ts';
import { designSchema } from '#core/design/design.ts';
import { arbitraryDesign } from '../support/arbitrary-design.ts';

const fitsDesign = createFits(designSchema);

const examples = readdirSync('examples')
  .filter((name) => name.endsWith('.weft'))
  .map((name) => (JSON.parse(readFileSync(`examples/${name}`, 'utf8')) as { design: unknown }).design);

type Place = Record<string, unknown>;

/** Every record and list in it. */
function listPlaces(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Place, ...Object.values(value).flatMap(listPlaces)];
}

/** Another value at a place, one more entry, or one less. */
function damage(design: unknown, at: number, key: number, other: unknown, how: number): unknown {
  const copy = structuredClone(design);
  const places = listPlaces(copy);
  const place = places[at % places.length] as Place;
  const keys = Object.keys(place);
  const chosen = keys[key % Math.max(1, keys.length)];
  if (how === 0) place['more'] = other;
  else if (chosen !== undefined && how === 1) delete place[chosen];
  else if (chosen !== undefined) place[chosen] = other;
  return copy;
}

const others = [null, '', 'x', -1, 0, 1, 2.5, 1e300, true, [], {}, [1, 2], { id: 'x' }, 'mesh', 'N+1'];

describe('fitting', () => {
  it('says of every example that it fits', () => {
    for (const design of examples) expect(fitsDesign(design)).toBe(true);
  });

  it('agrees with the schema on designs whole and damaged', () => {
    fc.assert(
      fc.property(
        fc.oneof(arbitraryDesign, fc.constantFrom(...examples)),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...others),
        fc.nat(2),
        (design, at, key, other, how) => {
          const read = JSON.parse(JSON.stringify(damage(design, at, key, other, how))) as unknown;
          const parsed = designSchema.safeParse(read);
          expect(fitsDesign(read)).toBe(parsed.success);
          if (parsed.success) expect(parsed.data).toEqual(read);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('leaves to the schema what would change the value, or what it does not know', () => {
    const leftAlone = [
      [z.object({ a: z.string() }), { a: 'x', b: 1 }],
      [z.coerce.number(), 1],
      [z.string().trim(), 'x'],
      [z.strictObject({ a: z.string().default('x') }), { a: 'y' }],
      [z.record(z.enum(['a', 'b']), z.string()), { a: 'x', b: 'y' }],
      [z.string().refine((text) => text === 'x'), 'x'],
      [z.strictObject({ a: z.string() }).refine(() => true), { a: 'x' }],
      [z.tuple([z.string()]).rest(z.number()), ['x']],
    ] as const;
    for (const [schema, value] of leftAlone) expect(createFits(schema)(value)).toBe(false);
  });
});
