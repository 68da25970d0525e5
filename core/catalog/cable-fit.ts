/**
 * Cables that bring their own ends: direct attach (passive and active copper, active optical), straight or splitting one
 * cage to several, and twisted pair between RJ45 jacks. An assembly may be laid either way round.
 */
import { explainCageMisfit, explainNoCommonProtocol, type Pluggable } from './cage-fit.ts';
import { fitsFormFactor, RJ45 } from './form-factor.ts';
import type { MediumSite } from './medium-site.ts';
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
    explainLength(cable, lengthM)
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
  const orientations = listOrientations(cable);
  // Explain the way round that at least goes into both cages, if there is one.
  const likely = orientations.find(
    ({ endA, endB }) =>
      fitsFormFactor(endA.formFactors, siteA.formFactor ?? '') &&
      fitsFormFactor(endB.formFactors, siteB.formFactor ?? ''),
  );
  return explainOrientation(cable, likely ?? (orientations[0] as OrientedCable), siteA, siteB);
}

function explainOrientation(
  cable: CablePart,
  { endA, endB }: OrientedCable,
  siteA: MediumSite,
  siteB: MediumSite,
): string | null {
  const misfit = explainCageMisfit(toPlug(cable, endA), siteA) ?? explainCageMisfit(toPlug(cable, endB), siteB);
  if (misfit !== null) return misfit;
  const portsA = endA.plugCount * siteA.portsPerCage;
  const portsB = endB.plugCount * siteB.portsPerCage;
  return portsA === portsB ? null : `${cable.model} would join ${portsA} ports to ${portsB}`;
}

function explainTwistedPair(cable: CablePart, siteA: MediumSite, siteB: MediumSite): string | null {
  if (siteA.formFactor !== RJ45 || siteB.formFactor !== RJ45) return `${cable.model} joins RJ45 jacks only`;
  const ratedGbps = cable.ends[0].speedGbps;
  if (ratedGbps === null) return `the speed of ${cable.model} is not known`;
  return siteA.speedGbps <= ratedGbps
    ? null
    : `${cable.model} carries ${ratedGbps}G, the link runs ${siteA.speedGbps}G`;
}

function explainLength(cable: CablePart, lengthM: number): string | null {
  const { model, reachM, lengths } = cable;
  if (reachM === null && lengths.length === 0) return `the reach of ${model} is not known`;
  if (reachM !== null && lengthM > reachM) return `${model} reaches ${reachM} m, the run is ${lengthM} m`;
  if (lengths.length === 0 || chooseStockLength(cable, lengthM)) return null;
  return `the longest ${model} is ${Math.max(...lengths.map((stock) => stock.lengthM))} m, the run is ${lengthM} m`;
}
