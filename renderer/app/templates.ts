/** The examples that ship with the program, offered as starting points. */
import type { Design } from '#core/design/design.ts';
import { parseDesign } from '#core/io/design-file.ts';

export interface Template {
  readonly fileName: string;
  readonly design: Design;
}

const texts = import.meta.glob<string>('../../examples/*.weft', { query: '?raw', import: 'default', eager: true });

let templates: readonly Template[] | null = null;

export function listTemplates(): readonly Template[] {
  templates ??= Object.entries(texts).flatMap(([path, text]) => {
    const fileName = path.slice(path.lastIndexOf('/') + 1);
    const parsed = parseDesign(text, fileName);
    return parsed.ok ? [{ fileName, design: parsed.value }] : [];
  });
  return templates;
}
