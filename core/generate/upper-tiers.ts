/**
 * Spines and cores above the leaves of one plane. Two tiers: every leaf to every spine. Three tiers: pods of leaves and spines,
 * and spine s of every pod to the s-th run of cores, which is the k-ary fat tree shrunk to the size wanted.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { SwitchPart } from '../catalog/part.ts';
import type { LinkEnd } from '../design/design.ts';
import { createGroupId, createGroupName, createTemplate, type FabricContext, findUpper } from './context.ts';
import { type CoreRuns, chooseCoreRuns, chooseUpperCount } from './equal-links.ts';
import { findWidestBlock } from './find-parts.ts';
import type { LeafPlan } from './leaf-tier.ts';
import { countPorts } from './port-demand.ts';
import { type SwitchShare, shareSwitch } from './size-switch.ts';

/** How many switches stand above a tier (of one pod or run), and how the uplinks of a lower one are shared over them. */
interface Upper {
  readonly count: number;
  /** Cables from one lower switch to one upper one; null = dealt staggered, not equally. */
  readonly perPair: number | null;
}

export interface TwoTierPlan {
  readonly tiers: 2;
  readonly leaf: LeafPlan;
  readonly spine: SwitchPart;
  readonly spineBlockId: string;
  readonly spines: Upper;
}

export interface ThreeTierPlan {
  readonly tiers: 3;
  readonly leaf: LeafPlan;
  readonly leavesPerPod: number;
  readonly podCount: number;
  readonly spine: SwitchShare;
  /** Of one pod. */
  readonly spines: Upper;
  readonly core: SwitchPart;
  readonly coreBlockId: string;
  readonly cores: Cores;
}

function getUplinkGbps({ fabric }: FabricContext): number {
  return fabric.uplinkSpeedGbps ?? fabric.speedGbps;
}

function getCoreGbps(context: FabricContext): number {
  return context.fabric.coreSpeedGbps ?? getUplinkGbps(context);
}

/** `named` is the count the requirements insist on. */
function planUpper(
  context: FabricContext,
  wish: { lowerCount: number; uplinks: number; portsPerUpper: number; named: number | null },
): Upper | null {
  const { lowerCount, uplinks, portsPerUpper, named } = wish;
  const fewest = Math.ceil((lowerCount * uplinks) / portsPerUpper);
  const isStaggered = context.fabric.upperCountRule === 'fewest';
  const count = named ?? (isStaggered ? fewest : chooseUpperCount(lowerCount, uplinks, portsPerUpper));
  if (count === null || count < fewest) return null;
  const isEqual = uplinks % count === 0 && (lowerCount * uplinks) / count <= portsPerUpper;
  // Beyond one upper switch for every uplink some would stay dark for a lower one; dealt over all of them it still holds.
  return { count, perPair: isEqual ? uplinks / count : null };
}

export function planTwoTiers(context: FabricContext, leaf: LeafPlan): Result<TwoTierPlan, string> {
  const { fabric } = context;
  const speedGbps = getUplinkGbps(context);
  const spine = findUpper(context, fabric.spine, leaf.share.part);
  if (!spine.ok) return spine;
  const block = findWidestBlock(spine.value, speedGbps);
  if (!block) return fail(`${spine.value.model} has no ports of ${speedGbps}G for the spines.`);
  const portsPerUpper = countPorts(block, speedGbps);
  const spines = planUpper(context, {
    lowerCount: leaf.leafCount,
    uplinks: leaf.share.up,
    portsPerUpper,
    named: fabric.spineCount,
  });
  if (spines) return ok({ tiers: 2, leaf, spine: spine.value, spineBlockId: block.id, spines });
  const uplinks = leaf.leafCount * leaf.share.up;
  const named = fabric.spineCount === null ? '' : ` ${fabric.spineCount} spines are asked for.`;
  return fail(
    `${leaf.leafCount} leaves with ${leaf.share.up} uplinks each are ${uplinks} links; two tiers hold at most ${portsPerUpper} leaves, one on each port of a ${spine.value.model} at ${speedGbps}G.${named}`,
  );
}

