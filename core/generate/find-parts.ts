/** Finds the devices and port blocks that requirements mean, and says in one sentence what is missing. */
import { fail, ok, type Result } from '../base/result.ts';
import { findPart } from '../catalog/catalog.ts';
import type { PortBlock, ServerPart, SwitchPart } from '../catalog/part.ts';
import type { Fabric } from '../design/design.ts';
import { resolvePortBlocks } from '../design/port-blocks.ts';
import type { Draft } from './draft.ts';
import { createPlainEndpoint, createPlainSwitch } from './own-parts.ts';
import { countPorts } from './port-demand.ts';
import type { EndpointSpec, FabricRequirements, SwitchSpec } from './requirements.ts';

export interface EndpointParts {
  readonly part: ServerPart;
  readonly adapters: Record<string, string>;
  readonly blocks: readonly PortBlock[];
}

export function findEndpoint(draft: Draft, spec: EndpointSpec): Result<EndpointParts, string> {
  if (!('partId' in spec)) {
    const part = createPlainEndpoint(spec);
    draft.addPart(part);
    return ok({ part, adapters: {}, blocks: part.portBlocks });
  }
  const part = findPart(draft.catalog, spec.partId, 'server');
  if (!part) return fail(`The server '${spec.partId}' is not in the catalog.`);
  return ok({ part, adapters: spec.adapters, blocks: resolvePortBlocks(spec, draft.catalog) });
}

export function findSwitch(draft: Draft, spec: SwitchSpec): Result<SwitchPart, string> {
  if (!('partId' in spec)) {
    const part = createPlainSwitch(spec);
    draft.addPart(part);
    return ok(part);
  }
  const part = findPart(draft.catalog, spec.partId, 'switch');
  return part ? ok(part) : fail(`The switch '${spec.partId}' is not in the catalog.`);
}

/** Roles of endpoint blocks that serve a purpose, best first. */
const rolesOfPurpose: Readonly<Record<Fabric['purpose'], readonly string[]>> = {
  compute: ['compute', 'fabric'],
  storage: ['storage', 'storage_inband'],
  frontend: ['inband_mgmt', 'storage_inband', 'frontend', 'host_mgmt'],
  inband: ['inband_mgmt', 'storage_inband', 'host_mgmt'],
  oob: ['bmc', 'host_mgmt', 'bf3_bmc'],
};

/** The block the fabric uses on the endpoints: the one named, or the first of a fitting role that offers the speed. */
export function findEndpointBlock(endpoint: EndpointParts, fabric: FabricRequirements): Result<PortBlock, string> {
  const { endpointBlockId, purpose, speedGbps } = fabric;
  const isRight = (block: PortBlock): boolean => countPorts(block, speedGbps) > 0;
  const { model } = endpoint.part;
  if (endpointBlockId !== null) {
    const block = endpoint.blocks.find(({ id }) => id === endpointBlockId);
    if (!block) return fail(`${model} has no port block '${endpointBlockId}'.`);
    return isRight(block) ? ok(block) : fail(explainSpeeds(model, block, speedGbps));
  }
  const roles = [purpose, ...rolesOfPurpose[purpose]];
  const candidates = roles.flatMap((role) => endpoint.blocks.filter((block) => block.role === role));
  const block = candidates.find(isRight);
  if (block) return ok(block);
  const first = candidates[0];
  return fail(
    first
      ? explainSpeeds(model, first, speedGbps)
      : `${model} has no ports for the ${purpose} fabric; name one of its port blocks.`,
  );
}

function explainSpeeds(model: string, block: PortBlock, speedGbps: number): string {
  if (block.slotCount !== null && block.modes.length === 0)
    return `The ${block.id} slots of ${model} are empty; choose a NIC for them.`;
  const offered = block.modes.map((mode) => `${mode.speedGbps}G`).join(', ');
  return `${model} has no ${speedGbps}G on its ${block.id} ports${offered === '' ? '' : `, which offer ${offered}`}.`;
}

/** Blocks of a switch that carry traffic; `fabric` cells and management ports do not meet endpoints or other switches here. */
const trafficRoles = ['data', 'host', 'uplink'] as const;

/** Block for ports towards the endpoints (`down`) or away from them; null when none offers the speed. */
export function findSwitchBlock(part: SwitchPart, speedGbps: number, direction: 'down' | 'up'): PortBlock | null {
  const preferred = direction === 'down' ? ['data', 'host', 'uplink'] : ['uplink', 'data', 'host'];
  const fitting = part.portBlocks.filter(
    (block) => trafficRoles.some((role) => role === block.role) && countPorts(block, speedGbps) > 0,
  );
  fitting.sort(
    (x, y) =>
      preferred.indexOf(x.role) - preferred.indexOf(y.role) || countPorts(y, speedGbps) - countPorts(x, speedGbps),
  );
  return fitting[0] ?? null;
}

/** Block where all ports of an upper switch are taken: whichever offers most of that speed. */
export function findWidestBlock(part: SwitchPart, speedGbps: number): PortBlock | null {
  const fitting = part.portBlocks.filter((block) => trafficRoles.some((role) => role === block.role));
  fitting.sort((x, y) => countPorts(y, speedGbps) - countPorts(x, speedGbps));
  const block = fitting[0];
  return block && countPorts(block, speedGbps) > 0 ? block : null;
}

/** One sentence when the blocks cannot be of one network; null when they can. */
export function explainTechnology(
  fabric: Pick<FabricRequirements, 'technology'>,
  sites: readonly { readonly model: string; readonly block: PortBlock }[],
): string | null {
  const wanted = fabric.technology === 'infiniband' ? ['ib'] : ['eth', 'slingshot'];
  for (const protocol of wanted) {
    if (sites.every(({ block }) => block.protocols.length === 0 || block.protocols.some((p) => p === protocol)))
      return null;
  }
  const lists = sites.map(({ model, block }) => `${model}: ${block.protocols.join(' or ')}`).join('; ');
  const name = fabric.technology === 'infiniband' ? 'InfiniBand' : 'Ethernet';
  return `These ports cannot make one ${name} fabric (${lists}).`;
}
