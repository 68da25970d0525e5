/** Where tenants meet in one fabric: the first switches on the way from their servers, and the cables above those. */
import type { Memory } from '../base/memory.ts';
import type { NetBlock, NetFabric, NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import type { TenantClaims } from './tenant-claims.ts';
import type { TenantFabric, TenantLink, TenantSwitches } from './tenant-report.ts';
import { TenantSets } from './tenant-sets.ts';

/** null = no server of a tenant is cabled to a switch by a port for traffic. */
export function recallTenantFabric(
  netlist: Netlist,
  fabric: number,
  claims: TenantClaims,
  memory: Memory,
): TenantFabric | null {
  const { fabricId, name, purpose, technology } = netlist.fabrics[fabric] as NetFabric;
  // Management is the provider's own network.
  if (purpose === 'oob') return null;
  const links = netlist.links.filter((link) => link.fabric === fabric && carriesTraffic(netlist, link));
  const inputs = links.flatMap(({ linkId, groupA, groupB, wiring }) => {
    const ends = [groupA, groupB].flatMap((index) => {
      const { deviceId, count, part } = netlist.groups[index] as NetGroup;
      return [deviceId, count, part];
    });
    return [linkId, groupA, groupB, wiring, ...ends];
  });
  return memory.recall(`tenants of ${fabricId}`, [claims, name, technology, ...inputs], () => {
    const sets = new TenantSets();
    const setsOf = markSwitches(netlist, links, claims, sets);
    if (setsOf.size === 0) return null;
    const switches = [...setsOf].flatMap(([group, marks]) => countSwitches(netlist, group, marks, sets));
    return { fabricId, name, technology, switches, links: findSharedLinks(netlist, links, setsOf, sets) };
  });
}

/** Tenants of every member, by group of switches. */
type SwitchSets = ReadonlyMap<number, Uint32Array>;

function carriesTraffic({ blocks }: Netlist, { blockA, blockB, connectionCount }: NetLink): boolean {
  const isManaging = [blockA, blockB].some((block) => (blocks[block] as NetBlock).block.role === 'mgmt');
  return connectionCount > 0 && !isManaging;
}

function isSwitch({ groups }: Netlist, group: number): boolean {
  return groups[group]?.part?.kind === 'switch';
}

/** Linear in the cables between servers of tenants and switches. */
function markSwitches(
  netlist: Netlist,
  links: readonly NetLink[],
  claims: TenantClaims,
  sets: TenantSets,
): Map<number, Uint32Array> {
  const setsOfServers = spellOut(netlist, claims, sets);
  const marks = new Map<number, Uint32Array>();
  const { connectionMemberA, connectionMemberB } = netlist;
  for (const { groupA, groupB, firstConnection, connectionCount } of links) {
    for (const [server, relay, serverMembers, relayMembers] of [
      [groupA, groupB, connectionMemberA, connectionMemberB],
      [groupB, groupA, connectionMemberB, connectionMemberA],
    ] as const) {
      const claimed = setsOfServers.get(server);
      if (!claimed || !isSwitch(netlist, relay)) continue;
      const { firstMember: firstServer } = netlist.groups[server] as NetGroup;
      const { firstMember: firstRelay, count } = netlist.groups[relay] as NetGroup;
      const own = marks.get(relay) ?? new Uint32Array(count);
      marks.set(relay, own);
      for (let i = firstConnection; i < firstConnection + connectionCount; i += 1) {
        const at = (relayMembers[i] as number) - firstRelay;
        own[at] = sets.unite(own[at] as number, claimed[(serverMembers[i] as number) - firstServer] as number);
      }
    }
  }
  return marks;
}

function spellOut({ groups }: Netlist, claims: TenantClaims, sets: TenantSets): SwitchSets {
  return new Map(
    claims.groups.map(({ group, shares }) => {
      const setOf = new Uint32Array((groups[group] as NetGroup).count);
      for (const { tenants, runs } of shares) {
        const set = sets.find(tenants);
        for (const { first, count } of runs) setOf.fill(set, first, first + count);
      }
      return [group, setOf];
    }),
  );
}

function countSwitches({ groups }: Netlist, group: number, marks: Uint32Array, sets: TenantSets): TenantSwitches[] {
  const { deviceId } = groups[group] as NetGroup;
  const found = new Map<number, { count: number; first: number }>();
  for (let i = 0; i < marks.length; i += 1) {
    const set = marks[i] as number;
    if (set === 0) continue;
    const known = found.get(set) ?? { count: 0, first: i };
    known.count += 1;
    found.set(set, known);
  }
  return [...found].map(([set, { count, first }]) => ({ deviceId, tenants: sets.list(set), count, first }));
}

/** Cables from shared switches to other switches. */
function findSharedLinks(
  netlist: Netlist,
  links: readonly NetLink[],
  setsOf: SwitchSets,
  sets: TenantSets,
): TenantLink[] {
  const sharedOf = new Map(
    [...setsOf].flatMap(([group, marks]) => {
      const shared = marks.map((set) => (sets.isShared(set) ? set : 0));
      return shared.some((set) => set !== 0) ? [[group, shared] as const] : [];
    }),
  );
  return links.flatMap(({ linkId, groupA, groupB, firstConnection, connectionCount }) => {
    const a = sharedOf.get(groupA);
    const b = sharedOf.get(groupB);
    if ((!a && !b) || !isSwitch(netlist, groupA) || !isSwitch(netlist, groupB)) return [];
    const { firstMember: firstA } = netlist.groups[groupA] as NetGroup;
    const { firstMember: firstB } = netlist.groups[groupB] as NetGroup;
    let count = 0;
    let all = 0;
    for (let i = firstConnection; i < firstConnection + connectionCount; i += 1) {
      const ofA = a?.[(netlist.connectionMemberA[i] as number) - firstA] ?? 0;
      const ofB = b?.[(netlist.connectionMemberB[i] as number) - firstB] ?? 0;
      const set = sets.unite(ofA, ofB);
      if (set === 0) continue;
      count += 1;
      all = sets.unite(all, set);
    }
    return count === 0 ? [] : [{ linkId, tenants: sets.list(all), connectionCount: count }];
  });
}
