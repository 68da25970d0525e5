/** Fills cages with transceivers and lists the cable assemblies of all links. */
import type { Diagnostic, Fix } from '../base/diagnostic.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { TransceiverPart } from '../catalog/part.ts';
import { type ChosenMedium, chooseMedium } from './choose-medium.ts';
import type { Connections } from './connect.ts';
import type { PortSpace } from './enumerate-ports.ts';
import type { Groups } from './groups.ts';
import { type LinkCages, listLinkCages } from './link-cages.ts';
import { NONE, type NetBlock, type NetGroup } from './netlist.ts';
import type { LinkPlan } from './plan-links.ts';

export interface Media {
  /** Parallel to the plans. */
  readonly chosen: ChosenMedium[];
  readonly connectionCable: Int32Array;
  readonly transceiverCage: Uint32Array;
  readonly transceiverPart: Uint16Array;
  readonly transceiverParts: TransceiverPart[];
  readonly cableCount: number;
  readonly cableLink: Uint32Array;
  readonly cableCageA: Uint32Array;
  readonly cableCageB: Uint32Array;
}

/** A cage holds one module: the first link on it decides, and another wish is reported. */
class ModuleRack {
  readonly parts: TransceiverPart[] = [];
  readonly partOfCage: Int16Array;
  private readonly indexOf = new Map<TransceiverPart, number>();
  count = 0;

  constructor(cageCount: number) {
    this.partOfCage = new Int16Array(cageCount).fill(NONE);
  }

  /** Returns the number of cages that already hold another module. */
  fill(cages: Uint32Array, part: TransceiverPart): number {
    let index = this.indexOf.get(part);
    if (index === undefined) {
      index = this.parts.length;
      this.parts.push(part);
      this.indexOf.set(part, index);
    }
    let clashes = 0;
    let last = NONE;
    for (const cage of cages) {
      if (cage === last) continue;
      last = cage;
      const present = this.partOfCage[cage] as number;
      if (present === NONE) {
        this.partOfCage[cage] = index;
        this.count += 1;
      } else if (present !== index) clashes += 1;
    }
    return clashes;
  }
}

export function populateMedia(
  groups: Groups,
  plans: readonly LinkPlan[],
  connections: Connections,
  ports: PortSpace,
  sharesCages: (plan: number) => boolean,
  catalog: Catalog,
  diagnostics: Diagnostic[],
): Media {
  const modules = new ModuleRack(groups.cageCount);
  const connectionCable = new Int32Array(connections.link.length).fill(NONE);
  const chosen: ChosenMedium[] = [];
  const cagesOfLinks: LinkCages[] = [];
  let cableCount = 0;
  plans.forEach((plan, index) => {
    const cages = listLinkCages(connections, index, ports, sharesCages(index));
    const ends = {
      a: groups.blocks[plan.blockA] as NetBlock,
      b: groups.blocks[plan.blockB] as NetBlock,
      groupA: groups.groups[plan.groupA] as NetGroup,
      groupB: groups.groups[plan.groupB] as NetGroup,
    };
    const choice = chooseMedium(plan.link, ends, cages, catalog);
    chosen.push(choice);
    cagesOfLinks.push(cages);
    const first = connections.first[index] as number;
    choice.joints.assembly.forEach((assembly, i) => {
      if (assembly !== NONE) connectionCable[first + i] = cableCount + assembly;
    });
    cableCount += choice.joints.assemblyCount;
    let clashes = 0;
    if (choice.medium.kind === 'optics') {
      clashes += modules.fill(cages.cageA, choice.medium.transceiverA);
      clashes += modules.fill(cages.cageB, choice.medium.transceiverB);
    }
    reportMedium(plan, choice, clashes, ends, diagnostics);
  });
  return {
    chosen,
    connectionCable,
    ...listTransceivers(modules),
    cableCount,
    ...listCables(chosen, cagesOfLinks, cableCount),
  };
}

function reportMedium(
  plan: LinkPlan,
  choice: ChosenMedium,
  clashes: number,
  ends: { groupA: NetGroup; groupB: NetGroup },
  diagnostics: Diagnostic[],
): void {
  const name = `${ends.groupA.name} to ${ends.groupB.name}`;
  const where = [{ kind: 'link', id: plan.link.id } as const];
  if (plan.modeA < 0 || plan.modeB < 0) return;
  const misfit = choice.medium.kind === 'unresolved' ? choice.medium.reason : choice.problem;
  if (misfit !== null) {
    const code = choice.medium.kind === 'unresolved' ? 'media.none' : 'media.misfit';
    const finding: Diagnostic = { code, severity: 'error', message: `${name}: ${misfit}.`, where };
    diagnostics.push(choice.autoWouldFit ? { ...finding, fix: createMediumFix(plan.link.id) } : finding);
  }
  if (choice.unconfirmed.length > 0) {
    const facts = [...new Set(choice.unconfirmed)].join('; ');
    const message = `${name}: ${facts}. Check with the vendor before ordering.`;
    diagnostics.push({ code: 'media.unconfirmed', severity: 'advice', message, where });
  }
  if (clashes > 0) {
    diagnostics.push({
      code: 'media.shared-cage',
      severity: 'error',
      message: `${name}: ${clashes} cages already hold another transceiver for a neighbouring link; use the same transceiver on both or free a cage.`,
      where,
    });
  }
}

function createMediumFix(linkId: string): Fix {
  return {
    label: 'Choose the medium automatically',
    command: { name: 'setLinkMedium', args: { ids: [linkId], medium: { kind: 'auto' } } },
  };
}

function listTransceivers(
  modules: ModuleRack,
): Pick<Media, 'transceiverCage' | 'transceiverPart' | 'transceiverParts'> {
  const transceiverCage = new Uint32Array(modules.count);
  const transceiverPart = new Uint16Array(modules.count);
  let next = 0;
  modules.partOfCage.forEach((part, cage) => {
    if (part === NONE) return;
    transceiverCage[next] = cage;
    transceiverPart[next] = part;
    next += 1;
  });
  return { transceiverCage, transceiverPart, transceiverParts: modules.parts };
}

/** Walks the joints backwards so that an assembly's first connection has the last word on its cages. */
function listCables(
  chosen: readonly ChosenMedium[],
  cagesOfLinks: readonly LinkCages[],
  cableCount: number,
): Pick<Media, 'cableLink' | 'cableCageA' | 'cableCageB'> {
  const cableLink = new Uint32Array(cableCount);
  const cableCageA = new Uint32Array(cableCount);
  const cableCageB = new Uint32Array(cableCount);
  let base = 0;
  chosen.forEach((choice, link) => {
    const { assembly, assemblyCount, trunksPerConnection } = choice.joints;
    const cages = cagesOfLinks[link] as LinkCages;
    for (let i = assembly.length - 1; i >= 0; i -= 1) {
      const first = assembly[i] as number;
      if (first === NONE) continue;
      for (let t = 0; t < trunksPerConnection; t += 1) {
        cableCageA[base + first + t] = cages.cageA[i] as number;
        cableCageB[base + first + t] = cages.cageB[i] as number;
      }
    }
    cableLink.fill(link, base, base + assemblyCount);
    base += assemblyCount;
  });
  return { cableLink, cableCageA, cableCageB };
}
