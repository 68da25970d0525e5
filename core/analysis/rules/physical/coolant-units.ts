import { formatCount } from '../../../base/format-count.ts';
import type { CduFigures } from '../../facility-report.ts';
import type { Rule } from '../rule.ts';
import type { Tally } from '../tally.ts';
import { formatKw } from '../../../base/format-kw.ts';

export const coolantUnits: Rule = {
  id: 'cooling.cdu',
  code: 'cooling.cdu',
  family: 'physical',
  severity: 'error',
  title: 'Coolant units carry the liquid heat of their rows with the standby units out',
  rationale:
    'A unit is limited by the heat it exchanges and by what its pumps move; standby units count for nothing until one fails.',
  source: 'Follows from the ratings of the units and the liquid share of the heat',
  subject: 'groups of coolant units, and racks without',
  check({ facility }, tally) {
    for (const cdu of facility.cdus) checkGroup(cdu, tally);
    const { rackCount, heat } = facility.withoutCdu;
    if (rackCount === 0) return;
    tally.fail(
      {
        code: 'cooling.cdu-missing',
        severity: 'warning',
        message: `${formatCount(rackCount)} ${rackCount === 1 ? 'rack' : 'racks'} with ${formatKw(heat.liquidW + heat.openW)} kW of liquid-cooled devices ${rackCount === 1 ? 'stands' : 'stand'} in no row that coolant units serve; add the rows to a group of units.`,
        where: [],
      },
      rackCount,
    );
  },
};

function checkGroup(cdu: CduFigures, tally: Tally): void {
  const { liquidW, openW } = cdu.heat;
  if (cdu.rackCount === 0) return;
  if (cdu.capacityW === null) {
    tally.skip(`the capacity of ${cdu.model} is not known`);
    return;
  }
  if (cdu.isOverloaded === false) {
    tally.pass();
    return;
  }
  if (cdu.isOverloaded === null) {
    tally.skip(
      openW > 0
        ? `which share of the heat of the liquid-cooled devices of ${cdu.name} goes into the coolant is not stated`
        : `the maximum power of some devices of ${cdu.name} is not known`,
    );
    return;
  }
  const working = cdu.count - cdu.standbyCount;
  const isByFlow = liquidW <= cdu.capacityW;
  const demand = isByFlow ? `${Math.ceil(cdu.coolantLpm.least)} L/min` : `${formatKw(liquidW)} kW`;
  const supply = isByFlow ? `${Math.floor(cdu.capacityLpm ?? 0)} L/min` : `${formatKw(cdu.capacityW)} kW`;
  const needed = cdu.neededCount;
  tally.fail({
    message: `${cdu.name} must carry ${demand} of ${formatCount(cdu.rackCount)} racks, its ${working} working ${cdu.model} carry ${supply}${needed === null ? '' : `; ${needed} units with ${cdu.standbyCount} on standby would do`}.`,
    where: [{ kind: 'cdu', id: cdu.cduId }],
    fix:
      needed === null || needed <= cdu.count
        ? undefined
        : {
            label: `Raise the count of ${cdu.name} to ${needed}`,
            command: { name: 'editCduGroup', args: { id: cdu.cduId, patch: { count: needed } } },
          },
  });
}
