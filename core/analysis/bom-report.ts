/** What has to be bought and what it costs: lines of the bill of materials, their prices, and the sums. */

export type BomCategory =
  | 'server'
  | 'switch'
  | 'nic'
  | 'transceiver'
  | 'cable'
  | 'rack'
  | 'blanking-panel'
  | 'pdu'
  | 'cdu';

/** Money, in the price book's currency. A single price has equal ends. */
export interface PriceRange {
  readonly low: number;
  readonly high: number;
}

/** What one line costs. Amounts are in the price book's currency and null where the price is not known. */
export interface LinePrice {
  /** Under which a price of the design is kept; null = nothing that a price could be kept for. */
  readonly priceKey: string | null;
  /** Each. */
  readonly unitPrice: PriceRange | null;
  /** Of the quantity, spares apart. */
  readonly extendedPrice: PriceRange | null;
  /** Of the spares. */
  readonly sparesPrice: PriceRange | null;
  /** Of the amounts. */
  readonly currency: string;
  /** The price book of the design, or what comes with the catalog; null = neither knows a price. */
  readonly priceFrom: 'book' | 'catalog' | null;
  /** Each, as it was stated; null = no price. Given with its currency where that has no rate, too. */
  readonly statedPrice: (PriceRange & { readonly currency: string }) | null;
  /** Why there is no price in the book's currency; null = there is one. */
  readonly priceGap: string | null;
  readonly priceSource: string | null;
  /** ISO date, may be a month. */
  readonly priceDate: string | null;
  readonly leadTimeWeeks: number | null;
  /** Of the price book; empty = none. */
  readonly note: string;
}

/** A line before prices. */
export interface PartLine {
  readonly category: BomCategory;
  /** null = part not chosen or not in the catalog. */
  readonly partId: string | null;
  readonly manufacturer: string | null;
  readonly model: string;
  readonly partNumber: string | null;
  /** For cables: the length it is bought in, or the planned run where the lengths on sale are not known. */
  readonly lengthM: number | null;
  /** What the netlist counts. */
  readonly quantity: number;
  /** To buy on top, by the design's rule for the class. */
  readonly spares: number;
  /** Devices, links or racks it is counted from. */
  readonly usedIn: readonly string[];
}

export interface BomLine extends PartLine, LinePrice {}

/** A sum of money in which prices may be missing: low and high then are lower bounds. */
export interface PriceSum extends PriceRange {
  /** Pieces without a price; 0 = the sum is complete. */
  readonly unknownCount: number;
  /** Models without a price. */
  readonly unknownParts: readonly string[];
}

export interface CategoryCost {
  readonly category: BomCategory;
  readonly quantity: number;
  readonly spareQuantity: number;
  readonly cost: PriceSum;
  readonly sparesCost: PriceSum;
}

/** What the network of one fabric costs against what it carries through its worst cut. */
export interface FabricCost {
  readonly fabricId: string;
  readonly name: string;
  /** Switches, NICs, modules and cables that serve this fabric alone. */
  readonly cost: PriceSum;
  /** Each Gb/s of bisection bandwidth, at least; null = no bisection, or nothing of the fabric has a price. */
  readonly perBisectionGbps: PriceRange | null;
}

export interface CostReport {
  readonly currency: string;
  /** Without spares. */
  readonly total: PriceSum;
  readonly spares: PriceSum;
  readonly categories: readonly CategoryCost[];
  /** Switches, NICs, modules, cables. */
  readonly network: PriceSum;
  /** Of the total; null while any price is missing, because what is missing moves it either way. */
  readonly networkShare: PriceRange | null;
  /** Total over GPUs, at least; null = no GPU, or nothing has a price. */
  readonly perGpu: PriceRange | null;
  readonly fabrics: readonly FabricCost[];
}

export type BomBy = 'fabric' | 'rack' | 'phase';

export interface SectionName {
  /** Fabric id, rack index of the netlist or phase; null = the rest, which no fabric or rack can claim. */
  readonly id: string | null;
  readonly name: string;
}

/** Part of the bill of materials. `lines` and `quantities` are parallel; `lines` are indexes into the whole. */
export interface BomSection extends SectionName {
  readonly lines: Uint32Array;
  readonly quantities: Uint32Array;
  readonly cost: PriceSum;
}
