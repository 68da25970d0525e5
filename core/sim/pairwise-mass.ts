/**
 * All-to-all of a group, without a walk over all pairs. Between two domains that hold a and b of the n ranks go a b / n of the message
 * each way, spread over the sender's cables; each slot's bytes stay on that slot, because the scale-up network brings them there. So
 * what leaves a unit on a slot is what its domains send there times the share of ranks that this slot reaches outside the unit.
 */
import type { CutMeter } from './cut-meter.ts';
import type { GroupStops } from './group-stops.ts';
import type { JobPlacement } from './job-placement.ts';

interface LevelMass {
  /** By slot and unit: ranks times their cables' share; and ranks. */
  readonly mass: Float64Array;
  readonly ranks: Float64Array;
  readonly touched: number[];
}

export class PairwiseMass {
  private readonly placement: JobPlacement;
  private readonly meter: CutMeter;
  private readonly levels: readonly LevelMass[];
  private readonly partCount: number;
  /** By slot and part of the fabric: ranks of the group that it reaches. */
  private readonly reached: Float64Array;
  private readonly touched: number[] = [];

  constructor(placement: JobPlacement, meter: CutMeter, slotCount: number) {
    this.placement = placement;
    this.meter = meter;
    this.partCount = meter.partOfCable.reduce((most, part) => Math.max(most, part + 1), 0);
    this.reached = new Float64Array(slotCount * this.partCount);
    this.levels = meter.levels.map(({ level }) => ({
      mass: new Float64Array(slotCount * level.unitCount),
      ranks: new Float64Array(slotCount * level.unitCount),
      touched: [],
    }));
  }

  lay(stops: GroupStops): void {
    const { groupSize, domains } = this.placement;
    const { gbps, slot } = domains.cables;
    const own = this.meter.cableLoads.allToAll;
    for (let stop = 0; stop < stops.count; stop += 1) {
      const ranks = stops.ranks[stop] as number;
      const first = stops.firstCable[stop] as number;
      const end = stops.firstCable[stop + 1] as number;
      let total = 0;
      for (let i = first; i < end; i += 1) total += gbps[stops.cable[i] as number] as number;
      const leaving = (ranks * (groupSize - ranks)) / groupSize;
      for (let i = first; i < end; i += 1) {
        const cable = stops.cable[i] as number;
        const share = (gbps[cable] as number) / total;
        own.out[cable] = (own.out[cable] as number) + leaving * share;
        own.in[cable] = (own.in[cable] as number) + leaving * share;
        this.collect(cable, slot[cable] as number, ranks, share);
      }
    }
    this.spread(groupSize);
  }

  private collect(cable: number, slot: number, ranks: number, share: number): void {
    const part = slot * this.partCount + (this.meter.partOfCable[cable] as number);
    if (this.reached[part] === 0) this.touched.push(part);
    this.reached[part] = (this.reached[part] as number) + ranks;
    this.levels.forEach((level, index) => {
      const { level: own, unitOfCable } = this.meter.levels[index] as CutMeter['levels'][number];
      const unit = unitOfCable[cable] as number;
      if (unit < 0) return;
      const key = slot * own.unitCount + unit;
      if (level.ranks[key] === 0) level.touched.push(key);
      level.mass[key] = (level.mass[key] as number) + ranks * share;
      level.ranks[key] = (level.ranks[key] as number) + ranks;
    });
  }

  private spread(groupSize: number): void {
    this.levels.forEach((level, index) => {
      const { level: own, loads, partOfUnit } = this.meter.levels[index] as CutMeter['levels'][number];
      const across = loads.allToAll;
      for (const key of level.touched) {
        const unit = key % own.unitCount;
        const slot = (key - unit) / own.unitCount;
        const reached = this.reached[slot * this.partCount + (partOfUnit[unit] as number)] as number;
        const bytes = ((level.mass[key] as number) * (reached - (level.ranks[key] as number))) / groupSize;
        across.out[unit] = (across.out[unit] as number) + bytes;
        across.in[unit] = (across.in[unit] as number) + bytes;
        level.mass[key] = 0;
        level.ranks[key] = 0;
      }
      level.touched.length = 0;
    });
    for (const key of this.touched) this.reached[key] = 0;
    this.touched.length = 0;
  }
}
