/**
 * What a design rule is. A rule looks at everything it applies to and says for each object: it holds, it does not, or
 * the facts to tell are missing. A missing fact never passes (rule R30).
 */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Memory } from '../../base/memory.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import type { BlockCensus } from '../block-census.ts';
import type { TrayReport } from '../cabling-report.ts';
import type { FacilityReport } from '../facility-report.ts';
import type { FabricReport, PortUse, RackPower, RuleOutcome } from '../report.ts';
import type { LinkFacts } from './link-facts.ts';
import type { TenantReport } from '../tenant-report.ts';
import type { RuleHeader, Tally } from './tally.ts';
import type { FabricTiers } from './topology/fabric-tiers.ts';

/** What the other analyses have found out by the time the rules run. */
export interface RuleInput {
  readonly netlist: Netlist;
  /** Elaboration's findings, which rules take over by their code. */
  readonly diagnostics: readonly Diagnostic[];
  readonly ports: readonly PortUse[];
  readonly rackLoads: readonly RackPower[];
  readonly facility: FacilityReport;
  /** null or absent = there are none to look at. */
  readonly trays?: TrayReport | null;
  /** Parallel to the netlist's fabrics. */
  readonly fabrics: readonly FabricReport[];
  /** Absent = there are none. */
  readonly tenants?: TenantReport;
  /** Of the stages before; absent = nothing is remembered. */
  readonly memory?: Memory;
}

export interface RuleContext extends RuleInput {
  readonly memory: Memory;
  /** Parallel to the netlist's blocks. */
  readonly censuses: readonly BlockCensus[];
  /** Parallel to the netlist's fabrics. */
  readonly tiers: readonly FabricTiers[];
  /** Parallel to the netlist's links. */
  readonly links: readonly LinkFacts[];
  /** 1 for every member with at least one cable. */
  readonly connected: Uint8Array;
}

export interface Rule extends RuleHeader {
  /** Codes of elaboration's findings that are this rule's. */
  readonly adopts?: readonly string[];
  /** `earlier` are the outcomes of the rules before this one. */
  check(context: RuleContext, tally: Tally, earlier: readonly RuleOutcome[]): void;
}
