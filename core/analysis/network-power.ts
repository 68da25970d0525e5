/** What the network draws: the switches of its fabrics with what is plugged into them, and the modules in everything else. */
import type { Netlist } from '../netlist/netlist.ts';
import type { PartialSum } from './partial-sum.ts';
import type { PowerLine, PowerReport } from './report.ts';

const SWITCHING_ROLES: ReadonlySet<string> = new Set(['leaf', 'spine', 'core', 'border']);

export interface NetworkPowerTerm {
  readonly line: PowerLine;
  readonly isSwitch: boolean;
  readonly sum: PartialSum;
}

/** Group by group, at maximum. */
export function listNetworkPower({ groups }: Netlist, power: PowerReport): NetworkPowerTerm[] {
  const roleOf = new Map(groups.map(({ deviceId, role }) => [deviceId, role]));
  return power.devices.map((line) => {
    const isSwitch = SWITCHING_ROLES.has(roleOf.get(line.deviceId) ?? '');
    return { line, isSwitch, sum: isSwitch ? line.maxW : line.transceiversMaxW };
  });
}

export function computeNetworkPower(netlist: Netlist, power: PowerReport): PartialSum {
  const sums = listNetworkPower(netlist, power).map(({ sum }) => sum);
  return {
    value: sums.reduce((total, { value }) => total + value, 0),
    unknownCount: sums.reduce((total, { unknownCount }) => total + unknownCount, 0),
    unknownParts: [...new Set(sums.flatMap(({ unknownParts }) => unknownParts))],
  };
}
