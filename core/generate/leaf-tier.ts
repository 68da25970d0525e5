/**
 * The first tier: how many endpoints make a unit, how many leaves it takes, what each leaf has left for the tier above,
 * and the links from the endpoints. A unit is `rails` leaves that share the ports of the same endpoints.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { SwitchPart } from '../catalog/part.ts';
import type { LinkEnd } from '../design/design.ts';
import type { AttachmentPlan } from './attachments.ts';
import { addAttachments, planAttachments } from './attachments.ts';
import {
  createEndpointEnd,
  createGroupId,
  createGroupName,
  createTemplate,
  ENDPOINT_ID,
  type EndpointPorts,
  type FabricContext,
} from './context.ts';
import type { LeafRun } from './draft.ts';
import type { PortDemand } from './port-demand.ts';
import { addUplinksTo } from './uplink-to.ts';
import { type SwitchShare, shareSwitch } from './size-switch.ts';

export interface LeafPlan {
  readonly share: SwitchShare;
  /** null = no endpoints on this fabric, only what is attached. */
  readonly ports: EndpointPorts | null;
  readonly endpointsPerUnit: number;
  /** Leaves of one unit. */
  readonly rails: number;
  /** Leaves of one plane, those for attachments included. */
  readonly leafCount: number;
  readonly attachments: AttachmentPlan;
}

/** `upGbps` null = no tier above. */
export function planLeaves(
  context: FabricContext,
  part: SwitchPart,
  given: EndpointPorts | null,
  upGbps: number | null,
): Result<LeafPlan, string> {
  const { fabric } = context;
  const ports = given === null ? null : splitWideEndpoint(context, part, given, upGbps);
  const portsPerRail = ports?.portsPerRail ?? 1;
  const rails = ports?.rails ?? 1;
  const isUnitNamed = fabric.endpointsPerUnit !== null && ports !== null;
  const unitDown = isUnitNamed ? (fabric.endpointsPerUnit ?? 0) * portsPerRail : null;
  const share = shareSwitch({
    ...createWish(context, part, upGbps),
    down: fabric.downlinksPerLeaf ?? unitDown,
    step: portsPerRail,
    reserve: (down) => listRiderDemands(context, Math.floor(down / portsPerRail), rails),
    subject: isUnitNamed ? `A unit of ${fabric.endpointsPerUnit} servers` : 'One leaf',
  });
  if (!share.ok) return share;
  const fitting = Math.floor(share.value.down / portsPerRail);
  const endpointsPerUnit = isUnitNamed ? (fabric.endpointsPerUnit ?? 0) : fitting;
  if (endpointsPerUnit < 1 || endpointsPerUnit > fitting) {
    const wanted = Math.max(1, endpointsPerUnit) * portsPerRail;
    return fail(
      `A unit of ${Math.max(1, endpointsPerUnit)} servers needs ${wanted} downlinks on each leaf, which has ${share.value.down}.`,
    );
  }
  const unitCount = ports === null ? 0 : Math.ceil(context.endpointCount / endpointsPerUnit);
  const attachments = planAttachments(context, {
    share: share.value,
    endpointsPerUnit,
    portsPerRail,
    rails,
    unitCount,
  });
  if (!attachments.ok) return attachments;
  const needed = unitCount * rails + attachments.value.extraLeaves;
  if (fabric.leafCount !== null && fabric.leafCount < needed)
    return fail(`The ${context.fabricName} fabric needs ${needed} leaves in a plane, not ${fabric.leafCount}.`);
  const leafCount = fabric.leafCount ?? needed;
  return ok({ share: share.value, ports, endpointsPerUnit, rails, leafCount, attachments: attachments.value });
}

function createWish(context: FabricContext, part: SwitchPart, upGbps: number | null) {
  const { fabric } = context;
  return { part, downGbps: fabric.speedGbps, upGbps, ratio: fabric.oversubscription.leaf, up: fabric.uplinksPerLeaf };
}

/** A rack with more ports than a leaf has down (NVL72) is a unit of its own, its ports dealt over as few leaves as can be. */
function splitWideEndpoint(
  context: FabricContext,
  part: SwitchPart,
  ports: EndpointPorts,
  upGbps: number | null,
): EndpointPorts {
  if (context.fabric.rails !== null || ports.rails > 1) return ports;
  const wish = { ...createWish(context, part, upGbps), down: null, step: 1, reserve: () => [], subject: 'One leaf' };
  const most = shareSwitch(wish);
  const down = context.fabric.downlinksPerLeaf ?? (most.ok ? most.value.down : ports.portsPerPlane);
  if (ports.portsPerPlane <= down) return ports;
  for (let rails = Math.ceil(ports.portsPerPlane / down); rails <= ports.portsPerPlane; rails += 1) {
    if (ports.portsPerPlane % rails === 0) return { ...ports, rails, portsPerRail: ports.portsPerPlane / rails };
  }
  return ports;
}

