/** The sources of facts of parts, each once. */
import type { Part } from '../../catalog/part.ts';
import type { ExplainedSource } from './explanation.ts';

/** Sources that state one of `fields`, or the part as a whole. */
export function listPartSources(parts: Iterable<Part | undefined>, fields: readonly string[]): ExplainedSource[] {
  const sources = new Map<string, ExplainedSource>();
  for (const part of new Set(parts)) {
    if (!part) continue;
    for (const source of part.sources) {
      if (source.fields && !source.fields.some((field) => fields.includes(field))) continue;
      const { url, confidence } = source;
      sources.set(`${part.id} ${url}`, { label: part.model, url, confidence, asOf: source.date ?? part.asOf });
    }
  }
  return [...sources.values()];
}
