/**
 * What the interface types of a NetBox device type say of a cage: its form factor, its speed and the lanes behind it. The speed is
 * in the name; lanes follow from how the form factor carries that speed (IEEE 802.3, SFF and OSFP specifications).
 */
import type { PortBlock, Protocol } from '../../catalog/part.ts';

export interface Cage {
  /** null = the type leaves it open. */
  readonly formFactor: string | null;
  readonly heatSink: PortBlock['heatSink'];
  readonly speedGbps: number;
  readonly lanes: number;
  readonly protocol: Protocol;
}

/** Named in the type behind `x-`. Lanes by speed; a form factor that takes one speed only has one entry. */
const PLUGGABLE: Readonly<Record<string, { readonly name: string; readonly lanes: Readonly<Record<number, number>> }>> =
  {
    sfp: { name: 'SFP', lanes: { 1: 1 } },
    sfpp: { name: 'SFP+', lanes: { 10: 1 } },
    sfp28: { name: 'SFP28', lanes: { 25: 1 } },
    sfp56: { name: 'SFP56', lanes: { 50: 1 } },
    sfp112: { name: 'SFP112', lanes: { 100: 1 } },
    sfpdd: { name: 'SFP-DD', lanes: { 100: 2 } },
    qsfpp: { name: 'QSFP+', lanes: { 40: 4 } },
    qsfp28: { name: 'QSFP28', lanes: { 100: 4 } },
    qsfp56: { name: 'QSFP56', lanes: { 200: 4 } },
    qsfp112: { name: 'QSFP112', lanes: { 400: 4 } },
    qsfpdd: { name: 'QSFP-DD', lanes: { 100: 4, 200: 8, 400: 8, 800: 8 } },
    'qsfpdd-800': { name: 'QSFP-DD800', lanes: { 800: 8 } },
    osfp: { name: 'OSFP', lanes: { 400: 8, 800: 8 } },
    // The riding heat sink of the host takes modules with a flat top.
    'osfp-rhs': { name: 'OSFP', lanes: { 400: 4, 800: 8 } },
    osfp1600: { name: 'OSFP1600', lanes: { 1600: 8 } },
  };

const INFINIBAND: Readonly<Record<string, Omit<Cage, 'protocol' | 'heatSink'>>> = {
  fdr: { formFactor: 'QSFP+', speedGbps: 56, lanes: 4 },
  edr: { formFactor: 'QSFP28', speedGbps: 100, lanes: 4 },
  hdr: { formFactor: 'QSFP56', speedGbps: 200, lanes: 4 },
  // Sold as OSFP and as QSFP112.
  ndr: { formFactor: null, speedGbps: 400, lanes: 4 },
  xdr: { formFactor: null, speedGbps: 800, lanes: 4 },
};

/** Speeds as the types write them: in Mb/s below 2.5 Gb/s, in Gb/s or Tb/s above. */
function readSpeedGbps(value: string, unit: string): number {
  return Number(value) * (unit === 't' ? 1000 : unit === 'g' ? 1 : 0.001);
}

/** null = no socket for a cable between devices: virtual, wireless, a line of a carrier, or a type that is not known. */
export function readInterfaceType(type: string): Cage | null {
  const infiniband = /^infiniband-(\w+)$/.exec(type);
  if (infiniband) {
    const known = INFINIBAND[infiniband[1] ?? ''];
    return known ? { ...known, heatSink: null, protocol: 'ib' } : null;
  }
  const twisted = /^([\d.]+)([gt]?)base-tx?$/.exec(type);
  if (twisted) {
    const speedGbps = readSpeedGbps(twisted[1] ?? '', twisted[2] ?? '');
    return { formFactor: 'RJ45', heatSink: null, speedGbps, lanes: 1, protocol: 'eth' };
  }
  const pluggable = /^([\d.]+)([gt]?)base-x-([\w-]+)$/.exec(type);
  if (!pluggable) return null;
  const speedGbps = readSpeedGbps(pluggable[1] ?? '', pluggable[2] ?? '');
  const key = pluggable[3] ?? '';
  const known = PLUGGABLE[key === 'qsfpdd' && speedGbps >= 800 ? 'qsfpdd-800' : key];
  const lanes = known?.lanes[speedGbps];
  if (!known || lanes === undefined) return null;
  return {
    formFactor: known.name,
    heatSink: key === 'osfp-rhs' ? 'flat' : null,
    speedGbps,
    lanes,
    protocol: 'eth',
  };
}