/** Ports that fabrics riding on this one take of each leaf of a unit. */
export function listRiderDemands(
  context: FabricContext,
  endpointsPerUnit: number,
  leavesPerUnit: number,
): PortDemand[] {
  return context.riders.map((rider) => ({
    speedGbps: rider.speedGbps,
    ports: Math.ceil((endpointsPerUnit * (rider.portsPerEndpoint ?? 1)) / leavesPerUnit),
  }));
}

/** Adds the leaves of one plane with everything below them; returns the id of their group. */
export function addLeaves(context: FabricContext, plan: LeafPlan, plane: number): string {
  const { draft, fabric } = context;
  const id = createGroupId(context, 'leaf', plane);
  const { part } = plan.share;
  draft.addDevice(
    {
      id,
      name: createGroupName(context, 'Leaf', plane),
      partId: part.id,
      role: 'leaf',
      count: plan.leafCount,
      membersPerPod: plan.rails,
      nameTemplate: createTemplate(context, 'leaf', plane, plan.leafCount),
    },
    part,
  );
  const leafEnd = { deviceId: id, blockId: plan.share.downBlock.id };
  if (plan.ports !== null) {
    linkEndpoints(context, plan.ports, {
      plane,
      leafEnd,
      endpointsPerUnit: plan.endpointsPerUnit,
      leavesPerUnit: plan.rails,
    });
  }
  const keptFor = plane === 0 ? addAttachments(context, plan.attachments, leafEnd) : new Map<string, LeafRun>();
  draft.registerLeaves(fabric.id, {
    end: leafEnd,
    count: plan.leafCount,
    endpointsPerUnit: plan.endpointsPerUnit,
    leavesPerUnit: plan.rails,
    keptFor,
  });
  addUplinksTo(context, part, leafEnd, plane);
  return id;
}

export interface EndpointWiring {
  readonly plane: number;
  readonly leafEnd: { readonly deviceId: string; readonly blockId: string };
  readonly endpointsPerUnit: number;
  readonly leavesPerUnit: number;
  /** Port 1 to the first leaf, port 2 to the second, port 3 to the first again; else the first ports to the first leaf. */
  readonly alternates?: boolean;
}

/** Unit by unit, port r to leaf r. When the block has ports to spare, a mesh within the unit takes as many as are wanted. */
export function linkEndpoints(context: FabricContext, ports: EndpointPorts, wiring: EndpointWiring): void {
  const { draft, fabric } = context;
  const { endpointsPerUnit, leavesPerUnit } = wiring;
  const isRail = ports.isWholeBlock && ports.rails > 1;
  if (draft.getDevice(ENDPOINT_ID).membersPerPod === null)
    draft.changeDevice(ENDPOINT_ID, { membersPerPod: endpointsPerUnit });
  const isOwnPods =
    draft.getDevice(ENDPOINT_ID).membersPerPod === endpointsPerUnit &&
    draft.getDevice(wiring.leafEnd.deviceId).membersPerPod === leavesPerUnit;
  draft.addLink(
    {
      fabricId: fabric.id,
      a: createEndpointEnd(fabric, ports, wiring.plane),
      b: createUnitEnd(context, wiring.leafEnd, endpointsPerUnit, leavesPerUnit),
      pattern: isRail ? 'rail' : 'mesh',
      within: 'pod',
      ...(isOwnPods ? {} : { podSizes: { a: endpointsPerUnit, b: leavesPerUnit } }),
      cablesPerPair: isRail && wiring.alternates === true ? 1 : ports.portsPerRail,
      speedGbps: fabric.speedGbps,
    },
    ports.portsPerPlane,
    endpointsPerUnit * ports.portsPerRail,
  );
}

/** The leaves of the units that have endpoints now: units still to come have nobody to meet. */
export function createUnitEnd(
  { draft }: FabricContext,
  leafEnd: { readonly deviceId: string; readonly blockId: string },
  endpointsPerUnit: number,
  leavesPerUnit: number,
): LinkEnd {
  const leafCount = draft.getDevice(leafEnd.deviceId).count;
  const unitCount = Math.ceil(draft.getDevice(ENDPOINT_ID).count / endpointsPerUnit);
  const isEven = Math.ceil(leafCount / leavesPerUnit) === unitCount;
  return isEven ? { ...leafEnd } : { ...leafEnd, members: { first: 0, count: unitCount * leavesPerUnit } };
}
