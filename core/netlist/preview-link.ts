/** What a link would cost before it is committed: cables, modules and ports, counted by the same elaboration as the real thing. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Design, Fabric, Link, LinkEnd } from '../design/design.ts';
import { elaborate } from './elaborate.ts';
import { formatMedium } from './medium-label.ts';
import { type Netlist, type NetMedium, NONE } from './netlist.ts';

/** Port use of one block over the whole group, before and after. */
export interface PortPreview {
  readonly usedBefore: number;
  readonly usedAfter: number;
  readonly owned: number;
  /** On the fullest member, after. */
  readonly fullestMemberUsed: number;
  readonly ownedPerMember: number;
}

export interface LinkPreview {
  readonly connectionCount: number;
  readonly requestedCount: number;
  readonly cableCount: number;
  readonly transceiverCount: number;
  readonly mediumLabel: string;
  readonly mediumResolved: boolean;
  /** What it would be made of. */
  readonly mediumPartIds: readonly string[];
  readonly a: PortPreview;
  readonly b: PortPreview;
  /** Findings that concern this link. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `fabric` is added when the link starts a new one; a link of the same id is replaced. */
export function previewLink(design: Design, catalog: Catalog, link: Link, fabric?: Fabric): LinkPreview {
  const { [link.id]: _replaced, ...others } = design.links;
  const before = elaborate({ ...design, links: others }, catalog);
  const fabrics = fabric ? { ...design.fabrics, [fabric.id]: fabric } : design.fabrics;
  const after = elaborate({ ...design, fabrics, links: { ...others, [link.id]: link } }, catalog);
  const netLink = after.netlist.links.find((candidate) => candidate.linkId === link.id);
  const medium: NetMedium = netLink?.medium ?? { kind: 'unresolved', reason: 'the link has no ports to join' };
  return {
    connectionCount: netLink?.connectionCount ?? 0,
    requestedCount: netLink?.requestedCount ?? 0,
    cableCount: after.netlist.cableCount - before.netlist.cableCount,
    transceiverCount: after.netlist.transceiverCount - before.netlist.transceiverCount,
    mediumLabel: formatMedium(medium),
    mediumResolved: medium.kind !== 'unresolved',
    mediumPartIds: listParts(medium),
    a: compareBlocks(before.netlist, after.netlist, link.a),
    b: compareBlocks(before.netlist, after.netlist, link.b),
    diagnostics: after.diagnostics.filter((diagnostic) =>
      diagnostic.where.some((ref) => ref.kind === 'link' && ref.id === link.id),
    ),
  };
}

function listParts(medium: NetMedium): string[] {
  if (medium.kind === 'unresolved') return [];
  const parts = medium.kind === 'cable' ? [medium.cable] : [medium.transceiverA, medium.transceiverB, medium.cable];
  return [...new Set(parts.flatMap((part) => part?.id ?? []))];
}

function compareBlocks(before: Netlist, after: Netlist, end: LinkEnd): PortPreview {
  const first = countBlock(before, end);
  const last = countBlock(after, end);
  return {
    usedBefore: first.used,
    usedAfter: last.used,
    owned: last.owned,
    fullestMemberUsed: last.fullest,
    ownedPerMember: last.ownedPerMember,
  };
}

function countBlock(
  netlist: Netlist,
  end: LinkEnd,
): { used: number; owned: number; fullest: number; ownedPerMember: number } {
  const block = netlist.blocks.find(
    (candidate) => candidate.block.id === end.blockId && netlist.groups[candidate.group]?.deviceId === end.deviceId,
  );
  const memberCount = block ? (netlist.groups[block.group]?.count ?? 0) : 0;
  let used = 0;
  let owned = 0;
  let fullest = 0;
  let ownedPerMember = 0;
  for (let member = 0; block && member < memberCount; member += 1) {
    const firstCage = block.firstCage + member * block.cagesPerMember;
    const first = netlist.cageFirstPort[firstCage] as number;
    const end = netlist.cageFirstPort[firstCage + block.cagesPerMember] as number;
    let usedHere = 0;
    for (let port = first; port < end; port += 1) if (netlist.portConnection[port] !== NONE) usedHere += 1;
    used += usedHere;
    owned += end - first;
    if (usedHere >= fullest) {
      fullest = usedHere;
      ownedPerMember = end - first;
    }
  }
  return { used, owned, fullest, ownedPerMember };
}
