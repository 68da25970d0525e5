/**
 * Leaf-spine, fat tree and rail-optimised fabrics: units of endpoints on leaves, and one or two tiers above them, once for
 * each plane.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { type EndpointPorts, type FabricContext, findEndpointPorts, findLeaf } from './context.ts';
import { addLeaves, type LeafPlan, planLeaves } from './leaf-tier.ts';
import {
  addUpperTiers,
  countUpper,
  planThreeTiers,
  planTwoTiers,
  type ThreeTierPlan,
  type TwoTierPlan,
} from './upper-tiers.ts';

type ClosPlan = TwoTierPlan | ThreeTierPlan | { readonly tiers: 1; readonly leaf: LeafPlan };

export function addClos(context: FabricContext): Result<null, string> {
  const ports = findEndpointPorts(context);
  if (!ports.ok) return ports;
  const plan = planClos(context, ports.value);
  if (!plan.ok) return plan;
  const byRail = plan.value.tiers === 3 ? planRailPods(context, plan.value) : null;
  drawClos(byRail?.context ?? context, byRail?.plan ?? plan.value);
  return ok(null);
}

function drawClos(context: FabricContext, plan: ClosPlan): void {
  for (let plane = 0; plane < context.fabric.planes; plane += 1) {
    const leafId = addLeaves(context, plan.leaf, plane);
    if (plan.tiers !== 1) addUpperTiers(context, plan, leafId, plane);
  }
}

function planClos(context: FabricContext, ports: EndpointPorts | null): Result<ClosPlan, string> {
  const { fabric, draft } = context;
  const { tiers, topology } = fabric;
  const part = findLeaf(context, ports);
  if (!part.ok) return part;
  if (tiers === 1) {
    const leaf = planLeaves(context, part.value, ports, null);
    return leaf.ok ? ok({ tiers: 1, leaf: leaf.value }) : leaf;
  }
  if (topology === 'leaf-spine' && (tiers === 3 || fabric.joinsPlanes))
    return fail('A leaf-spine fabric has two tiers; ask for a fat tree to have three.');
  const leaf = planLeaves(context, part.value, ports, fabric.uplinkSpeedGbps ?? fabric.speedGbps);
  if (!leaf.ok) return leaf;
  if (tiers === 3 || fabric.joinsPlanes) return planThreeTiers(context, leaf.value);
  if (tiers === 'auto' && leaf.value.leafCount === 1) {
    draft.note(
      `One leaf holds the ${context.fabricName} fabric, so nothing stands above it; its uplink ports stay free.`,
    );
    return ok({ tiers: 1, leaf: leaf.value });
  }
  const two = planTwoTiers(context, leaf.value);
  if (two.ok || tiers === 2 || topology === 'leaf-spine') return two;
  return planThreeTiers(context, leaf.value);
}

/**
 * Pods of three-tier rails may be formed of whole units or of the leaves of one rail; null = by unit, which keeps a unit's
 * rails together. By rail when that takes fewer switches, as in NVIDIA's DGX SuperPOD A100 (56 leaves, 80 spines, 28 cores).
 */
function planRailPods(
  context: FabricContext,
  byUnit: ThreeTierPlan,
): { readonly context: FabricContext; readonly plan: ClosPlan } | null {
  const { fabric, draft } = context;
  const { rails } = byUnit.leaf;
  const named = [fabric.unitsPerPod, fabric.spineCount, fabric.coreCount, fabric.leafCount];
  const isFree = named.every((value) => value === null) && fabric.planes === 1 && fabric.attachments.length === 0;
  if (fabric.topology !== 'rail-optimised' || rails === 1 || !isFree || draft.expectedUplinks.length > 0) return null;
  const { endpointsPerUnit } = byUnit.leaf;
  const railContext: FabricContext = {
    ...context,
    fabric: { ...fabric, topology: 'fat-tree', planes: rails, rails: 1, joinsPlanes: true, endpointsPerUnit },
  };
  const ports = findEndpointPorts(railContext);
  const plan = ports.ok ? planClos(railContext, ports.value) : ports;
  if (!plan.ok || plan.value.tiers !== 3) return null;
  return countUpper(railContext, plan.value) < countUpper(context, byUnit)
    ? { context: railContext, plan: plan.value }
    : null;
}
