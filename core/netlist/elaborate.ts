/**
 * design + catalog -> netlist. Never fails: what cannot be built is left out and reported beside the result, so that
 * there is always something to show.
 */
import { countEach } from '../base/count-each.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { Memory } from '../base/memory.ts';
import { type Catalog, extendCatalog } from '../catalog/catalog.ts';
import type { Design } from '../design/design.ts';
import { DEFAULT_CABLING } from '../design/floor.ts';
import { createScenario, DEFAULT_SCENARIO_NAME, type Scenario } from '../design/scenario.ts';
import { allocatePorts } from './allocate-ports.ts';
import { checkNamedPorts } from './check-named-ports.ts';
import { checkPortOverrun, type EndRequest } from './check-ports.ts';
import { type Connections, connectPairs, type LinkWires } from './connect.ts';
import { collectFacilities } from './facilities.ts';
import { enumeratePorts, layOutPorts, type PortLayout } from './enumerate-ports.ts';
import { applyFailures } from './failures.ts';
import { collectFabrics, collectGroups, type Groups } from './groups.ts';
import { layOutFloor } from './lay-out-floor.ts';
import { joinRuns, type LinkRuns, measureRuns } from './measure-runs.ts';
import type { NetBlock, NetGroup, Netlist, NetLink } from './netlist.ts';
import { getTierOfRole, type LinkPlan, planLinks } from './plan-links.ts';
import type { PortGrant, PortRequest } from './port-grant.ts';
import { type Media, populateMedia } from './populate-media.ts';
import { resolvePriceBook } from './price-book.ts';
import { listRackRuns } from './rack-runs.ts';
import { collectRacking } from './racking.ts';
import { stockCables } from './stock-cables.ts';
import { collectUnits } from './units.ts';
import type { MemberPairs } from './wiring.ts';

export interface Elaboration {
  readonly netlist: Netlist;
  readonly diagnostics: Diagnostic[];
}

/**
 * `builtIn` is the catalog without the design's own parts; those are added here and win. With the memory of the design's
 * last elaboration only what an edit touches is worked out again; without one, everything is.
 */
