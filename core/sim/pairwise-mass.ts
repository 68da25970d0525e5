/**
 * All-to-all of a group, without a walk over all pairs. Between two domains that hold a and b of the n ranks go a b / n of the message
 * each way, spread over the sender's cables; each slot's bytes stay on that slot, because the scale-up network brings them there. So
 * what leaves a unit on a slot is what its domains send there times the share of ranks that this slot reaches outside the unit.
 */
import { Lasting } from '../base/lasting.ts';
import type { CutMeter, MeteredLevel } from './cut-meter.ts';
import type { GroupStops } from './group-stops.ts';
import type { JobPlacement } from './job-placement.ts';

interface LevelMass {
  /** By slot and unit: ranks times their cables' share; and ranks. */
  readonly mass: Float64Array;
  readonly ranks: Float64Array;
  readonly touched: number[];
}

export class PairwiseMass extends Lasting {
  private readonly placement: JobPlacement;
  private readonly meter: CutMeter;
  private readonly levels: readonly LevelMass[];
  private readonly partCount: number;
  /** By slot and part of the fabric: ranks of the group that it reaches. */
  private readonly reached: Float64Array;
  private readonly touched: number[] = [];
  /** By class of stops: ranks of the group in hand; all zero between groups. */
  private readonly ranksOfClass: number[] = [];

  constructor(placement: JobPlacement, meter: CutMeter, slotCount: number) {
    super();
    this.placement = placement;
    this.meter = meter;
    this.partCount = placement.units.partCount;
    this.reached = new Float64Array(slotCount * this.partCount);
    this.levels = meter.levels.map(({ level }) => ({
      mass: new Float64Array(slotCount * level.unitCount),
      ranks: new Float64Array(slotCount * level.unitCount),
      touched: [],
    }));
  }

  lay(stops: GroupStops): void {
    while (this.ranksOfClass.length < stops.cablesOf.length) this.ranksOfClass.push(0);
    const classes: number[] = [];
    for (let stop = 0; stop < stops.count; stop += 1) {
      const own = stops.classOf[stop] as number;
      if (this.ranksOfClass[own] === 0) classes.push(own);
      this.ranksOfClass[own] = (this.ranksOfClass[own] as number) + (stops.ranks[stop] as number);
    }
    for (const own of classes) {
      this.collect(stops.cablesOf[own] as Uint32Array, this.ranksOfClass[own] as number);
      this.ranksOfClass[own] = 0;
    }
    for (let i = 0; i < this.levels.length; i += 1) this.spread(i);
    for (const key of this.touched) this.reached[key] = 0;
    this.touched.length = 0;
  }

  private collect(cables: Uint32Array, ranks: number): void {
    const { groupSize, domains } = this.placement;
    const { gbps, slot } = domains.cables;
    const { partOfCable, cableLoads } = this.meter;
    let total = 0;
    for (const cable of cables) total += gbps[cable] as number;
    for (const cable of cables) {
      const share = (gbps[cable] as number) / total;
      const ownSlot = slot[cable] as number;
      const part = ownSlot * this.partCount + (partOfCable[cable] as number);
      if (this.reached[part] === 0) this.touched.push(part);
      this.reached[part] = (this.reached[part] as number) + ranks;
      for (let i = 0; i < this.levels.length; i += 1) this.weigh(i, cable, ownSlot, ranks, share);
      if (cableLoads === null) continue;
      // A watched domain is a class of its own; of others nobody asks.
      const { out, in: into } = cableLoads.allToAll;
      const bytes = (share * ranks * (groupSize - ranks)) / groupSize;
      out[cable] = (out[cable] as number) + bytes;
      into[cable] = (into[cable] as number) + bytes;
    }
  }

  private weigh(index: number, cable: number, slot: number, ownRanks: number, share: number): void {
    const { mass, ranks, touched } = this.levels[index] as LevelMass;
    const { level, unitOfCable } = this.meter.levels[index] as MeteredLevel;
    const unit = unitOfCable[cable] as number;
    if (unit < 0) return;
    const key = slot * level.unitCount + unit;
    if (ranks[key] === 0) touched.push(key);
    mass[key] = (mass[key] as number) + ownRanks * share;
    ranks[key] = (ranks[key] as number) + ownRanks;
  }

  private spread(index: number): void {
    const { mass, ranks, touched } = this.levels[index] as LevelMass;
    const { level, loads, partOfUnit } = this.meter.levels[index] as MeteredLevel;
    const across = loads.allToAll;
    for (const key of touched) {
      const unit = key % level.unitCount;
      const slot = (key - unit) / level.unitCount;
      const reached = this.reached[slot * this.partCount + (partOfUnit[unit] as number)] as number;
      const bytes = ((mass[key] as number) * (reached - (ranks[key] as number))) / this.placement.groupSize;
      across.out[unit] = (across.out[unit] as number) + bytes;
      across.in[unit] = (across.in[unit] as number) + bytes;
      mass[key] = 0;
      ranks[key] = 0;
    }
    touched.length = 0;
  }
}
