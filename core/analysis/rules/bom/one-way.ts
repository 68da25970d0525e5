import type { DevicePart, PortBlock } from '../../../catalog/part.ts';
import type { Rule } from '../rule.ts';

/** Above this the stated capacity is more than its ports can carry one way. */
const TOLERANCE = 1.01;

/** R28. */
export const oneWay: Rule = {
  id: 'R28',
  code: 'bandwidth.one-way',
  family: 'bom',
  severity: 'warning',
  title: 'Capacities are counted one way',
  rationale: 'Of two switches both quoted at 51.2 Tb/s one means both directions together and carries half as much.',
  source: 'https://networking-docs.nvidia.com/qm97x0hw/specifications',
  subject: 'switches and adapters',
  check({ netlist }, tally) {
    for (const { part, adapters, deviceId } of netlist.groups) {
      const stated = [
        ...(part?.kind === 'switch' ? [{ part, gbps: scale(part.capacityTbps) }] : []),
        ...adapters.flatMap(({ part: nic }) => (nic ? [{ part: nic, gbps: nic.totalGbps }] : [])),
      ];
      for (const { part: stating, gbps } of stated) {
        const portsGbps = sumPorts(stating.portBlocks);
        if (gbps === null) tally.skip(`the capacity of ${stating.model} is not known`);
        else if (portsGbps === null) tally.skip(`the port speeds of ${stating.model} are not known`);
        else if (gbps <= portsGbps * TOLERANCE) tally.pass();
        else {
          tally.fail({
            message: `${stating.model} is entered with ${gbps / 1000} Tb/s, its ports carry ${portsGbps / 1000} Tb/s one way; enter the one-way figure.`,
            where: [{ kind: 'device', id: deviceId }],
          });
        }
      }
    }
  },
};

function scale(tbps: number | null): number | null {
  return tbps === null ? null : tbps * 1000;
}

/** All forwarding ports at their native speed; null when one block is not described. */
function sumPorts(blocks: DevicePart['portBlocks']): number | null {
  const forwarding = blocks.filter(({ role }) => role !== 'mgmt');
  if (forwarding.some(({ modes, cageCount }) => modes.length === 0 || cageCount === null)) return null;
  return forwarding.reduce((sum, block) => sum + getNativeGbps(block), 0);
}

function getNativeGbps({ modes, cageCount }: PortBlock): number {
  const [native] = modes;
  return native && cageCount !== null ? cageCount * native.portsPerCage * native.speedGbps : 0;
}
