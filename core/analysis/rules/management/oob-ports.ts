import { formatCount } from '../../../base/format-count.ts';
import type { Fix } from '../../../base/diagnostic.ts';
import type { NetGroup, Netlist } from '../../../netlist/netlist.ts';
import type { Rule, RuleContext } from '../rule.ts';
import type { Tally } from '../tally.ts';
import { countJacks, countSwitchPorts, listFabricsFor, listJackBlocks } from './oob-jacks.ts';

interface Demand {
  readonly hosts: number;
  readonly switches: number;
  readonly pdus: number;
}

/** R22. CDUs are not drawn, so they are not counted. */
export const oobPorts: Rule = {
  id: 'R22',
  code: 'management.oob-ports',
  family: 'management',
  severity: 'error',
  title: 'The out-of-band network has a port for every management jack',
  rationale:
    'Every BMC, switch, PDU and BlueField-3 brings one. The DGX H100 SuperPOD of four units has 317 of them on eight switches.',
  source: 'https://docs.nvidia.com/dgx-superpod/reference-architecture-scalable-infrastructure-h100/latest/index.html',
  subject: 'management jacks',
  check(context, tally) {
    const demand = countDemand(context, tally);
    const total = demand.hosts + demand.switches + demand.pdus;
    const suppliers = listSuppliers(context);
    if (suppliers.length === 0) {
      if (total > 0) tally.skip('no out-of-band network is drawn', total);
      return;
    }
    const { netlist } = context;
    const supply = suppliers.reduce((sum, group) => sum + countSwitchPorts(netlist, group) * group.count, 0);
    if (total <= supply) {
      tally.pass(total);
      return;
    }
    tally.pass(supply);
    tally.fail(
      {
        message: `${formatCount(total)} management jacks need an out-of-band port (${formatCount(demand.hosts)} of servers, ${formatCount(demand.switches)} of switches, ${formatCount(demand.pdus)} of PDUs), the out-of-band switches have ${supply}; add switches.`,
        where: suppliers.map(({ deviceId }) => ({ kind: 'device', id: deviceId }) as const),
        fix: createSwitchFix(context, suppliers, total, supply),
      },
      total - supply,
    );
  },
};

function countDemand({ netlist }: RuleContext, tally: Tally): Demand {
  let hosts = 0;
  let switches = 0;
  let drawnJacks = 0;
  for (const group of netlist.groups) {
    if (!group.part) continue;
    const jacks = countJacks(netlist, group);
    if (jacks === null) tally.skip(`the management ports of ${group.part.model} are not listed`, group.count);
    else if (group.part.kind === 'switch') switches += jacks * group.count;
    else if (isJackOnly(netlist, group)) drawnJacks += jacks * group.count;
    else hosts += jacks * group.count;
  }
  let rackPdus = 0;
  for (const { count, pdus } of netlist.rackGroups) for (const pdu of pdus) rackPdus += count * pdu.count;
  // A design may draw the network ports of its PDUs as devices: then they are not counted a second time.
  return { hosts, switches, pdus: Math.max(rackPdus, drawnJacks) };
}

/** Nothing but a management port: it stands for a PDU, a coolant unit, a sensor. */
function isJackOnly(netlist: Netlist, group: NetGroup): boolean {
  return group.adapters.length === 0 && listJackBlocks(netlist, group).length === group.blockCount;
}

/** Switch groups that forward in an out-of-band fabric. */
function listSuppliers({ netlist, tiers }: RuleContext): NetGroup[] {
  const indexes = new Set(listFabricsFor(netlist, tiers, ['oob']).flatMap(({ graph }) => [...graph.switching]));
  return [...indexes].map((index) => netlist.groups[index] as NetGroup);
}

/** Every switch added brings a management jack of its own. */
function createSwitchFix(
  { netlist }: RuleContext,
  [group, ...others]: readonly NetGroup[],
  total: number,
  supply: number,
): Fix | undefined {
  if (!group || others.length > 0) return undefined;
  const gain = countSwitchPorts(netlist, group) - (countJacks(netlist, group) ?? 0);
  if (gain <= 0) return undefined;
  const count = group.count + Math.ceil((total - supply) / gain);
  return {
    label: `Raise the count of ${group.name} to ${formatCount(count)}`,
    command: { name: 'setDeviceCount', args: { id: group.deviceId, count } },
  };
}
