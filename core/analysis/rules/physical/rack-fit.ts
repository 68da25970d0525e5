import { listSupplyLines } from '../../supply.ts';
import type { Rule } from '../rule.ts';
import { checkDepth } from './rack-depth.ts';
import { checkLimits } from './rack-limits.ts';
import { checkUnits } from './rack-units.ts';
import { recallRackContents } from './rack-contents.ts';

/** R23. Each aspect is a file beside this one. */
export const rackFit: Rule = {
  id: 'R23',
  code: 'rack.fit',
  family: 'physical',
  severity: 'error',
  title: 'Racks hold their devices: height, depth, weight, power, cooling',
  rationale:
    'Rack units come in two pitches (44.45 mm and 48 mm), deep servers foul doors and cables, and floor, feeds and cooling have limits.',
  source: 'https://github.com/netbox-community/devicetype-library/blob/master/rack-types/APC/AR3357.yaml',
  subject: 'checks of racks',
  check(context, tally) {
    const contents = recallRackContents(context.netlist, context.memory);
    const lines = listSupplyLines(context.netlist);
    context.netlist.rackGroups.forEach((rackGroup, index) => {
      checkUnits(context.netlist, rackGroup, contents, tally);
      checkLimits(rackGroup, lines[index] ?? [], context.rackLoads[index], context.facility.racks, tally);
      checkDepth(context.netlist, rackGroup, contents, tally);
    });
  },
};