export function planThreeTiers(context: FabricContext, leaf: LeafPlan): Result<ThreeTierPlan, string> {
  const { fabric } = context;
  const speedGbps = getUplinkGbps(context);
  const coreGbps = getCoreGbps(context);
  const spinePart = findUpper(context, fabric.spine, leaf.share.part);
  if (!spinePart.ok) return spinePart;
  const wish = {
    part: spinePart.value,
    downGbps: speedGbps,
    upGbps: coreGbps,
    ratio: fabric.oversubscription.spine,
    up: fabric.uplinksPerSpine,
    step: 1,
    reserve: () => [],
    subject: 'One spine',
  };
  const most = shareSwitch({ ...wish, down: null });
  if (!most.ok) return most;
  const pods = planPods(context, leaf, most.value.down);
  if (!pods.ok) return pods;
  const { leavesPerPod, podCount, spines } = pods.value;
  const down = Math.ceil((leavesPerPod * leaf.share.up) / spines.count);
  const spine = shareSwitch({ ...wish, down });
  if (!spine.ok) return spine;
  const core = findUpper(context, fabric.core, spinePart.value);
  if (!core.ok) return core;
  const block = findWidestBlock(core.value, coreGbps);
  if (!block) return fail(`${core.value.model} has no ports of ${coreGbps}G for the cores.`);
  const portsPerCore = countPorts(block, coreGbps);
  const podsOfCores = fabric.joinsPlanes ? podCount * fabric.planes : podCount;
  const uplinks = spine.value.up;
  const cores = planCores(context, { podCount: podsOfCores, spinesPerPod: spines.count, uplinks, portsPerCore });
  if (!cores)
    return fail(
      `${podsOfCores} pods of ${spines.count} spines with ${uplinks} uplinks each do not fit ${fabric.coreCount ?? 'equal runs of'} cores of ${portsPerCore} ports; a run of ${core.value.model} reaches at most ${portsPerCore} pods.`,
    );
  const plan = { leaf, leavesPerPod, podCount, spine: spine.value, spines, core: core.value, coreBlockId: block.id };
  return ok({ tiers: 3, ...plan, cores });
}

interface Pods {
  readonly leavesPerPod: number;
  readonly podCount: number;
  readonly spines: Upper;
}

/** As many units to a pod as the spines take, then spread evenly over the pods that this makes. */
function planPods(context: FabricContext, leaf: LeafPlan, spineDown: number): Result<Pods, string> {
  const { fabric } = context;
  const { rails, leafCount } = leaf;
  const unitCount = Math.ceil(leafCount / rails);
  const mostLeaves =
    fabric.spineCount === null ? spineDown : Math.floor((fabric.spineCount * spineDown) / leaf.share.up);
  const most = Math.floor(mostLeaves / rails);
  if (most < 1 || (fabric.unitsPerPod ?? 0) > most) {
    const wanted = fabric.unitsPerPod ?? 1;
    return fail(
      `A pod of ${wanted} units has ${wanted * rails} leaves; spines with ${spineDown} ports down take ${Math.max(0, mostLeaves)}.`,
    );
  }
  const podCount = Math.ceil(unitCount / (fabric.unitsPerPod ?? most));
  const unitsPerPod = fabric.unitsPerPod ?? Math.ceil(unitCount / podCount);
  const leavesPerPod = unitsPerPod * rails;
  const spines = planUpper(context, {
    lowerCount: leavesPerPod,
    uplinks: leaf.share.up,
    portsPerUpper: spineDown,
    named: fabric.spineCount,
  });
  if (!spines) return fail(`A pod of ${leavesPerPod} leaves does not fit its spines, ${spineDown} ports down each.`);
  return ok({ leavesPerPod, podCount, spines });
}

/** The cores of a plane, or of all planes when they meet there. */
interface Cores {
  readonly count: number;
  /** How spines share them in equal runs; null = all uplinks dealt over all cores. */
  readonly runs: CoreRuns | null;
}

/** Equal runs of cores where the rule and the count allow; else all uplinks dealt over all. */
function planCores(
  context: FabricContext,
  wish: { podCount: number; spinesPerPod: number; uplinks: number; portsPerCore: number },
): Cores | null {
  const { podCount, spinesPerPod, uplinks, portsPerCore } = wish;
  const { coreCount, upperCountRule } = context.fabric;
  const fewest = Math.ceil((podCount * spinesPerPod * uplinks) / portsPerCore);
  const count = coreCount ?? fewest;
  if (count < fewest) return null;
  const runs = chooseCoreRuns(podCount, spinesPerPod, uplinks, portsPerCore);
  if (coreCount === null && upperCountRule === 'equal-links') {
    return runs && { count: runs.runs * runs.coresPerRun, runs };
  }
  if (runs && runs.runs * runs.coresPerRun === count) return { count, runs };
  const perRun = count / spinesPerPod;
  const isEqual = Number.isInteger(perRun) && uplinks % perRun === 0 && (podCount * uplinks) / perRun <= portsPerCore;
  if (!isEqual) return { count, runs: null };
  return { count, runs: { runs: spinesPerPod, coresPerRun: perRun, cablesPerPair: uplinks / perRun } };
}

