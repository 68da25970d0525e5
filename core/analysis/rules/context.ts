/** What the rules look at, gathered once for all of them. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import { createFabricGraph } from '../fabric-graph.ts';
import { listLinkFacts } from './link-facts.ts';
import type { RuleContext, RuleInput } from './rule.ts';
import { createFabricTiers } from './topology/fabric-tiers.ts';

export function createRuleContext(input: RuleInput): RuleContext {
  const { netlist } = input;
  const diagnostics = dropRepeats(input.diagnostics);
  return {
    ...input,
    diagnostics,
    tiers: netlist.fabrics.map((_, fabric) => createFabricTiers(netlist, createFabricGraph(netlist, fabric))),
    links: listLinkFacts(netlist, diagnostics),
    connected: markConnected(netlist),
  };
}

/** 1 for every member with at least one cable. */
function markConnected(netlist: Netlist): Uint8Array {
  const connected = new Uint8Array(netlist.memberCount);
  for (const member of netlist.connectionMemberA) connected[member] = 1;
  for (const member of netlist.connectionMemberB) connected[member] = 1;
  return connected;
}

/** A link inside one group has both its ends there, and elaboration may say the same of each. */
function dropRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, where }) => {
    const key = JSON.stringify([code, message, where]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
