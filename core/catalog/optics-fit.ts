/**
 * Optical links: which transceiver sits in which cage, which two can talk, over which fibre and how far.
 * A fact that is not known matches only itself, that is when both ends hold the same part.
 */
import { explainCageMisfit, explainNoCommonProtocol, type Pluggable } from './cage-fit.ts';
import type { MediumSite } from './medium-site.ts';
import { type Misfit, misfit, notKnown } from './misfit.ts';
import type { CablePart, TransceiverPart } from './part.ts';

const LC_DUPLEX = 'LC duplex';

export interface OpticsLink {
  readonly transceiverA: TransceiverPart;
  readonly transceiverB: TransceiverPart;
  readonly siteA: MediumSite;
  readonly siteB: MediumSite;
}

const pluggables = new WeakMap<TransceiverPart, Pluggable>();

/** The same object for the same part: thousands of links ask. */
export function toPluggable(transceiver: TransceiverPart): Pluggable {
  const known = pluggables.get(transceiver);
  if (known) return known;
  const pluggable = { ...transceiver, name: transceiver.model };
  pluggables.set(transceiver, pluggable);
  return pluggable;
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
export function explainPairMisfit(link: OpticsLink): string | null {
  const { transceiverA: a, transceiverB: b, siteA, siteB } = link;
  const noProtocol = explainNoCommonProtocol([siteA.protocols, a.protocols, b.protocols, siteB.protocols]);
  if (noProtocol !== null) return noProtocol;
  const found =
    checkPairLaneRate(link) ??
    checkPairFibres(link) ??
    checkPairFamily(link) ??
    checkPairModulation(link) ??
    (a.id === b.id ? null : checkPairFibreEnds(a, b));
  return found?.reason ?? null;
}

export function checkPairLaneRate({ transceiverA: a, transceiverB: b }: OpticsLink): Misfit | null {
  if (a.gbpsPerLane === b.gbpsPerLane) return null;
  return misfit(`${a.model} runs ${a.gbpsPerLane}G per lane, ${b.model} ${b.gbpsPerLane}G`);
}

export function checkPairModulation({ transceiverA: a, transceiverB: b }: OpticsLink): Misfit | null {
  return a.id === b.id ? null : checkSame(a, b, 'modulation', a.modulation, b.modulation);
}

/** Optics of one family; XDR and DR are the same light over different reaches, and the shorter reach holds. */
export function checkPairFamily({ transceiverA: a, transceiverB: b }: OpticsLink): Misfit | null {
  if (a.id === b.id) return null;
  const read = (part: TransceiverPart): string | null => (part.opticsFamily === 'XDR' ? 'DR' : part.opticsFamily);
  return read(a) === read(b) && read(a) !== null ? null : checkSame(a, b, 'optics', a.opticsFamily, b.opticsFamily);
}

/** Fibres of one connection at both ends: two ports cannot share what one of them fills. */
export function checkPairFibres({ transceiverA: a, transceiverB: b, siteA, siteB }: OpticsLink): Misfit | null {
  const fibresA = fibresPerConnection(a, siteA);
  const fibresB = fibresPerConnection(b, siteB);
  if (fibresA === fibresB) return null;
  const reason = `a port of ${a.model} uses ${fibresA ?? 'an unknown number of'} fibres, a port of ${b.model} ${fibresB ?? 'an unknown number'}`;
  return { reason, isProven: fibresA !== null && fibresB !== null };
}

/** What two modules must share to take the same straight fibre. */
function checkPairFibreEnds(a: TransceiverPart, b: TransceiverPart): Misfit | null {
  return (
    checkSame(a, b, 'fibre type', a.fiberType, b.fiberType) ??
    checkSame(a, b, 'connector', a.connector, b.connector) ??
    checkSamePolish(a, b, a.connector)
  );
}

interface Named {
  readonly model: string;
}

function checkSame(a: Named, b: Named, what: string, valueA: string | null, valueB: string | null): Misfit | null {
  if (valueA === null || valueB === null)
    return notKnown(`the ${what} of ${(valueA === null ? a : b).model} is not known`);
  return valueA === valueB ? null : misfit(`${what}: ${a.model} has ${valueA}, ${b.model} has ${valueB}`);
}

/** Multimode grades (OM3, OM4, OM5) stand in for each other, at a reach of their own. */
export function checkFibreType(transceiver: TransceiverPart, cable: CablePart): Misfit | null {
  if (isMultimode(transceiver.fiberType) && isMultimode(cable.fiberType)) return null;
  return checkSame(transceiver, cable, 'fibre type', transceiver.fiberType, cable.fiberType);
}

function isMultimode(fiberType: string | null): boolean {
  return fiberType !== null && /^OM\d/.test(fiberType);
}

export function checkConnector(transceiver: TransceiverPart, cable: CablePart): Misfit | null {
  return checkSame(transceiver, cable, 'connector', transceiver.connector, cable.connector);
}

export function checkPolish(transceiver: TransceiverPart, cable: CablePart): Misfit | null {
  return checkSamePolish(transceiver, cable, transceiver.connector);
}

/** Modules take LC plugs in one polish only, which sources therefore leave out; MPO comes flat (UPC) and angled (APC). */
function checkSamePolish(
  a: Named & { readonly polish: string | null },
  b: Named & { readonly polish: string | null },
  connector: string | null,
): Misfit | null {
  return connector === LC_DUPLEX ? null : checkSame(a, b, 'polish', a.polish, b.polish);
}

/** Why this fibre does not join the two modules over that length; null = it does. Straight fibre only. */
export function explainFibreMisfit(cable: CablePart, link: OpticsLink, lengthM: number): string | null {
  const { transceiverA: a, transceiverB: b, siteA, siteB } = link;
  if (cable.category !== 'fiber') return `${cable.model} is not a fibre`;
  if (cable.ends.some((end) => end.plugCount !== 1))
    return `${cable.model} is a splitter; each port has fibres of its own`;
  const noProtocol = explainNoCommonProtocol([
    siteA.protocols,
    a.protocols,
    cable.protocols,
    b.protocols,
    siteB.protocols,
  ]);
  if (noProtocol !== null) return noProtocol;
  const found =
    checkFibreType(a, cable) ??
    checkConnector(a, cable) ??
    checkPolish(a, cable) ??
    checkOpticsReach(cable, link, lengthM);
  return found?.reason ?? null;
}

/** The shortest known reach against the run; not known when neither module states one. */
export function checkOpticsReach(
  cable: CablePart,
  { transceiverA: a, transceiverB: b }: Pick<OpticsLink, 'transceiverA' | 'transceiverB'>,
  lengthM: number,
): Misfit | null {
  if (a.reachM === null && b.reachM === null) return notKnown(`the reach of ${a.model} is not known`);
  for (const part of [a, b]) {
    const reachM = getReachM(part, cable);
    if (reachM === null) continue;
    if (reachM === undefined) return notKnown(`the reach of ${part.model} over ${cable.fiberType} is not known`);
    if (reachM < lengthM) return misfit(`${part.model} reaches ${reachM} m, the run is ${lengthM} m`);
  }
  if (cable.reachM === null || cable.reachM >= lengthM) return null;
  return misfit(`${cable.model} reaches ${cable.reachM} m, the run is ${lengthM} m`);
}

/** null = not stated; undefined = stated for another grade of fibre only. */
function getReachM({ reachM, reachByFiber, fiberType }: TransceiverPart, cable: CablePart): number | null | undefined {
  const ofGrade = cable.fiberType === null ? undefined : reachByFiber?.[cable.fiberType];
  if (ofGrade !== undefined) return ofGrade;
  return isMultimode(cable.fiberType) && cable.fiberType !== fiberType ? undefined : reachM;
}

/** Shortest of the known reaches; Infinity when none is known. */
export function computeOpticsReachM(cable: CablePart, { transceiverA, transceiverB }: OpticsLink): number {
  return Math.min(...[transceiverA, transceiverB, cable].map((part) => part.reachM ?? Number.POSITIVE_INFINITY));
}
