/** What all shapes share on the way to requirements: the machines chosen, the fabric's plain fields, the finished answer. */
import type { Part } from '#core/catalog/part.ts';
import type { FabricRequirementsInput, RequirementsInput, Topology } from '#core/generate/requirements.ts';
import type { EndpointChoice, SwitchChoice } from './choose-parts.ts';
import type { Wish } from './wish.ts';

export interface WrittenRequirements {
  readonly input: RequirementsInput;
  readonly ownParts: readonly Part[];
  /** No figure says how many endpoints: draw the most that fit. */
  readonly isComplete: boolean;
  /** The case is about switches only; the hosts on them were added so that a cut can be fed. */
  readonly hasInventedHosts: boolean;
}

export interface Choices {
  readonly wish: Wish;
  readonly topology: Topology;
  readonly endpoint: EndpointChoice;
  /** null for a torus of endpoints. */
  readonly leaf: SwitchChoice | null;
}

export function createFabric({ wish, topology, endpoint, leaf }: Choices): FabricRequirementsInput {
  const text = `${wish.leafText ?? ''} ${wish.serverText ?? ''}`;
  const protocols = leaf?.part?.portBlocks.find((block) => block.role === 'data')?.protocols ?? [];
  const isInfiniBand =
    protocols.length > 0
      ? protocols.includes('ib') && !protocols.includes('eth')
      : /infiniband|quantum|\bq?m?\d{4}\b|[nhx]dr/i.test(text);
  return {
    id: 'compute',
    purpose: 'compute',
    technology: isInfiniBand ? 'infiniband' : 'ethernet',
    topology,
    speedGbps: endpoint.linkGbps,
    uplinkSpeedGbps: leaf?.uplinkGbps ?? null,
    leaf: leaf?.spec ?? null,
  };
}

export function finish(
  { endpoint }: Choices,
  fabric: FabricRequirementsInput,
  counts: Pick<RequirementsInput, 'endpointCount' | 'displacedEndpoints'>,
): WrittenRequirements {
  const input = { name: 'Reference case', endpoint: endpoint.spec, fabrics: [fabric], ...counts };
  return { input, ownParts: endpoint.ownPart ? [endpoint.ownPart] : [], isComplete: false, hasInventedHosts: false };
}
