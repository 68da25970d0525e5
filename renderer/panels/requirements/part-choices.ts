/** Which servers, port blocks, speeds and switches go together, and which switch suits when the user leaves it open. */
import { type Catalog, findPart, listParts } from '#core/catalog/catalog.ts';
import type { NicPart, PortBlock, ServerPart, SwitchPart } from '#core/catalog/part.ts';
import type { Fabric } from '#core/design/design.ts';
import { findSwitchBlock } from '#core/generate/find-parts.ts';
import { countPorts } from '#core/generate/port-demand.ts';
import type { FurtherPurpose } from './form.ts';

type Technology = Fabric['technology'];

const COMPUTE_ROLES = ['compute', 'fabric'];

const endpointCategories: readonly ServerPart['category'][] = [
  'gpu_server',
  'rack_scale',
  'compute_tray',
  'baseboard',
  'cloud_instance',
];

/** Boxes with accelerators, rack-scale systems among them. */
export function listEndpointParts(catalog: Catalog): ServerPart[] {
  return listParts(catalog, 'server').filter((part) => endpointCategories.includes(part.category));
}

function isUsable(block: PortBlock): boolean {
  return block.slotCount !== null || (block.cageCount !== null && block.modes.length > 0);
}

/** Whether the catalog knows ports that a compute fabric could begin at. */
export function hasComputePorts(part: ServerPart): boolean {
  return part.portBlocks.some((block) => COMPUTE_ROLES.includes(block.role) && isUsable(block));
}

/** Blocks a purpose may use, best first. */
const rolesOfPurpose: Readonly<Record<Fabric['purpose'], readonly string[]>> = {
  compute: COMPUTE_ROLES,
  storage: ['storage', 'storage_inband', 'frontend', 'inband_mgmt'],
  frontend: ['frontend', 'inband_mgmt', 'storage_inband', 'storage', 'host_mgmt'],
  inband: ['inband_mgmt', 'storage_inband', 'frontend', 'storage', 'host_mgmt'],
  oob: ['bmc', 'host_mgmt', 'bf3_bmc'],
};

/** Blocks with known ports whose role suits, best first. */
export function listBlocksFor(blocks: readonly PortBlock[], purpose: Fabric['purpose']): PortBlock[] {
  return rolesOfPurpose[purpose].flatMap((role) => blocks.filter((block) => block.role === role && isUsable(block)));
}

/** Slow ports of the host are the last resort: a block shared with another fabric goes before them. */
const LAST_RESORT = 'host_mgmt';

/** The best block that no fabric before this one has taken, or the best one shared. */
export function chooseBlock(
  blocks: readonly PortBlock[],
  purpose: FurtherPurpose,
  taken: ReadonlySet<string>,
): PortBlock | null {
  const fitting = listBlocksFor(blocks, purpose).filter((block) => block.modes.length > 0);
  const good = fitting.filter((block) => purpose === 'oob' || block.role !== LAST_RESORT);
  return good.find((block) => !taken.has(block.id)) ?? good[0] ?? fitting[0] ?? null;
}

export function listTechnologies(block: PortBlock | null): Technology[] {
  const protocols = block?.protocols ?? [];
  const has = (protocol: PortBlock['protocols'][number]): boolean =>
    protocols.length === 0 || protocols.includes(protocol);
  const isEthernet = has('eth') || has('slingshot');
  return [...(has('ib') ? ['infiniband' as const] : []), ...(isEthernet ? ['ethernet' as const] : [])];
}

/** Speeds of a block, fastest first. */
export function listSpeeds(block: PortBlock | null): number[] {
  return [...new Set(block?.modes.map((mode) => mode.speedGbps))].sort((a, b) => b - a);
}

/** Fewer ports than this are uplinks or management of a switch, not what a tier is built of. */
const FEWEST_PORTS = 16;
/** Up to here management switches will do. */
const MANAGEMENT_GBPS = 10;

export interface SwitchWish {
  readonly technology: Technology;
  readonly speedGbps: number;
  /** Protocols of the endpoint's ports; empty = any. */
  readonly protocols: PortBlock['protocols'];
}

function countOffered(part: SwitchPart, { technology, speedGbps, protocols }: SwitchWish): number {
  const block = findSwitchBlock(part, speedGbps, 'down');
  if (!block) return 0;
  const spoken = technology === 'infiniband' ? ['ib'] : ['eth', 'slingshot'];
  const shared = block.protocols.filter(
    (protocol) => spoken.includes(protocol) && (protocols.length === 0 || protocols.includes(protocol)),
  );
  return shared.length === 0 ? 0 : countPorts(block, speedGbps);
}

/** Switches that could be leaves, those with most ports first. */
export function listSwitches(catalog: Catalog, wish: SwitchWish): { part: SwitchPart; ports: number }[] {
  return listParts(catalog, 'switch')
    .filter(
      ({ category }) =>
        category === 'switch' ||
        category === 'chassis' ||
        (category === 'mgmt_switch' && wish.speedGbps <= MANAGEMENT_GBPS),
    )
    .map((part) => ({ part, ports: countOffered(part, wish) }))
    .filter(({ ports }) => ports >= FEWEST_PORTS)
    .sort((a, b) => b.ports - a.ports);
}

export function fitsSwitch(part: SwitchPart, wish: SwitchWish): boolean {
  return countOffered(part, wish) > 0;
}

/** Sold, of a maker in the list (first ones preferred), at the speed it is made for, with most ports, with a management port. */
export function chooseSwitch(catalog: Catalog, wish: SwitchWish, makers: readonly string[]): SwitchPart | null {
  const isNative = (part: SwitchPart): boolean =>
    findSwitchBlock(part, wish.speedGbps, 'down')?.modes[0]?.speedGbps === wish.speedGbps;
  const rankOf = (part: SwitchPart): number => {
    const rank = makers.indexOf(part.manufacturer ?? '');
    return rank < 0 ? makers.length : rank;
  };
  const hasManagement = (part: SwitchPart): boolean => part.portBlocks.some((block) => block.role === 'mgmt');
  const candidates = listSwitches(catalog, wish)
    .filter(({ part }) => part.category !== 'chassis')
    .sort(
      (a, b) =>
        Number(b.part.status === 'shipping') - Number(a.part.status === 'shipping') ||
        rankOf(a.part) - rankOf(b.part) ||
        Number(isNative(b.part)) - Number(isNative(a.part)) ||
        b.ports - a.ports ||
        Number(hasManagement(b.part)) - Number(hasManagement(a.part)),
    );
  return candidates[0]?.part ?? null;
}

/** NIC to begin with for empty adapter slots: sold, one port, InfiniBand and Ethernet, the fastest up to 400G. */
export function chooseNic(catalog: Catalog): NicPart | null {
  const rate = (nic: NicPart): number => nic.portBlocks[0]?.modes[0]?.speedGbps ?? 0;
  const candidates = listParts(catalog, 'nic').filter((nic) => {
    const [block] = nic.portBlocks;
    return nic.status === 'shipping' && block?.cageCount === 1 && block.protocols.length === 2 && rate(nic) <= 400;
  });
  return candidates.sort((a, b) => rate(b) - rate(a))[0] ?? null;
}

export function findServer(catalog: Catalog, serverId: string | null): ServerPart | null {
  return serverId === null ? null : (findPart(catalog, serverId, 'server') ?? null);
}
