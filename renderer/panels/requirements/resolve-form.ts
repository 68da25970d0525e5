/** What the answers refer to: the server and its ports, counts in servers, and the choices of every fabric. */
import type { Catalog } from '#core/catalog/catalog.ts';
import { findPart } from '#core/catalog/catalog.ts';
import type { PortBlock, ServerPart } from '#core/catalog/part.ts';
import { resolvePortBlocks } from '#core/design/port-blocks.ts';
import { type FabricChoices, listFabricChoices } from './fabric-choices.ts';
import { FURTHER_PURPOSES, type FurtherPurpose, type RequirementsForm } from './form.ts';
import { chooseBlock, findServer, listBlocksFor } from './part-choices.ts';

export interface ResolvedForm {
  /** null = known by its ports only. */
  readonly server: ServerPart | null;
  readonly serverName: string;
  readonly blocks: readonly PortBlock[];
  readonly gpusPerServer: number;
  /** null = not said. */
  readonly serverCount: number | null;
  readonly serverCountFull: number | null;
  readonly compute: FabricChoices;
  readonly further: Readonly<Record<FurtherPurpose, FabricChoices>>;
}

const PLAIN_NAME = 'Server';

/** Ports nobody has to sell yet. */
function createPlainBlock(id: string, ports: number | null, speedGbps: number | null): PortBlock {
  return {
    id,
    role: id,
    cageCount: ports,
    slotCount: null,
    formFactor: null,
    heatSink: null,
    protocols: [],
    lanesPerCage: null,
    gbpsPerLane: null,
    modes: ports === null || speedGbps === null ? [] : [{ portsPerCage: 1, speedGbps }],
    notes: null,
  };
}

function listBlocks(form: RequirementsForm, catalog: Catalog): PortBlock[] {
  if (form.serverId !== null) return resolvePortBlocks({ partId: form.serverId, adapters: form.adapters }, catalog);
  const { ports, portGbps } = form.plainServer;
  const others = FURTHER_PURPOSES.map((purpose) => {
    const { plainPorts } = form.further[purpose];
    return createPlainBlock(purpose, plainPorts.ports, plainPorts.portGbps);
  });
  return [createPlainBlock('compute', ports, portGbps), ...others];
}

/** Makers whose switches come first: the server's, its NICs', and the one that makes both InfiniBand and Ethernet switches. */
function listMakers(form: RequirementsForm, server: ServerPart | null, catalog: Catalog): string[] {
  const nics = Object.values(form.adapters).map((id) => findPart(catalog, id, 'nic')?.manufacturer ?? null);
  return [server?.manufacturer ?? null, ...nics, 'NVIDIA'].filter((maker) => maker !== null);
}

function chooseBlocks(form: RequirementsForm, blocks: readonly PortBlock[]): Record<FurtherPurpose, PortBlock | null> {
  const taken = new Set<string>();
  const chosen: Record<FurtherPurpose, PortBlock | null> = { storage: null, frontend: null, inband: null, oob: null };
  for (const purpose of FURTHER_PURPOSES) {
    const { blockId, isWanted } = form.further[purpose];
    const wantedId = form.serverId === null ? purpose : blockId;
    const block =
      wantedId === null
        ? chooseBlock(blocks, purpose, taken)
        : (blocks.find((candidate) => candidate.id === wantedId) ?? null);
    if (isWanted && block) taken.add(block.id);
    chosen[purpose] = block;
  }
  return chosen;
}

export function resolveForm(form: RequirementsForm, catalog: Catalog): ResolvedForm {
  const server = findServer(catalog, form.serverId);
  const blocks = listBlocks(form, catalog);
  const makers = listMakers(form, server, catalog);
  const gpusPerServer = (form.serverId === null ? form.plainServer.gpus : server?.gpuCount) ?? 0;
  const toServers = (count: number | null): number | null => {
    if (count === null || form.unit === 'servers') return count;
    return gpusPerServer === 0 ? null : Math.ceil(count / gpusPerServer);
  };
  const computeBlock = blocks.find((block) => block.id === form.compute.blockId) ?? listBlocksFor(blocks, 'compute')[0];
  const furtherBlocks = chooseBlocks(form, blocks);
  const choicesOf = (purpose: FurtherPurpose): FabricChoices =>
    listFabricChoices(form.further[purpose], purpose, furtherBlocks[purpose], catalog, makers);
  return {
    server,
    serverName: server?.model ?? PLAIN_NAME,
    blocks,
    gpusPerServer,
    serverCount: toServers(form.count),
    serverCountFull: toServers(form.countFull),
    compute: listFabricChoices(form.compute, 'compute', computeBlock ?? null, catalog, makers),
    further: {
      storage: choicesOf('storage'),
      frontend: choicesOf('frontend'),
      inband: choicesOf('inband'),
      oob: choicesOf('oob'),
    },
  };
}

/** Ports left to each of the wanted fabrics that share a block; the fabric's own number wins. */
export function countSharedPorts(form: RequirementsForm, resolved: ResolvedForm, purpose: FurtherPurpose): number {
  const { block, portsOwned } = resolved.further[purpose];
  const sharers = FURTHER_PURPOSES.filter(
    (other) => form.further[other].isWanted && block !== null && resolved.further[other].block?.id === block.id,
  );
  return Math.max(1, Math.floor(portsOwned / Math.max(1, sharers.length)));
}
