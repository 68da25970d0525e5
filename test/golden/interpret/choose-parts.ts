/**
 * From a wish to the machines: a catalog server or a plain box with the case's ports, a catalog switch or one of the case's
 * radix. Where the case's figures and the catalog's disagree, the case's figures are drawn.
 */
import type { Catalog } from '#core/catalog/catalog.ts';
import type { PortBlock, ServerPart, SwitchPart } from '#core/catalog/part.ts';
import type { RequirementsInput, SwitchSpec } from '#core/generate/requirements.ts';
import { countDataPorts, findServer, findSwitch, findSwitchByChip } from './find-part.ts';
import { fitServer } from './fit-server.ts';
import { listPortGroups } from './read-text.ts';
import { readPortWords, type Wish } from './wish.ts';

export interface EndpointChoice {
  readonly spec: RequirementsInput['endpoint'];
  /** A part of the case's own, when the catalog's had to be fitted with other NICs. */
  readonly ownPart: ServerPart | null;
  readonly gpusPerNode: number;
  readonly portsPerNode: number;
  readonly portsPerNic: number;
  readonly linkGbps: number;
  /** Endpoint machines in one rack-scale system; 1 for servers. */
  readonly nodesPerRackSystem: number;
}

const DEFAULT_GBPS = 400;
/** What the 8-GPU servers of all current reference designs have: one NIC to a GPU. */
const DEFAULT_GPUS_PER_SERVER = 8;

/** `onePort`: the topology papers' endpoint, one GPU on one port, for cases that give no machine at all. */
export function chooseEndpoint(wish: Wish, catalog: Catalog, onePort: boolean): EndpointChoice {
  const rackSystem = wish.rackText === null ? null : findServer(catalog, wish.rackText);
  const found = wish.serverText === null ? rackSystem : findServer(catalog, wish.serverText);
  const server = found === null ? null : (openRack(found, catalog, wish) ?? found);
  const block = server?.portBlocks.find((candidate) => candidate.role === 'compute');
  const worded = readServerWords(wish);
  const nativeGbps = block?.modes[0]?.speedGbps ?? null;
  const nicGbps = wish.nicGbps ?? worded.nicGbps ?? wish.linkGbps ?? nativeGbps ?? wish.portGbps ?? DEFAULT_GBPS;
  const portsPerNic = choosePortsPerNic(wish, nicGbps);
  const linkGbps = wish.linkGbps ?? nicGbps / portsPerNic;
  const gpusGiven = wish.gpusPerNode ?? wish.gpusPerTray ?? worded.gpus ?? server?.gpuCount ?? null;
  const gpusPerNode = gpusGiven ?? (onePort ? 1 : DEFAULT_GPUS_PER_SERVER);
  const nicCount =
    wish.nicsPerNode ??
    wish.nicsPerTray ??
    worded.nics ??
    (wish.nicsPerGpu === null ? null : wish.nicsPerGpu * gpusPerNode) ??
    countNics(block, nicGbps) ??
    (onePort ? Math.max(1, wish.planes ?? 1) : gpusPerNode);
  const portsPerNode = nicCount * portsPerNic;
  const nodesPerRackSystem = server !== found && found?.gpuCount ? found.gpuCount / gpusPerNode : 1;
  const choice = { gpusPerNode, portsPerNode, portsPerNic, linkGbps, nodesPerRackSystem };
  if (!server)
    return { ...choice, ownPart: null, spec: { gpus: gpusPerNode, ports: portsPerNode, portGbps: linkGbps } };
  const fitted = fitServer(server, { gpuCount: gpusPerNode, nicCount, portsPerNic, speedGbps: linkGbps });
  return { ...choice, ownPart: fitted === server ? null : fitted, spec: { partId: fitted.id } };
}

/** A rack-scale system is cabled tray by tray: the tray of the same family, when the case counts its NICs by tray. */
function openRack(rack: ServerPart, catalog: Catalog, wish: Wish): ServerPart | null {
  if (rack.category !== 'rack_scale' || (wish.nicsPerTray === null && wish.racksPerUnit === null)) return null;
  const family = rack.id.split('-')[0] as string;
  for (const part of catalog.byId.values()) {
    if (part.kind === 'server' && part.category === 'compute_tray' && part.id.startsWith(`${family}-`)) return part;
  }
  return null;
}

