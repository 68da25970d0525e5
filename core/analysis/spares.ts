/**
 * Spares: what to buy on top of a line of the bill of materials, by the rule of its class. A line is one part in one
 * length, and only its like replaces it, so the share, the minimum and the pack hold for every line.
 */
import type { Netlist } from '../netlist/netlist.ts';
import type { BomCategory } from './bom-report.ts';

/** Far below one piece: keeps 1.1 % of 1,000, which floating point makes a hair more than 11, from becoming 12. */
const ROUNDING_SLACK = 1e-9;

type SpareCategory = keyof Netlist['spares'];

/** Nobody keeps these in store. */
const HAS_NO_RULE: ReadonlySet<BomCategory> = new Set(['rack', 'blanking-panel', 'cdu']);

/** The larger of the share and the minimum, rounded up to whole packs; 0 for a class without a rule. */
export function computeSpares(category: BomCategory, quantity: number, rules: Netlist['spares']): number {
  const rule = HAS_NO_RULE.has(category) ? undefined : rules[category as SpareCategory];
  if (!rule) return 0;
  const share = Math.ceil((quantity * rule.percent) / 100 - ROUNDING_SLACK);
  return Math.ceil(Math.max(share, rule.minimum) / rule.packSize) * rule.packSize;
}
