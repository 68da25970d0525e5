/** A cut before it has a name: names are made only for those that stay. */
import type { CutLoad } from './collective-inputs.ts';
import type { LoadKind } from './cut-meter.ts';

export interface BareCut {
  readonly capacityGBps: number;
  /** Bytes for one byte of message size, the fuller way. */
  readonly loads: Readonly<Record<LoadKind, number>>;
  readonly name: () => Pick<CutLoad, 'label' | 'refIds'>;
}
