/**
 * What follows from a netlist: plain values, safe to post between threads. Every number on screen, in the
 * workbook and on the command line is read from here; nobody recomputes one.
 */
import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import type {
  AllToAll,
  Bisection,
  FabricFailures,
  LatencyReport,
  PathDiversity,
  RailOversubscription,
  SwitchOversubscription,
} from './bandwidth-report.ts';
import type { BomLine, CostReport } from './bom-report.ts';
import type { DeployabilityReport, TrayReport } from './cabling-report.ts';
import type { FacilityReport } from './facility-report.ts';
import type { PartialSum } from './partial-sum.ts';
import type { TenantReport } from './tenant-report.ts';

export type { PartialSum } from './partial-sum.ts';

export interface ReportTotals {
  readonly gpuCount: number;
  readonly deviceCount: number;
  readonly endpointCount: number;
  readonly switchCount: number;
  readonly rackCount: number;
  readonly connectionCount: number;
  readonly cableCount: number;
  readonly transceiverCount: number;
  readonly portsOwned: number;
  readonly portsUsed: number;
  readonly portsFree: number;
}

/** Port use of one port block of one device group. Port counts are sums over all members. */
export interface PortUse {
  readonly deviceId: string;
  readonly deviceName: string;
  readonly blockId: string;
  readonly role: string;
  readonly formFactor: string | null;
  readonly memberCount: number;
  readonly cagesPerMember: number;
  readonly cagesUsed: number;
  /** Switched off by the mode of the cage before them: no ports while it lasts. */
  readonly cagesBlocked: number;
  readonly portsOwned: number;
  readonly portsUsed: number;
  readonly portsFree: number;
  /** Over members: the fullest and the emptiest. */
  readonly usedPerMemberMax: number;
  readonly usedPerMemberMin: number;
  readonly freePerMemberMin: number;
  /** Port speeds now in use or native, e.g. [400]. */
  readonly speedsGbps: readonly number[];
}

export interface LinkReport {
  readonly linkId: string;
  readonly fabricId: string;
  readonly deviceAId: string;
  readonly deviceBId: string;
  readonly connectionCount: number;
  readonly requestedCount: number;
  readonly cableCount: number;
  /** Modules bought for the link; one shared with another link is counted for the first. */
  readonly transceiverCount: number;
  readonly speedGbps: number;
  /** Longest run in use, which the medium must reach. */
  readonly lengthM: number;
  readonly plannedLengthM: number;
  readonly mediumLabel: string;
  readonly mediumResolved: boolean;
  readonly mediumAutomatic: boolean;
  readonly cablePartId: string | null;
  readonly transceiverAId: string | null;
  readonly transceiverBId: string | null;
}

/** Scale-up (NVLink-class) domains of one device group: inside its members, or over several of them. */
export interface ScaleUpReport {
  readonly deviceId: string;
  readonly deviceName: string;
  readonly gpusPerDomain: number;
  readonly gpuCount: number;
  /** The last one may be short of members. */
  readonly domainCount: number;
  /** Of the scale-up links of all GPUs of a full domain, one direction; null = not known. */
  readonly domainGBps: number | null;
}

export interface PowerLine {
  readonly deviceId: string;
  readonly deviceName: string;
  readonly partLabel: string;
  readonly memberCount: number;
  /** Per member without separately counted transceivers; null = unknown. */
  readonly typicalEachW: number | null;
  readonly maxEachW: number | null;
  /** Basis of the figures, from the catalog. */
  readonly typicalBasis: string | null;
  readonly maxBasis: string | null;
  /** All members, transceivers included where the basis leaves them out. */
  readonly typicalW: PartialSum;
  readonly maxW: PartialSum;
  /** The transceivers' share of the two sums above. */
  readonly transceiversTypicalW: PartialSum;
  readonly transceiversMaxW: PartialSum;
}

export interface RackPower {
  readonly rackId: string;
  readonly rackName: string;
  readonly rackCount: number;
  /** The fullest rack of the group. */
  readonly worstRackIndex: number;
  readonly worstTypicalW: PartialSum;
  readonly worstMaxW: PartialSum;
  readonly powerLimitW: number | null;
  readonly usedUnitsMax: number;
  readonly heightUnits: number;
  readonly worstWeightKg: PartialSum;
  readonly weightLimitKg: number | null;
}

export interface PowerReport {
  readonly typicalW: PartialSum;
  readonly maxW: PartialSum;
  readonly transceiversTypicalW: PartialSum;
  readonly transceiversMaxW: PartialSum;
  readonly devices: readonly PowerLine[];
  readonly racks: readonly RackPower[];
}

export interface Heat {
  readonly kw: number;
  readonly btuPerHour: number;
  /** Tons of refrigeration. */
  readonly tons: number;
  /** Terms missing from the sum. */
  readonly unknownCount: number;
}

export interface CoolingReport {
  readonly typical: Heat;
  readonly max: Heat;
}

