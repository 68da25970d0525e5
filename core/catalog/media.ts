/**
 * The media of the catalog that join two ports, best first: the first one is what a link with medium `auto` takes.
 * Cheapest class first (passive copper, active copper, AOC, multimode, single-mode, splitters); what rests on a fact nobody
 * states comes after all that is known to fit, and what cannot be bought comes last.
 */
import { listUnconfirmed } from './cage-fit.ts';
import { explainCableMisfit, orientCable, toPlug } from './cable-fit.ts';
import { type Catalog, listParts } from './catalog.ts';
import type { MediumSite } from './medium-site.ts';
import {
  computeOpticsReachM,
  explainFibreMisfit,
  explainOpticsMisfit,
  explainPairMisfit,
  type OpticsLink,
  toPluggable,
} from './optics-fit.ts';
import type { CablePart, Part, TransceiverPart } from './part.ts';
import {
  explainHubMisfit,
  explainSplitterMisfit,
  explainTailMisfit,
  type HubSide,
  listUnconfirmedTails,
  readSplitter,
} from './splitter-fit.ts';
import { chooseStockLength } from './stock-length.ts';

interface OpticsOption {
  readonly kind: 'optics';
  readonly transceiverA: TransceiverPart;
  readonly transceiverB: TransceiverPart;
  readonly cable: CablePart;
  /** Side of the single plug of a splitter fibre; null = straight fibre. */
  readonly hub: HubSide | null;
  /** Facts the fit rests on that no source states (an OSFP heat sink); empty when all are known. */
  readonly unconfirmed: readonly string[];
}

interface CableOption {
  readonly kind: 'cable';
  readonly cable: CablePart;
  /** Plugs at the A and B end, the way round the cable is laid. */
  readonly plugsA: number;
  readonly plugsB: number;
  readonly unconfirmed: readonly string[];
}

export type MediumOption = OpticsOption | CableOption;

interface RankedOption {
  readonly option: MediumOption;
  readonly rank: readonly number[];
  readonly ids: string;
}

interface MediaIndex {
  readonly transceivers: readonly TransceiverPart[];
  readonly fibres: readonly CablePart[];
  readonly directCables: readonly CablePart[];
  /** Answers by question: the links of one design ask few different ones, and each takes about a millisecond. */
  readonly answers: Map<string, readonly MediumOption[]>;
}

/** A length slider asks many; past this the old answers go. */
const ANSWER_LIMIT = 1000;

/** Catalogs never change after they are made, so their media are sorted out once. */
const mediaOfCatalog = new WeakMap<Catalog, MediaIndex>();

function indexMedia(given: Catalog): MediaIndex {
  const catalog = given.sameMediaAs ?? given;
  let index = mediaOfCatalog.get(catalog);
  if (!index) {
    const cables = listParts(catalog, 'cable');
    index = {
      transceivers: listParts(catalog, 'transceiver'),
      fibres: cables.filter((cable) => cable.category === 'fiber'),
      directCables: cables.filter((cable) => cable.category !== 'fiber'),
      answers: new Map(),
    };
    mediaOfCatalog.set(catalog, index);
  }
  return index;
}

/** Every medium that joins the two ports over that length, best first. */
export function listMediumOptions(
  catalog: Catalog,
  siteA: MediumSite,
  siteB: MediumSite,
  lengthM: number,
  preferredManufacturer: string | null,
): MediumOption[] {
  const index = indexMedia(catalog);
  const question = JSON.stringify([siteA, siteB, lengthM, preferredManufacturer]);
  const known = index.answers.get(question);
  if (known) return [...known];
  const ranked = [
    ...rankCables(index, siteA, siteB, lengthM, preferredManufacturer),
    ...rankOptics(index, siteA, siteB, lengthM, preferredManufacturer),
    ...rankSplitters(index, siteA, siteB, lengthM, preferredManufacturer),
  ];
  const answer = ranked.sort(compareRanked).map(({ option }) => option);
  if (index.answers.size >= ANSWER_LIMIT) index.answers.clear();
  index.answers.set(question, answer);
  return [...answer];
}

function rankCables(
  index: MediaIndex,
  siteA: MediumSite,
  siteB: MediumSite,
  lengthM: number,
  preferredManufacturer: string | null,
): RankedOption[] {
  const found: RankedOption[] = [];
  for (const cable of index.directCables) {
    if (explainCableMisfit(cable, siteA, siteB, lengthM) !== null) continue;
    const oriented = orientCable(cable, siteA, siteB);
    if (!oriented) continue;
    const { endA, endB } = oriented;
    const unconfirmed = listUnconfirmed(toPlug(cable, endA), siteA).concat(listUnconfirmed(toPlug(cable, endB), siteB));
    const option: CableOption = { kind: 'cable', cable, plugsA: endA.plugCount, plugsB: endB.plugCount, unconfirmed };
    const stockPenalty = cable.lengths.length === 0 ? 1 : 0;
    const reachM = cable.reachM ?? Number.POSITIVE_INFINITY;
    const rank = [...rankParts([cable], option, preferredManufacturer), 0, stockPenalty, reachM];
    found.push({ option, rank, ids: cable.id });
  }
  return found;
}

