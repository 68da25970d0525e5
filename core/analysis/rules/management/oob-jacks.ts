/** Which jacks of the drawing belong on the out-of-band network, and which ports that network offers. */
import { RJ45 } from '../../../catalog/form-factor.ts';
import type { NetBlock, NetGroup, Netlist } from '../../../netlist/netlist.ts';
import type { FabricTiers } from '../topology/fabric-tiers.ts';

/** Port blocks that carry management only. A server's host_mgmt port is for its operating system, not for out-of-band. */
const HOST_ROLES: ReadonlySet<string> = new Set(['bmc', 'bf3_bmc']);
const SWITCH_ROLE = 'mgmt';

/** Blocks whose jacks each need an out-of-band port. */
export function listJackBlocks(netlist: Netlist, group: NetGroup): NetBlock[] {
  const isSwitch = group.part?.kind === 'switch';
  return netlist.blocks
    .slice(group.firstBlock, group.firstBlock + group.blockCount)
    .filter(({ block }) => (isSwitch ? block.role === SWITCH_ROLE : HOST_ROLES.has(block.role)));
}

/**
 * Jacks of one member: every BMC, one for a switch (further ones are spare), and the RJ45 of every adapter that has one.
 * null = its management ports are not listed.
 */
export function countJacks(netlist: Netlist, group: NetGroup): number | null {
  const adapters = group.adapters.reduce((sum, { part, count }) => sum + (part?.oobRj45Ports ?? 0) * count, 0);
  const blocks = listJackBlocks(netlist, group);
  if (blocks.length === 0) return adapters > 0 ? adapters : null;
  if (group.part?.kind === 'switch') return 1;
  return adapters + blocks.reduce((sum, { cagesPerMember }) => sum + cagesPerMember, 0);
}

/** Fabrics of that purpose, as the rules see them. */
export function listFabricsFor(
  netlist: Netlist,
  tiers: readonly FabricTiers[],
  purposes: readonly string[],
): FabricTiers[] {
  return tiers.filter(({ graph }) => purposes.includes(netlist.fabrics[graph.fabric]?.purpose ?? ''));
}

/** RJ45 ports of one member of an out-of-band switch, its own management jack left out. */
export function countSwitchPorts(netlist: Netlist, group: NetGroup): number {
  return netlist.blocks
    .slice(group.firstBlock, group.firstBlock + group.blockCount)
    .filter(({ block }) => block.formFactor === RJ45 && block.role !== SWITCH_ROLE)
    .reduce((sum, { cagesPerMember }) => sum + cagesPerMember, 0);
}
