/** Puts transceivers into cages. A cage holds one: the first link on it decides, and another wish is a clash. */
import { Lasting } from '../base/lasting.ts';
import type { Memory } from '../base/memory.ts';
import type { TransceiverPart } from '../catalog/part.ts';
import type { ChosenMedium } from './choose-medium.ts';
import type { LinkWires } from './connect.ts';
import { NONE } from './netlist.ts';

/** What a link is made of, and where its two blocks begin among all cages. */
export interface LinkMedium {
  readonly linkId: string;
  readonly choice: ChosenMedium;
  readonly wires: LinkWires;
  readonly firstCageA: number;
  readonly firstCageB: number;
}

export interface ModuleList {
  readonly transceiverCage: Uint32Array;
  /** Index into transceiverParts. */
  readonly transceiverPart: Uint16Array;
  readonly transceiverParts: TransceiverPart[];
  /** By link: cages that already hold another module. */
  readonly clashes: number[];
}

export function seatModules(cageCount: number, links: readonly LinkMedium[], memory: Memory): ModuleList {
  const inputs = links.flatMap(({ choice, wires, firstCageA, firstCageB }) => [
    choice.medium,
    wires,
    firstCageA,
    firstCageB,
  ]);
  const runs = links.map(({ linkId, wires }) =>
    memory.recall(`cages of ${linkId}`, [wires], () => ({ a: dropRepeats(wires.cageA), b: dropRepeats(wires.cageB) })),
  );
  return memory.recall('modules', [cageCount, ...inputs], () => {
    const rack = new ModuleRack(cageCount);
    const clashes = links.map(({ choice: { medium }, firstCageA, firstCageB }, index) => {
      if (medium.kind !== 'optics') return 0;
      const { a, b } = runs[index] as CageRuns;
      return rack.fill(a, firstCageA, medium.transceiverA) + rack.fill(b, firstCageB, medium.transceiverB);
    });
    return { ...rack.list(), clashes };
  });
}

/** Cages that the connections of a link end in, one after the other. */
interface CageRuns {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

/** Cages that follow each other once each; one may come again later. */
function dropRepeats(cages: Uint32Array): Uint32Array {
  const kept = new Uint32Array(cages.length);
  let count = 0;
  for (let i = 0; i < cages.length; i += 1) {
    if (i > 0 && cages[i] === cages[i - 1]) continue;
    kept[count] = cages[i] as number;
    count += 1;
  }
  return kept.slice(0, count);
}

class ModuleRack extends Lasting {
  private readonly parts: TransceiverPart[] = [];
  private readonly partOfCage: Int16Array;
  private readonly indexOf = new Map<TransceiverPart, number>();
  private count = 0;

  constructor(cageCount: number) {
    super();
    this.partOfCage = new Int16Array(cageCount).fill(NONE);
  }

  /** Returns the number of cages that already hold another module. */
  fill(cages: Uint32Array, firstCage: number, part: TransceiverPart): number {
    const { partOfCage } = this;
    let index = this.indexOf.get(part);
    if (index === undefined) {
      index = this.parts.length;
      this.parts.push(part);
      this.indexOf.set(part, index);
    }
    let clashes = 0;
    let filled = 0;
    for (let i = 0; i < cages.length; i += 1) {
      const cage = firstCage + (cages[i] as number);
      const present = partOfCage[cage] as number;
      if (present === NONE) {
        partOfCage[cage] = index;
        filled += 1;
      } else if (present !== index) clashes += 1;
    }
    this.count += filled;
    return clashes;
  }

  /** In the order of the cages. */
  list(): Omit<ModuleList, 'clashes'> {
    const { partOfCage } = this;
    const transceiverCage = new Uint32Array(this.count);
    const transceiverPart = new Uint16Array(this.count);
    let next = 0;
    for (let cage = 0; cage < partOfCage.length; cage += 1) {
      const part = partOfCage[cage] as number;
      if (part === NONE) continue;
      transceiverCage[next] = cage;
      transceiverPart[next] = part;
      next += 1;
    }
    return { transceiverCage, transceiverPart, transceiverParts: this.parts };
  }
}
