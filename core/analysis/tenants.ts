/** Tenants of the cluster: servers and GPUs of each, of several at once and of none, and what they share on the way. */
import type { Memory } from '../base/memory.ts';
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import { gpusPerMember } from './idle-gpus.ts';
import type { LateFigures } from './report.ts';
import { recallClaims, type TenantClaims } from './tenant-claims.ts';
import type { Tenant, TenantDevice } from './tenant-report.ts';
import { recallTenantFabric } from './tenant-switches.ts';

/** Nothing at all where no scenario is about chosen servers. */
export function computeTenants(netlist: Netlist, memory: Memory): Pick<LateFigures, 'tenants'> {
  const claims = recallClaims(netlist, memory);
  if (claims.tenants.length === 0) return {};
  const devices = listDevices(netlist, claims);
  return {
    tenants: {
      tenants: claims.tenants.map((tenant, index): Tenant => {
        return { ...tenant, ...countServers(devices, (tenants) => tenants.includes(index)) };
      }),
      devices,
      free: countServers(devices, (tenants) => tenants.length === 0),
      claimedTwice: countServers(devices, (tenants) => tenants.length > 1),
      fabrics: netlist.fabrics.flatMap((_, index) => recallTenantFabric(netlist, index, claims, memory) ?? []),
    },
  };
}

function listDevices({ groups }: Netlist, claims: TenantClaims): TenantDevice[] {
  const claimsOf = new Map(claims.groups.map((own) => [own.group, own.shares]));
  return groups.flatMap((group: NetGroup, index): TenantDevice[] => {
    const { deviceId, count } = group;
    const shares = claimsOf.get(index);
    const gpus = gpusPerMember(group);
    if (!shares && (gpus === 0 || count === 0)) return [];
    const nobodys = { tenants: [], count, runs: [{ first: 0, count }] };
    return [{ deviceId, memberCount: count, gpusPerMember: gpus, shares: shares ?? [nobodys] }];
  });
}

/** Of the shares for which it holds. */
function countServers(
  devices: readonly TenantDevice[],
  holds: (tenants: readonly number[]) => boolean,
): { serverCount: number; gpuCount: number } {
  let serverCount = 0;
  let gpuCount = 0;
  for (const { shares, gpusPerMember: gpus } of devices) {
    for (const { tenants, count } of shares) {
      // A server without GPUs that no tenant holds is not waiting for one.
      if (!holds(tenants) || (tenants.length === 0 && gpus === 0)) continue;
      serverCount += count;
      gpuCount += count * gpus;
    }
  }
  return { serverCount, gpuCount };
}