/** Switches above the leaves, all planes together: for choosing between two ways to form pods. */
export function countUpper({ fabric }: FabricContext, plan: ThreeTierPlan): number {
  const coreGroups = fabric.joinsPlanes ? 1 : fabric.planes;
  return plan.spines.count * plan.podCount * fabric.planes + plan.cores.count * coreGroups;
}

/** Adds spines, and cores if planned, above the group of leaves. */
export function addUpperTiers(
  context: FabricContext,
  plan: TwoTierPlan | ThreeTierPlan,
  leafId: string,
  plane: number,
): void {
  const { draft, fabric } = context;
  const { leaf } = plan;
  const spinePart = plan.tiers === 2 ? plan.spine : plan.spine.part;
  const spineBlockId = plan.tiers === 2 ? plan.spineBlockId : plan.spine.downBlock.id;
  const podCount = plan.tiers === 2 ? 1 : plan.podCount;
  const spineCount = plan.spines.count * podCount;
  const spineId = addGroup(context, 'Spine', plane, spinePart, spineCount, plan.tiers === 2 ? null : plan.spines.count);
  const lowerPerPod = plan.tiers === 2 ? leaf.leafCount : plan.leavesPerPod;
  draft.addLink(
    {
      fabricId: fabric.id,
      a: { deviceId: leafId, blockId: leaf.share.upBlock.id },
      b: { deviceId: spineId, blockId: spineBlockId },
      pattern: plan.spines.perPair === null ? 'spread' : 'mesh',
      cablesPerPair: plan.spines.perPair ?? leaf.share.up,
      ...(plan.tiers === 2 ? {} : { within: 'pod' as const, podSizes: { a: lowerPerPod, b: plan.spines.count } }),
      speedGbps: getUplinkGbps(context),
    },
    leaf.share.up,
    Math.ceil((lowerPerPod * leaf.share.up) / plan.spines.count),
  );
  if (plan.tiers === 3) addCores(context, plan, spineId, plane);
}

function addCores(context: FabricContext, plan: ThreeTierPlan, spineId: string, plane: number): void {
  const { draft, fabric } = context;
  const { cores, spine, spines } = plan;
  const { runs } = cores;
  const isShared = fabric.joinsPlanes && plane > 0;
  const coreId = isShared ? `${context.idPrefix}core` : addGroup(context, 'Core', plane, plan.core, cores.count, null);
  const a: LinkEnd = { deviceId: spineId, blockId: spine.upBlock.id };
  draft.addLink(
    {
      fabricId: fabric.id,
      a,
      b: { deviceId: coreId, blockId: plan.coreBlockId },
      pattern: runs ? 'plane' : 'spread',
      cablesPerPair: runs?.cablesPerPair ?? spine.up,
      // Members of a plane link are counted within pods; spines that share a run make smaller ones.
      ...(runs && runs.runs !== spines.count ? { podSizes: { a: runs.runs, b: cores.count } } : {}),
      speedGbps: getCoreGbps(context),
    },
    spine.up,
    Math.ceil((plan.podCount * spines.count * spine.up) / cores.count),
  );
}

function addGroup(
  context: FabricContext,
  tier: 'Spine' | 'Core',
  plane: number,
  part: SwitchPart,
  count: number,
  membersPerPod: number | null,
): string {
  const role = tier === 'Spine' ? 'spine' : 'core';
  const isJoint = tier === 'Core' && context.fabric.joinsPlanes;
  const own = isJoint ? { ...context, fabric: { ...context.fabric, planes: 1 } } : context;
  const id = createGroupId(own, role, plane);
  const name = createGroupName(own, tier, plane);
  const device = { id, name, partId: part.id, role, count, membersPerPod } as const;
  const nameTemplate = membersPerPod === null ? undefined : createTemplate(context, role, plane, count);
  context.draft.addDevice(nameTemplate === undefined ? device : { ...device, nameTemplate }, part);
  return id;
}
