/** The interfaces of a device type as blocks of equal cages. Roles are read off their number and speed: the file has none. */
import type { DevicePart, PortBlock } from '../../catalog/part.ts';
import type { DeviceType } from './device-type.ts';
import { type Cage, readInterfaceType } from './interface-types.ts';

export interface ReadPorts {
  readonly portBlocks: PortBlock[];
  /** Interfaces that are no socket for a cable here, by type. */
  readonly leftOut: readonly { readonly type: string; readonly count: number }[];
}

interface Run {
  readonly cage: Cage;
  readonly isManagement: boolean;
  count: number;
}

export function createPortBlocks({ interfaces }: DeviceType, kind: DevicePart['kind']): ReadPorts {
  const runs = new Map<string, Run>();
  const leftOut = new Map<string, number>();
  for (const { type, mgmt_only: isManagement = false } of interfaces ?? []) {
    const cage = readInterfaceType(type);
    if (!cage) {
      leftOut.set(type, (leftOut.get(type) ?? 0) + 1);
      continue;
    }
    const key = `${type} ${isManagement}`;
    const run = runs.get(key) ?? { cage, isManagement, count: 0 };
    run.count += 1;
    runs.set(key, run);
  }
  return {
    portBlocks: createBlocks([...runs.values()], kind),
    leftOut: [...leftOut].map(([type, count]) => ({ type, count })),
  };
}

function createBlocks(runs: readonly Run[], kind: DevicePart['kind']): PortBlock[] {
  const taken = new Map<string, number>();
  return runs.map((run) => {
    const role = chooseRole(run, runs, kind);
    const before = taken.get(role) ?? 0;
    taken.set(role, before + 1);
    return createBlock(before === 0 ? role : `${role}-${before + 1}`, role, run);
  });
}

function chooseRole(run: Run, runs: readonly Run[], kind: DevicePart['kind']): string {
  if (run.isManagement) return kind === 'switch' ? 'mgmt' : 'bmc';
  const data = runs.filter(({ isManagement }) => !isManagement);
  if (kind === 'switch') {
    const most = Math.max(...data.map(({ count }) => count));
    const main = data.find(({ count }) => count === most);
    return run !== main && run.cage.speedGbps > (main?.cage.speedGbps ?? 0) ? 'uplink' : 'data';
  }
  const fastest = Math.max(...data.map(({ cage }) => cage.speedGbps));
  if (run.cage.speedGbps === fastest && run.cage.formFactor !== 'RJ45') return 'compute';
  return run.cage.formFactor === 'RJ45' ? 'host_mgmt' : 'storage_inband';
}

function createBlock(id: string, role: string, { cage, count }: Run): PortBlock {
  const { formFactor, heatSink, speedGbps, lanes, protocol } = cage;
  return {
    id,
    role,
    cageCount: count,
    slotCount: null,
    formFactor,
    heatSink,
    protocols: [protocol],
    lanesPerCage: lanes,
    gbpsPerLane: speedGbps / lanes,
    modes: [{ portsPerCage: 1, speedGbps }],
    notes: 'Breakouts are not in device types: only the native speed is known.',
  };
}
