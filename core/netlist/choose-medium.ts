/**
 * Settles what a link is made of: the medium the user chose when it fits, or the best one of the catalog's order
 * that fits both cages, the length and the wiring. Never falls back in silence: an unresolved medium says why.
 */
import { type Catalog, findPart } from '../catalog/catalog.ts';
import { explainCableMisfit } from '../catalog/cable-fit.ts';
import { listMediumOptions, type MediumOption } from '../catalog/media.ts';
import { createMediumSite, type MediumSite } from '../catalog/medium-site.ts';
import {
  explainFibreMisfit,
  explainOpticsMisfit,
  explainPairMisfit,
  fibresPerConnection,
  type OpticsLink,
} from '../catalog/optics-fit.ts';
import type { CablePart } from '../catalog/part.ts';
import { chooseStockLength } from '../catalog/stock-length.ts';
import type { Link, Medium } from '../design/design.ts';
import { explainSplitterMisfit, findHub, readSplitter } from '../catalog/splitter-fit.ts';
import { type CableJoints, joinByFibre, joinBySplitter, joinCages } from './cable-joints.ts';
import type { PlannedBlock } from './groups.ts';
import { type LinkCages, sharesPlug } from './link-cages.ts';
import type { NetGroup, NetMedium } from './netlist.ts';
import { computeConnectionCost, pickOption } from './pick-option.ts';
import type { NetPriceBook } from './price-book.ts';

export interface ChosenMedium {
  readonly medium: NetMedium;
  readonly joints: CableJoints;
  readonly stockLengthM: number | null;
  readonly stockPartNumber: string | null;
  /** Why the choice is not right, when the user made it and it does not fit. */
  readonly problem: string | null;
  /** The user's choice does not fit, and the catalog has one that does. */
  readonly autoWouldFit: boolean;
  /** Facts the choice rests on that no source states. */
  readonly unconfirmed: readonly string[];
}

interface LinkSites {
  readonly siteA: MediumSite;
  readonly siteB: MediumSite;
}

export function chooseMedium(
  link: Link,
  ends: { a: PlannedBlock; b: PlannedBlock; groupA: NetGroup; groupB: NetGroup },
  cages: LinkCages,
  catalog: Catalog,
  priceBook: NetPriceBook,
): ChosenMedium {
  const siteA = createMediumSite(ends.a.block, link.speedGbps);
  const siteB = createMediumSite(ends.b.block, link.speedGbps);
  if (!siteA || !siteB) return createUnresolved(cages, 'the ports do not run at the speed of the link');
  const sites = { siteA, siteB };
  const manufacturer = ends.groupB.part?.manufacturer ?? ends.groupA.part?.manufacturer ?? null;
  if (link.medium.kind === 'auto') return chooseAutomatically(link, sites, cages, catalog, manufacturer, priceBook);
  const chosen =
    link.medium.kind === 'cable'
      ? takeChosenCable(link, link.medium, sites, cages, catalog)
      : takeChosenOptics(link, link.medium, sites, cages, catalog, manufacturer);
  if (chosen.problem === null && chosen.medium.kind !== 'unresolved') return chosen;
  const automatic = chooseAutomatically(link, sites, cages, catalog, manufacturer, priceBook);
  return { ...chosen, autoWouldFit: automatic.medium.kind !== 'unresolved' };
}

/** Somebody will have to buy these cables all the same: one for each connection, of a kind yet to be chosen. */
function createUnresolved(cages: LinkCages, reason: string, wanted?: CablePart): ChosenMedium {
  return {
    medium: wanted ? { kind: 'unresolved', reason, wanted } : { kind: 'unresolved', reason },
    joints: joinByFibre(cages.cageA.length, 1),
    stockLengthM: null,
    stockPartNumber: null,
    problem: null,
    autoWouldFit: false,
    unconfirmed: [],
  };
}

function chooseAutomatically(
  link: Link,
  sites: LinkSites,
  cages: LinkCages,
  catalog: Catalog,
  manufacturer: string | null,
  priceBook: NetPriceBook,
): ChosenMedium {
  const options = listMediumOptions(catalog, sites.siteA, sites.siteB, link.lengthM, manufacturer);
  const portsPerCage = { a: sites.siteA.portsPerCage, b: sites.siteB.portsPerCage };
  const { picked, misfit } = pickOption(
    options,
    (option) => judgeOption(option, sites, cages),
    (rival) => computeConnectionCost(rival, link.lengthM, portsPerCage, priceBook),
  );
  if (picked) return createChosen(picked.option, link, picked.joints, true, null);
  const runs = `${sites.siteA.formFactor ?? 'unknown'} to ${sites.siteB.formFactor ?? 'unknown'} cages, ${link.speedGbps}G, ${link.lengthM} m`;
  return createUnresolved(cages, misfit ?? `no cable or transceiver of the catalog is known to fit ${runs}`);
}

/** How the cables lie, or why they cannot. */
function judgeOption(option: MediumOption, sites: LinkSites, cages: LinkCages): CableJoints | string {
  const sharing = explainSharing(option, sites, cages);
  if (sharing !== null) return sharing;
  const joints = joinOption(option, sites, cages);
  return joints.misfitCount === 0
    ? joints
    : `${option.cable.model} joins whole cages, which this wiring pattern does not`;
}

function joinOption(option: MediumOption, sites: LinkSites, cages: LinkCages): CableJoints {
  if (option.kind === 'cable') return joinCages(cages, option.plugsA, option.plugsB);
  const splitter = option.hub === null ? null : readSplitter(option.cable);
  if (option.hub !== null && splitter) return joinBySplitter(cages, option.hub, splitter.tailCount);
  return joinByFibre(cages.cageA.length, fibresPerConnection(option.transceiverA, sites.siteA) ?? 1);
}

