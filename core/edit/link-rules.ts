/**
 * What two port blocks must have in common to be linked at all. Misfits of cages, media and port counts are findings
 * of the analysis, not refusals: the user may be half way through a change.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { PortBlock, Protocol } from '../catalog/part.ts';
import type { Design, Device, Link, LinkEnd } from '../design/design.ts';
import { resolvePortBlocks } from '../design/port-blocks.ts';
import { findRecord } from '../design/records.ts';
import { refuse, refuseUnknown } from './command-entry.ts';
import { isPatternPossible } from './link-patterns.ts';

/** A link end with the records it names. */
export interface LinkSite {
  readonly device: Device;
  readonly block: PortBlock;
}

export function findLinkSite(design: Design, catalog: Catalog, end: LinkEnd): Result<LinkSite, Diagnostic[]> {
  const device = findRecord(design.devices, end.deviceId);
  if (!device) return fail(refuseUnknown('device', end.deviceId));
  const block = resolvePortBlocks(device, catalog).find((candidate) => candidate.id === end.blockId);
  if (block) return ok({ device, block });
  const message = catalog.byId.has(device.partId)
    ? `${device.name} has no port block ${end.blockId}.`
    : `${device.name} is the part ${device.partId}, which is not in the catalog, so its ports are not known.`;
  return fail(refuse('unknown-block', message, { kind: 'device', id: device.id, blockId: end.blockId }));
}

/** Speeds both blocks can run a port at, fastest first. */
export function listCommonSpeeds(a: PortBlock, b: PortBlock): number[] {
  const ofB = new Set(b.modes.map((mode) => mode.speedGbps));
  const common = new Set(a.modes.map((mode) => mode.speedGbps).filter((speedGbps) => ofB.has(speedGbps)));
  return [...common].sort((left, right) => right - left);
}

/** Protocols both blocks speak; a block whose protocols are not known is taken at the other's word. */
export function listCommonProtocols(a: PortBlock, b: PortBlock): readonly Protocol[] {
  if (a.protocols.length === 0) return b.protocols;
  if (b.protocols.length === 0) return a.protocols;
  return a.protocols.filter((protocol) => b.protocols.includes(protocol));
}

/** One sentence why the two blocks cannot be linked and what would fit; null = they can. */
export function explainNoLink(a: LinkSite, b: LinkSite): string | null {
  if (a.device.id === b.device.id && a.device.count < 2) {
    return `${a.device.name} is a single device and cannot be linked to itself: link it to another device, or raise its count.`;
  }
  const unknown = explainUnknownPorts(a) ?? explainUnknownPorts(b);
  if (unknown !== null) return unknown;
  if (listCommonProtocols(a.block, b.block).length === 0 && a.block.protocols.length > 0) {
    const wanted = nameProtocols(a.block.protocols);
    return `${nameSite(a)} speak ${wanted}, ${nameSite(b)} ${nameProtocols(b.block.protocols)}: link ${a.device.name} to ports that speak ${wanted}.`;
  }
  if (listCommonSpeeds(a.block, b.block).length === 0) {
    return `${nameSite(a)} run at ${nameSpeeds(a.block)}, ${nameSite(b)} at ${nameSpeeds(b.block)}: link ports that share a speed.`;
  }
  return null;
}

/** Why the link's pattern or speed does not fit its two ends; empty = both do. */
export function checkLinkValues(link: Link, a: LinkSite, b: LinkSite): Diagnostic[] {
  const where = { kind: 'link', id: link.id } as const;
  if (!isPatternPossible(link, a.device, b.device)) {
    const message =
      a.device.id === b.device.id
        ? `Links inside ${a.device.name} can be a mesh, global between its pods, on a grid or listed by hand, not ${link.pattern}; other patterns need runs of members that lie apart.`
        : `A ${link.pattern} joins members of one group, not ${a.device.name} to ${b.device.name}.`;
    return refuse('self-pattern', message, where);
  }
  const speeds = listCommonSpeeds(a.block, b.block);
  if (!speeds.includes(link.speedGbps)) {
    const offered = speeds.length === 0 ? 'no speed' : formatSpeeds(speeds);
    return refuse('speed', `${nameSite(a)} and ${nameSite(b)} share ${offered}, not ${link.speedGbps} Gb/s.`, where);
  }
  return [];
}

/** Ports without known speeds fit nothing; an empty adapter slot says what to do first. */
function explainUnknownPorts(site: LinkSite): string | null {
  const { block, device } = site;
  if (block.modes.length > 0) return null;
  return block.slotCount === null
    ? `The port speeds of ${nameSite(site)} are not known: choose another port block.`
    : `The ${nameRole(block.role)} slots of ${device.name} are empty: choose a NIC for them first.`;
}

const protocolNames: Readonly<Record<Protocol, string>> = {
  ib: 'InfiniBand',
  eth: 'Ethernet',
  slingshot: 'Slingshot',
  nvlink: 'NVLink',
  fabric: 'a vendor fabric',
};

function nameProtocols(protocols: readonly Protocol[]): string {
  return protocols.map((protocol) => protocolNames[protocol]).join(' or ');
}

/** `DGX H100 compute ports`. */
function nameSite({ device, block }: LinkSite): string {
  return `${device.name} ${nameRole(block.role)} ports`;
}

function nameRole(role: string): string {
  return role.replaceAll('_', ' ');
}

function nameSpeeds(block: PortBlock): string {
  return formatSpeeds([...new Set(block.modes.map((mode) => mode.speedGbps))].sort((a, b) => b - a));
}

function formatSpeeds(speedsGbps: readonly number[]): string {
  return `${speedsGbps.join(' or ')} Gb/s`;
}
