/** What the network draws at most, group by group. */
import { formatCount } from '../../base/format-count.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import { computeNetworkPower, listNetworkPower } from '../network-power.ts';
import type { Report } from '../report.ts';
import { describeUnknown, markUnknown } from './explain-power.ts';
import type { Explanation } from './explanation.ts';
import { listPartSources } from './part-sources.ts';

export function explainNetworkPower(netlist: Netlist, { power }: Report): Explanation {
  const total = computeNetworkPower(netlist, power);
  const terms = listNetworkPower(netlist, power).filter(({ sum }) => sum.value > 0 || sum.unknownCount > 0);
  const counted = new Set(terms.map(({ line }) => line.deviceId));
  return {
    title: 'Power of the network, maximum',
    formula: 'P = Σ(w)',
    values: [
      { symbol: 'P', value: total.value, ...markUnknown(total), unit: 'W', meaning: 'switches, and all modules' },
      ...terms.map(({ line, isSwitch, sum }, i) => ({
        symbol: `w${i + 1}`,
        value: sum.value,
        ...markUnknown(sum),
        unit: 'W',
        meaning: isSwitch
          ? `${formatCount(line.memberCount)} × ${line.partLabel} (${line.deviceName}) with what is plugged into them`
          : `modules in ${line.deviceName}`,
      })),
    ],
    counted: terms.map(({ line }) => ({
      label: line.deviceName,
      refs: [{ kind: 'device', id: line.deviceId }],
      count: line.memberCount,
    })),
    sources: listPartSources(
      [
        ...netlist.groups.filter(({ deviceId }) => counted.has(deviceId)).map(({ part }) => part),
        ...netlist.transceiverParts,
      ],
      ['powerMaxW'],
    ),
    caveats: [...describeUnknown(total), 'What servers draw themselves, their NICs included, is not the network’s.'],
  };
}
