/** What every topology needs to know: the fabric asked for, the endpoints it serves, and the design so far. */
import { fail, ok, type Result } from '../base/result.ts';
import type { PortBlock, SwitchPart } from '../catalog/part.ts';
import type { LinkEnd } from '../design/design.ts';
import type { Draft } from './draft.ts';
import { type EndpointParts, explainTechnology, findEndpointBlock, findSwitch } from './find-parts.ts';
import { countPorts } from './port-demand.ts';
import type { FabricRequirements, SwitchSpec, Topology } from './requirements.ts';

/** Id of the group of endpoints. */
export const ENDPOINT_ID = 'server';

export interface FabricContext {
  readonly draft: Draft;
  readonly fabric: FabricRequirements;
  readonly fabricName: string;
  /** '' for the first fabric. */
  readonly idPrefix: string;
  readonly endpoint: EndpointParts;
  /** Endpoints the fabric is sized for. */
  readonly endpointCount: number;
  /** The last ones of those are not placed and leave their ports to attachments. */
  readonly displacedCount: number;
  /** Fabrics that ride on this one's leaves. */
  readonly riders: readonly FabricRequirements[];
}

/** How the endpoints meet one plane of the fabric. */
export interface EndpointPorts {
  readonly block: PortBlock;
  /** Of one endpoint, in one plane. */
  readonly portsPerPlane: number;
  /** Leaves one endpoint meets in one plane. */
  readonly rails: number;
  readonly portsPerRail: number;
  /** All ports of the block at this speed are used, so that port r is rail r. */
  readonly isWholeBlock: boolean;
}

const railTopologies: readonly Topology[] = ['rail-optimised', 'rail-only'];

/** null when the endpoints are not on this fabric. */
export function findEndpointPorts(context: FabricContext): Result<EndpointPorts | null, string> {
  const { fabric, endpoint } = context;
  if (fabric.portsPerEndpoint === 0) return ok(null);
  const block = findEndpointBlock(endpoint, fabric);
  if (!block.ok) return block;
  const owned = countPorts(block.value, fabric.speedGbps);
  const used = fabric.portsPerEndpoint ?? owned;
  const { model } = endpoint.part;
  if (used > owned)
    return fail(`${model} has ${owned} ports of ${fabric.speedGbps}G on its ${block.value.id} ports, not ${used}.`);
  if (used % fabric.planes !== 0)
    return fail(`The ${used} ports of ${model} do not divide over ${fabric.planes} planes.`);
  const portsPerPlane = used / fabric.planes;
  const rails = fabric.rails ?? (railTopologies.includes(fabric.topology) ? portsPerPlane : 1);
  if (portsPerPlane % rails !== 0)
    return fail(`The ${portsPerPlane} ports of ${model} do not divide over ${rails} rails.`);
  return ok({
    block: block.value,
    portsPerPlane,
    rails,
    portsPerRail: portsPerPlane / rails,
    isWholeBlock: used === owned,
  });
}

/** Ports of the endpoint that belong to a plane: every planes-th one. */
export function createEndpointEnd(fabric: FabricRequirements, ports: EndpointPorts, plane: number): LinkEnd {
  const end = { deviceId: ENDPOINT_ID, blockId: ports.block.id };
  return fabric.planes === 1 ? end : { ...end, ports: { first: plane, step: fabric.planes } };
}

/** The leaf switch, after checking that it speaks the technology and that the endpoints do too. */
export function findLeaf(context: FabricContext, ports: EndpointPorts | null): Result<SwitchPart, string> {
  const { fabric, draft, endpoint } = context;
  if (!fabric.leaf) return fail(`The ${context.fabricName} fabric needs a leaf switch.`);
  const leaf = findSwitch(draft, fabric.leaf);
  if (!leaf.ok) return leaf;
  const leafBlock = leaf.value.portBlocks.find((block) => countPorts(block, fabric.speedGbps) > 0);
  const sites = [
    ...(ports ? [{ model: endpoint.part.model, block: ports.block }] : []),
    ...(leafBlock ? [{ model: leaf.value.model, block: leafBlock }] : []),
  ];
  const misfit = explainTechnology(fabric, sites);
  return misfit === null ? leaf : fail(misfit);
}

/** The switch of an upper tier; null in the requirements = as the tier below. */
export function findUpper(
  context: FabricContext,
  spec: SwitchSpec | null,
  below: SwitchPart,
): Result<SwitchPart, string> {
  return spec === null ? ok(below) : findSwitch(context.draft, spec);
}

/** Id of a group of this fabric in one of its planes: `leaf`, `leaf-2`, `storage-leaf`. */
export function createGroupId(context: FabricContext, tier: string, plane: number): string {
  return `${context.idPrefix}${tier}${context.fabric.planes === 1 ? '' : `-${plane + 1}`}`;
}

/** `Leaf`, `Leaf, plane 2`, `Storage leaf`. */
export function createGroupName(context: FabricContext, tier: string, plane: number): string {
  const name = context.idPrefix === '' ? tier : `${context.fabricName} ${tier.toLowerCase()}`;
  return context.fabric.planes === 1 ? name : `${name}, plane ${plane + 1}`;
}

/** Names of members, by unit and plane: `su{pod}-leaf-{i:3}`. */
export function createTemplate(context: FabricContext, tier: string, plane: number, count: number): string {
  const planePart = context.fabric.planes === 1 ? '' : `p${plane + 1}-`;
  return `${planePart}su{pod}-${context.idPrefix}${tier}-{i:${String(count).length}}`;
}
