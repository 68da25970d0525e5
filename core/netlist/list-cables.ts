/** Lists the cable assemblies of all links, and which of them every connection runs over. */
import type { Memory } from '../base/memory.ts';
import type { CableJoints } from './cable-joints.ts';
import type { LinkWires } from './connect.ts';
import { copyShifted } from './enumerate-ports.ts';
import { NONE } from './netlist.ts';
import type { LinkMedium } from './seat-modules.ts';

export interface CableList {
  readonly connectionCable: Int32Array;
  readonly cableCount: number;
  readonly cableLink: Uint32Array;
  readonly cableCageA: Uint32Array;
  readonly cableCageB: Uint32Array;
  /** By link: stays the same object while its assemblies join the same cages, as their blocks number them. */
  readonly assemblies: readonly object[];
}

/** Cages at the two ends of one link's assemblies, counted from the first of their block. */
interface CableEnds {
  readonly cageA: Uint32Array;
  readonly cageB: Uint32Array;
}

/** `first`: by link, its first connection; one more at the end. */
export function listCables(links: readonly LinkMedium[], first: Uint32Array, memory: Memory): CableList {
  // A medium of other modules or lengths may well be laid as before.
  const joints = links.map(({ linkId, choice }) =>
    memory.settle(`joints of ${linkId}`, [choice.joints], () => choice.joints),
  );
  // The ends of unchanged links stay known while the list of all is made anew.
  const ends = links.map(({ linkId, wires }, index) => {
    const own = joints[index] as CableJoints;
    return memory.recall(`cable ends of ${linkId}`, [own, wires], () => listEnds(own, wires));
  });
  const inputs = links.flatMap(({ firstCageA, firstCageB }, index) => [joints[index], firstCageA, firstCageB]);
  const list = memory.recall('cables', [...inputs, ...ends, ...first], () => joinCables(links, joints, ends, first));
  return { ...list, assemblies: ends };
}

/** Walks the joints backwards so that an assembly's first connection has the last word on its cages. */
function listEnds(
  { assembly, assemblyCount, trunksPerConnection }: CableJoints,
  { cageA: ofA, cageB: ofB }: LinkWires,
): CableEnds {
  // Assemblies are numbered as they first come up: as many as connections are theirs in order.
  if (assemblyCount === assembly.length && trunksPerConnection === 1) return { cageA: ofA, cageB: ofB };
  const cageA = new Uint32Array(assemblyCount);
  const cageB = new Uint32Array(assemblyCount);
  for (let i = assembly.length - 1; i >= 0; i -= 1) {
    const at = assembly[i] as number;
    if (at === NONE) continue;
    for (let t = 0; t < trunksPerConnection; t += 1) {
      cageA[at + t] = ofA[i] as number;
      cageB[at + t] = ofB[i] as number;
    }
  }
  return { cageA, cageB };
}

function joinCables(
  links: readonly LinkMedium[],
  joints: readonly CableJoints[],
  ends: readonly CableEnds[],
  first: Uint32Array,
): Omit<CableList, 'assemblies'> {
  const cableCount = joints.reduce((sum, { assemblyCount }) => sum + assemblyCount, 0);
  const connectionCable = new Int32Array(first[links.length] as number);
  const cableLink = new Uint32Array(cableCount);
  const cableCageA = new Uint32Array(cableCount);
  const cableCageB = new Uint32Array(cableCount);
  let base = 0;
  links.forEach(({ firstCageA, firstCageB }, index) => {
    const { assembly, assemblyCount } = joints[index] as CableJoints;
    numberCables(assembly, base, connectionCable, first[index] as number);
    cableLink.fill(index, base, base + assemblyCount);
    copyShifted((ends[index] as CableEnds).cageA, cableCageA, base, firstCageA);
    copyShifted((ends[index] as CableEnds).cageB, cableCageB, base, firstCageB);
    base += assemblyCount;
  });
  return { connectionCable, cableCount, cableLink, cableCageA, cableCageB };
}

/** `base`: the first cable of the link. */
function numberCables(assembly: Int32Array, base: number, target: Int32Array, at: number): void {
  for (let i = 0; i < assembly.length; i += 1) {
    const own = assembly[i] as number;
    target[at + i] = own === NONE ? NONE : base + own;
  }
}
