/**
 * Whether relays that look equal are equal. Colour refinement tells relays apart by what they are joined to, not by cycles: three
 * leaves whose uplinks are dealt one by one may all look alike while only two of them share a spine. Patterns that treat every
 * member alike leave no such traces, as long as pods nest; dealt, listed and global ones do.
 */
import type { Netlist } from '../netlist/netlist.ts';
import type { FabricGraph } from './fabric-graph.ts';

const EVEN_PATTERNS: ReadonlySet<string> = new Set(['mesh', 'rail', 'pair', 'plane', 'torus', 'hyperx']);

/**
 * Of the fabric as drawn: what is broken leaves traces of its own. Also false when two links between the same groups differ in delay: paths over them are then
 * not equal.
 */
export function isWiredByFormula(netlist: Netlist, graph: FabricGraph, linkNs: Float64Array): boolean {
  const nsOfGroups = new Map<string, number>();
  return graph.links.every((link) => {
    const key = [link.groupA, link.groupB].sort((x, y) => x - y).join('/');
    const ns = linkNs[netlist.links.indexOf(link)] as number;
    const known = nsOfGroups.get(key) ?? ns;
    nsOfGroups.set(key, known);
    return known === ns && EVEN_PATTERNS.has(link.pattern) && link.connectionCount === link.requestedCount;
  });
}