function rankOptics(
  index: MediaIndex,
  siteA: MediumSite,
  siteB: MediumSite,
  lengthM: number,
  preferredManufacturer: string | null,
): RankedOption[] {
  const found: RankedOption[] = [];
  const candidatesB = index.transceivers.filter((transceiver) => explainOpticsMisfit(transceiver, siteB) === null);
  if (candidatesB.length === 0) return found;
  for (const transceiverA of index.transceivers) {
    if (explainOpticsMisfit(transceiverA, siteA) !== null) continue;
    for (const transceiverB of candidatesB) {
      const link: OpticsLink = { transceiverA, transceiverB, siteA, siteB };
      if (explainPairMisfit(link) !== null) continue;
      for (const cable of index.fibres) {
        if (explainFibreMisfit(cable, link, lengthM) === null)
          found.push(rankOpticsOption(link, cable, null, lengthM, preferredManufacturer));
      }
    }
  }
  return found;
}

function rankSplitters(
  index: MediaIndex,
  siteA: MediumSite,
  siteB: MediumSite,
  lengthM: number,
  preferredManufacturer: string | null,
): RankedOption[] {
  const found: RankedOption[] = [];
  for (const cable of index.fibres) {
    const splitter = readSplitter(cable);
    if (!splitter) continue;
    for (const hub of ['a', 'b'] as const) {
      const [hubSite, tailSite] = hub === 'a' ? [siteA, siteB] : [siteB, siteA];
      const hubs = index.transceivers.filter((module) => explainHubMisfit(module, hubSite, splitter) === null);
      if (hubs.length === 0) continue;
      const tails = index.transceivers.filter((module) => explainTailMisfit(module, tailSite, splitter) === null);
      for (const hubModule of hubs) {
        for (const tailModule of tails) {
          const [transceiverA, transceiverB] = hub === 'a' ? [hubModule, tailModule] : [tailModule, hubModule];
          const link: OpticsLink = { transceiverA, transceiverB, siteA, siteB };
          if (explainSplitterMisfit(cable, link, hub, lengthM) === null)
            found.push(rankOpticsOption(link, cable, hub, lengthM, preferredManufacturer));
        }
      }
    }
  }
  return found;
}

function rankOpticsOption(
  link: OpticsLink,
  cable: CablePart,
  hub: HubSide | null,
  lengthM: number,
  preferredManufacturer: string | null,
): RankedOption {
  const { transceiverA, transceiverB, siteA, siteB } = link;
  const splitter = readSplitter(cable);
  const unconfirmed = [
    ...listUnconfirmed(toPluggable(transceiverA), siteA),
    ...listUnconfirmed(toPluggable(transceiverB), siteB),
    ...(splitter && hub ? listUnconfirmedTails(hub === 'a' ? siteB : siteA, splitter) : []),
  ];
  const option: OpticsOption = { kind: 'optics', transceiverA, transceiverB, cable, hub, unconfirmed };
  const rank = [
    ...rankParts([transceiverA, transceiverB, cable], option, preferredManufacturer),
    rankPairing(transceiverA, transceiverB),
    chooseStockLength(cable, lengthM) ? 0 : 1,
    computeOpticsReachM(cable, link),
  ];
  return { option, rank, ids: `${transceiverA.id} ${transceiverB.id} ${cable.id}` };
}

/** Twins before cousins: mixing a 100 m with a 500 m module buys reach that the link cannot use. */
function rankPairing(a: TransceiverPart, b: TransceiverPart): number {
  if (a.id === b.id) return 0;
  return a.reachM === b.reachM ? 1 : 2;
}

const CLASS_RANK = { dac: 0, twisted_pair: 0, acc: 1, aec: 2, aoc: 3, fiber: 4 } as const;
const SINGLE_MODE_RANK = 5;
/** Puts splitters behind every straight fibre. */
const SPLITTER_PENALTY = 2;
const STATUS_RANK = { shipping: 0, legacy: 1, reference: 2, announced: 3, end_of_sale: 4 } as const;

/** The common part of a rank: on sale, known to fit, class, status, manufacturer. Lower is better. */
function rankParts(parts: readonly Part[], option: MediumOption, preferredManufacturer: string | null): number[] {
  const status = Math.max(...parts.map((part) => STATUS_RANK[part.status]));
  const isSingleMode = option.kind === 'optics' && option.cable.fiberType?.startsWith('OM') !== true;
  const isSplit = option.kind === 'optics' && option.hub !== null;
  const foreign =
    preferredManufacturer === null ? 0 : parts.filter((part) => part.manufacturer !== preferredManufacturer).length;
  return [
    status >= STATUS_RANK.announced ? 1 : 0,
    option.unconfirmed.length > 0 ? 1 : 0,
    (isSingleMode ? SINGLE_MODE_RANK : CLASS_RANK[option.cable.category]) + (isSplit ? SPLITTER_PENALTY : 0),
    status,
    option.unconfirmed.length,
    foreign,
  ];
}

function compareRanked(x: RankedOption, y: RankedOption): number {
  for (let i = 0; i < x.rank.length; i += 1) {
    const left = x.rank[i] as number;
    const right = y.rank[i] as number;
    if (left !== right) return left < right ? -1 : 1;
  }
  return x.ids < y.ids ? -1 : x.ids > y.ids ? 1 : 0;
}
