/** The generator itself: endpoints, then one fabric after the other, then racks and places on the canvas. */
import { fail, ok, type Result } from '../base/result.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Design, Fabric } from '../design/design.ts';
import { addAccessSwitches } from './access-switches.ts';
import { addClos } from './clos.ts';
import { ENDPOINT_ID, type FabricContext, findEndpointPorts } from './context.ts';
import { Draft, type UplinkNeed } from './draft.ts';
import { addDragonfly, addDragonflyPlus } from './dragonfly.ts';
import { addSingleSwitch, addTwoSwitches } from './few-switches.ts';
import { type EndpointParts, findEndpoint } from './find-parts.ts';
import { addHyperX } from './hyperx.ts';
import { arrange } from './layout.ts';
import { addRacks } from './racks.ts';
import { addRailOnly } from './rail-only.ts';
import type { FabricRequirements, Requirements, Topology } from './requirements.ts';
import { addRider } from './rider.ts';
import { addSlimFly } from './slim-fly.ts';
import { addTorus } from './torus.ts';

export interface Generated {
  readonly design: Design;
  /** Choices made on the way that the reader should know, one sentence each. */
  readonly notes: readonly string[];
}

const topologies: Readonly<Record<Topology, (context: FabricContext) => Result<null, string>>> = {
  'single-switch': addSingleSwitch,
  'two-switch': addTwoSwitches,
  'leaf-spine': addClos,
  'fat-tree': addClos,
  'rail-optimised': addClos,
  'rail-only': addRailOnly,
  dragonfly: addDragonfly,
  'dragonfly-plus': addDragonflyPlus,
  torus: addTorus,
  hyperx: addHyperX,
  'slim-fly': addSlimFly,
  'access-switches': addAccessSwitches,
};

/** Attempts after which uplinks between fabrics must have settled: each may add leaves that the next one has to serve. */
const MOST_ATTEMPTS = 5;

/** The design, or one sentence that says what does not fit. */
export function createDesignFrom(requirements: Requirements, catalog: Catalog): Result<Generated, string> {
  let expected: readonly UplinkNeed[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const draft = new Draft(requirements.name, catalog, expected);
    const drawn = drawFabrics(draft, requirements);
    if (!drawn.ok) return drawn;
    const overrun = draft.explainOverrun();
    if (overrun === null) return finish(draft, requirements);
    const isSettled = JSON.stringify(draft.uplinks) === JSON.stringify(expected);
    if (isSettled || attempt === MOST_ATTEMPTS) return fail(overrun);
    expected = draft.uplinks;
  }
}

function drawFabrics(draft: Draft, requirements: Requirements): Result<null, string> {
  const full = Math.max(requirements.endpointCount, requirements.endpointCountFull ?? 0);
  const placed = Math.min(requirements.endpointCount, full - requirements.displacedEndpoints);
  if (placed < 1) return fail(`All ${full} endpoints are displaced; none is left to place.`);
  const endpoint = findEndpoint(draft, requirements.endpoint);
  if (!endpoint.ok) return endpoint;
  addEndpoints(draft, endpoint.value, placed);
  for (const [index, fabric] of requirements.fabrics.entries()) {
    const context: FabricContext = {
      draft,
      fabric,
      fabricName: fabric.name ?? namesOfPurpose[fabric.purpose],
      idPrefix: index === 0 ? '' : `${fabric.id}-`,
      endpoint: endpoint.value,
      endpointCount: full,
      displacedCount: requirements.displacedEndpoints,
      riders: [],
    };
    if (draft.design.fabrics[fabric.id]) return fail(`Two fabrics have the id '${fabric.id}'.`);
    const riders = listRiders(context, requirements.fabrics);
    if (!riders.ok) return riders;
    draft.addFabric(createFabric(context));
    const addFabric = fabric.ridesOn === null ? topologies[fabric.topology] : addRider;
    const added = addFabric({ ...context, riders: riders.value });
    if (!added.ok) return added;
  }
  return ok(null);
}

function finish(draft: Draft, requirements: Requirements): Result<Generated, string> {
  const misfit = explainTooMany(draft) ?? (requirements.rackLimits ? addRacks(draft, requirements.rackLimits) : null);
  if (misfit !== null) return fail(misfit);
  arrange(draft.design);
  return ok({ design: draft.design, notes: draft.notes });
}

function addEndpoints(draft: Draft, { part, adapters }: EndpointParts, count: number): void {
  const nameTemplate = `su{pod}-node-{i:${String(count).length}}`;
  const device = { id: ENDPOINT_ID, name: part.model, partId: part.id, role: 'endpoint', count } as const;
  draft.addDevice({ ...device, adapters, nameTemplate }, part);
}

const namesOfPurpose: Readonly<Record<Fabric['purpose'], string>> = {
  compute: 'Compute',
  storage: 'Storage',
  frontend: 'Front-end',
  inband: 'In-band',
  oob: 'Out-of-band',
};

/** Where bandwidth down to bandwidth up means something: direct networks have no up. */
const treeTopologies: readonly Topology[] = ['leaf-spine', 'fat-tree', 'rail-optimised', 'rail-only'];

function createFabric({ fabric, fabricName }: FabricContext): Fabric {
  const { id, purpose, technology, oversubscription } = fabric;
  const routing = fabric.routing ?? (technology === 'infiniband' ? 'adaptive' : 'ecmp');
  const target = Math.max(oversubscription.leaf, 1) * Math.max(oversubscription.spine, 1);
  const targetOversubscription = treeTopologies.includes(fabric.topology) ? target : null;
  return { id, name: fabricName, purpose, technology, routing, targetOversubscription };
}

/** Fabrics on this one's leaves, with their ports an endpoint settled, so that room can be kept for them. */
function listRiders(
  context: FabricContext,
  fabrics: readonly FabricRequirements[],
): Result<FabricRequirements[], string> {
  const riders: FabricRequirements[] = [];
  for (const fabric of fabrics) {
    if (fabric.ridesOn !== context.fabric.id) continue;
    const ports = findEndpointPorts({ ...context, fabric: { ...fabric, rails: null, planes: 1 } });
    if (!ports.ok) return ports;
    riders.push({ ...fabric, portsPerEndpoint: ports.value?.portsPerPlane ?? 0 });
  }
  return ok(riders);
}

/** Largest group a design may hold. */
const MOST_MEMBERS = 1_000_000;

function explainTooMany(draft: Draft): string | null {
  const large = Object.values(draft.design.devices).find((device) => device.count > MOST_MEMBERS);
  return large ? `${large.name} would have ${large.count} members; a group holds at most ${MOST_MEMBERS}.` : null;
}
