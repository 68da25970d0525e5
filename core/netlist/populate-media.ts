/** Fills cages with transceivers and lists the cable assemblies of all links. */
import type { Diagnostic, Fix } from '../base/diagnostic.ts';
import type { Memory } from '../base/memory.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { type ChosenMedium, chooseMedium } from './choose-medium.ts';
import type { Connections, LinkWires } from './connect.ts';
import type { PortLayout, PortSpace } from './enumerate-ports.ts';
import type { Groups, PlannedBlock } from './groups.ts';
import type { LinkCages, SharedPorts } from './link-cages.ts';
import { type CableList, listCables } from './list-cables.ts';
import type { LinkRuns } from './measure-runs.ts';
import type { NetGroup } from './netlist.ts';
import type { LinkPlan } from './plan-links.ts';
import type { NetPriceBook } from './price-book.ts';
import { type ModuleList, seatModules } from './seat-modules.ts';

export interface Media extends Omit<ModuleList, 'clashes'>, CableList {
  /** Parallel to the plans. */
  readonly chosen: ChosenMedium[];
}

interface Spread {
  readonly plans: readonly LinkPlan[];
  readonly connections: Connections;
  /** By link. */
  readonly runs: readonly LinkRuns[];
  /** By block. */
  readonly layouts: readonly PortLayout[];
  readonly ports: PortSpace;
  readonly sharesCages: (plan: number) => boolean;
  readonly priceBook: NetPriceBook;
}

export function populateMedia(
  groups: Groups,
  spread: Spread,
  catalog: Catalog,
  diagnostics: Diagnostic[],
  memory: Memory,
): Media {
  const { plans, connections } = spread;
  const chosen = plans.map((plan, index) => recallMedium(plan, index, groups, spread, catalog, memory));
  const ends = plans.map((plan, index) => ({
    linkId: plan.link.id,
    choice: chosen[index] as ChosenMedium,
    wires: connections.wires[index] as LinkWires,
    firstCageA: (groups.blocks[plan.blockA] as PlannedBlock).firstCage,
    firstCageB: (groups.blocks[plan.blockB] as PlannedBlock).firstCage,
  }));
  const { clashes, ...modules } = seatModules(groups.cageCount, ends, memory);
  plans.forEach((plan, index) => {
    const groupA = groups.groups[plan.groupA] as NetGroup;
    const groupB = groups.groups[plan.groupB] as NetGroup;
    const choice = chosen[index] as ChosenMedium;
    const isSettled = choice.medium.kind !== 'unresolved' && choice.problem === null;
    const unknown = isSettled ? null : findUnknownCage(plan, groups);
    if (unknown !== null) diagnostics.push(createUnknownCage(plan, unknown, `${groupA.name} to ${groupB.name}`));
    else reportMedium(plan, choice, clashes[index] as number, { groupA, groupB }, diagnostics);
  });
  return { chosen, ...modules, ...listCables(ends, connections.first, memory) };
}

/** One medium for the whole link, for its longest run. What else stands in the cages matters only where links share them. */
function recallMedium(
  plan: LinkPlan,
  index: number,
  groups: Groups,
  { connections, runs, layouts, ports, sharesCages, priceBook }: Spread,
  catalog: Catalog,
  memory: Memory,
): ChosenMedium {
  const { link } = plan;
  const a = groups.blocks[plan.blockA] as PlannedBlock;
  const b = groups.blocks[plan.blockB] as PlannedBlock;
  const groupA = groups.groups[plan.groupA] as NetGroup;
  const groupB = groups.groups[plan.groupB] as NetGroup;
  const wires = connections.wires[index] as LinkWires;
  const shared: SharedPorts | null = sharesCages(index)
    ? {
        linkIndex: index,
        firstOfA: ports.cageFirstPort[a.firstCage] as number,
        firstOfB: ports.cageFirstPort[b.firstCage] as number,
        portConnection: connections.portConnection,
        connectionLink: connections.link,
      }
    : null;
  const { longestM } = runs[index] as LinkRuns;
  const inputs = [
    link.medium,
    link.speedGbps,
    longestM,
    a.block,
    b.block,
    groupA.part,
    groupB.part,
    catalog,
    priceBook,
  ];
  const sharing = shared === null ? [] : Object.values(shared);
  return memory.settle(`medium of ${link.id}`, [...inputs, wires, ...sharing], () => {
    const { firstPort: firstPortA } = layouts[plan.blockA] as PortLayout;
    const { firstPort: firstPortB } = layouts[plan.blockB] as PortLayout;
    const cages: LinkCages = { ...wires, firstPortA, firstPortB, shared };
    return chooseMedium({ ...link, lengthM: longestM }, { a, b, groupA, groupB }, cages, catalog, priceBook);
  });
}

/** The end of which nobody publishes what cage it is; null = both are known. */
function findUnknownCage(plan: LinkPlan, { blocks, groups }: Groups): { block: string; part: string } | null {
  for (const index of [plan.blockA, plan.blockB]) {
    const { block, group } = blocks[index] as PlannedBlock;
    const { part, name } = groups[group] as NetGroup;
    if (block.formFactor === null) return { block: block.id, part: part?.model ?? name };
  }
  return null;
}

function createUnknownCage(plan: LinkPlan, end: { block: string; part: string }, name: string): Diagnostic {
  return {
    code: 'media.unknown',
    severity: 'advice',
    message: `${name}: the cages of ${end.block} on ${end.part} have no published form factor, so no medium can be chosen or checked; ask the vendor before ordering, or use a part with known ports.`,
    where: [{ kind: 'link', id: plan.link.id }],
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
