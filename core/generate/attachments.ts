/**
 * Hosts on leaf ports beside the endpoints. They take the ports that displaced endpoints leave free, dealt evenly; what does
 * not fit there gets leaves of its own at the end of the group.
 */
import { assert } from '../base/assert.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { findPart } from '../catalog/catalog.ts';
import type { PortBlock, ServerPart } from '../catalog/part.ts';
import type { LinkEnd } from '../design/design.ts';
import { resolvePortBlocks } from '../design/port-blocks.ts';
import type { FabricContext } from './context.ts';
import type { LeafRun } from './draft.ts';
import { createPlainBlock, createPlainHost } from './own-parts.ts';
import { countPorts, countPortsPerCage } from './port-demand.ts';
import type { Attachment } from './requirements.ts';
import type { SwitchShare } from './size-switch.ts';

export interface AttachmentPlan {
  /** Leaves added at the end for hosts alone. */
  readonly extraLeaves: number;
  readonly places: readonly { readonly guest: Guest; readonly run: LeafRun }[];
}

/** Boxes that take leaf ports beside the endpoints: attached hosts, or the leaves of another fabric (`fromFabricId`). */
type Guest = Pick<Attachment, 'name' | 'count' | 'portsPerHost' | 'speedGbps'> &
  (
    | { readonly attachment: Attachment; readonly fromFabricId: null }
    | { readonly attachment: null; readonly fromFabricId: string }
  );

/** Attached hosts, and the uplinks that other fabrics are expected to bring. */
export function listGuests({ fabric, draft }: FabricContext): Guest[] {
  const hosts = fabric.attachments.map((attachment): Guest => ({ ...attachment, attachment, fromFabricId: null }));
  const uplinks = draft.expectedUplinks
    .filter(({ toFabricId }) => toFabricId === fabric.id)
    .map(({ fromFabricId, leafCount: count, linksPerLeaf: portsPerHost, speedGbps }): Guest => {
      const name = `the uplinks of '${fromFabricId}'`;
      return { name, count, portsPerHost, speedGbps, attachment: null, fromFabricId };
    });
  return [...hosts, ...uplinks];
}

export interface LeafRoom {
  readonly share: SwitchShare;
  readonly endpointsPerUnit: number;
  readonly portsPerRail: number;
  readonly rails: number;
  readonly unitCount: number;
}

export function planAttachments(context: FabricContext, room: LeafRoom): Result<AttachmentPlan, string> {
  const free = findFreeRun(context, room);
  let freePorts = free.portsPerLeaf;
  const places: AttachmentPlan['places'][number][] = [];
  const homeless: Guest[] = [];
  for (const guest of listGuests(context)) {
    const cost = costPerLeaf(guest, free.run.count, context, room.share);
    if (cost === null) return fail(explainNoSpeed(context, guest, room.share));
    const misfit = guest.attachment ? explainHost(context, guest.attachment) : null;
    if (misfit !== null) return fail(misfit);
    if (free.run.count === 0 || cost > freePorts) {
      homeless.push(guest);
      continue;
    }
    freePorts -= cost;
    places.push({ guest, run: free.run });
  }
  if (homeless.length === 0) return ok({ extraLeaves: 0, places });
  const extraLeaves = countExtraLeaves(homeless, context, room.share);
  if (extraLeaves === null) {
    const names = homeless.map(({ name }) => name).join(', ');
    return fail(`A leaf with ${room.share.down} ports down has no room for ${names}.`);
  }
  const run = { first: room.unitCount * room.rails, count: extraLeaves };
  for (const guest of homeless) places.push({ guest, run });
  return ok({ extraLeaves, places });
}

/** The leaves from the first unit on in which endpoint slots stay empty, and what each has free at least. */
function findFreeRun(context: FabricContext, room: LeafRoom): { run: LeafRun; portsPerLeaf: number } {
  const { endpointsPerUnit, portsPerRail, rails, unitCount, share } = room;
  const unused = share.down - endpointsPerUnit * portsPerRail;
  const leafCount = unitCount * rails;
  if (unused >= portsPerRail && context.displacedCount === 0)
    return { run: { first: 0, count: leafCount }, portsPerLeaf: unused };
  const firstFree = context.endpointCount - context.displacedCount;
  const unit = Math.floor(firstFree / endpointsPerUnit);
  if (unitCount === 0 || unit >= unitCount) return { run: { first: 0, count: 0 }, portsPerLeaf: 0 };
  const run = { first: unit * rails, count: leafCount - unit * rails };
  return { run, portsPerLeaf: (endpointsPerUnit - (firstFree % endpointsPerUnit)) * portsPerRail + unused };
}

