/**
 * Out-of-band networks: every host port and every switch's management port dealt over as few switches as hold them. Each group
 * starts at the first switch, so a group counts with its share rounded up.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { PortBlock } from '../catalog/part.ts';
import { resolvePortBlocks } from '../design/port-blocks.ts';
import { addHosts, countHostPorts, explainHost } from './attachments.ts';
import {
  createEndpointEnd,
  createGroupId,
  createGroupName,
  ENDPOINT_ID,
  type FabricContext,
  findEndpointPorts,
  findLeaf,
} from './context.ts';
import { findSwitchBlock } from './find-parts.ts';
import { countPorts, fitsBlock, type PortDemand } from './port-demand.ts';
import { addUplinksTo } from './uplink-to.ts';

/** Ports of one group of boxes, to be dealt over the switches. */
interface Crowd {
  readonly deviceId: string;
  readonly blockId: string;
  readonly memberCount: number;
  readonly portsPerMember: number;
}

export function addAccessSwitches(context: FabricContext): Result<null, string> {
  const { fabric, draft } = context;
  const ports = findEndpointPorts(context);
  if (!ports.ok) return ports;
  const part = findLeaf(context, ports.value);
  if (!part.ok) return part;
  const block = findSwitchBlock(part.value, fabric.speedGbps, 'down');
  if (!block) return fail(`${part.value.model} has no ports of ${fabric.speedGbps}G.`);
  const misfit = fabric.attachments.map((one) => explainHost(context, one)).find((one) => one !== null);
  if (misfit !== undefined) return fail(misfit);
  const crowds: Crowd[] = [];
  if (ports.value) {
    const { deviceId, blockId } = createEndpointEnd(fabric, ports.value, 0);
    crowds.push({ deviceId, blockId, memberCount: context.endpointCount, portsPerMember: ports.value.portsPerPlane });
    crowds.push(...listAdapterCrowds(context, blockId));
  }
  if (fabric.includesSwitches) crowds.push(...listSwitchCrowds(context));
  const count = countSwitches(context, crowds, block);
  if (count === null)
    return fail(
      `${fabric.leafCount} x ${part.value.model} have too few ports of ${fabric.speedGbps}G for the ${context.fabricName} fabric.`,
    );
  const id = createGroupId(context, 'leaf', 0);
  const name = createGroupName(context, 'Switch', 0);
  draft.addDevice({ id, name, partId: part.value.id, role: 'leaf', count }, part.value);
  const end = { deviceId: id, blockId: block.id };
  for (const { deviceId, blockId, portsPerMember, memberCount } of crowds) {
    const perSwitch = Math.ceil((memberCount * portsPerMember) / count);
    draft.addLink(
      {
        fabricId: fabric.id,
        a: { deviceId, blockId },
        b: { ...end },
        pattern: 'spread',
        cablesPerPair: portsPerMember,
        speedGbps: fabric.speedGbps,
      },
      portsPerMember,
      perSwitch,
    );
  }
  for (const one of fabric.attachments) addHosts(context, one, { ...end }, countHostPorts(one, count));
  draft.registerLeaves(fabric.id, { end, count, endpointsPerUnit: context.endpointCount, leavesPerUnit: count });
  addUplinksTo(context, part.value, end, 0);
  return ok(null);
}

/** A DPU has a management port of its own beside the server's. */
function listAdapterCrowds({ fabric, endpoint, endpointCount }: FabricContext, cabledBlockId: string): Crowd[] {
  if (!fabric.includesDpus) return [];
  return endpoint.blocks
    .filter(({ id, role }) => role === 'bf3_bmc' && id !== cabledBlockId)
    .map((block) => ({ blockId: block.id, portsPerMember: countPorts(block, fabric.speedGbps) }))
    .filter(({ portsPerMember }) => portsPerMember > 0)
    .map((jack) => ({ deviceId: ENDPOINT_ID, memberCount: endpointCount, ...jack }));
}

/** The management port of every switch drawn so far. */
function listSwitchCrowds({ draft, fabric }: FabricContext): Crowd[] {
  const crowds: Crowd[] = [];
  for (const id of draft.switchIds) {
    const device = draft.getDevice(id);
    const block = resolvePortBlocks(device, draft.catalog).find(
      ({ role, ...rest }) => role === 'mgmt' && countPorts({ role, ...rest }, fabric.speedGbps) > 0,
    );
    if (block) crowds.push({ deviceId: id, blockId: block.id, memberCount: device.count, portsPerMember: 1 });
    else
      draft.note(`${device.name}: the catalog states no management port of ${fabric.speedGbps}G, so it is not cabled.`);
  }
  return crowds;
}

/** The named count when it holds everything (null when it does not), or the fewest that do. */
function countSwitches(context: FabricContext, crowds: readonly Crowd[], block: PortBlock): number | null {
  const { fabric } = context;
  const listDemands = (count: number): PortDemand[] => [
    ...crowds.map(({ memberCount, portsPerMember }) => ({
      speedGbps: fabric.speedGbps,
      ports: Math.ceil((memberCount * portsPerMember) / count),
    })),
    ...fabric.attachments.map((one) => ({
      speedGbps: one.speedGbps ?? fabric.speedGbps,
      ports: countHostPorts(one, count),
    })),
  ];
  if (fabric.leafCount !== null) return fitsBlock(block, listDemands(fabric.leafCount)) ? fabric.leafCount : null;
  const most = listDemands(1).reduce((sum, { ports }) => sum + ports, 1);
  for (let count = 1; count <= most; count += 1) if (fitsBlock(block, listDemands(count))) return count;
  return null;
}
