/** What the rules look at, gathered once for all of them. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { Memory } from '../../base/memory.ts';
import type { NetGroup, Netlist } from '../../netlist/netlist.ts';
import { takeCensuses } from '../block-census.ts';
import { createFabricGraph } from '../fabric-graph.ts';
import { recallDegrees } from '../link-degrees.ts';
import { listLinkFacts } from './link-facts.ts';
import type { RuleContext, RuleInput } from './rule.ts';
import { createFabricTiers } from './topology/fabric-tiers.ts';

export function createRuleContext(input: RuleInput): RuleContext {
  const { netlist, memory = new Memory() } = input;
  const diagnostics = dropRepeats(input.diagnostics);
  return {
    ...input,
    diagnostics,
    memory,
    censuses: takeCensuses(netlist, memory),
    tiers: netlist.fabrics.map((_, fabric) => createFabricTiers(netlist, createFabricGraph(netlist, fabric), memory)),
    links: listLinkFacts(netlist, diagnostics),
    connected: markConnected(netlist, memory),
  };
}

/** 1 for every member with at least one cable. */
function markConnected(netlist: Netlist, memory: Memory): Uint8Array {
  const connected = new Uint8Array(netlist.memberCount);
  for (const link of netlist.links) {
    const { a, b } = recallDegrees(netlist, link, memory);
    for (const { group, cables } of [
      { group: link.groupA, cables: a.cables },
      { group: link.groupB, cables: b.cables },
    ]) {
      const { firstMember } = netlist.groups[group] as NetGroup;
      for (let i = 0; i < cables.length; i += 1) if (cables[i] !== 0) connected[firstMember + i] = 1;
    }
  }
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
