/** Lists the cable assemblies of all links, and which of them every connection runs over. */
import type { Memory } from '../base/memory.ts';
import { copyShifted } from './enumerate-ports.ts';
import { NONE } from './netlist.ts';
import type { LinkMedium } from './seat-modules.ts';

export interface CableList {
  readonly connectionCable: Int32Array;
  readonly cableCount: number;
  readonly cableLink: Uint32Array;
  readonly cableCageA: Uint32Array;
  readonly cableCageB: Uint32Array;
}

/** Cages at the two ends of one link's assemblies, counted from the first of their block. */
interface CableEnds {
  readonly cageA: Uint32Array;
  readonly cageB: Uint32Array;
}

/** `first`: by link, its first connection; one more at the end. */
export function listCables(links: readonly LinkMedium[], first: Uint32Array, memory: Memory): CableList {
  const inputs = links.flatMap(({ choice, wires, firstCageA, firstCageB }) => [choice, wires, firstCageA, firstCageB]);
  // The ends of unchanged links stay known while the list of all is made anew.
  const ends = links.map((link) =>
    memory.recall(`cable ends of ${link.linkId}`, [link.choice, link.wires], () => listEnds(link)),
  );
  return memory.recall('cables', inputs, () => joinCables(links, ends, first));
}

/** Walks the joints backwards so that an assembly's first connection has the last word on its cages. */
function listEnds({ choice: { joints }, wires }: LinkMedium): CableEnds {
  const { assembly, assemblyCount, trunksPerConnection } = joints;
  const cageA = new Uint32Array(assemblyCount);
  const cageB = new Uint32Array(assemblyCount);
  for (let i = assembly.length - 1; i >= 0; i -= 1) {
    const at = assembly[i] as number;
    if (at === NONE) continue;
    for (let t = 0; t < trunksPerConnection; t += 1) {
      cageA[at + t] = wires.cageA[i] as number;
      cageB[at + t] = wires.cageB[i] as number;
    }
  }
  return { cageA, cageB };
}

function joinCables(links: readonly LinkMedium[], ends: readonly CableEnds[], first: Uint32Array): CableList {
  const cableCount = links.reduce((sum, { choice }) => sum + choice.joints.assemblyCount, 0);
  const connectionCable = new Int32Array(first[links.length] as number);
  const cableLink = new Uint32Array(cableCount);
  const cableCageA = new Uint32Array(cableCount);
  const cableCageB = new Uint32Array(cableCount);
  let base = 0;
  links.forEach(({ choice: { joints }, firstCageA, firstCageB }, index) => {
    const { assembly, assemblyCount } = joints;
    const begin = first[index] as number;
    for (let i = 0; i < assembly.length; i += 1) {
      const own = assembly[i] as number;
      connectionCable[begin + i] = own === NONE ? NONE : base + own;
    }
    cableLink.fill(index, base, base + assemblyCount);
    copyShifted((ends[index] as CableEnds).cageA, cableCageA, base, firstCageA);
    copyShifted((ends[index] as CableEnds).cageB, cableCageB, base, firstCageB);
    base += assemblyCount;
  });
  return { connectionCable, cableCount, cableLink, cableCageA, cableCageB };
}
