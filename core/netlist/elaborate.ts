/**
 * design + catalog -> netlist. Never fails: what cannot be built is left out and reported beside the result, so that
 * there is always something to show.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Catalog, extendCatalog } from '../catalog/catalog.ts';
import type { Design } from '../design/design.ts';
import { createScenario, DEFAULT_SCENARIO_NAME, type Scenario } from '../design/scenario.ts';
import { allocatePorts } from './allocate-ports.ts';
import { checkNamedPorts } from './check-named-ports.ts';
import { checkPortOverrun, type EndRequest } from './check-ports.ts';
import { type Connections, connectPairs } from './connect.ts';
import { enumeratePorts } from './enumerate-ports.ts';
import { applyFailures } from './failures.ts';
import { collectFabrics, collectGroups, type Groups } from './groups.ts';
import type { NetGroup, Netlist, NetLink } from './netlist.ts';
import { getTierOfRole, type LinkPlan, planLinks } from './plan-links.ts';
import type { PortGrant, PortRequest } from './port-grant.ts';
import { type Media, populateMedia } from './populate-media.ts';
import { collectRacking } from './racking.ts';

export interface Elaboration {
  readonly netlist: Netlist;
  readonly diagnostics: Diagnostic[];
}

/** `builtIn` is the catalog without the design's own parts; those are added here and win. */
export function elaborate(design: Design, builtIn: Catalog): Elaboration {
  const catalog = extendCatalog(builtIn, Object.values(design.parts));
  const diagnostics: Diagnostic[] = [];
  const groups = collectGroups(design, catalog, diagnostics);
  const racking = collectRacking(design, catalog, groups);
  const plans = planLinks(design, groups, diagnostics);
  const { requests, requestOf } = requestPorts(groups, plans);
  const { grants, cageMode } = allocatePorts(groups, requests);
  const ends = pairRequests(plans, requests, grants, requestOf);
  diagnostics.push(...checkPortOverrun(groups, ends), ...checkNamedPorts(groups, ends));
  const ports = enumeratePorts(groups, cageMode);
  const grantOf = (plan: number, side: 'a' | 'b'): PortGrant | undefined => grants[requestOf(plan, side)];
  const connections = connectPairs(groups, plans, grantOf, ports);
  const sharesCages = (plan: number): boolean =>
    grantOf(plan, 'a')?.sharesCages === true || grantOf(plan, 'b')?.sharesCages === true;
  const media = populateMedia(groups, plans, connections, ports, sharesCages, catalog, diagnostics);
  const netlist: Netlist = {
    designName: design.name,
    groups: groups.groups,
    blocks: groups.blocks,
    fabrics: collectFabrics(design),
    links: createLinks(plans, connections, media),
    ...racking,
    spares: design.spares ?? {},
    scenarios: Object.values(design.scenarios ?? {}),
    currentScenario: getCurrentScenario(design),
    failures: null,
    memberCount: groups.memberCount,
    memberGroup: listMemberGroups(groups),
    cageCount: groups.cageCount,
    cageMode,
    ...ports,
    portConnection: connections.portConnection,
    connectionCount: connections.link.length,
    connectionLink: connections.link,
    connectionPortA: connections.portA,
    connectionPortB: connections.portB,
    connectionMemberA: connections.memberA,
    connectionMemberB: connections.memberB,
    connectionCable: media.connectionCable,
    transceiverCount: media.transceiverCage.length,
    transceiverCage: media.transceiverCage,
    transceiverPart: media.transceiverPart,
    transceiverParts: media.transceiverParts,
    cableCount: media.cableCount,
    cableLink: media.cableLink,
    cableCageA: media.cableCageA,
    cableCageB: media.cableCageB,
  };
  return { netlist: applyFailures(netlist, netlist.currentScenario.failures), diagnostics };
}

function getCurrentScenario(design: Design): Scenario {
  return design.scenarios?.[design.currentScenarioId ?? ''] ?? createScenario('default', DEFAULT_SCENARIO_NAME);
}

/** Two requests per buildable link, one for each end; links without a common mode ask for nothing. */
function requestPorts(
  groups: Groups,
  plans: readonly LinkPlan[],
): { requests: PortRequest[]; requestOf: (plan: number, side: 'a' | 'b') => number } {
  const requests: PortRequest[] = [];
  const firstOfPlan = new Int32Array(plans.length).fill(-1);
  plans.forEach((plan, index) => {
    if (plan.modeA < 0 || plan.modeB < 0) return;
    const groupA = groups.groups[plan.groupA] as NetGroup;
    const groupB = groups.groups[plan.groupB] as NetGroup;
    firstOfPlan[index] = requests.length;
    requests.push({
      block: plan.blockA,
      mode: plan.modeA,
      wanted: countMembers(plan.pairs.a, groupA.count),
      rank: getTierOfRole(groupB.role),
      ports: plan.link.a.ports ?? null,
    });
    requests.push({
      block: plan.blockB,
      mode: plan.modeB,
      wanted: countMembers(plan.pairs.b, groupB.count),
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

function countMembers(members: Uint32Array, memberCount: number): Uint32Array {
  const counts = new Uint32Array(memberCount);
  for (const member of members) counts[member] = (counts[member] as number) + 1;
  return counts;
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

function createLinks(plans: readonly LinkPlan[], connections: Connections, media: Media): NetLink[] {
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
      lengthM: plan.link.lengthM,
      medium: choice?.medium ?? { kind: 'unresolved', reason: 'not chosen' },
      firstConnection: connections.first[index] as number,
      connectionCount: connections.count[index] as number,
      requestedCount: plan.pairs.a.length,
      stockLengthM: choice?.stockLengthM ?? null,
      stockPartNumber: choice?.stockPartNumber ?? null,
    };
  });
}

function listMemberGroups(groups: Groups): Uint32Array {
  const memberGroup = new Uint32Array(groups.memberCount);
  groups.groups.forEach((group, index) => memberGroup.fill(index, group.firstMember, group.firstMember + group.count));
  return memberGroup;
}
