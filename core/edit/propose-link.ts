/**
 * What a link drawn between two port blocks most likely means: direction, fabric, speed, wiring and cables.
 * A proposal only: the user changes any of it before it becomes an addLink command.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Design, Device, Fabric, Link, LinkEnd, LinkPattern } from '../design/design.ts';
import { DEFAULT_LENGTH_M } from '../design/defaults.ts';
import { findDevicePart } from '../design/port-blocks.ts';
import { findRecord } from '../design/records.ts';
import { listPatterns } from './link-patterns.ts';
import { explainNoLink, findLinkSite, type LinkSite, listCommonSpeeds } from './link-rules.ts';
import { proposeFabric } from './propose-fabric.ts';
import { proposeWiring } from './propose-wiring.ts';

/** Planned run within one rack. */
const SAME_RACK_LENGTH_M = 3;

export interface LinkProposal {
  readonly link: Link;
  /** To be added with the link; absent = the link joins a fabric that is there. */
  readonly fabric?: Fabric;
  /** Speeds both ends offer, fastest first. */
  readonly speedsGbps: number[];
  readonly patterns: LinkPattern[];
}

/** Free ports per member, as in the report; null = not known. */
interface FreePorts {
  readonly a: number | null;
  readonly b: number | null;
}

/** The proposal, or one sentence why the two cannot be linked and what would fit. */
export function proposeLink(
  design: Design,
  catalog: Catalog,
  a: LinkEnd,
  b: LinkEnd,
  free: FreePorts,
  ids: { linkId: string; fabricId: string },
): Result<LinkProposal, string> {
  const siteA = findLinkSite(design, catalog, a);
  if (!siteA.ok) return fail(siteA.error[0]?.message ?? '');
  const siteB = findLinkSite(design, catalog, b);
  if (!siteB.ok) return fail(siteB.error[0]?.message ?? '');
  const reason = explainNoLink(siteA.value, siteB.value);
  if (reason !== null) return fail(reason);

  const isSwapped = getTier(siteA.value.device, catalog) > getTier(siteB.value.device, catalog);
  const lower = isSwapped ? siteB.value : siteA.value;
  const upper = isSwapped ? siteA.value : siteB.value;
  const speedsGbps = listCommonSpeeds(lower.block, upper.block);
  const speedGbps = speedsGbps[0] ?? 0;
  const isLowerEndpoint = getTier(lower.device, catalog) === 0;
  const wiring = proposeWiring(
    { ...lower, freePorts: countFreeAtSpeed(lower, isSwapped ? free.b : free.a, speedGbps) },
    { ...upper, freePorts: countFreeAtSpeed(upper, isSwapped ? free.a : free.b, speedGbps) },
    { isLowerEndpoint, hasDownlinks: hasDownlinks(design, catalog, lower) },
  );
  const { fabricId, fabric } = proposeFabric(design, catalog, lower, upper, ids.fabricId);
  const link: Link = {
    id: ids.linkId,
    fabricId,
    a: { deviceId: lower.device.id, blockId: lower.block.id },
    b: { deviceId: upper.device.id, blockId: upper.block.id },
    ...wiring,
    pairs: [],
    speedGbps,
    medium: { kind: 'auto' },
    lengthM: isInSameRack(design, lower.device.id, upper.device.id) ? SAME_RACK_LENGTH_M : DEFAULT_LENGTH_M,
  };
  const patterns = listPatterns(lower.device, upper.device);
  return ok(fabric ? { link, fabric, speedsGbps, patterns } : { link, speedsGbps, patterns });
}

/** Height in the network: links run from the lower to the higher. */
function getTier(device: Device, catalog: Catalog): number {
  if (device.role === 'spine') return 2;
  if (device.role === 'core') return 3;
  return findDevicePart(catalog, device.partId)?.kind === 'switch' ? 1 : 0;
}

/** Free ports are reported in the block's native mode; cages that are still whole can be split for this speed. */
function countFreeAtSpeed({ block }: LinkSite, freePorts: number | null, speedGbps: number): number | null {
  const mode = block.modes.find((candidate) => candidate.speedGbps === speedGbps);
  const native = block.modes[0];
  if (!mode || !native) return freePorts;
  const ownedPorts = block.cageCount === null ? null : block.cageCount * mode.portsPerCage;
  if (freePorts === null) return ownedPorts;
  const freeAtSpeed = Math.floor(freePorts / native.portsPerCage) * mode.portsPerCage;
  return ownedPorts === null ? freeAtSpeed : Math.min(freeAtSpeed, ownedPorts);
}

/** True when something below is already linked to this block. */
function hasDownlinks(design: Design, catalog: Catalog, { device, block }: LinkSite): boolean {
  const tier = getTier(device, catalog);
  return Object.values(design.links).some((link) =>
    [
      [link.a, link.b],
      [link.b, link.a],
    ].some(([end, other]) => {
      if (end?.deviceId !== device.id || end.blockId !== block.id || other === undefined) return false;
      const below = findRecord(design.devices, other.deviceId);
      return below !== undefined && getTier(below, catalog) < tier;
    }),
  );
}

/** True when both devices stand wholly in the same single rack. */
function isInSameRack(design: Design, deviceIdA: string, deviceIdB: string): boolean {
  const rackIds = [deviceIdA, deviceIdB].map((deviceId) => {
    const placements = Object.values(design.placements).filter((placement) => placement.deviceId === deviceId);
    return placements.length === 1 ? placements[0]?.rackId : undefined;
  });
  const [rackId] = rackIds;
  return rackId !== undefined && rackId === rackIds[1] && findRecord(design.racks, rackId)?.count === 1;
}