/** Downlinks of the fastest-filling leaf when the hosts are dealt over so many leaves; whole cages when speeds differ. */
function costPerLeaf(guest: Guest, leafCount: number, context: FabricContext, share: SwitchShare): number | null {
  const { speedGbps } = context.fabric;
  const own = guest.speedGbps ?? speedGbps;
  const perCage = countPortsPerCage(share.downBlock, own);
  if (perCage === 0) return null;
  if (leafCount === 0) return 0;
  const ports = countHostPorts(guest, leafCount);
  return own === speedGbps ? ports : Math.ceil(ports / perCage) * countPortsPerCage(share.downBlock, speedGbps);
}

/** null when even one port of each guest on every leaf is too much. */
function countExtraLeaves(guests: readonly Guest[], context: FabricContext, share: SwitchShare): number | null {
  const most = Math.max(...guests.map(({ count, portsPerHost }) => count * portsPerHost));
  for (let leaves = 1; leaves <= most; leaves += 1) {
    const ports = guests.reduce((sum, one) => sum + (costPerLeaf(one, leaves, context, share) ?? 0), 0);
    if (ports <= share.down) return leaves;
  }
  return null;
}

function explainNoSpeed({ fabric }: FabricContext, guest: Guest, { part }: SwitchShare): string {
  return `${part.model} has no ports of ${guest.speedGbps ?? fabric.speedGbps}G for ${guest.name}.`;
}

/** Draws the hosts; returns where ports are kept for other fabrics. */
export function addAttachments(
  context: FabricContext,
  plan: AttachmentPlan,
  leafEnd: { readonly deviceId: string; readonly blockId: string },
): ReadonlyMap<string, LeafRun> {
  const leafCount = context.draft.getDevice(leafEnd.deviceId).count;
  const keptFor = new Map<string, LeafRun>();
  for (const { guest, run } of plan.places) {
    const isWhole = run.first === 0 && run.count === leafCount;
    if (guest.attachment === null) keptFor.set(guest.fromFabricId, run);
    else addHosts(context, guest.attachment, isWhole ? { ...leafEnd } : { ...leafEnd, members: run }, 0);
  }
  return keptFor;
}

/** The group of hosts and its link, dealt evenly. `portsOnSwitch`: what the fullest switch needs beyond the room already kept. */
export function addHosts(context: FabricContext, attachment: Attachment, b: LinkEnd, portsOnSwitch: number): void {
  const { draft, fabric } = context;
  const speedGbps = attachment.speedGbps ?? fabric.speedGbps;
  const host = findHost(context, attachment);
  assert(host !== null, `${attachment.id} was checked before its link is drawn`);
  if (!draft.design.devices[attachment.id]) {
    const { id, name, role, count } = attachment;
    draft.addDevice({ id, name, partId: host.part.id, role, count }, host.part);
  }
  draft.addLink(
    {
      fabricId: fabric.id,
      a: { deviceId: attachment.id, blockId: host.block.id },
      b,
      pattern: 'spread',
      cablesPerPair: attachment.portsPerHost,
      speedGbps,
    },
    attachment.portsPerHost,
    portsOnSwitch,
  );
}

/** Ports on the fullest of so many switches. */
export function countHostPorts(
  { count, portsPerHost }: Pick<Attachment, 'count' | 'portsPerHost'>,
  switchCount: number,
): number {
  return Math.ceil((count * portsPerHost) / switchCount);
}

/** One sentence when the host's part lacks the ports; null when it has them. */
export function explainHost(context: FabricContext, attachment: Attachment): string | null {
  if (findHost(context, attachment) !== null) return null;
  const speedGbps = attachment.speedGbps ?? context.fabric.speedGbps;
  return `${attachment.name} ('${attachment.partId}') has no block with ${attachment.portsPerHost} ports of ${speedGbps}G.`;
}

/** A host named for several fabrics is one group: a part of the design's own gets a block for each. */
function findHost(context: FabricContext, attachment: Attachment): { part: ServerPart; block: PortBlock } | null {
  const { draft, fabric } = context;
  const speedGbps = attachment.speedGbps ?? fabric.speedGbps;
  if (attachment.partId === null) {
    const block = createPlainBlock(fabric.id, attachment.portsPerHost, speedGbps);
    const part = createPlainHost(attachment.id, attachment.name, block);
    const known = draft.design.parts[part.id];
    const others = known?.kind === 'server' ? known.portBlocks.filter(({ id }) => id !== block.id) : [];
    draft.addPart({ ...part, portBlocks: [...others, block] });
    return { part, block };
  }
  const part = findPart(draft.catalog, attachment.partId, 'server');
  const blocks = part ? resolvePortBlocks({ partId: part.id, adapters: {} }, draft.catalog) : [];
  const block = blocks.find(
    (candidate) =>
      (attachment.blockId === null || candidate.id === attachment.blockId) &&
      countPorts(candidate, speedGbps) >= attachment.portsPerHost,
  );
  return part && block ? { part, block } : null;
}
