/**
 * Rails: port r of every endpoint goes to the switch of rail r. Read off the links wired by rail: an endpoint's first switch
 * is rail 0, its next different one rail 1, and so on.
 */
import type { Netlist } from '../netlist/netlist.ts';
import { groupAttachments } from './attachment-groups.ts';
import type { FabricNetwork } from './fabric-network.ts';

export interface Rails {
  readonly railCount: number;
  /** By attachment; -1 = wired another way. */
  readonly railOfAttachment: Int16Array;
  /** By rail: Gb/s of the endpoints' ports. */
  readonly portGbps: Float64Array;
}

/** null when no endpoint reaches two rails. */
export function findRails(netlist: Netlist, network: FabricNetwork): Rails | null {
  const { attachments } = network;
  const isRail = netlist.links.map((link) => link.pattern === 'rail');
  if (!isRail.includes(true)) return null;
  const railOfAttachment = new Int16Array(attachments.node.length).fill(-1);
  let railCount = 0;
  const { groupOf, example, size } = groupAttachments(attachments);
  for (const endpoint of example) {
    const first = attachments.first[endpoint] as number;
    const end = attachments.first[endpoint + 1] as number;
    let begin = first;
    for (let i = first; i < end; i += 1) {
      const link = attachments.link[i] as number;
      if (link !== attachments.link[begin]) begin = i;
      if (!isRail[link]) continue;
      let rail = 0;
      let isKnown = false;
      for (let j = begin; j < i && !isKnown; j += 1) {
        isKnown = attachments.node[j] === attachments.node[i];
        rail = isKnown ? (railOfAttachment[j] as number) : Math.max(rail, (railOfAttachment[j] as number) + 1);
      }
      railOfAttachment[i] = rail;
      railCount = Math.max(railCount, rail + 1);
    }
  }
  if (railCount < 2) return null;
  const portGbps = new Float64Array(railCount);
  example.forEach((endpoint, group) => {
    const end = attachments.first[endpoint + 1] as number;
    for (let i = attachments.first[endpoint] as number; i < end; i += 1) {
      const rail = railOfAttachment[i] as number;
      if (rail < 0) continue;
      portGbps[rail] = (portGbps[rail] as number) + (size[group] as number) * (attachments.gbps[i] as number);
    }
  });
  copyToAlike(railOfAttachment, attachments.first, groupOf, example);
  return { railCount, railOfAttachment, portGbps };
}

/** What the first endpoint of each group has, all of the group have. */
function copyToAlike(values: Int16Array, first: Uint32Array, groupOf: Uint32Array, example: Uint32Array): void {
  for (let endpoint = 0; endpoint < groupOf.length; endpoint += 1) {
    const from = example[groupOf[endpoint] as number] as number;
    if (from === endpoint) continue;
    const shift = (first[from] as number) - (first[endpoint] as number);
    const end = first[endpoint + 1] as number;
    for (let i = first[endpoint] as number; i < end; i += 1) values[i] = values[i + shift] as number;
  }
}

/**
 * The rails of the fabric as drawn, for what is left of it: a port stays on its rail when those before it are broken.
 * Attachments of both stand in the same order, those of `left` being some of them.
 */
export function carryRails(rails: Rails, drawn: FabricNetwork, left: FabricNetwork): Rails {
  const railOfAttachment = new Int16Array(left.attachments.node.length).fill(-1);
  for (let endpoint = 0; endpoint < left.endpoints.length; endpoint += 1) {
    let from = drawn.attachments.first[endpoint] as number;
    const end = left.attachments.first[endpoint + 1] as number;
    for (let i = left.attachments.first[endpoint] as number; i < end; i += 1) {
      while (
        drawn.attachments.node[from] !== left.attachments.node[i] ||
        drawn.attachments.link[from] !== left.attachments.link[i]
      ) {
        from += 1;
      }
      railOfAttachment[i] = rails.railOfAttachment[from] as number;
    }
  }
  return { ...rails, railOfAttachment };
}
