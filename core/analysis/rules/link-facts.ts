/** One link as the rules on ports and media look at it: both ends, and what the link is made of. */
import type { Fix, ObjectRef } from '../../base/diagnostic.ts';
import { findLikelyOrientation, type OrientedCable, orientCable } from '../../catalog/cable-fit.ts';
import { createMediumSite, type MediumSite } from '../../catalog/medium-site.ts';
import type { CablePart, PortBlock, TransceiverPart } from '../../catalog/part.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { NetBlock, NetGroup, Netlist, NetLink } from '../../netlist/netlist.ts';

export interface LinkEndFacts {
  readonly group: NetGroup;
  readonly block: PortBlock;
  /** null = the ports do not run at the link's speed. */
  readonly site: MediumSite | null;
}

export interface LinkOptics {
  readonly transceiverA: TransceiverPart;
  readonly transceiverB: TransceiverPart;
  readonly cable: CablePart | undefined;
}

/** A cable with ends of its own, the way round it is laid; one that does not fit is judged the way it nearly does. */
export interface LinkCable extends OrientedCable {
  readonly cable: CablePart;
}

export interface LinkFacts {
  readonly link: NetLink;
  /** `server to leaf`. */
  readonly name: string;
  readonly where: readonly ObjectRef[];
  readonly a: LinkEndFacts;
  readonly b: LinkEndFacts;
  /** Exactly one of the two, or none when no medium is settled. */
  readonly optics: LinkOptics | null;
  readonly direct: LinkCable | null;
  /** What elaboration proposes for the medium, if anything. */
  readonly mediumFix: Fix | undefined;
}

/** Both ends, A first. */
export function listEnds(facts: LinkFacts): readonly LinkEndFacts[] {
  return [facts.a, facts.b];
}

export function listLinkFacts(netlist: Netlist, diagnostics: readonly Diagnostic[]): LinkFacts[] {
  const fixOfLink = new Map<string, Fix>();
  for (const { code, where, fix } of diagnostics) {
    const [first] = where;
    if (fix && first?.kind === 'link' && code.startsWith('media.')) fixOfLink.set(first.id, fix);
  }
  return netlist.links.map((link) => createFacts(netlist, link, fixOfLink.get(link.linkId)));
}

function createFacts(netlist: Netlist, link: NetLink, mediumFix: Fix | undefined): LinkFacts {
  const a = createEnd(netlist, link.blockA, link.speedGbps);
  const b = createEnd(netlist, link.blockB, link.speedGbps);
  const { medium } = link;
  const cable = medium.kind === 'cable' ? medium.cable : medium.kind === 'unresolved' ? medium.wanted : undefined;
  return {
    link,
    name: `${a.group.name} to ${b.group.name}`,
    where: [{ kind: 'link', id: link.linkId }],
    a,
    b,
    optics: medium.kind === 'optics' ? medium : null,
    direct: cable && a.site && b.site ? orient(cable, a.site, b.site) : null,
    mediumFix,
  };
}

function createEnd(netlist: Netlist, blockIndex: number, speedGbps: number): LinkEndFacts {
  const { group, block } = netlist.blocks[blockIndex] as NetBlock;
  return { group: netlist.groups[group] as NetGroup, block, site: createMediumSite(block, speedGbps) };
}

function orient(cable: CablePart, siteA: MediumSite, siteB: MediumSite): LinkCable {
  return { cable, ...(orientCable(cable, siteA, siteB) ?? findLikelyOrientation(cable, siteA, siteB)) };
}
