/**
 * Power, heat, air and coolant of the racks and of what feeds and cools them: plain values beside the rest of the report.
 * Heat is electrical power. Watts are those at the devices' inlets with what is plugged into them; losses of the site are in the
 * PUE. Where parts do not state a figure, what is known is a lower bound and stands beside the count of what is missing.
 */
import type { PartialSum } from './partial-sum.ts';

/** What feeds a rack, by its PDUs and their feeds as they are switched now. */
export type RackSupply =
  /** No PDUs drawn: nothing to tell. */
  | 'no-pdus'
  /** Some live PDU does not state what it can deliver, or the load is not known whole. */
  | 'not-known'
  | 'fed'
  /** Draws at its maximum more than its live PDUs may deliver. */
  | 'overloaded'
  /** Every PDU hangs on a feed that is off. */
  | 'dark';

/** In the order of the codes of `RackFigures.supply`. */
export const RACK_SUPPLIES: readonly RackSupply[] = ['no-pdus', 'not-known', 'fed', 'overloaded', 'dark'];

/** One quantity of every rack, by rack index of the netlist. */
export interface RackSum {
  readonly value: Float64Array;
  /** Devices and modules whose figure is not known. */
  readonly unknown: Uint32Array;
}

/** Where the heat of every rack goes, W at maximum power; `open` = to air or liquid, by a share nobody states. */
export interface RackHeat {
  readonly airW: Float64Array;
  readonly liquidW: Float64Array;
  readonly openW: Float64Array;
}

/** By rack index of the netlist. */
export interface RackFigures {
  readonly typicalW: RackSum;
  readonly maxW: RackSum;
  readonly weightKg: RackSum;
  readonly usedUnits: Float64Array;
  readonly heat: RackHeat;
  /** Air that carries the heat at the site's rise; heat of open share counted as air. */
  readonly airflowM3PerHour: Float64Array;
  readonly airflowCfm: Float64Array;
  /** Water that carries the heat at the site's rise; heat of open share counted as liquid. */
  readonly coolantLpm: Float64Array;
  /** Index into RACK_SUPPLIES. */
  readonly supply: Uint8Array;
}

/** Heat of a set of racks, W. */
export interface HeatSplit {
  readonly airW: number;
  readonly liquidW: number;
  /** To air or liquid: the share is not stated. */
  readonly openW: number;
}

export interface Flow {
  /** For the heat known to go into it, and if the open share went there too. */
  readonly least: number;
  readonly most: number;
}

/** Sums over a set of racks. */
export interface FacilitySum {
  readonly rackCount: number;
  readonly gpuCount: number;
  readonly typicalW: PartialSum;
  readonly maxW: PartialSum;
  readonly weightKg: PartialSum;
  readonly usedUnits: number;
  readonly heightUnits: number;
  /** At maximum power. */
  readonly heat: HeatSplit;
  readonly airflowM3PerHour: Flow;
  readonly airflowCfm: Flow;
  readonly coolantLpm: Flow;
  /** Of the fullest rack, at its maximum. */
  readonly densestRackW: number;
  readonly darkRackCount: number;
  readonly overloadedRackCount: number;
}

export interface RackGroupFigures extends FacilitySum {
  readonly rackId: string;
  readonly name: string;
}

export interface RowFigures extends FacilitySum {
  readonly rowId: string;
  readonly roomId: string;
  readonly name: string;
}

export interface RoomFigures extends FacilitySum {
  readonly roomId: string;
  readonly name: string;
}

/** Load of something with a rating. Shares and states are null while the rating is not known. */
export interface RatedLoad {
  readonly typicalW: PartialSum;
  readonly maxW: PartialSum;
  /** After derating; null = not known. */
  readonly usableW: number | null;
  /** Of what is usable, at the maximum; a lower bound where the load is one. */
  readonly maxShare: number | null;
  /** null = cannot be told: no rating, or within it with loads missing. */
  readonly isOverloaded: boolean | null;
}

export interface FeedFigures extends RatedLoad {
  readonly feedId: string;
  readonly name: string;
  readonly isOff: boolean;
  readonly ratedW: number | null;
  readonly derating: number;
  /** PDUs on it, and racks with at least one of them. */
  readonly pduCount: number;
  readonly rackCount: number;
  /** Highest load at the maximum when one more feed fails, and which; null = no other feed is live. */
  readonly worstLoss: FeedLoss | null;
}

export interface FeedLoss {
  readonly lostFeedId: string;
  readonly maxW: PartialSum;
  readonly isOverloaded: boolean | null;
}

/** How the usable power of a PDU is known. */
export type PduBasis = 'stated' | 'volts-amps' | 'rated-kva' | 'not-known';

