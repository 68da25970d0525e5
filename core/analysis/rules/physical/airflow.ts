import type { DevicePart } from '../../../catalog/part.ts';
import type { NetGroup } from '../../../netlist/netlist.ts';
import type { Rule } from '../rule.ts';
import { createRackContents } from './rack-contents.ts';

/** Which aisle the ports face when the intake is in the cold one. */
type PortSide = 'cold' | 'hot';

/**
 * R26. A warning: a switch of the other direction can be turned round, its ports then face the other aisle and its cables
 * run through the rack. Directions are those on sale; which one is ordered is not part of the design.
 */
export const airflow: Rule = {
  id: 'R26',
  code: 'rack.airflow',
  family: 'physical',
  severity: 'warning',
  title: 'Devices of a rack blow the same way',
  rationale:
    'A device that takes in the exhaust of its neighbours overheats; turned round, its ports are on the wrong side.',
  source:
    'https://www.juniper.net/documentation/us/en/hardware/qfx5220/topics/topic-map/qfx5220-site-guidelines-requirements.html',
  subject: 'device groups in racks',
  check({ netlist }, tally) {
    const contents = createRackContents(netlist);
    for (const rackGroup of netlist.rackGroups) {
      let common: readonly PortSide[] = ['cold', 'hot'];
      const agreed: NetGroup[] = [];
      for (const index of contents.groupsOfRackGroup.get(rackGroup) ?? []) {
        const group = netlist.groups[index] as NetGroup;
        if (!group.part || isLiquidCooled(group.part)) continue;
        const sides = listPortSides(group.part);
        if (!sides) {
          tally.skip(`the airflow of ${group.part.model} is not known`);
          continue;
        }
        const shared = common.filter((side) => sides.includes(side));
        if (shared.length > 0) {
          common = shared;
          agreed.push(group);
          tally.pass();
          continue;
        }
        const others = agreed.map(({ name }) => name).join(', ');
        tally.fail({
          message: `${group.name} in ${rackGroup.name} cannot take in air on the same side as ${others} with its ports facing the same aisle; order it for the other airflow direction or give it a rack of its own.`,
          where: [
            { kind: 'rack', id: rackGroup.rackId },
            { kind: 'device', id: group.deviceId },
          ],
        });
      }
    }
  },
};

/** Devices without air paths to speak of. */
function isLiquidCooled({ cooling }: DevicePart): boolean {
  return cooling !== null && /liquid/.test(cooling) && !/air/.test(cooling);
}

/**
 * A server's ports are at its rear, a switch's at its front: front to rear blows from the ports of a switch (also sold
 * as connector-to-power), but towards those of a server.
 */
function listPortSides(part: DevicePart): PortSide[] | null {
  const directions =
    part.kind === 'switch' ? part.airflowOptions : part.airflowDirection ? [part.airflowDirection] : [];
  const sides = directions.flatMap((direction): PortSide[] => {
    if (direction.startsWith('P2C')) return ['hot'];
    if (direction.startsWith('C2P')) return ['cold'];
    const isForward = direction === 'front-to-rear';
    if (!isForward && direction !== 'rear-to-front') return [];
    return [isForward === (part.kind === 'switch') ? 'cold' : 'hot'];
  });
  return sides.length === 0 ? null : sides;
}
