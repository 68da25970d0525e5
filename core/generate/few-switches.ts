/** Fabrics of one switch a plane, or of two with links between them. */
import { fail, ok, type Result } from '../base/result.ts';
import type { SwitchPart } from '../catalog/part.ts';
import { addHosts, countHostPorts, explainHost, listGuests } from './attachments.ts';
import {
  createGroupId,
  createGroupName,
  type EndpointPorts,
  type FabricContext,
  findEndpointPorts,
  findLeaf,
} from './context.ts';
import { linkEndpoints, listRiderDemands } from './leaf-tier.ts';
import type { PortDemand } from './port-demand.ts';
import { shareSwitch } from './size-switch.ts';

export function addSingleSwitch(context: FabricContext): Result<null, string> {
  return addFew(context, 1);
}

/** Endpoints alternate their ports between the two switches; with one port each, the first half of them hangs on the first switch. */
export function addTwoSwitches(context: FabricContext): Result<null, string> {
  return addFew(context, 2);
}

function addFew(context: FabricContext, switchCount: 1 | 2): Result<null, string> {
  const { fabric } = context;
  const found = findEndpointPorts({ ...context, fabric: { ...fabric, rails: null } });
  if (!found.ok) return found;
  const part = findLeaf(context, found.value);
  if (!part.ok) return part;
  const misfit = fabric.attachments.map((one) => explainHost(context, one)).find((one) => one !== null);
  if (misfit !== undefined) return fail(misfit);
  const wiring = planWiring(context, found.value, switchCount);
  const share = shareSwitch({
    part: part.value,
    downGbps: fabric.speedGbps,
    upGbps: switchCount === 1 ? null : (fabric.uplinkSpeedGbps ?? fabric.speedGbps),
    ratio: fabric.oversubscription.leaf,
    down: fabric.downlinksPerLeaf ?? wiring.down,
    up: fabric.uplinksPerLeaf,
    step: 1,
    reserve: () => listReserved(context, wiring.endpointsPerUnit, wiring.leavesPerUnit, switchCount),
    subject: `${context.endpointCount} x ${context.endpoint.part.model}`,
  });
  if (!share.ok) return share;
  if (wiring.down > share.value.down)
    return fail(`The endpoints need ${wiring.down} ports on each switch, not ${share.value.down}.`);
  for (let plane = 0; plane < fabric.planes; plane += 1) {
    const id = addSwitches(context, part.value, switchCount, plane);
    const leafEnd = { deviceId: id, blockId: share.value.downBlock.id };
    if (wiring.ports) linkEndpoints(context, wiring.ports, { plane, leafEnd, ...wiring, alternates: true });
    if (plane === 0)
      for (const one of fabric.attachments) addHosts(context, one, { ...leafEnd }, countHostPorts(one, switchCount));
    const { endpointsPerUnit, leavesPerUnit } = wiring;
    context.draft.registerLeaves(fabric.id, { end: leafEnd, count: switchCount, endpointsPerUnit, leavesPerUnit });
    if (switchCount === 2) addInterSwitchLinks(context, id, share.value.upBlock.id, share.value.up);
  }
  return ok(null);
}

interface FewWiring {
  readonly ports: EndpointPorts | null;
  readonly endpointsPerUnit: number;
  readonly leavesPerUnit: number;
  /** Endpoint ports on each switch. */
  readonly down: number;
}

function planWiring(context: FabricContext, ports: EndpointPorts | null, switchCount: 1 | 2): FewWiring {
  const { endpointCount } = context;
  if (ports === null) return { ports, endpointsPerUnit: endpointCount, leavesPerUnit: switchCount, down: 0 };
  const { portsPerPlane } = ports;
  if (switchCount === 2 && portsPerPlane % 2 === 1) {
    const half = Math.ceil(endpointCount / 2);
    const whole = { ...ports, rails: 1, portsPerRail: portsPerPlane };
    return { ports: whole, endpointsPerUnit: half, leavesPerUnit: 1, down: half * portsPerPlane };
  }
  const wired = { ...ports, rails: switchCount, portsPerRail: portsPerPlane / switchCount };
  const down = endpointCount * wired.portsPerRail;
  return { ports: wired, endpointsPerUnit: endpointCount, leavesPerUnit: switchCount, down };
}

function listReserved(
  context: FabricContext,
  endpointsPerUnit: number,
  leavesPerUnit: number,
  switchCount: number,
): PortDemand[] {
  const { fabric } = context;
  const guests = listGuests(context).map((guest) => ({
    speedGbps: guest.speedGbps ?? fabric.speedGbps,
    ports: countHostPorts(guest, switchCount),
  }));
  return [...guests, ...listRiderDemands(context, endpointsPerUnit, leavesPerUnit)];
}

function addSwitches(context: FabricContext, part: SwitchPart, count: number, plane: number): string {
  const id = createGroupId(context, 'leaf', plane);
  const name = createGroupName(context, count === 1 ? 'Switch' : 'Leaf', plane);
  context.draft.addDevice({ id, name, partId: part.id, role: 'leaf', count, membersPerPod: count }, part);
  return id;
}

function addInterSwitchLinks(context: FabricContext, id: string, blockId: string, count: number): void {
  const { draft, fabric } = context;
  const end = { deviceId: id, blockId };
  const speedGbps = fabric.uplinkSpeedGbps ?? fabric.speedGbps;
  draft.addLink(
    { fabricId: fabric.id, a: end, b: { ...end }, pattern: 'mesh', cablesPerPair: count, speedGbps },
    count,
    0,
  );
}
