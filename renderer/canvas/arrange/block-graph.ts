/** Blocks and the links between them as a graph to lay out: the tier of each, one edge for each pair. Pure. */
import type { Design, DeviceRole } from '#core/design/design.ts';
import { layOutCanvas } from '../canvas-layout.ts';
import type { Block } from './block.ts';
import type { Edge, TierItem } from './tier-layout.ts';

export interface BlockGraph {
  readonly items: readonly TierItem[];
  readonly edges: readonly Edge[];
}

/** As fabrics are drawn everywhere: cores on top, hosts below, what serves them under those. */
const tierOfRole: Readonly<Record<DeviceRole, number>> = {
  core: 0,
  border: 0,
  spine: 1,
  leaf: 2,
  endpoint: 3,
  storage: 4,
  management: 4,
};
/** Racks and units with nothing in them. */
const emptyTier = 5;
const hostTier = tierOfRole.endpoint;

/** Items from left to right and from top to bottom as they stand now. */
export function createBlockGraph(design: Design, blocks: readonly Block[]): BlockGraph {
  const blockOf = indexDevices(design, blocks);
  const tiers = new Map<string, number>();
  for (const [deviceId, key] of blockOf) {
    const device = design.devices[deviceId];
    if (device) tiers.set(key, joinTiers(tiers.get(key), tierOfRole[device.role]));
  }
  const sorted = blocks.toSorted((a, b) => a.box.x - b.box.x || a.box.y - b.box.y || (a.key < b.key ? -1 : 1));
  const items = sorted.map(({ key, box: { width, height } }) => {
    return { key, width, height, tier: tiers.get(key) ?? emptyTier };
  });
  return { items, edges: listEdges(design, blockOf) };
}

/** The block each device is drawn in. */
function indexDevices(design: Design, blocks: readonly Block[]): Map<string, string> {
  const blockOf = new Map<string, string>();
  const blockOfRack = new Map<string, string>();
  for (const { key, members } of blocks) {
    for (const { kind, id } of members) (kind === 'rack' ? blockOfRack : blockOf).set(id, key);
  }
  for (const [deviceId, { rackId }] of layOutCanvas(design).homes) {
    const key = blockOfRack.get(rackId);
    if (key !== undefined) blockOf.set(deviceId, key);
  }
  return blockOf;
}

/** Servers decide where a block belongs, then the lowest switch in it, then what else there is. */
function joinTiers(known: number | undefined, next: number): number {
  if (known === undefined || known === next) return next;
  if (known === hostTier || next === hostTier) return hostTier;
  const switches = [known, next].filter((tier) => tier < hostTier);
  return Math.max(...(switches.length > 0 ? switches : [known, next]));
}

function listEdges(design: Design, blockOf: ReadonlyMap<string, string>): Edge[] {
  const edges = new Map<string, Edge>();
  for (const { a, b } of Object.values(design.links)) {
    const from = blockOf.get(a.deviceId);
    const to = blockOf.get(b.deviceId);
    if (from === undefined || to === undefined || from === to) continue;
    // As it was drawn: within a tier the direction is all there is to go by.
    const pair = from < to ? `${from}\n${to}` : `${to}\n${from}`;
    if (!edges.has(pair)) edges.set(pair, [from, to]);
  }
  return [...edges.values()];
}
