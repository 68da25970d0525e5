/** What the report says of the cables as things that are laid: trays, bundles, lengths, and how alike racks are. */
import type { CableDiameter } from './cable-sections.ts';

/** A stretch of tray with the same cables over all of it. */
export interface TraySegment {
  /** On the plan: x for a tray over a row, y for one that crosses rows. */
  readonly fromM: number;
  readonly toM: number;
  readonly cableCount: number;
  /** Cables of a kind that is not chosen take no room in `sectionMm2` and `fill`. */
  readonly unknownCount: number;
  readonly sectionMm2: number;
  /** Share of the tray's inner cross-section. */
  readonly fill: number;
}

export interface TrayLoad {
  readonly kind: 'row' | 'crossing';
  readonly roomId: string;
  /** Rows in one line share a tray; none for a crossing. */
  readonly rowIds: readonly string[];
  /** `Row A`, `Crossing at 8.1 m of Hall`. */
  readonly name: string;
  /** y of a tray over a row, x of one that crosses, on the plan. */
  readonly atM: number;
  /** From west to east or north to south, without what is empty. */
  readonly segments: readonly TraySegment[];
  /** Place of its fullest segment. */
  readonly fullestIndex: number;
}

export interface TrayReport {
  /** Share of a tray's cross-section that cables may take. */
  readonly fillLimit: number;
  /** Those with cables: rows first. */
  readonly trays: readonly TrayLoad[];
  /** Place of the tray with the fullest segment; null = no cable leaves its rack. */
  readonly fullestIndex: number | null;
  readonly overLimitCount: number;
  /** Cables from one room to another: between the rooms they are on none of these trays. */
  readonly betweenRoomsCount: number;
  readonly bundles: BundleCount;
  /** Diameters that the fill rests on. */
  readonly diameters: readonly CableDiameter[];
}

/** Cables between the same two racks are tied together. */
export interface BundleCount {
  readonly bundleSize: number;
  readonly bundleCount: number;
  readonly cableCount: number;
  readonly rackPairCount: number;
  /** Between the two racks with the most. */
  readonly largestPairCableCount: number;
}

export interface LengthCount {
  readonly lengthM: number;
  readonly cableCount: number;
  /** false = some of them are of a kind whose lengths on sale are not known. */
  readonly isKnown: boolean;
}

/** The cables of one link. */
export interface LinkRunSpread {
  readonly linkId: string;
  readonly cableCount: number;
  /** Of them: with both ends on the floor or in one rack. The others run as planned. */
  readonly measuredCount: number;
  readonly shortestM: number;
  readonly meanM: number;
  readonly longestM: number;
  /** Longer than passive copper carries; null = there is none for the lanes of its ports. */
  readonly beyondCopperCount: number | null;
  /** Ends of a longest one: device and rack, the rack null when it stands in none. */
  readonly longest: { readonly a: RunEnd; readonly b: RunEnd };
}

export interface RunEnd {
  readonly deviceId: string;
  readonly member: number;
  readonly name: string;
  readonly rackName: string | null;
}

export interface RackSideLoad {
  readonly rackId: string;
  readonly rackIndex: number;
  readonly rackName: string;
  readonly cableEnds: number;
}

/** Racks that are alike: the same frame, devices in the same units, and as many cable ends of every link. */
export interface RackAlikeness {
  readonly rackCount: number;
  readonly patternCount: number;
  /** Patterns from the most racks to the fewest, at most ten, each with its first rack. */
  readonly largest: readonly {
    readonly rackCount: number;
    readonly rackId: string;
    readonly rackIndex: number;
    readonly rackName: string;
  }[];
  /** Racks without a like. */
  readonly singleCount: number;
}

export interface DeployabilityReport {
  readonly cableCount: number;
  readonly measuredCount: number;
  /** By bought length, shortest first. */
  readonly lengths: readonly LengthCount[];
  readonly runTotalM: number;
  readonly boughtTotalM: number;
  /** Where the cables with both ends on the floor, or in one rack, stay. */
  readonly inRackCount: number;
  readonly inRowCount: number;
  readonly crossRowCount: number;
  readonly crossRoomCount: number;
  /** Runs of ports that passive copper exists for, and those of them that it does not reach. */
  readonly copper: { readonly cableCount: number; readonly beyondReachCount: number };
  /** Racks with the most cable ends on their front and on their rear; null = nothing is cabled there. */
  readonly fullestFront: RackSideLoad | null;
  readonly fullestRear: RackSideLoad | null;
  readonly alikeness: RackAlikeness;
  /** By link, the longest runs first. */
  readonly links: readonly LinkRunSpread[];
}
