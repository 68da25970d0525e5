/** What is asked of the placement of racks on a floor, and what comes back: plain values, to be cloned between threads. */
import type { Room, Row, Stand } from '../design/floor.ts';
import type { RowRule } from './row-plan.ts';

export interface FloorRequest {
  /** Positions to stand on: given rows as they are, or rows by rule in place of whatever there is. */
  readonly floor:
    | { readonly kind: 'given'; readonly rooms: readonly Room[]; readonly rows: readonly Row[] }
    | { readonly kind: 'by-rule'; readonly rule: RowRule };
  /** What the racks of one row may draw at most, kW; null = no such limit. */
  readonly rowPowerLimitKw: number | null;
}

/** How far a proposal is. */
export interface PlaceProgress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** Runs are lengths of cable with slack, in metres. */
export interface LinkRun {
  readonly linkId: string;
  /** As planned where it is not measured. */
  readonly longestBeforeM: number;
  readonly longestAfterM: number;
}

export interface UnplacedRacks {
  readonly rackId: string;
  readonly name: string;
  readonly count: number;
}

/** A floor to be applied as one step. */
export interface FloorProposal {
  readonly rooms: readonly Room[];
  readonly rows: readonly Row[];
  readonly stands: readonly Stand[];
  /** All cables as the drawing has them now; runs that nobody can measure count with their planned length. */
  readonly totalLengthBeforeM: number;
  /** Whether all runs of the total before are measured, none planned. */
  readonly isBeforeMeasured: boolean;
  readonly totalLengthAfterM: number;
  /** With the racks in the order of their numbers along the same rows: what taking no care gives. */
  readonly totalLengthRowOrderM: number;
  readonly longestByLink: readonly LinkRun[];
  /** Between an endpoint and the switch it hangs on; null = there are no such runs. */
  readonly worstLeafServerM: number | null;
  readonly placedRackCount: number;
  readonly unplaced: readonly UnplacedRacks[];
  /** Sentences: what was limited by what. */
  readonly notes: readonly string[];
}
