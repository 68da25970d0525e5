/**
 * Delays that no part of the catalog states, each with unit, source and date. A switch part's own `latencyNs` always wins; what is
 * taken from here instead is listed in the report.
 */

export interface DelayConstant {
  readonly valueNs: number;
  readonly unit: string;
  readonly label: string;
  readonly url: string | null;
  /** Standing of the figure, in the catalog's words. */
  readonly confidence: 'secondary' | 'derived';
  readonly note: string;
  /** ISO date on which it was gathered. */
  readonly asOf: string;
}

const AS_OF = '2026-11-21';

/** Network interface and host bus at either end of a path. */
export const NIC_DELAY: DelayConstant = {
  valueNs: 700,
  unit: 'ns per end',
  label: 'NIC and host bus',
  url: 'https://github.com/oracle-quickstart/oci-gpu-quickstarts',
  confidence: 'derived',
  note: 'From 1.85 us measured one way over one switch (ib_write_lat, same rack), which leaves 0.70 to 0.75 us an end; the lower figure, because error correction is counted apart.',
  asOf: AS_OF,
};

/** InfiniBand switch, port to port. */
export const INFINIBAND_SWITCH_DELAY: DelayConstant = {
  valueNs: 350,
  unit: 'ns per switch',
  label: 'InfiniBand switch without a published latency',
  url: 'https://yobitel.com/knowledge-base/nvidia-quantum-2',
  confidence: 'secondary',
  note: 'Pages about Quantum-2 say 0.33 us, under 0.4 us and under 0.15 us; none is the maker’s data sheet.',
  asOf: AS_OF,
};

/** Ethernet switch of the AI class, port to port; also taken for endpoints that relay. */
export const ETHERNET_SWITCH_DELAY: DelayConstant = {
  valueNs: 600,
  unit: 'ns per switch',
  label: 'Ethernet switch without a published latency',
  url: 'https://kentino.com',
  confidence: 'secondary',
  note: 'Generic range 0.4 to 0.6 us for current AI switches; no official figure for Spectrum-4 or Tomahawk 5 was found, so the upper end.',
  asOf: AS_OF,
};

/** Forward error correction, once per link of PAM4 lanes. */
export const FEC_DELAY: DelayConstant = {
  valueNs: 100,
  unit: 'ns per link',
  label: 'RS(544,514) error correction',
  url: null,
  confidence: 'derived',
  note: 'A codeword of 5\u202f440 bits takes 14 to 54 ns to collect at 400G to 100G; with decoding 50 to 150 ns.',
  asOf: AS_OF,
};

/** Slowest lane that uses this error correction: 50 Gb/s, PAM4. */
export const FEC_MIN_LANE_GBPS = 50;

/** Light in glass or a signal in copper, at about two thirds of the speed of light. */
export const CABLE_DELAY: DelayConstant = {
  valueNs: 5,
  unit: 'ns per m',
  label: 'Fibre or copper',
  url: null,
  confidence: 'derived',
  note: 'Refractive index of about 1.5.',
  asOf: AS_OF,
};
