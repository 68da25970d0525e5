/** One line of the platform table: what a collective library gets out of a GPU family's scale-up network. */

export interface Platform {
  readonly id: string;
  readonly name: string;
  readonly vendor: 'nvidia' | 'amd' | 'other';
  readonly family: 'ampere' | 'hopper' | 'hopper-h800' | 'blackwell' | 'cdna3' | 'cdna4' | 'other';
  /** Bup: ring inside one domain, GB/s; several AMD parts grow with the number of peers, and this is then the rate per peer. */
  readonly ringGBps: number;
  readonly isRingPerPeer: boolean;
  /** Bup when several domains take part. */
  readonly ringAcrossGBps: number;
  /** Ba2a, of a whole domain of eight where the rate grows with the number of peers. */
  readonly allToAllGBps: number;
  /** Bnv: wire rate of in-switch reduction; null = none. */
  readonly inSwitchGBps: number | null;
  /** Fewest GPUs of a domain for in-switch reduction. */
  readonly inSwitchMinGpus: number;
  /** h: scale-up hop, us. */
  readonly hopUs: number;
  readonly source: string;
  /** Whether published runs of this very platform stand behind the figures. */
  readonly isMeasured: boolean;
}
