/**
 * Designs drawn by hand for cases whose inputs cannot say it all. `<case id>.weft` serves every row; a row of its own is
 * `<case id>.<input>-<value>.weft`, with every other character than letters and digits as a hyphen.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Design } from '#core/design/design.ts';
import { parseDesign } from '#core/io/design-file.ts';
import { type GoldenCase, type GoldenRow, printInput } from './case-schema.ts';
import type { DesignLibrary } from './draw-row.ts';

export function openDesignLibrary(folders: readonly string[]): DesignLibrary {
  return (goldenCase, row) => {
    for (const name of listNames(goldenCase, row)) {
      for (const folder of folders) {
        const path = join(folder, name);
        if (existsSync(path)) return readDesign(path, name);
      }
    }
    return null;
  };
}

function listNames(goldenCase: GoldenCase, row: GoldenRow): string[] {
  const label = Object.entries(row.when).map(([key, input]) => `${key}-${printInput(input)}`);
  const slug = label
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return [`${goldenCase.id}.${slug}.weft`, `${goldenCase.id}.weft`];
}

function readDesign(path: string, name: string): Design {
  const parsed = parseDesign(readFileSync(path, 'utf8'), name);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}
