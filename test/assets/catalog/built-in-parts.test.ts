import { describe, expect, it } from 'vitest';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { partSchema } from '#core/catalog/part.ts';

describe('built-in parts', () => {
  it('all follow the schema', () => {
    const failures = builtInParts.flatMap((part) => {
      const parsed = partSchema.safeParse(part);
      return parsed.success
        ? []
        : [`${part.id}: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`];
    });
    expect(failures).toEqual([]);
  });
});
