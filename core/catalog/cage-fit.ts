/**
 * Whether something pluggable (a transceiver, or the plug of a direct-attach cable) goes into a cage and runs there:
 * form factor, heat sink, protocol, speed, lane rate. What is not known does not count as fitting, with one exception:
 * an OSFP heat sink nobody has stated is let through and reported by `listUnconfirmed`.
 */
import { CO_PACKAGED, fitsFormFactor, hasHeatSinkKinds, RJ45 } from './form-factor.ts';
import type { MediumSite } from './medium-site.ts';
import { type Misfit, misfit, notKnown, takeProven } from './misfit.ts';
import type { Protocol } from './part.ts';

export interface Pluggable {
  readonly name: string;
  readonly formFactors: readonly string[];
  readonly heatSink: 'flat' | 'finned' | null;
  readonly protocols: readonly Protocol[];
  readonly speedGbps: number | null;
  readonly lanes: number | null;
  readonly gbpsPerLane: number | null;
}

/**
 * Why it cannot sit in the cage, as one sentence without a full stop; null when it can. A heat sink or lane that nobody
 * states is let through, because few sources state them.
 */
export function explainCageMisfit(plug: Pluggable, site: MediumSite): string | null {
  const found =
    checkFormFactor(plug, site) ??
    takeProven(checkHeatSink(plug, site)) ??
    checkProtocols(plug, site) ??
    checkCageSpeed(plug, site) ??
    takeProven(checkLaneRate(plug, site)) ??
    takeProven(checkLaneCount(plug, site));
  return found?.reason ?? null;
}

export function checkFormFactor({ name, formFactors }: Pluggable, site: MediumSite): Misfit | null {
  const cage = site.formFactor;
  if (cage === null) return notKnown('the form factor of the cage is not known');
  if (cage === RJ45) return misfit(`${name} needs a cage; the port is an RJ45 jack`);
  if (cage === CO_PACKAGED) return misfit(`${name} needs a cage; the port is co-packaged and takes fibre directly`);
  return fitsFormFactor(formFactors, cage)
    ? null
    : misfit(`${name} is ${formFactors.join(' or ')}; the cage is ${cage}`);
}

export function checkHeatSink({ name, heatSink }: Pluggable, site: MediumSite): Misfit | null {
  if (heatSink !== null && site.heatSink !== null) {
    if (heatSink === site.heatSink) return null;
    return misfit(`${name} has a ${heatSink} heat sink; the ${site.formFactor} cage takes ${site.heatSink} ones`);
  }
  if (site.formFactor === null || !hasHeatSinkKinds(site.formFactor)) return null;
  return notKnown(
    heatSink === null
      ? `the heat sink of ${name} is not known`
      : `the heat sink kind of the ${site.formFactor} cage is not known`,
  );
}

function checkProtocols({ name, protocols }: Pluggable, site: MediumSite): Misfit | null {
  if (protocols.length === 0) return notKnown(`the protocols of ${name} are not known`);
  if (site.protocols.length === 0) return notKnown('the protocols of the port are not known');
  if (protocols.some((protocol) => site.protocols.includes(protocol))) return null;
  return misfit(`${name} is for ${nameProtocols(protocols)}; the port runs ${nameProtocols(site.protocols)}`);
}

/** The plug's total against the cage's: 1 x 800G is not 2 x 400G when the plug says otherwise. */
export function checkCageSpeed({ name, speedGbps }: Pluggable, site: MediumSite): Misfit | null {
  const cageGbps = site.portsPerCage * site.speedGbps;
  if (speedGbps === null) return notKnown(`the speed of ${name} is not known`);
  if (speedGbps === cageGbps) return null;
  return misfit(`${name} is ${speedGbps}G; the cage runs ${site.portsPerCage} x ${site.speedGbps}G`);
}

export function checkLaneRate({ name, gbpsPerLane }: Pluggable, site: MediumSite): Misfit | null {
  if (gbpsPerLane === null) return notKnown(`the lane rate of ${name} is not known`);
  if (site.gbpsPerLane === null) return notKnown(`the lane rate of the cage at ${site.speedGbps}G is not known`);
  if (site.gbpsPerLane === gbpsPerLane) return null;
  return misfit(`${name} runs ${gbpsPerLane}G per lane; the cage runs ${site.gbpsPerLane}G per lane`);
}

export function checkLaneCount({ name, lanes }: Pluggable, site: MediumSite): Misfit | null {
  if (lanes === null) return notKnown(`the lanes of ${name} are not known`);
  if (site.lanesPerPort === null) return notKnown(`the lanes of the cage at ${site.speedGbps}G are not known`);
  const cageLanes = site.lanesPerPort * site.portsPerCage;
  return cageLanes === lanes ? null : misfit(`${name} has ${lanes} lanes; the cage has ${cageLanes}`);
}

/** Facts a fit rests on that no source states; empty when all are known. */
export function listUnconfirmed(plug: Pluggable, site: MediumSite): string[] {
  if (site.formFactor === null || !hasHeatSinkKinds(site.formFactor)) return [];
  const unconfirmed: string[] = [];
  if (plug.heatSink === null) unconfirmed.push(`the heat sink of ${plug.name} is not known`);
  if (site.heatSink === null) unconfirmed.push(`the heat sink kind of the ${site.formFactor} cage is not known`);
  return unconfirmed;
}

const PROTOCOL_NAMES: Readonly<Record<Protocol, string>> = {
  ib: 'InfiniBand',
  eth: 'Ethernet',
  slingshot: 'Slingshot',
  nvlink: 'NVLink',
  fabric: 'fabric cells',
};

function nameProtocols(protocols: readonly Protocol[]): string {
  return protocols.map((protocol) => PROTOCOL_NAMES[protocol]).join(' or ');
}

/** Why no protocol runs from end to end; null when one does. Every element of the link must share it. */
export function checkCommonProtocol(elements: readonly (readonly Protocol[])[]): Misfit | null {
  const [first = [], ...rest] = elements;
  const common = first.filter((protocol) => rest.every((protocols) => protocols.includes(protocol)));
  if (common.length > 0) return null;
  const lists = elements.map((list) => nameProtocols(list) || 'not known').join('; ');
  const isProven = elements.every((list) => list.length > 0);
  return { reason: `no protocol is common to both ports and the medium (${lists})`, isProven };
}

export function explainNoCommonProtocol(elements: readonly (readonly Protocol[])[]): string | null {
  return checkCommonProtocol(elements)?.reason ?? null;
}
