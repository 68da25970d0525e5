/**
 * Leaf-spine, fat tree and rail-optimised fabrics: units of endpoints on leaves, and one or two tiers above them, once for
 * each plane.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { type EndpointPorts, type FabricContext, findEndpointPorts, findLeaf } from './context.ts';
import { addLeaves, type LeafPlan, planLeaves } from './leaf-tier.ts';
import { addUpperTiers, planThreeTiers, planTwoTiers, type ThreeTierPlan, type TwoTierPlan } from './upper-tiers.ts';

type ClosPlan = TwoTierPlan | ThreeTierPlan | { readonly tiers: 1; readonly leaf: LeafPlan };

export function addClos(context: FabricContext): Result<null, string> {
  const ports = findEndpointPorts(context);
  if (!ports.ok) return ports;
  const plan = planClos(context, ports.value);
  if (!plan.ok) return plan;
  for (let plane = 0; plane < context.fabric.planes; plane += 1) {
    const leafId = addLeaves(context, plan.value.leaf, plane);
    if (plan.value.tiers !== 1) addUpperTiers(context, plan.value, leafId, plane);
  }
  return ok(null);
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
  if (topology === 'leaf-spine' && tiers === 3)
    return fail('A leaf-spine fabric has two tiers; ask for a fat tree to have three.');
  const leaf = planLeaves(context, part.value, ports, fabric.uplinkSpeedGbps ?? fabric.speedGbps);
  if (!leaf.ok) return leaf;
  if (tiers === 'auto' && leaf.value.leafCount === 1) {
    draft.note(
      `One leaf holds the ${context.fabricName} fabric, so nothing stands above it; its uplink ports stay free.`,
    );
    return ok({ tiers: 1, leaf: leaf.value });
  }
  if (tiers === 3) return planThreeTiers(context, leaf.value);
  const two = planTwoTiers(context, leaf.value);
  if (two.ok || tiers === 2 || topology === 'leaf-spine') return two;
  return planThreeTiers(context, leaf.value);
}
