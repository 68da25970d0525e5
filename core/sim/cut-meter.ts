/**
 * Adds up what crosses the uplinks of every unit of a fabric, and every server cable, as flows from cable to cable are laid on it. All
 * in bytes for one byte of message size, each way apart.
 */
import { Lasting } from '../base/lasting.ts';
import type { UnitLevel } from './fabric-units.ts';
import type { DomainCables, JobPlacement } from './job-placement.ts';

/** ring: for one pass of the message round the ring. */
export const LOAD_KINDS = ['ring', 'tree', 'allToAll', 'sendRecv'] as const;
export type LoadKind = (typeof LOAD_KINDS)[number];

/** By unit, or by cable. */
interface TwoWays {
  readonly out: Float64Array;
  readonly in: Float64Array;
}

export type Loads = Readonly<Record<LoadKind, TwoWays>>;

export interface MeteredLevel {
  readonly level: UnitLevel;
  /** By cable of the placement: the unit it leads into. */
  readonly unitOfCable: Int32Array;
  /** By unit: the connected part of the fabric it is in. */
  readonly partOfUnit: Int32Array;
  readonly loads: Loads;
}

export class CutMeter extends Lasting {
  readonly levels: readonly MeteredLevel[];
  /** By cable: the relay it leads into. A server that relays is itself where its cables lead. */
  readonly entry: Uint32Array;
  /** By cable: the connected part of the fabric it leads into. */
  readonly partOfCable: Int32Array;
  /** null = all domains are equally equipped, so that none is worth a watch. */
  readonly cableLoads: Loads | null;

  /** Levels that enclose a whole part have no uplinks and are left out. */
  constructor({ domains, units, trunk }: JobPlacement, isWatched: boolean) {
    super();
    const { cables } = domains;
    this.entry = findEntries(cables, units.partOf);
    this.partOfCable = lookUp(this.entry, units.partOf);
    this.levels = units.levels
      .filter(({ kind, tier }) => kind !== 'part' || tier < trunk.tierCount)
      .map((level) => {
        const unitOfCable = lookUp(this.entry, level.unitOf);
        const partOfUnit = findParts(unitOfCable, this.partOfCable, level.unitCount);
        return { level, unitOfCable, partOfUnit, loads: createLoads(level.unitCount) };
      });
    this.cableLoads = isWatched ? createLoads(cables.slot.length) : null;
  }

  add(kind: LoadKind, fromCable: number, toCable: number, bytes: number): void {
    const { levels, cableLoads } = this;
    if (cableLoads !== null) {
      const own = cableLoads[kind];
      own.out[fromCable] = (own.out[fromCable] as number) + bytes;
      own.in[toCable] = (own.in[toCable] as number) + bytes;
    }
    for (let i = 0; i < levels.length; i += 1) {
      const { unitOfCable, loads } = levels[i] as MeteredLevel;
      const from = unitOfCable[fromCable] as number;
      const to = unitOfCable[toCable] as number;
      // Units of the levels above hold those below.
      if (from === to) return;
      const across = loads[kind];
      if (from >= 0) across.out[from] = (across.out[from] as number) + bytes;
      if (to >= 0) across.in[to] = (across.in[to] as number) + bytes;
    }
  }
}

function findEntries({ ownMember, farMember }: DomainCables, partOf: Int32Array): Uint32Array {
  const entry = new Uint32Array(farMember.length);
  for (let cable = 0; cable < entry.length; cable += 1) {
    const own = ownMember[cable] as number;
    entry[cable] = (partOf[own] as number) >= 0 ? own : (farMember[cable] as number);
  }
  return entry;
}

function lookUp(entry: Uint32Array, unitOf: Int32Array): Int32Array {
  const unitOfCable = new Int32Array(entry.length);
  for (let cable = 0; cable < entry.length; cable += 1) unitOfCable[cable] = unitOf[entry[cable] as number] as number;
  return unitOfCable;
}

/** By unit. */
function findParts(unitOfCable: Int32Array, partOfCable: Int32Array, unitCount: number): Int32Array {
  const partOfUnit = new Int32Array(unitCount).fill(-1);
  for (let cable = 0; cable < unitOfCable.length; cable += 1) {
    const unit = unitOfCable[cable] as number;
    if (unit >= 0) partOfUnit[unit] = partOfCable[cable] as number;
  }
  return partOfUnit;
}

function createLoads(count: number): Loads {
  const create = (): TwoWays => ({ out: new Float64Array(count), in: new Float64Array(count) });
  return { ring: create(), tree: create(), allToAll: create(), sendRecv: create() };
}
