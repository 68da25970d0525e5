/**
 * Adds up what crosses the uplinks of every unit of a fabric, and every server cable, as flows from cable to cable are laid on it. All
 * in bytes for one byte of message size, each way apart.
 */
import type { UnitLevel } from './fabric-units.ts';
import type { JobPlacement } from './job-placement.ts';

/** ring: for one pass of the message round the ring. */
export type LoadKind = 'ring' | 'tree' | 'allToAll' | 'sendRecv';
export const LOAD_KINDS: readonly LoadKind[] = ['ring', 'tree', 'allToAll', 'sendRecv'];

export interface TwoWays {
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

export class CutMeter {
  readonly levels: readonly MeteredLevel[];
  readonly cableLoads: Loads;
  /** By cable: the connected part of the fabric it leads into. */
  readonly partOfCable: Int32Array;

  /** Levels that enclose a whole part have no uplinks and are left out. */
  constructor({ domains, units, trunk }: JobPlacement) {
    const { cables } = domains;
    const enter = (unitOf: Int32Array): Int32Array =>
      // A server that relays is itself where its cables lead.
      Int32Array.from(cables.farMember, (far, cable) => {
        const own = unitOf[cables.ownMember[cable] as number] as number;
        return own >= 0 ? own : (unitOf[far] as number);
      });
    const partOfCable = enter(units.partOf);
    this.levels = units.levels
      .filter(({ kind, tier }) => kind !== 'part' || tier < trunk.tierCount)
      .map((level) => {
        const unitOfCable = enter(level.unitOf);
        const partOfUnit = new Int32Array(level.unitCount).fill(-1);
        unitOfCable.forEach((unit, cable) => {
          if (unit >= 0) partOfUnit[unit] = partOfCable[cable] as number;
        });
        return { level, unitOfCable, partOfUnit, loads: createLoads(level.unitCount) };
      });
    this.cableLoads = createLoads(cables.slot.length);
    this.partOfCable = partOfCable;
  }

  add(kind: LoadKind, fromCable: number, toCable: number, bytes: number): void {
    const own = this.cableLoads[kind];
    own.out[fromCable] = (own.out[fromCable] as number) + bytes;
    own.in[toCable] = (own.in[toCable] as number) + bytes;
    for (const { unitOfCable, loads } of this.levels) {
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

function createLoads(count: number): Loads {
  const create = (): TwoWays => ({ out: new Float64Array(count), in: new Float64Array(count) });
  return { ring: create(), tree: create(), allToAll: create(), sendRecv: create() };
}
