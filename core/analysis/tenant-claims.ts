/** Which tenants the scenarios name, and whose every member of every group is. Works on runs, never member by member. */
import type { Memory } from '../base/memory.ts';
import { joinRuns, type Run } from '../base/runs.ts';
import type { JobGroup, NetGroup, Netlist } from '../netlist/netlist.ts';
import type { TenantShare } from './tenant-report.ts';

export interface TenantClaims {
  readonly tenants: readonly ClaimedTenant[];
  readonly groups: readonly GroupClaims[];
}

interface ClaimedTenant {
  readonly name: string;
  readonly scenarioIds: readonly string[];
  readonly isVaried: boolean;
}

/** Members of one group of the netlist by whose they are. */
interface GroupClaims {
  readonly group: number;
  readonly shares: readonly TenantShare[];
}

interface Gathered {
  readonly name: string;
  readonly scenarioIds: string[];
  readonly runsOf: Map<number, Run[]>;
  /** What the first of its scenarios names. */
  readonly firstSaid: string;
  isVaried: boolean;
}

/** The same object while nobody's members change. */
export function recallClaims(netlist: Netlist, memory: Memory): TenantClaims {
  const inputs = netlist.groups.flatMap(({ deviceId, count, part }) => [deviceId, count, part]);
  return memory.settle('tenant claims', [netlist.scenarios, ...inputs], () => claim(netlist));
}

function claim(netlist: Netlist): TenantClaims {
  const gathered = gather(netlist);
  return {
    tenants: gathered.map(({ name, scenarioIds, isVaried }) => ({ name, scenarioIds, isVaried })),
    groups: netlist.groups.flatMap(({ count }, group) => {
      const runs = gathered.map(({ runsOf }) => joinRuns(runsOf.get(group) ?? []));
      return runs.every((own) => own.length === 0) ? [] : [{ group, shares: shareOut(runs, count) }];
    }),
  };
}

/** By name, in the order of the scenarios. Runs of groups that are gone, or that forward traffic, name nobody. */
function gather({ scenarios, groups }: Netlist): Gathered[] {
  const indexOf = new Map(groups.map(({ deviceId }, index) => [deviceId, index]));
  const found = new Map<string, Gathered>();
  for (const { id, group } of scenarios) {
    if (group.kind !== 'tenant') continue;
    const runs = listRuns(group, groups, indexOf);
    if (runs.size === 0) continue;
    const name = group.name.trim() || 'Unnamed tenant';
    const said = speakRuns(runs);
    const known: Gathered = found.get(name) ?? {
      name,
      scenarioIds: [],
      runsOf: new Map(),
      firstSaid: said,
      isVaried: false,
    };
    found.set(name, known);
    known.scenarioIds.push(id);
    known.isVaried ||= said !== known.firstSaid;
    for (const [index, own] of runs) known.runsOf.set(index, [...(known.runsOf.get(index) ?? []), ...own]);
  }
  return [...found.values()];
}

function listRuns(
  { runs }: Extract<JobGroup, { kind: 'tenant' }>,
  groups: readonly NetGroup[],
  indexOf: ReadonlyMap<string, number>,
): Map<number, Run[]> {
  const found = new Map<number, Run[]>();
  for (const { deviceId, members } of runs) {
    const index = indexOf.get(deviceId);
    const group = index === undefined ? undefined : groups[index];
    if (index === undefined || !group || group.part?.kind === 'switch') continue;
    const count = Math.min(members.first + members.count, group.count) - members.first;
    if (count > 0) found.set(index, [...(found.get(index) ?? []), { first: members.first, count }]);
  }
  return found;
}

/** The same words for the same members. */
function speakRuns(runs: ReadonlyMap<number, readonly Run[]>): string {
  const sorted = [...runs].sort(([a], [b]) => a - b);
  return sorted
    .map(
      ([group, own]) =>
        `${group}: ${joinRuns(own)
          .map(({ first, count }) => `${first}+${count}`)
          .join()}`,
    )
    .join();
}

/** `runs` by tenant, apart and in order. Shares stand in the order of their lowest member, those of nobody last. */
function shareOut(runs: readonly (readonly Run[])[], memberCount: number): TenantShare[] {
  const events = runs.flatMap((own, tenant) =>
    own.flatMap(({ first, count }) => [
      { at: first, tenant, isStart: true },
      { at: first + count, tenant, isStart: false },
    ]),
  );
  events.sort((a, b) => a.at - b.at);
  const shares = new Map<string, { tenants: readonly number[]; runs: Run[] }>();
  const active = new Set<number>();
  let begun = 0;
  const closeAt = (at: number): void => {
    if (at === begun) return;
    const tenants = [...active].sort((a, b) => a - b);
    const share = shares.get(tenants.join()) ?? { tenants, runs: [] };
    shares.set(tenants.join(), share);
    share.runs.push({ first: begun, count: at - begun });
    begun = at;
  };
  for (const { at, tenant, isStart } of events) {
    closeAt(at);
    if (isStart) active.add(tenant);
    else active.delete(tenant);
  }
  closeAt(memberCount);
  const all = [...shares.values()].map(({ tenants, runs: own }): TenantShare => {
    const joined = joinRuns(own);
    return { tenants, count: joined.reduce((sum, { count }) => sum + count, 0), runs: joined };
  });
  return [...all.filter(({ tenants }) => tenants.length > 0), ...all.filter(({ tenants }) => tenants.length === 0)];
}
