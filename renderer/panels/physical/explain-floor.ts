/** Counts of what is laid out on the floor: rows of a room or a zone, positions of a row, coolant units of a group. */
import { explainTally } from '#core/analysis/explain/explain-tally.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import type { CduGroup } from '#core/design/facilities.ts';
import type { Row } from '#core/design/floor.ts';

const DRAWN = [{ label: 'The drawing', url: null, confidence: 'Entered by a user', asOf: '' }];

export function explainRows(name: string, rows: readonly Row[]): Explanation {
  const terms = rows.map((row) => ({ name: row.name, count: 1, refs: [{ kind: 'row' as const, id: row.id }] }));
  return explainTally({ title: `Rows of ${name}`, unit: 'rows', terms });
}

export function explainPositions({ id, name, slotCount }: Row): Explanation {
  const terms = [{ name: 'entered', count: slotCount, refs: [{ kind: 'row' as const, id }] }];
  return explainTally({ title: `Positions of ${name}`, unit: 'positions', terms, sources: DRAWN });
}

export function explainUnits({ id, name, count }: CduGroup): Explanation {
  const terms = [{ name: 'entered', count, refs: [{ kind: 'cdu' as const, id }] }];
  return explainTally({ title: `Units of ${name}`, unit: 'units', terms, sources: DRAWN });
}
