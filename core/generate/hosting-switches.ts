/** A group of equal switches that all carry endpoints: the nodes of dragonfly, HyperX, Slim Fly and switched tori. */
import { fail, ok, type Result } from '../base/result.ts';
import type { PortBlock, SwitchPart } from '../catalog/part.ts';
import {
  createGroupId,
  createGroupName,
  createTemplate,
  type EndpointPorts,
  type FabricContext,
  findEndpointPorts,
  findLeaf,
} from './context.ts';
import { findSwitchBlock } from './find-parts.ts';
import { linkEndpoints } from './leaf-tier.ts';
import { countPorts, fitsBlock } from './port-demand.ts';

export interface HostingPlan {
  readonly part: SwitchPart;
  /** Ports towards endpoints, and towards other switches. */
  readonly hostBlock: PortBlock;
  readonly trunkBlock: PortBlock;
  readonly trunkGbps: number;
  readonly ports: EndpointPorts;
  readonly endpointsPerUnit: number;
  /** Fewest switches of a plane that hold the endpoints, in whole units. */
  readonly neededCount: number;
}

/** `hostPorts`, `trunkPorts`: of one switch. */
export function planHostingSwitches(
  context: FabricContext,
  hostPorts: number,
  trunkPorts: number,
): Result<HostingPlan, string> {
  const { fabric, fabricName, endpointCount } = context;
  if (fabric.attachments.length > 0)
    return fail(
      `Hosts beside the endpoints are not drawn on a ${fabric.topology}; attach them to the storage or in-band fabric.`,
    );
  const ports = findEndpointPorts(context);
  if (!ports.ok) return ports;
  if (ports.value === null) return fail(`The ${fabricName} fabric needs endpoint ports.`);
  const part = findLeaf(context, ports.value);
  if (!part.ok) return part;
  const trunkGbps = fabric.uplinkSpeedGbps ?? fabric.speedGbps;
  const hostBlock = findSwitchBlock(part.value, fabric.speedGbps, 'down');
  const trunkBlock = trunkGbps === fabric.speedGbps ? hostBlock : findSwitchBlock(part.value, trunkGbps, 'up');
  if (!hostBlock || !trunkBlock)
    return fail(`${part.value.model} has no ports of ${hostBlock ? trunkGbps : fabric.speedGbps}G.`);
  const host = { speedGbps: fabric.speedGbps, ports: hostPorts };
  const trunk = { speedGbps: trunkGbps, ports: trunkPorts };
  const isFitting =
    hostBlock === trunkBlock
      ? fitsBlock(hostBlock, [host, trunk])
      : fitsBlock(hostBlock, [host]) && fitsBlock(trunkBlock, [trunk]);
  if (!isFitting)
    return fail(
      `Each switch needs ${hostPorts} x ${host.speedGbps}G to endpoints and ${trunkPorts} x ${trunkGbps}G to switches, ${hostPorts + trunkPorts} ports; ${part.value.model} has ${countPorts(hostBlock, fabric.speedGbps)} of ${fabric.speedGbps}G.`,
    );
  const { portsPerRail, rails } = ports.value;
  const endpointsPerUnit = Math.floor(hostPorts / portsPerRail);
  if (endpointsPerUnit < 1)
    return fail(
      `An endpoint brings ${portsPerRail} ports to a switch that has ${hostPorts} for endpoints; spread it over more rails.`,
    );
  const neededCount = Math.ceil(endpointCount / endpointsPerUnit) * rails;
  return ok({
    part: part.value,
    hostBlock,
    trunkBlock,
    trunkGbps,
    ports: ports.value,
    endpointsPerUnit,
    neededCount,
  });
}

/** Adds the group and its endpoints in one plane; returns its id. */
export function addHostingSwitches(
  context: FabricContext,
  plan: HostingPlan,
  size: { readonly count: number; readonly membersPerPod: number | null },
  plane: number,
): string {
  const { draft, fabric } = context;
  const id = createGroupId(context, 'switch', plane);
  const nameTemplate = createTemplate(context, 'switch', plane, size.count).replace('su{pod}', 'g{pod}');
  draft.addDevice(
    { id, name: createGroupName(context, 'Switch', plane), partId: plan.part.id, role: 'leaf', nameTemplate, ...size },
    plan.part,
  );
  const leafEnd = { deviceId: id, blockId: plan.hostBlock.id };
  const { endpointsPerUnit } = plan;
  const leavesPerUnit = plan.ports.rails;
  linkEndpoints(context, plan.ports, { plane, leafEnd, endpointsPerUnit, leavesPerUnit });
  draft.registerLeaves(fabric.id, { end: leafEnd, count: size.count, endpointsPerUnit, leavesPerUnit });
  return id;
}
