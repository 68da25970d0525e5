/** How figures of the window itself come about: what is selected, and how near the canvas is. */
import { explainTally } from '#core/analysis/explain/explain-tally.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';

export function explainSelection(selection: readonly ObjectRef[]): Explanation {
  const kinds = new Map<string, ObjectRef[]>();
  for (const ref of selection) kinds.set(ref.kind, [...(kinds.get(ref.kind) ?? []), ref]);
  const terms = [...kinds];
  return explainTally({
    title: 'Selected',
    unit: 'objects',
    terms: terms.map(([name, refs]) => ({ name, count: refs.length, refs })),
    caveats: ['A group counts once, however many members it has.'],
  });
}

export function explainZoom(zoom: number): Explanation {
  return {
    title: 'Zoom of the canvas',
    formula: 'Z = 100 × s',
    values: [
      { symbol: 'Z', value: 100 * zoom, unit: '%', meaning: 'of the size at which text is written' },
      { symbol: 's', value: zoom, unit: 'pixels', meaning: 'that one unit of the drawing takes' },
    ],
    counted: [],
    sources: [],
    caveats: [],
  };
}
