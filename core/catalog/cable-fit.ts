/**
 * Cables that bring their own ends: direct attach (passive and active copper, active optical), straight or splitting one
 * cage to several, and twisted pair between RJ45 jacks. An assembly may be laid either way round.
 */
import { explainCageMisfit, explainNoCommonProtocol, type Pluggable } from './cage-fit.ts';
import { fitsFormFactor, RJ45 } from './form-factor.ts';
import type { MediumSite } from './medium-site.ts';
import { type Misfit, misfit, notKnown, takeProven } from './misfit.ts';
import type { CablePart } from './part.ts';
import { chooseStockLength } from './stock-length.ts';

type CableEnd = CablePart['ends'][number];

export interface OrientedCable {
  readonly endA: CableEnd;
  readonly endB: CableEnd;
}

/** The plug of an assembly seen as something that goes into a cage. */
export function toPlug(cable: CablePart, end: CableEnd): Pluggable {
  const name =
    cable.ends[0].plugCount === cable.ends[1].plugCount
      ? cable.model
      : `the ${end.formFactors.join(' or ')} plug of ${cable.model}`;
  return { ...end, name, protocols: cable.protocols };
}

/** Why this cable cannot join the two ports over that length; null = it can. */
export function explainCableMisfit(
  cable: CablePart,
  siteA: MediumSite,
  siteB: MediumSite,
  lengthM: number,
): string | null {
  if (cable.category === 'fiber') return `${cable.model} is fibre: it needs a transceiver at each end`;
  const explainEnds = cable.category === 'twisted_pair' ? explainTwistedPair : explainDirectAttach;
  return (
    explainEnds(cable, siteA, siteB) ??
    explainNoCommonProtocol([siteA.protocols, cable.protocols, siteB.protocols]) ??
    (checkCableReach(cable, lengthM) ?? takeProven(checkStockLength(cable, lengthM)))?.reason ??
    null
  );
}

/** The way round in which both plugs fit; null when neither does. */
export function orientCable(cable: CablePart, siteA: MediumSite, siteB: MediumSite): OrientedCable | null {
  if (cable.category === 'twisted_pair') return { endA: cable.ends[0], endB: cable.ends[1] };
  return listOrientations(cable).find((oriented) => explainOrientation(cable, oriented, siteA, siteB) === null) ?? null;
}

function listOrientations(cable: CablePart): OrientedCable[] {
  const [first, second] = cable.ends;
  return [
    { endA: first, endB: second },
    { endA: second, endB: first },
  ];
}

function explainDirectAttach(cable: CablePart, siteA: MediumSite, siteB: MediumSite): string | null {
  if (orientCable(cable, siteA, siteB)) return null;
  return explainOrientation(cable, findLikelyOrientation(cable, siteA, siteB), siteA, siteB);
}

/** The way round to judge a cable by that does not fit: the one that at least goes into both cages, if there is one. */
export function findLikelyOrientation(cable: CablePart, siteA: MediumSite, siteB: MediumSite): OrientedCable {
  const orientations = listOrientations(cable);
  const likely = orientations.find(
    ({ endA, endB }) =>
      fitsFormFactor(endA.formFactors, siteA.formFactor ?? '') &&
      fitsFormFactor(endB.formFactors, siteB.formFactor ?? ''),
  );
  return likely ?? (orientations[0] as OrientedCable);
}

function explainOrientation(
  cable: CablePart,
  { endA, endB }: OrientedCable,
  siteA: MediumSite,
  siteB: MediumSite,
): string | null {
  const misfit = explainCageMisfit(toPlug(cable, endA), siteA) ?? explainCageMisfit(toPlug(cable, endB), siteB);
  if (misfit !== null) return misfit;
  return checkPortBalance(cable, { endA, endB }, siteA, siteB)?.reason ?? null;
}

/** Both ends of an assembly must serve the same number of ports. */
export function checkPortBalance(
  cable: CablePart,
  { endA, endB }: OrientedCable,
  siteA: MediumSite,
  siteB: MediumSite,
): Misfit | null {
  const portsA = endA.plugCount * siteA.portsPerCage;
  const portsB = endB.plugCount * siteB.portsPerCage;
  return portsA === portsB ? null : misfit(`${cable.model} would join ${portsA} ports to ${portsB}`);
}

function explainTwistedPair(cable: CablePart, siteA: MediumSite, siteB: MediumSite): string | null {
  if (siteA.formFactor !== RJ45 || siteB.formFactor !== RJ45) return `${cable.model} joins RJ45 jacks only`;
  const ratedGbps = cable.ends[0].speedGbps;
  if (ratedGbps === null) return `the speed of ${cable.model} is not known`;
  return siteA.speedGbps <= ratedGbps
    ? null
    : `${cable.model} carries ${ratedGbps}G, the link runs ${siteA.speedGbps}G`;
}

export function checkCableReach({ model, reachM, lengths }: CablePart, lengthM: number): Misfit | null {
  if (reachM === null && lengths.length === 0) return notKnown(`the reach of ${model} is not known`);
  if (reachM === null || lengthM <= reachM) return null;
  return misfit(`${model} reaches ${reachM} m, the run is ${lengthM} m`);
}

/** Whether the cable is sold long enough; not known when no length on sale is. */
export function checkStockLength(cable: CablePart, lengthM: number): Misfit | null {
  const { model, lengths } = cable;
  if (lengths.length === 0) return notKnown(`the lengths ${model} is sold in are not known`);
  if (chooseStockLength(cable, lengthM)) return null;
  const longestM = Math.max(...lengths.map((stock) => stock.lengthM));
  return misfit(`the longest ${model} is ${longestM} m, the run is ${lengthM} m`);
}
