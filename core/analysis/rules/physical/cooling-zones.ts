import { formatCount } from '../../../base/format-count.ts';
import type { Rule } from '../rule.ts';
import { formatKw, formatMaxKw } from '../../../base/format-kw.ts';

export const coolingZones: Rule = {
  id: 'cooling.zone',
  code: 'cooling.zone',
  family: 'physical',
  severity: 'error',
  title: 'Air handlers carry away the heat of their rows',
  rationale: 'All power becomes heat; what goes into the air of a zone and is not carried away heats the cold aisle.',
  source: 'Follows from the capacity of the zones and the air share of the heat',
  subject: 'cooling zones',
  check({ facility }, tally) {
    for (const zone of facility.zones) {
      const { airW, openW } = zone.heat;
      if (zone.rackCount === 0) continue;
      if (zone.capacityW === null) tally.skip(`the capacity of ${zone.name} is not known`);
      else if (zone.isOverloaded === true) {
        tally.fail({
          message: `${zone.name} takes ${formatMaxKw(airW, zone.unknownCount + (openW > 0 ? 1 : 0))} of heat from the air of ${formatCount(zone.rackCount)} racks, its air handlers carry ${formatKw(zone.capacityW)} kW away; add air handlers, move racks or cool by liquid.`,
          where: [{ kind: 'zone', id: zone.zoneId }],
        });
      } else if (zone.isOverloaded === null) {
        tally.skip(
          airW + openW > zone.capacityW
            ? `which share of the heat of the liquid-cooled devices of ${zone.name} stays in the air is not stated`
            : `the maximum power of some devices of ${zone.name} is not known`,
        );
      } else tally.pass();
    }
  },
};
