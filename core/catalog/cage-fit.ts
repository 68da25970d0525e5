/**
 * Whether something pluggable (a transceiver, or the plug of a direct-attach cable) goes into a cage and runs there:
 * form factor, heat sink, protocol, speed, lane rate. What is not known does not count as fitting, with one exception:
 * an OSFP heat sink nobody has stated is let through and reported by `listUnconfirmed`.
 */
import { CO_PACKAGED, fitsFormFactor, hasHeatSinkKinds, RJ45 } from './form-factor.ts';
import type { MediumSite } from './medium-site.ts';
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

/** Why it cannot sit in the cage, as one sentence without a full stop; null when it can. */
export function explainCageMisfit(plug: Pluggable, site: MediumSite): string | null {
  return (
    explainFormFactor(plug, site) ??
    explainHeatSink(plug, site) ??
    explainProtocol(plug, site) ??
    explainSpeed(plug, site)
  );
}

function explainFormFactor({ name, formFactors }: Pluggable, site: MediumSite): string | null {
  const cage = site.formFactor;
  if (cage === null) return 'the form factor of the cage is not known';
  if (cage === RJ45) return `${name} needs a cage; the port is an RJ45 jack`;
  if (cage === CO_PACKAGED) return `${name} needs a cage; the port is co-packaged and takes fibre directly`;
  return fitsFormFactor(formFactors, cage) ? null : `${name} is ${formFactors.join(' or ')}; the cage is ${cage}`;
}

function explainHeatSink({ name, heatSink }: Pluggable, site: MediumSite): string | null {
  if (heatSink === null || site.heatSink === null || heatSink === site.heatSink) return null;
  return `${name} has a ${heatSink} heat sink; the ${site.formFactor} cage takes ${site.heatSink} ones`;
}

function explainProtocol({ name, protocols }: Pluggable, site: MediumSite): string | null {
  if (protocols.length === 0) return `the protocols of ${name} are not known`;
  if (site.protocols.length === 0) return 'the protocols of the port are not known';
  if (protocols.some((protocol) => site.protocols.includes(protocol))) return null;
  return `${name} is for ${nameProtocols(protocols)}; the port runs ${nameProtocols(site.protocols)}`;
}

function explainSpeed({ name, speedGbps, lanes, gbpsPerLane }: Pluggable, site: MediumSite): string | null {
  const cageGbps = site.portsPerCage * site.speedGbps;
  if (speedGbps === null) return `the speed of ${name} is not known`;
  if (speedGbps !== cageGbps)
    return `${name} is ${speedGbps}G; the cage runs ${site.portsPerCage} x ${site.speedGbps}G`;
  if (site.gbpsPerLane !== null && gbpsPerLane !== null && site.gbpsPerLane !== gbpsPerLane) {
    return `${name} runs ${gbpsPerLane}G per lane; the cage runs ${site.gbpsPerLane}G per lane`;
  }
  const cageLanes = site.lanesPerPort === null ? null : site.lanesPerPort * site.portsPerCage;
  if (cageLanes === null || lanes === null || cageLanes === lanes) return null;
  return `${name} has ${lanes} lanes; the cage has ${cageLanes}`;
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
export function explainNoCommonProtocol(elements: readonly (readonly Protocol[])[]): string | null {
  const [first = [], ...rest] = elements;
  const common = first.filter((protocol) => rest.every((protocols) => protocols.includes(protocol)));
  if (common.length > 0) return null;
  return `no protocol is common to both ports and the medium (${elements.map((list) => list.map((p) => PROTOCOL_NAMES[p]).join(' or ') || 'not known').join('; ')})`;
}
