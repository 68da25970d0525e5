/** Rules on what is connected to what: members without a cable, ports left open, links that could not be completed. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { formatMemberName } from '../netlist/names.ts';
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import type { PortUse } from './report.ts';

export function checkConnections(netlist: Netlist, ports: readonly PortUse[]): Diagnostic[] {
  const connected = new Uint8Array(netlist.memberCount);
  for (let connection = 0; connection < netlist.connectionCount; connection += 1) {
    connected[netlist.connectionMemberA[connection] as number] = 1;
    connected[netlist.connectionMemberB[connection] as number] = 1;
  }
  const diagnostics: Diagnostic[] = [];
  for (const group of netlist.groups) {
    const unconnected = checkUnconnected(group, connected);
    if (unconnected) diagnostics.push(unconnected);
  }
  for (const use of ports) {
    const open = checkOpenComputePorts(use);
    if (open) diagnostics.push(open);
  }
  return diagnostics;
}

function checkUnconnected(group: NetGroup, connected: Uint8Array): Diagnostic | null {
  if (!group.part || group.blockCount === 0) return null;
  let count = 0;
  let first = -1;
  for (let member = 0; member < group.count; member += 1) {
    if (connected[group.firstMember + member] === 1) continue;
    count += 1;
    if (first < 0) first = member;
  }
  if (count === 0) return null;
  const isSwitch = group.part.kind === 'switch';
  const name = formatMemberName(group.nameTemplate, first, Math.floor(first / group.membersPerPod));
  const who =
    group.count === 1
      ? group.name
      : count === group.count
        ? `All ${count} members of ${group.name}`
        : `${count} of ${group.count} members of ${group.name}, from ${name} on,`;
  const have = group.count === 1 || count === 1 ? 'has' : 'have';
  return {
    code: isSwitch ? 'topology.idle-switch' : 'topology.unconnected',
    severity: isSwitch ? 'advice' : 'warning',
    message: `${who} ${have} no cable to any network; draw a link from ${count === 1 ? 'its' : 'their'} ports.`,
    where: [{ kind: 'device', id: group.deviceId, member: first }],
  };
}

/** Some compute ports in use and some not: GPUs that get less bandwidth than their neighbours. */
function checkOpenComputePorts(use: PortUse): Diagnostic | null {
  if (use.role !== 'compute' || use.portsUsed === 0 || use.portsFree === 0) return null;
  return {
    code: 'topology.open-ports',
    severity: 'warning',
    message: `${use.portsFree} of ${use.portsOwned} compute ports of ${use.deviceName} have no cable, so its GPUs are not all at full bandwidth.`,
    where: [{ kind: 'device', id: use.deviceId, blockId: use.blockId }],
  };
}