/** A NIC may feed several planes or switches, each with its share of the speed. */
function choosePortsPerNic(wish: Wish, nicGbps: number): number {
  if (wish.linkGbps !== null && wish.linkGbps < nicGbps) return Math.round(nicGbps / wish.linkGbps);
  if (wish.linksPerGpu !== null) return wish.linksPerGpu;
  return 1;
}

function countNics(block: PortBlock | undefined, nicGbps: number): number | null {
  if (!block?.cageCount) return null;
  const mode = block.modes.find((candidate) => candidate.speedGbps === nicGbps);
  return mode ? block.cageCount * mode.portsPerCage : null;
}

/** `8 x BlueField-3 B3140H 400G (GPU) + 1 x dual-port B3220 200G (CPU)`: the first NICs are the GPUs'. */
function readServerWords(wish: Wish): { gpus: number | null; nics: number | null; nicGbps: number | null } {
  const text = wish.serverText ?? '';
  const gpus = /(\d+)[\s-]*(?:x\s*)?(?:PCIe |SXM |OAM )?GPUs?\b/i.exec(text);
  const nics = listPortGroups(text)[0];
  return { gpus: gpus ? Number(gpus[1]) : null, nics: nics?.count ?? null, nicGbps: nics?.speedGbps ?? null };
}

export interface SwitchChoice {
  readonly spec: SwitchSpec;
  readonly part: SwitchPart | null;
  /** Logical ports at the speed of the links, and between switches. */
  readonly radix: number;
  readonly linkGbps: number;
  readonly uplinkGbps: number;
}

/** null = the case says nothing of a switch. `text` null takes the radix alone. */
export function chooseSwitch(
  wish: Wish,
  catalog: Catalog,
  text: string | null,
  radixGiven: number | null,
  linkGbps: number,
): SwitchChoice | null {
  const worded = text === null ? null : readPortWords(text, linkGbps);
  const portGbps = wish.portGbps ?? worded?.speedGbps ?? linkGbps;
  const radix = radixGiven ?? worded?.radix ?? null;
  const part =
    text === null
      ? null
      : (findSwitch(catalog, text) ?? (radix === null ? null : findSwitchByChip(catalog, text, radix, portGbps)));
  if (part) {
    const own = countDataPorts(part, linkGbps);
    if (
      own > 0 &&
      speaksEthernetOrInfiniBand(part) &&
      (radix === null || radix === own || countDataPorts(part, portGbps) === radix)
    ) {
      const uplinkGbps = wish.uplinkGbps ?? chooseUplinkGbps(part, linkGbps, radix);
      return { spec: { partId: part.id }, part, radix: own, linkGbps, uplinkGbps };
    }
  }
  const boxRadix = radix ?? (part === null ? 0 : countDataPorts(part, portGbps));
  if (boxRadix === 0) return null;
  const isSplit = portGbps > linkGbps && Number.isInteger(portGbps / linkGbps);
  const nativeGbps = isSplit ? portGbps : linkGbps;
  const splits = isSplit ? [portGbps / linkGbps] : [];
  const spec = { name: text?.split(',')[0]?.trim() || 'Switch', radix: boxRadix, portGbps: nativeGbps, splits };
  const ports = isSplit ? (boxRadix * portGbps) / linkGbps : boxRadix;
  return { spec, part, radix: ports, linkGbps, uplinkGbps: wish.uplinkGbps ?? nativeGbps };
}

/** Weft's fabrics are Ethernet or InfiniBand; a switch of another kind (Slingshot) is drawn as a box with its ports. */
function speaksEthernetOrInfiniBand(part: SwitchPart): boolean {
  const protocols = part.portBlocks.find((block) => block.role === 'data')?.protocols ?? [];
  return protocols.length === 0 || protocols.includes('eth') || protocols.includes('ib');
}

/** The speed at which the switch has the radix of the case; without one, the speed of the endpoints' links. */
function chooseUplinkGbps(part: SwitchPart, linkGbps: number, radix: number | null): number {
  if (radix === null || radix === countDataPorts(part, linkGbps)) return linkGbps;
  const block = part.portBlocks.find((candidate) => candidate.role === 'data');
  return block?.modes.find((mode) => mode.portsPerCage * (block.cageCount ?? 0) === radix)?.speedGbps ?? linkGbps;
}
