/** Where a link that starts at one port block may end, as the core's own proposal says, and why not elsewhere. */
import type { Report } from '#core/analysis/report.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Design, LinkEnd } from '#core/design/design.ts';
import { resolvePortBlocks } from '#core/design/port-blocks.ts';
import { createId } from '#core/edit/ids.ts';
import { proposeLink } from '#core/edit/propose-link.ts';
import { isServiceBlock } from './device-shape.ts';
import { toPortKey } from './interaction.ts';

export interface LinkTargets {
  /** `toPortKey` of every block that cannot take the link -> why. */
  readonly refusals: ReadonlyMap<string, string>;
  /** Devices none of whose blocks can. */
  readonly closedDevices: ReadonlySet<string>;
  /** Per device, the block a link dropped on its body goes to; for a closed device the one whose refusal says most. */
  readonly bestBlocks: ReadonlyMap<string, LinkEnd>;
}

/** Asks for a proposal from `from` to every block of the design: blocks are a few hundred at most, groups being counted. */
export function findLinkTargets(design: Design, catalog: Catalog, report: Report | null, from: LinkEnd): LinkTargets {
  const refusals = new Map<string, string>();
  const closedDevices = new Set<string>();
  const bestBlocks = new Map<string, LinkEnd>();
  const ids = { linkId: createId('link', design.links), fabricId: createId('fabric', design.fabrics) };
  const freeAtStart = countFreePorts(report, from);
  for (const device of Object.values(design.devices)) {
    let best: { end: LinkEnd; score: number } | null = null;
    let isOpen = false;
    for (const block of resolvePortBlocks(device, catalog)) {
      const end = { deviceId: device.id, blockId: block.id };
      if (toPortKey(end) === toPortKey(from)) continue;
      const free = countFreePorts(report, end);
      const proposal = proposeLink(design, catalog, from, end, { a: freeAtStart, b: free }, ids);
      if (proposal.ok) isOpen = true;
      else refusals.set(toPortKey(end), proposal.error);
      const speedGbps = proposal.ok ? Math.max(...proposal.value.speedsGbps) : 0;
      const score =
        (proposal.ok ? 1e6 : 0) + (isServiceBlock(block) ? 0 : 1e5) + speedGbps * 10 + Math.min(free ?? 0, 9);
      if (!best || score > best.score) best = { end, score };
    }
    if (best) bestBlocks.set(device.id, best.end);
    if (!isOpen && device.id !== from.deviceId) closedDevices.add(device.id);
  }
  return { refusals, closedDevices, bestBlocks };
}

/** Free ports on the emptiest member of the group; null = not known. */
function countFreePorts(report: Report | null, end: LinkEnd): number | null {
  const use = report?.ports.find((entry) => entry.deviceId === end.deviceId && entry.blockId === end.blockId);
  if (!use || use.memberCount === 0) return null;
  return use.portsOwned / use.memberCount - use.usedPerMemberMin;
}
