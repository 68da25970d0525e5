/**
 * Optical links: which transceiver sits in which cage, which two can talk, over which fibre and how far.
 * A fact that is not known matches only itself, that is when both ends hold the same part.
 */
import { explainCageMisfit, explainNoCommonProtocol, type Pluggable } from './cage-fit.ts';
import type { MediumSite } from './medium-site.ts';
import type { CablePart, TransceiverPart } from './part.ts';

export interface OpticsLink {
  readonly transceiverA: TransceiverPart;
  readonly transceiverB: TransceiverPart;
  readonly siteA: MediumSite;
  readonly siteB: MediumSite;
}

export function toPluggable(transceiver: TransceiverPart): Pluggable {
  return { ...transceiver, name: transceiver.model };
}

/**
 * Fibres one connection takes: a twin-port module gives each of two ports one, and one port two.
 * null = not known, or the ports would have to share a connector, which takes a splitter fibre.
 */
export function fibresPerConnection(transceiver: TransceiverPart, site: MediumSite): number | null {
  const { connectorCount } = transceiver;
  if (connectorCount === null || connectorCount % site.portsPerCage !== 0) return null;
  return connectorCount / site.portsPerCage;
}

/** Why this module cannot sit in this cage; null = it can. */
export function explainOpticsMisfit(transceiver: TransceiverPart, site: MediumSite): string | null {
  const misfit = explainCageMisfit(toPluggable(transceiver), site);
  if (misfit !== null) return misfit;
  const { connectorCount, model } = transceiver;
  if (connectorCount === null) return `the number of fibre connectors of ${model} is not known`;
  if (fibresPerConnection(transceiver, site) !== null) return null;
  return `${model} has ${connectorCount} fibre connectors for ${site.portsPerCage} ports of the cage`;
}

/** Why the two modules, each fit for its cage, do not make a link; null = they do. */
export function explainPairMisfit({ transceiverA: a, transceiverB: b, siteA, siteB }: OpticsLink): string | null {
  const noProtocol = explainNoCommonProtocol([siteA.protocols, a.protocols, b.protocols, siteB.protocols]);
  if (noProtocol !== null) return noProtocol;
  if (a.gbpsPerLane !== b.gbpsPerLane) {
    return `${a.model} runs ${a.gbpsPerLane}G per lane, ${b.model} ${b.gbpsPerLane}G`;
  }
  const fibresA = fibresPerConnection(a, siteA);
  const fibresB = fibresPerConnection(b, siteB);
  if (fibresA !== fibresB) return `a port of ${a.model} uses ${fibresA} fibres, a port of ${b.model} ${fibresB}`;
  if (a.id === b.id) return null;
  return (
    explainDifference(a, b, 'optics', a.opticsFamily, b.opticsFamily) ??
    explainDifference(a, b, 'modulation', a.modulation, b.modulation) ??
    explainDifference(a, b, 'fibre type', a.fiberType, b.fiberType) ??
    explainDifference(a, b, 'connector', a.connector, b.connector) ??
    explainDifference(a, b, 'polish', a.polish, b.polish)
  );
}

interface Named {
  readonly model: string;
}

function explainDifference(
  a: Named,
  b: Named,
  what: string,
  valueA: string | null,
  valueB: string | null,
): string | null {
  if (valueA === null || valueB === null) return `the ${what} of ${(valueA === null ? a : b).model} is not known`;
  return valueA === valueB ? null : `${what}: ${a.model} has ${valueA}, ${b.model} has ${valueB}`;
}

/** Why this fibre does not join the two modules over that length; null = it does. Straight fibre only. */
export function explainFibreMisfit(cable: CablePart, link: OpticsLink, lengthM: number): string | null {
  const { transceiverA: a, transceiverB: b, siteA, siteB } = link;
  if (cable.category !== 'fiber') return `${cable.model} is not a fibre`;
  if (cable.ends.some((end) => end.plugCount !== 1))
    return `${cable.model} is a splitter; each port has fibres of its own`;
  return (
    explainNoCommonProtocol([siteA.protocols, a.protocols, cable.protocols, b.protocols, siteB.protocols]) ??
    explainDifference(a, cable, 'fibre type', a.fiberType, cable.fiberType) ??
    explainDifference(a, cable, 'connector', a.connector, cable.connector) ??
    explainDifference(a, cable, 'polish', a.polish, cable.polish) ??
    explainReach(cable, link, lengthM)
  );
}

function explainReach(
  cable: CablePart,
  { transceiverA: a, transceiverB: b }: OpticsLink,
  lengthM: number,
): string | null {
  if (a.reachM === null && b.reachM === null) return `the reach of ${a.model} is not known`;
  const tooShort = [a, b, cable].find((part) => part.reachM !== null && part.reachM < lengthM);
  return tooShort ? `${tooShort.model} reaches ${tooShort.reachM} m, the run is ${lengthM} m` : null;
}

/** Shortest of the known reaches; Infinity when none is known. */
export function computeOpticsReachM(cable: CablePart, { transceiverA, transceiverB }: OpticsLink): number {
  return Math.min(...[transceiverA, transceiverB, cable].map((part) => part.reachM ?? Number.POSITIVE_INFINITY));
}
