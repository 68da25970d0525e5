import { FLOOR_CODES } from '../../../netlist/check-floor.ts';
import type { Rule } from '../rule.ts';

/** Elaboration finds it while it lays out the floor; what is not drawn to stand anywhere is not looked at. */
export const floor: Rule = {
  id: 'floor.places',
  code: 'floor.places',
  family: 'physical',
  severity: 'error',
  title: 'Every rack on the floor has a place of its own that holds it',
  rationale: 'Cables are measured, and rows fed and cooled, from where the racks stand.',
  source: 'Follows from laying out the floor',
  subject: 'racks on the floor',
  adopts: FLOOR_CODES,
  check({ netlist, diagnostics }, tally) {
    const own = diagnostics.filter(({ code }) => FLOOR_CODES.includes(code));
    for (const finding of own) tally.adopt(finding);
    tally.pass(Math.max(0, countPlaced(netlist.rackRow) - own.length));
  },
};

function countPlaced(rackRow: Int32Array): number {
  let count = 0;
  for (let rack = 0; rack < rackRow.length; rack += 1) if ((rackRow[rack] as number) >= 0) count += 1;
  return count;
}