export function elaborate(given: Design, builtIn: Catalog, memory: Memory = new Memory()): Elaboration {
  const design = memory.share('design', given);
  const catalog = memory.recall('catalog', [builtIn, design.parts], () =>
    extendCatalog(builtIn, Object.values(design.parts)),
  );
  const diagnostics: Diagnostic[] = [];
  const groups = collectGroups(design, catalog, diagnostics, memory);
  const racking = collectRacking(design, catalog, groups, memory);
  const rackRuns = listRackRuns(racking.rackGroups, memory);
  const { racks, places } = layOutFloor(design, rackRuns, diagnostics, memory);
  const cabling = design.cabling ?? DEFAULT_CABLING;
  const plans = planLinks(design, groups, diagnostics, memory);
  const { requests, requestOf } = requestPorts(groups, plans, memory);
  const { grants, modes } = allocatePorts(groups, requests, memory);
  const ends = pairRequests(plans, requests, grants, requestOf);
  diagnostics.push(...checkPortOverrun(groups, ends), ...checkNamedPorts(groups, ends));
  const layouts = layOutPorts(groups, modes, memory);
  const ports = enumeratePorts(groups, layouts, memory);
  const grantOf = (plan: number, side: 'a' | 'b'): PortGrant | undefined => grants[requestOf(plan, side)];
  const connections = connectPairs(groups, plans, grantOf, layouts, ports, memory);
  const sharesCages = (plan: number): boolean =>
    grantOf(plan, 'a')?.sharesCages === true || grantOf(plan, 'b')?.sharesCages === true;
  const surroundings = { racking, rackRuns, places, hasFloor: racks.floor !== null, cabling };
  const runs = measureRuns(groups, plans, connections, surroundings, memory);
  const priceBook = memory.recall('price book', [design.priceBook, catalog], () => resolvePriceBook(design, catalog));
  const spread = { plans, connections, runs, layouts, ports, sharesCages, priceBook };
  const media = populateMedia(groups, spread, catalog, diagnostics, memory);
  const linkIds = plans.map(({ link }) => link.id);
  const linkPorts = settlePorts(linkIds, connections, memory);
  const { ofLinks, ...stocks } = stockCables(linkIds, media.chosen, runs, memory);
  const netlist: Netlist = {
    designName: design.name,
    groups: groups.groups,
    blocks: fillBlocks(groups, plans, layouts, linkPorts, media, memory),
    fabrics: collectFabrics(design),
    links: createLinks(plans, connections, linkPorts, runs, media, ofLinks),
    ...racking,
    units: memory.recall('units', [design.units, design.placements, design.devices, design.racks], () =>
      collectUnits(design, groups, racking.rackGroups),
    ),
    ...racks,
    cabling,
    facilities: collectFacilities(design, catalog, memory),
    spares: design.spares ?? {},
    priceBook,
    scenarios: Object.values(design.scenarios ?? {}),
    currentScenario: getCurrentScenario(design, memory),
    failures: null,
    memberCount: groups.memberCount,
    memberGroup: listMemberGroups(groups),
    cageCount: groups.cageCount,
    ...ports,
    portConnection: connections.portConnection,
    connectionCount: connections.link.length,
    connectionLink: connections.link,
    connectionPortA: connections.portA,
    connectionPortB: connections.portB,
    connectionMemberA: connections.memberA,
    connectionMemberB: connections.memberB,
    connectionCable: media.connectionCable,
    ...joinRuns(runs, connections.first, memory),
    transceiverCount: media.transceiverCage.length,
    transceiverCage: media.transceiverCage,
    transceiverPart: media.transceiverPart,
    transceiverParts: media.transceiverParts,
    cableCount: media.cableCount,
    cableLink: media.cableLink,
    cableCageA: media.cableCageA,
    cableCageB: media.cableCageB,
    ...stocks,
  };
  const broken = applyFailures(netlist, netlist.currentScenario.failures);
  const failures = memory.settle('failures', [broken.failures], () => broken.failures);
  return { netlist: failures === broken.failures ? broken : { ...broken, failures }, diagnostics };
}

function getCurrentScenario(design: Design, memory: Memory): Scenario {
  const current = design.scenarios?.[design.currentScenarioId ?? ''];
  return current ?? memory.recall('default scenario', [], () => createScenario('default', DEFAULT_SCENARIO_NAME));
}

/** Two requests per buildable link, one for each end; links without a common mode ask for nothing. */
function requestPorts(
  groups: Groups,
  plans: readonly LinkPlan[],
  memory: Memory,
): { requests: PortRequest[]; requestOf: (plan: number, side: 'a' | 'b') => number } {
  const requests: PortRequest[] = [];
  const firstOfPlan = new Int32Array(plans.length).fill(-1);
  plans.forEach((plan, index) => {
    if (plan.modeA < 0 || plan.modeB < 0) return;
    const groupA = groups.groups[plan.groupA] as NetGroup;
    const groupB = groups.groups[plan.groupB] as NetGroup;
    firstOfPlan[index] = requests.length;
    requests.push({
      name: `${plan.link.id}/a`,
      block: plan.blockA,
      mode: plan.modeA,
      wanted: recallWanted('a', plan, groupA, memory),
      rank: getTierOfRole(groupB.role),
      ports: plan.link.a.ports ?? null,
    });
    requests.push({
      name: `${plan.link.id}/b`,
      block: plan.blockB,
      mode: plan.modeB,
      wanted: recallWanted('b', plan, groupB, memory),
      rank: getTierOfRole(groupA.role),
      ports: plan.link.b.ports ?? null,
    });
  });
  const requestOf = (plan: number, side: 'a' | 'b'): number => {
    const first = firstOfPlan[plan] as number;
    return first < 0 || side === 'a' ? first : first + 1;
  };
  return { requests, requestOf };
}

