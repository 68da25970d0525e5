/**
 * Optical links through splitter fibre: one connector of the hub's module serves several ports, each led by a tail to a module
 * of its own, which then runs only the lanes of its tail (rules R12 to R14 of the hardware reference).
 */
import { checkCommonProtocol, explainCageMisfit, type Pluggable } from './cage-fit.ts';
import type { MediumSite } from './medium-site.ts';
import { type Misfit, misfit, notKnown } from './misfit.ts';
import {
  checkConnector,
  checkFibreType,
  checkOpticsReach,
  checkPairFamily,
  checkPairLaneRate,
  checkPairModulation,
  checkPolish,
  type OpticsLink,
  toPluggable,
} from './optics-fit.ts';
import type { CablePart, TransceiverPart } from './part.ts';

/** The side of the single plug. */
export type HubSide = 'a' | 'b';

export interface Splitter {
  readonly tailCount: number;
  readonly hubLanes: number | null;
  readonly tailLanes: number | null;
}

/** Wavelengths share the fibre, so lanes cannot be led apart. */
const WDM_FAMILIES: ReadonlySet<TransceiverPart['opticsFamily']> = new Set(['FR', 'LR', 'CWDM', 'ER', 'ZR']);

/** What the fibre splits; null when it is straight, or no fibre. */
export function readSplitter(cable: CablePart): Splitter | null {
  const [first, second] = cable.ends;
  const [hub, tail] = first.plugCount <= second.plugCount ? [first, second] : [second, first];
  if (cable.category !== 'fiber' || hub.plugCount !== 1 || tail.plugCount < 2) return null;
  return { tailCount: tail.plugCount, hubLanes: hub.lanes, tailLanes: tail.lanes };
}

/** Why the module cannot be the hub of the splitter in this cage; null = it can. */
export function explainHubMisfit(transceiver: TransceiverPart, site: MediumSite, splitter: Splitter): string | null {
  const seat = explainCageMisfit(toPluggable(transceiver), site);
  if (seat !== null) return seat;
  const { connectorCount, model } = transceiver;
  if (connectorCount === null) return `the number of fibre connectors of ${model} is not known`;
  const coloured = checkSplittable(transceiver);
  if (coloured !== null) return coloured.reason;
  if (connectorCount * splitter.tailCount !== site.portsPerCage) {
    return `the ${connectorCount} connectors of ${model}, split by ${splitter.tailCount}, do not make the ${site.portsPerCage} ports of the cage`;
  }
  const lanesPerConnector = transceiver.lanes / connectorCount;
  if (splitter.hubLanes === null) return 'the lanes of the splitter are not known';
  if (lanesPerConnector === splitter.hubLanes) return null;
  return `${model} has ${lanesPerConnector} lanes per connector, the splitter ${splitter.hubLanes}`;
}

/** Why the module cannot take a tail of the splitter on each port of this cage; null = it can. */
export function explainTailMisfit(transceiver: TransceiverPart, site: MediumSite, splitter: Splitter): string | null {
  const { connectorCount, model, lanes } = transceiver;
  if (connectorCount === null) return `the number of fibre connectors of ${model} is not known`;
  if (splitter.tailLanes === null) return 'the lanes of the splitter are not known';
  if (connectorCount !== site.portsPerCage) {
    return `${model} has ${connectorCount} fibre connectors for ${site.portsPerCage} ports of the cage`;
  }
  const usedLanes = connectorCount * splitter.tailLanes;
  if (usedLanes >= lanes) return `${model} has ${lanes} lanes, which the tails would fill or exceed`;
  return explainCageMisfit(toTailPlug(transceiver, connectorCount, splitter.tailLanes), site);
}

/** Why the module's light cannot be led apart; null = it can. */
export function checkSplittable({ opticsFamily, model }: TransceiverPart): Misfit | null {
  if (opticsFamily === null) return notKnown(`the optics of ${model} are not known`);
  if (!WDM_FAMILIES.has(opticsFamily)) return null;
  return misfit(`${model} sends its lanes as colours of one fibre, which cannot be split`);
}

/** The module as its cage sees it when a tail with so many lanes is on each of its connectors. */
export function toTailPlug(transceiver: TransceiverPart, connectorCount: number, tailLanes: number): Pluggable {
  const lanes = connectorCount * tailLanes;
  const name = `${transceiver.model} behind a splitter`;
  return { ...toPluggable(transceiver), name, lanes, speedGbps: lanes * transceiver.gbpsPerLane };
}

/** Where the single plug goes: to the side with more ports in a cage. */
export function findHub(siteA: MediumSite, siteB: MediumSite): HubSide {
  return siteA.portsPerCage > siteB.portsPerCage ? 'a' : 'b';
}

/** Why this splitter does not make the link with its single plug on that side; null = it does. */
export function explainSplitterMisfit(
  cable: CablePart,
  link: OpticsLink,
  hub: HubSide,
  lengthM: number,
): string | null {
  const splitter = readSplitter(cable);
  if (!splitter) return `${cable.model} does not split`;
  const { transceiverA: a, transceiverB: b, siteA, siteB } = link;
  const [hubModule, hubSite] = hub === 'a' ? [a, siteA] : [b, siteB];
  const [tailModule, tailSite] = hub === 'a' ? [b, siteB] : [a, siteA];
  const seat = explainHubMisfit(hubModule, hubSite, splitter) ?? explainTailMisfit(tailModule, tailSite, splitter);
  if (seat !== null) return seat;
  const found =
    checkCommonProtocol([siteA.protocols, a.protocols, cable.protocols, b.protocols, siteB.protocols]) ??
    checkPairLaneRate(link) ??
    checkPairFamily(link) ??
    checkPairModulation(link) ??
    checkEnd(a, cable) ??
    checkEnd(b, cable) ??
    checkOpticsReach(cable, link, lengthM);
  return found?.reason ?? null;
}

function checkEnd(transceiver: TransceiverPart, cable: CablePart): Misfit | null {
  return checkFibreType(transceiver, cable) ?? checkConnector(transceiver, cable) ?? checkPolish(transceiver, cable);
}

/** A port below its cage's full rate leaves open whether it can run just the lanes of a tail. */
export function listUnconfirmedTails(site: MediumSite, splitter: Splitter): string[] {
  if (site.lanesPerPort !== null) return [];
  const lanes = splitter.tailLanes === null ? 'the lanes' : `${splitter.tailLanes} lanes`;
  return [`whether a ${site.speedGbps}G port of the ${site.formFactor} cage runs on ${lanes} is not known`];
}
