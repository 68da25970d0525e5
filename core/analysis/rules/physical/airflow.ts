import type { DevicePart } from '../../../catalog/part.ts';
import { findPortSide, isLiquidCooled, listAirflows, type PortSide } from '../../../catalog/port-side.ts';
import type { NetGroup } from '../../../netlist/netlist.ts';
import type { Rule } from '../rule.ts';
import { recallRackContents } from './rack-contents.ts';

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
  check({ netlist, memory }, tally) {
    const contents = recallRackContents(netlist, memory);
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

/** Sides its ports may face, by the airflows it is sold with; null = not known. */
function listPortSides(part: DevicePart): PortSide[] | null {
  const sides = listAirflows(part).flatMap((airflow) => findPortSide(part.kind, airflow) ?? []);
  return sides.length === 0 ? null : sides;
}