/** Why the medium cannot be where cages are shared with another link; null = none are, or it does not matter. */
function explainSharing(option: MediumOption, { siteA, siteB }: LinkSites, cages: LinkCages): string | null {
  if (option.kind === 'cable') {
    const isShared = sharesPlug(cages, 'a', siteA.portsPerCage) || sharesPlug(cages, 'b', siteB.portsPerCage);
    return isShared ? `${option.cable.model} fills whole cages, and another link has ports in some of them` : null;
  }
  const splitter = option.hub === null ? null : readSplitter(option.cable);
  if (option.hub === null || !splitter || !sharesPlug(cages, option.hub, splitter.tailCount)) return null;
  return `${option.cable.model} would share its plug with another link; give the links ports of different connectors`;
}

function createChosen(
  option: MediumOption,
  link: Link,
  joints: CableJoints,
  automatic: boolean,
  problem: string | null,
): ChosenMedium {
  const stock = chooseStockLength(option.cable, link.lengthM);
  const medium: NetMedium =
    option.kind === 'cable'
      ? { kind: 'cable', cable: option.cable, automatic }
      : {
          kind: 'optics',
          transceiverA: option.transceiverA,
          transceiverB: option.transceiverB,
          cable: option.cable,
          automatic,
        };
  const { unconfirmed } = option;
  return {
    medium,
    joints,
    stockLengthM: stock?.lengthM ?? null,
    stockPartNumber: stock?.partNumber ?? null,
    problem,
    autoWouldFit: false,
    unconfirmed,
  };
}

function takeChosenCable(
  link: Link,
  medium: Extract<Medium, { kind: 'cable' }>,
  sites: LinkSites,
  cages: LinkCages,
  catalog: Catalog,
): ChosenMedium {
  const cable = findPart(catalog, medium.cableId, 'cable');
  if (!cable) return createUnresolved(cages, `cable '${medium.cableId}' is not in the catalog; choose another`);
  const misfit = explainCableMisfit(cable, sites.siteA, sites.siteB, link.lengthM);
  if (misfit) return createUnresolved(cages, misfit, cable);
  const option = listMediumOptions(catalog, sites.siteA, sites.siteB, link.lengthM, null).find(
    (candidate) => candidate.kind === 'cable' && candidate.cable.id === cable.id,
  );
  if (option?.kind !== 'cable') return createUnresolved(cages, `${cable.model} is not known to fit both ends`, cable);
  const joints = joinOption(option, sites, cages);
  const problem =
    joints.misfitCount === 0
      ? explainSharing(option, sites, cages)
      : `${joints.misfitCount} of ${cages.cageA.length} connections cannot be made with ${cable.model}: its plugs join whole cages, and the wiring pattern spreads them`;
  return createChosen(option, link, joints, false, problem);
}

/** Chosen modules are kept even when they do not fit: the user's order is shown, and the problem beside it. */
function takeChosenOptics(
  link: Link,
  medium: Extract<Medium, { kind: 'optics' }>,
  sites: LinkSites,
  cages: LinkCages,
  catalog: Catalog,
  manufacturer: string | null,
): ChosenMedium {
  const transceiverA = findPart(catalog, medium.transceiverAId, 'transceiver');
  const transceiverB = findPart(catalog, medium.transceiverBId, 'transceiver');
  if (!transceiverA || !transceiverB) {
    const missing = transceiverA ? medium.transceiverBId : medium.transceiverAId;
    return createUnresolved(cages, `transceiver '${missing}' is not in the catalog; choose another`);
  }
  const fitting = listMediumOptions(catalog, sites.siteA, sites.siteB, link.lengthM, manufacturer).find(
    (candidate) =>
      candidate.kind === 'optics' &&
      candidate.transceiverA.id === transceiverA.id &&
      candidate.transceiverB.id === transceiverB.id &&
      (medium.cableId === null || candidate.cable.id === medium.cableId),
  );
  if (fitting) {
    const joints = joinOption(fitting, sites, cages);
    return createChosen(fitting, link, joints, false, explainSharing(fitting, sites, cages));
  }
  const cable = medium.cableId === null ? undefined : findPart(catalog, medium.cableId, 'cable');
  const pair = { transceiverA, transceiverB, ...sites };
  const reason =
    (cable ? explainSplitter(cable, pair, link.lengthM) : null) ??
    explainOpticsMisfit(transceiverA, sites.siteA) ??
    explainOpticsMisfit(transceiverB, sites.siteB) ??
    explainPairMisfit(pair) ??
    (cable ? explainFibreMisfit(cable, pair, link.lengthM) : null) ??
    `no fibre of the catalog joins ${transceiverA.model} and ${transceiverB.model} over ${link.lengthM} m`;
  const stock = cable ? chooseStockLength(cable, link.lengthM) : null;
  return {
    medium: { kind: 'optics', transceiverA, transceiverB, cable, automatic: false },
    joints: joinByFibre(cages.cageA.length, fibresPerConnection(transceiverA, sites.siteA) ?? 1),
    stockLengthM: stock?.lengthM ?? null,
    stockPartNumber: stock?.partNumber ?? null,
    problem: reason,
    autoWouldFit: false,
    unconfirmed: [],
  };
}

/** Why the chosen splitter does not fit: seen from the side with more ports in a cage, which its single plug serves. */
function explainSplitter(cable: CablePart, pair: OpticsLink, lengthM: number): string | null {
  if (!readSplitter(cable)) return null;
  return explainSplitterMisfit(cable, pair, findHub(pair.siteA, pair.siteB), lengthM);
}
