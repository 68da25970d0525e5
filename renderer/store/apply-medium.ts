/** Makes an optic or cable from the catalog the medium of links, or says why it cannot sit there and changes nothing. */
import { type Catalog, findPart } from '#core/catalog/catalog.ts';
import { explainCableMisfit } from '#core/catalog/cable-fit.ts';
import { listMediumOptions, type MediumOption } from '#core/catalog/media.ts';
import { createMediumSite, type MediumSite } from '#core/catalog/medium-site.ts';
import { explainOpticsMisfit } from '#core/catalog/optics-fit.ts';
import type { Design, Link, LinkEnd, Medium } from '#core/design/design.ts';
import { resolvePortBlocks } from '#core/design/port-blocks.ts';
import { catalog, createGestureId, design, dispatch } from './design-store.ts';
import { showNotice } from './notice-store.ts';

interface LinkSites {
  readonly a: MediumSite;
  readonly b: MediumSite;
  readonly manufacturer: string | null;
}

function createSite(owner: Design, parts: Catalog, end: LinkEnd, speedGbps: number): MediumSite | null {
  const device = owner.devices[end.deviceId];
  const block = device && resolvePortBlocks(device, parts).find((candidate) => candidate.id === end.blockId);
  return block ? createMediumSite(block, speedGbps) : null;
}

/** What the cages at both ends of a link accept; null when an end has no port of that speed. */
function findLinkSites(owner: Design, parts: Catalog, link: Link): LinkSites | null {
  const a = createSite(owner, parts, link.a, link.speedGbps);
  const b = createSite(owner, parts, link.b, link.speedGbps);
  if (!a || !b) return null;
  // The same preference as the elaboration's, so that the list here begins with what `auto` takes.
  const findMaker = (end: LinkEnd): string | null => {
    const partId = owner.devices[end.deviceId]?.partId;
    return (partId ? parts.byId.get(partId)?.manufacturer : null) ?? null;
  };
  return { a, b, manufacturer: findMaker(link.b) ?? findMaker(link.a) };
}

/** One of all links that join the same ports of the same parts at the same speed and length: what fits one fits the others. */
export function pickDistinctLinks(owner: Design, links: readonly Link[]): Link[] {
  const nameEnd = ({ deviceId, blockId }: LinkEnd): unknown[] => {
    const device = owner.devices[deviceId];
    return [device?.partId, device?.adapters, blockId];
  };
  const distinct = new Map<string, Link>();
  for (const link of links) {
    const key = JSON.stringify([nameEnd(link.a), nameEnd(link.b), link.speedGbps, link.lengthM]);
    if (!distinct.has(key)) distinct.set(key, link);
  }
  return [...distinct.values()];
}

/** Media of the catalog that fit the link, best first. */
export function listLinkMedia(owner: Design, parts: Catalog, link: Link): MediumOption[] {
  const sites = findLinkSites(owner, parts, link);
  return sites ? listMediumOptions(parts, sites.a, sites.b, link.lengthM, sites.manufacturer) : [];
}

export function toMedium(option: MediumOption): Medium {
  if (option.kind === 'cable') return { kind: 'cable', cableId: option.cable.id };
  return {
    kind: 'optics',
    transceiverAId: option.transceiverA.id,
    transceiverBId: option.transceiverB.id,
    cableId: option.cable.id,
  };
}

function usesPart(option: MediumOption, partId: string): boolean {
  if (option.cable.id === partId) return true;
  return option.kind === 'optics' && (option.transceiverA.id === partId || option.transceiverB.id === partId);
}

/** The option that uses the part most: at both ends before at one. */
function findBestOption(options: readonly MediumOption[], partId: string): MediumOption | undefined {
  const both = options.find(
    (option) => option.kind === 'optics' && option.transceiverA.id === partId && option.transceiverB.id === partId,
  );
  return both ?? options.find((option) => usesPart(option, partId));
}

function explainMisfit(parts: Catalog, sites: LinkSites, partId: string, lengthM: number): string {
  const transceiver = findPart(parts, partId, 'transceiver');
  if (transceiver) {
    const reason = explainOpticsMisfit(transceiver, sites.a) ?? explainOpticsMisfit(transceiver, sites.b);
    return reason ?? `no module of the catalog pairs with it over ${lengthM} m`;
  }
  const cable = findPart(parts, partId, 'cable');
  const reason = cable && explainCableMisfit(cable, sites.a, sites.b, lengthM);
  return reason ?? 'no pair of modules of the catalog uses it on these ports';
}

/** Sets the part as medium of every link it fits, as one undo step; names the first link it does not fit and why. */
export function applyMediumPart(partId: string, linkIds: readonly string[]): void {
  const parts = catalog();
  const part = parts.byId.get(partId);
  if (!part) return;
  if (linkIds.length === 0) {
    showNotice('info', `Select a link first, then choose ${part.model}, or drag it onto a link.`);
    return;
  }
  const gestureId = createGestureId();
  const idsByMedium = new Map<string, string[]>();
  for (const linkId of linkIds) {
    const link = design().links[linkId];
    if (!link) continue;
    const sites = findLinkSites(design(), parts, link);
    const option = sites && findBestOption(listLinkMedia(design(), parts, link), partId);
    if (!option) {
      const reason = sites
        ? explainMisfit(parts, sites, partId, link.lengthM)
        : `its ports have no ${link.speedGbps}G mode`;
      showNotice('warning', `${part.model} does not fit this link: ${reason}`);
      continue;
    }
    const key = JSON.stringify(toMedium(option));
    idsByMedium.set(key, [...(idsByMedium.get(key) ?? []), linkId]);
  }
  for (const [medium, ids] of idsByMedium) {
    dispatch({ name: 'setLinkMedium', args: { ids, medium: JSON.parse(medium) as Medium } }, gestureId);
  }
}