/** Oversubscription of the switches of one tier; ratio = bandwidth towards endpoints / bandwidth away from them. */
export interface TierOversubscription {
  readonly fabricId: string;
  /** 1 = switches that endpoints connect to, 2 = next ... */
  readonly tier: number;
  /** Device groups in the tier. */
  readonly deviceIds: readonly string[];
  readonly switchCount: number;
  readonly worst: number;
  readonly mean: number;
  readonly worstSwitch: SwitchOversubscription;
}

export interface FabricReport {
  readonly fabricId: string;
  readonly name: string;
  readonly purpose: string;
  readonly endpointCount: number;
  readonly switchCount: number;
  readonly connectionCount: number;
  readonly tiers: readonly TierOversubscription[];
  /** Worst product of tier ratios along a path up; null = no switch has links away from endpoints. */
  readonly worstOversubscription: number | null;
  /** The switches of that path that have a ratio, from the endpoint up; the product of their ratios is the figure above. */
  readonly worstPath: readonly SwitchOversubscription[];
  readonly targetOversubscription: number | null;
  /** Rail by rail; empty = endpoints have no rails. */
  readonly rails: readonly RailOversubscription[];
  /** The most oversubscribed switches, worst first; at most ten. */
  readonly worstSwitches: readonly SwitchOversubscription[];
  /** null = fewer than two connected endpoints. */
  readonly bisection: Bisection | null;
  readonly allToAll: AllToAll | null;
  /** null = no two endpoints reach each other. */
  readonly paths: PathDiversity | null;
  readonly latency: LatencyReport | null;
  /** Absent = nothing in the fabric is broken. */
  readonly failures?: FabricFailures;
}

/** What is broken under the current scenario. Counts, parts, power and racks are those of the whole drawing all the same. */
export interface FailureReport {
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly memberCount: number;
  readonly connectionCount: number;
  /** Objects with broken members or connections; the others are whole. */
  readonly devices: readonly { readonly deviceId: string; readonly brokenCount: number }[];
  readonly links: readonly { readonly linkId: string; readonly brokenCount: number }[];
  readonly gpus: IdleGpus;
}

/** In the fabric that the scenario is about. */
export interface IdleGpus {
  /** In broken servers. */
  readonly brokenCount: number;
  /** In servers that work and have lost the rest of the fabric. */
  readonly cutOffCount: number;
  /** At work, through other GPUs of their server: their own port has lost its way into the fabric. */
  readonly portlessCount: number;
  /** Of the scenario's training run, as `currency`; null = not given. */
  readonly pricePerGpuHour: number | null;
  /** Of those broken and cut off; null without a price. */
  readonly costPerHour: number | null;
  readonly currency: string | null;
}

export type RuleFamily = 'ports' | 'media' | 'topology' | 'physical' | 'management' | 'tenancy' | 'growth' | 'bom';

/**
 * failed: broken somewhere; not-checked: broken nowhere, but facts are missing to tell for some objects; passed: holds for
 * every object. A rule that found nothing to look at has passed with both counts 0: show it as 'nothing to check'.
 */
export type RuleState = 'passed' | 'failed' | 'not-checked';

export interface RuleOutcome {
  /** `R01` .. `R30`, or the same as `code`. */
  readonly ruleId: string;
  /** Stable, dotted: `media.reach`. */
  readonly code: string;
  readonly family: RuleFamily;
  readonly severity: Severity;
  readonly title: string;
  readonly rationale: string;
  /** Where the rule is from: an address, or what it follows from. */
  readonly source: string;
  /** What the counts count, in the plural: `link ends`. */
  readonly subject: string;
  readonly state: RuleState;
  /** Objects for which the rule holds or is broken. */
  readonly checkedCount: number;
  readonly failedCount: number;
  /** Objects for which a fact is missing. */
  readonly notCheckedCount: number;
  /** With state not-checked these are notes on missing facts. */
  readonly findings: readonly Diagnostic[];
  readonly notCheckedReasons: readonly string[];
}

/** What counting gives: known long before what flows over the cables. */
export interface FirstFigures {
  readonly designName: string;
  readonly totals: ReportTotals;
  readonly ports: readonly PortUse[];
  readonly links: readonly LinkReport[];
  readonly bom: readonly BomLine[];
  readonly cost: Omit<CostReport, 'fabrics'>;
  readonly scaleUp: readonly ScaleUpReport[];
  readonly power: PowerReport;
  readonly cooling: CoolingReport;
  readonly facility: FacilityReport;
}

/** What takes routes and flows through the fabrics, or rests on them. */
export interface LateFigures {
  /** With what each fabric costs for its bandwidth. */
  readonly cost: CostReport;
  /** null = the drawing has no floor. */
  readonly trays: TrayReport | null;
  readonly deployability: DeployabilityReport;
  readonly fabrics: readonly FabricReport[];
  /** Every design rule with what became of it. */
  readonly rules: readonly RuleOutcome[];
  /** The findings of all rules, worst first: errors, warnings, advice. */
  readonly problems: readonly Diagnostic[];
  /** Absent = nothing is broken. */
  readonly failures?: FailureReport;
  /** Absent = no scenario is about chosen servers. */
  readonly tenants?: TenantReport;
}

export interface Report extends Omit<FirstFigures, 'cost'>, LateFigures {}
