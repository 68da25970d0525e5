/**
 * A scenario's failures laid on the netlist: which members and connections carry no traffic. A broken device fails its
 * connections, a rack all that stands in it. Runs that reach beyond what there is are cut.
 */
import type { Failure, NetFailures, Netlist } from './netlist.ts';

/** The same arrays with other `failures`; null when nothing is hit. Linear in members and connections, and only when something is. */
export function applyFailures(netlist: Netlist, failures: readonly Failure[]): Netlist {
  const spelled = spellOut(netlist, failures);
  return spelled === netlist.failures ? netlist : { ...netlist, failures: spelled };
}

function spellOut(netlist: Netlist, failures: readonly Failure[]): NetFailures | null {
  if (failures.length === 0) return null;
  const memberFailed = new Uint8Array(netlist.memberCount);
  const connectionFailed = new Uint8Array(netlist.connectionCount);
  for (const failure of failures) {
    if (failure.kind === 'device') failMembers(netlist, failure, memberFailed);
    else if (failure.kind === 'rack') failRacks(netlist, failure, memberFailed);
    else failConnections(netlist, failure, connectionFailed);
  }
  const failedMemberCount = countSet(memberFailed);
  if (failedMemberCount > 0) {
    const { connectionMemberA, connectionMemberB } = netlist;
    for (let i = 0; i < connectionFailed.length; i += 1) {
      if (memberFailed[connectionMemberA[i] as number] === 1 || memberFailed[connectionMemberB[i] as number] === 1) {
        connectionFailed[i] = 1;
      }
    }
  }
  const failedConnectionCount = countSet(connectionFailed);
  if (failedMemberCount === 0 && failedConnectionCount === 0) return null;
  return { memberFailed, connectionFailed, failedMemberCount, failedConnectionCount };
}

function failMembers(netlist: Netlist, failure: Extract<Failure, { kind: 'device' }>, memberFailed: Uint8Array): void {
  const group = netlist.groups.find(({ deviceId }) => deviceId === failure.deviceId);
  if (!group) return;
  const [first, end] = cutRun(failure.members, group.count);
  memberFailed.fill(1, group.firstMember + first, group.firstMember + end);
}

function failRacks(netlist: Netlist, failure: Extract<Failure, { kind: 'rack' }>, memberFailed: Uint8Array): void {
  const rackGroup = netlist.rackGroups.find(({ rackId }) => rackId === failure.rackId);
  if (!rackGroup) return;
  const [first, end] = cutRun(failure.racks, rackGroup.count);
  const { memberRack } = netlist;
  for (let member = 0; member < memberFailed.length; member += 1) {
    const rack = (memberRack[member] as number) - rackGroup.firstRack;
    if (rack >= first && rack < end) memberFailed[member] = 1;
  }
}

function failConnections(netlist: Netlist, failure: Extract<Failure, { kind: 'link' }>, failed: Uint8Array): void {
  const link = netlist.links.find(({ linkId }) => linkId === failure.linkId);
  if (!link) return;
  const [first, end] = cutRun(failure.connections, link.connectionCount);
  failed.fill(1, link.firstConnection + first, link.firstConnection + end);
}

/** [first, end) inside 0 .. count. */
function cutRun(run: { first: number; count: number } | undefined, count: number): [number, number] {
  if (run === undefined) return [0, count];
  return [Math.min(run.first, count), Math.min(run.first + run.count, count)];
}

function countSet(flags: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < flags.length; i += 1) count += flags[i] as number;
  return count;
}