function recallWanted(side: 'a' | 'b', { link, pairs }: LinkPlan, { count }: NetGroup, memory: Memory): Uint32Array {
  return memory.recall(`wanted by ${link.id}/${side}`, [pairs, count], () => countEach(pairs[side], count));
}

function pairRequests(
  plans: readonly LinkPlan[],
  requests: readonly PortRequest[],
  grants: readonly PortGrant[],
  requestOf: (plan: number, side: 'a' | 'b') => number,
): EndRequest[] {
  const ends: EndRequest[] = [];
  plans.forEach((plan, index) => {
    for (const side of ['a', 'b'] as const) {
      const request = requests[requestOf(index, side)];
      const grant = grants[requestOf(index, side)];
      if (request && grant) ends.push({ request, grant, plan });
    }
  });
  return ends;
}

function createLinks(
  plans: readonly LinkPlan[],
  connections: Connections,
  ports: readonly LinkPorts[],
  runs: readonly LinkRuns[],
  media: Media,
  stocks: readonly object[],
): NetLink[] {
  return plans.map((plan, index) => {
    const choice = media.chosen[index];
    return {
      linkId: plan.link.id,
      fabric: plan.fabric,
      groupA: plan.groupA,
      groupB: plan.groupB,
      blockA: plan.blockA,
      blockB: plan.blockB,
      pattern: plan.link.pattern,
      speedGbps: plan.link.speedGbps,
      lengthM: (runs[index] as LinkRuns).longestM,
      plannedLengthM: plan.link.lengthM,
      medium: choice?.medium ?? { kind: 'unresolved', reason: 'not chosen' },
      firstConnection: connections.first[index] as number,
      connectionCount: (connections.wires[index] as LinkWires).portA.length,
      requestedCount: plan.pairs.a.length,
      stockLengthM: choice?.stockLengthM ?? null,
      stockPartNumber: choice?.stockPartNumber ?? null,
      wiring: connections.members[index] as MemberPairs,
      ports: ports[index] as LinkPorts,
      assemblies: media.assemblies[index] as object,
      lengths: stocks[index] as object,
    };
  });
}

/** Ports of a link's connections, counted from the first of their blocks. */
interface LinkPorts {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

/** By link: the same arrays while they hold the same. */
function settlePorts(linkIds: readonly string[], { wires }: Connections, memory: Memory): LinkPorts[] {
  return linkIds.map((linkId, index) => {
    const { portA, portB } = wires[index] as LinkWires;
    const a = memory.settle(`ports of ${linkId}/a`, [portA], () => portA);
    const b = memory.settle(`ports of ${linkId}/b`, [portB], () => portB);
    return memory.recall(`ports of ${linkId}`, [a, b], () => ({ a, b }));
  });
}

/** What stands in the cages of a block follows from its layout and from the links on it. */
function fillBlocks(
  { groups, blocks }: Groups,
  plans: readonly LinkPlan[],
  layouts: readonly PortLayout[],
  ports: readonly LinkPorts[],
  media: Media,
  memory: Memory,
): NetBlock[] {
  const inputs: unknown[][] = layouts.map((layout) => [layout]);
  plans.forEach((plan, index) => {
    const { a, b } = ports[index] as LinkPorts;
    inputs[plan.blockA]?.push(plan.link.id, media.chosen[index], a);
    inputs[plan.blockB]?.push(plan.link.id, media.chosen[index], b);
  });
  return blocks.map((block, index) => {
    const name = `filling of ${groups[block.group]?.deviceId}/${block.block.id}`;
    // The block last: an object that begins as another's copy has a hidden class of its own in some engines, which slows its readers.
    return { filling: memory.recall(name, inputs[index] as unknown[], () => ({})), ...block };
  });
}

function listMemberGroups(groups: Groups): Uint32Array {
  const memberGroup = new Uint32Array(groups.memberCount);
  groups.groups.forEach((group, index) => memberGroup.fill(index, group.firstMember, group.firstMember + group.count));
  return memberGroup;
}
