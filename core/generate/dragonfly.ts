/**
 * Dragonfly (Kim et al., ISCA 2008): p endpoint ports, a - 1 links to the other switches of the group and h global ports on every
 * switch, p + (a - 1) + h <= radix, at most a*h + 1 groups. Dragonfly+ (Shpiner et al., HiPINEB 2017) makes each group a
 * leaf-spine whose spines carry the global ports.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { type FabricContext, findEndpointPorts, findUpper } from './context.ts';
import { createGroupId, createGroupName } from './context.ts';
import { findWidestBlock } from './find-parts.ts';
import { addHostingSwitches, type HostingPlan, planHostingSwitches } from './hosting-switches.ts';
import { countPorts } from './port-demand.ts';
import type { FabricRequirements } from './requirements.ts';

type Shape = NonNullable<FabricRequirements['dragonfly']>;

/** How the groups are joined. */
interface Joints {
  readonly groups: number;
  readonly perPair: number;
  /** Global ports a switch may use up beyond equal shares; null = equal shares only. */
  readonly perSwitch: number | null;
  /** Global cables on the fullest switch. */
  readonly mostPerSwitch: number;
}

export function addDragonfly(context: FabricContext): Result<null, string> {
  const shape = context.fabric.dragonfly;
  if (!shape) return fail('A dragonfly needs hosts, switches of a group and global ports of a switch.');
  const plan = planHostingSwitches(
    context,
    shape.hostsPerSwitch,
    shape.switchesPerGroup - 1 + shape.globalPortsPerSwitch,
  );
  if (!plan.ok) return plan;
  const joints = planJoints(shape, plan.value, shape.switchesPerGroup);
  if (!joints.ok) return joints;
  for (let plane = 0; plane < context.fabric.planes; plane += 1)
    addDragonflyPlane(context, shape, plan.value, joints.value, plane);
  return ok(null);
}

/** `carriers`: switches of a group that have global ports. */
function planJoints(shape: Shape, plan: HostingPlan, carriers: number): Result<Joints, string> {
  const ports = carriers * shape.globalPortsPerSwitch;
  const unit = shape.switchesPerGroup - (shape.switchesPerGroup % plan.ports.rails);
  if (unit === 0)
    return fail(
      `A group of ${shape.switchesPerGroup} switches is smaller than the ${plan.ports.rails} rails of an endpoint.`,
    );
  if (unit !== shape.switchesPerGroup)
    return fail(
      `The ${plan.ports.rails} rails of an endpoint do not divide a group of ${shape.switchesPerGroup} switches.`,
    );
  const needed = Math.ceil(plan.neededCount / shape.switchesPerGroup);
  const groups = shape.groups ?? needed;
  if (groups < needed) return fail(`The endpoints need ${needed} groups, not ${groups}.`);
  if (groups === 1) return ok({ groups, perPair: 0, perSwitch: null, mostPerSwitch: 0 });
  const perPair = shape.linksPerGroupPair ?? Math.floor(ports / (groups - 1));
  if (perPair === 0 || perPair * (groups - 1) > ports)
    return fail(
      `${groups} groups need ${(groups - 1) * Math.max(1, perPair)} global ports in each, one group has ${ports}: at most ${Math.floor(ports / Math.max(1, perPair)) + 1} groups.`,
    );
  const isFull = shape.linksPerGroupPair === null;
  return ok({
    groups,
    perPair,
    perSwitch: isFull ? shape.globalPortsPerSwitch : null,
    mostPerSwitch: isFull ? shape.globalPortsPerSwitch : Math.ceil((perPair * (groups - 1)) / carriers),
  });
}

function addDragonflyPlane(
  context: FabricContext,
  shape: Shape,
  plan: HostingPlan,
  joints: Joints,
  plane: number,
): void {
  const { draft, fabric } = context;
  const { switchesPerGroup } = shape;
  const size = { count: joints.groups * switchesPerGroup, membersPerPod: switchesPerGroup };
  const id = addHostingSwitches(context, plan, size, plane);
  const end = { deviceId: id, blockId: plan.trunkBlock.id };
  if (switchesPerGroup > 1)
    draft.addLink(
      {
        fabricId: fabric.id,
        a: end,
        b: { ...end },
        pattern: 'mesh',
        within: 'pod',
        speedGbps: plan.trunkGbps,
      },
      switchesPerGroup - 1,
      0,
    );
  addGlobalLinks(context, joints, end, plan.trunkGbps);
}

function addGlobalLinks(
  { draft, fabric }: FabricContext,
  joints: Joints,
  end: { readonly deviceId: string; readonly blockId: string },
  speedGbps: number,
): void {
  if (joints.perPair === 0) return;
  draft.addLink(
    {
      fabricId: fabric.id,
      a: { ...end },
      b: { ...end },
      pattern: 'global',
      cablesPerPair: joints.perPair,
      ...(joints.perSwitch === null ? {} : { cablesPerMember: joints.perSwitch }),
      speedGbps,
    },
    joints.mostPerSwitch,
    0,
  );
}

export function addDragonflyPlus(context: FabricContext): Result<null, string> {
  const { fabric } = context;
  const shape = fabric.dragonfly;
  if (!shape || shape.spinesPerGroup === null)
    return fail('A dragonfly+ needs hosts of a leaf, leaves and spines of a group, and global ports of a spine.');
  const ports = findEndpointPorts(context);
  if (!ports.ok) return ports;
  const perPair = Math.max(1, Math.floor((fabric.uplinksPerLeaf ?? shape.spinesPerGroup) / shape.spinesPerGroup));
  const plan = planHostingSwitches(context, shape.hostsPerSwitch, shape.spinesPerGroup * perPair);
  if (!plan.ok) return plan;
  const spine = findUpper(context, fabric.spine, plan.value.part);
  if (!spine.ok) return spine;
  const block = findWidestBlock(spine.value, plan.value.trunkGbps);
  const spinePorts = shape.switchesPerGroup * perPair + shape.globalPortsPerSwitch;
  if (!block || countPorts(block, plan.value.trunkGbps) < spinePorts)
    return fail(
      `A spine of a group needs ${spinePorts} ports of ${plan.value.trunkGbps}G; ${spine.value.model} has ${block ? countPorts(block, plan.value.trunkGbps) : 0}.`,
    );
  const joints = planJoints(shape, plan.value, shape.spinesPerGroup);
  if (!joints.ok) return joints;
  for (let plane = 0; plane < fabric.planes; plane += 1) {
    const leafSize = { count: joints.value.groups * shape.switchesPerGroup, membersPerPod: shape.switchesPerGroup };
    const leafId = addHostingSwitches(context, plan.value, leafSize, plane);
    const id = createGroupId(context, 'spine', plane);
    const { spinesPerGroup } = shape;
    const count = joints.value.groups * spinesPerGroup;
    const name = createGroupName(context, 'Spine', plane);
    const device = { id, name, partId: spine.value.id, role: 'spine', count, membersPerPod: spinesPerGroup } as const;
    context.draft.addDevice(device, spine.value);
    const end = { deviceId: id, blockId: block.id };
    context.draft.addLink(
      {
        fabricId: fabric.id,
        a: { deviceId: leafId, blockId: plan.value.trunkBlock.id },
        b: end,
        pattern: 'mesh',
        within: 'pod',
        cablesPerPair: perPair,
        speedGbps: plan.value.trunkGbps,
      },
      spinesPerGroup * perPair,
      shape.switchesPerGroup * perPair,
    );
    addGlobalLinks(context, joints.value, end, plan.value.trunkGbps);
  }
  return ok(null);
}