/** PDUs of one kind on one feed in the racks of one group. Loads are those of one PDU in the fullest rack. */
export interface PduFigures extends RatedLoad {
  readonly rackId: string;
  readonly rackName: string;
  readonly partId: string;
  readonly model: string;
  readonly perRack: number;
  /** null = which feed is not said. */
  readonly feedId: string | null;
  readonly isLive: boolean;
  readonly ratedKva: number | null;
  readonly derating: number;
  readonly basis: PduBasis;
}

/** What the feeds that are off take with them. What it does to traffic is not part of it. */
export interface DarkFigures {
  readonly offFeedIds: readonly string[];
  readonly rackCount: number;
  readonly gpuCount: number;
  readonly deviceCount: number;
  /** What the dark racks would draw. */
  readonly maxW: PartialSum;
  readonly overloadedRackCount: number;
  readonly overloadedGpuCount: number;
  readonly overloadedFeedIds: readonly string[];
}

export interface Energy {
  /** Yearly, of the IT alone: kWh. */
  readonly itKwh: PartialSum;
  /** Yearly, of the whole site; null = the PUE is not known. */
  readonly siteKwh: number | null;
  /** null = a rate is not known. */
  readonly cost: number | null;
  readonly co2Kg: number | null;
}

export interface EnergyReport {
  readonly pue: number | null;
  readonly pricePerKwh: number | null;
  readonly gridCo2KgPerKwh: number | null;
  /** Of the cost: the price book's. */
  readonly currency: string;
  /** Drawing the typical power all year; and the maximum, which no year exceeds. */
  readonly typical: Energy;
  readonly max: Energy;
}

/** A plant against the heat of the racks it serves, at maximum power. */
export interface CoolingZoneFigures {
  readonly zoneId: string;
  readonly name: string;
  readonly rackCount: number;
  readonly heat: HeatSplit;
  /** Terms of the racks' power that are not known. */
  readonly unknownCount: number;
  readonly capacityW: number | null;
  readonly airflowM3PerHour: Flow;
  readonly airflowCfm: Flow;
  /** null = cannot be told. */
  readonly isOverloaded: boolean | null;
}

export interface CduFigures {
  readonly cduId: string;
  readonly name: string;
  readonly model: string;
  readonly count: number;
  readonly standbyCount: number;
  readonly rackCount: number;
  readonly heat: HeatSplit;
  readonly unknownCount: number;
  /** Of those that work, standby left out; null = the part does not state it. */
  readonly capacityW: number | null;
  readonly capacityBasis: string | null;
  readonly coolantLpm: Flow;
  readonly capacityLpm: number | null;
  /** Working units that capacity and flow ask for, if the open share goes to liquid, standby on top; null = not known. */
  readonly neededCount: number | null;
  /** Drawn by the working units themselves: part of the PUE, not of the IT load; null = not known. */
  readonly ownPowerW: number | null;
  /** null = cannot be told. */
  readonly isOverloaded: boolean | null;
}

/** One published airflow of a device group's part, beside what the heat asks for. */
export interface PublishedAirflow {
  readonly deviceId: string;
  readonly deviceName: string;
  readonly partId: string;
  readonly model: string;
  /** Systems the published figure is for: 1 = one system; more = a rack with so many of them. */
  readonly systemCount: number;
  readonly cfm: number;
  readonly cfmPerSystem: number;
  readonly basis: string;
  readonly sourceUrl: string | null;
  /** Members it speaks for: all, or those in racks with just so many of the part. */
  readonly memberCount: number;
  readonly totalCfm: number;
}

export interface FacilityReport {
  readonly airRiseC: number;
  readonly coolantRiseC: number;
  /** Stated for the site, for parts that do not state their own; null = not stated. */
  readonly liquidShare: number | null;
  readonly racks: RackFigures;
  /** In the order of the netlist's rack groups, rows and rooms. */
  readonly rackGroups: readonly RackGroupFigures[];
  readonly rows: readonly RowFigures[];
  readonly rooms: readonly RoomFigures[];
  /** Racks that stand in no row. */
  readonly offFloor: FacilitySum;
  /** Devices in no rack. */
  readonly unracked: FacilitySum;
  /** All racks and all devices in none. */
  readonly site: FacilitySum;
  readonly feeds: readonly FeedFigures[];
  readonly pdus: readonly PduFigures[];
  /** Load that hangs on no feed: PDUs whose feed is not said, and racks without PDUs. */
  readonly withoutFeed: { readonly maxW: PartialSum; readonly rackCount: number };
  readonly dark: DarkFigures;
  readonly energy: EnergyReport;
  readonly zones: readonly CoolingZoneFigures[];
  readonly cdus: readonly CduFigures[];
  /** Liquid-cooled racks that no CDU serves, where CDUs are drawn at all. */
  readonly withoutCdu: { readonly rackCount: number; readonly heat: HeatSplit };
  readonly publishedAirflow: readonly PublishedAirflow[];
}
