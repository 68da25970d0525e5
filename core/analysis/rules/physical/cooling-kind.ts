import type { NetGroup } from '../../../netlist/netlist.ts';
import type { Rule } from '../rule.ts';
import { recallRackContents } from './rack-contents.ts';

export const coolingKind: Rule = {
  id: 'cooling.kind',
  code: 'cooling.kind',
  family: 'physical',
  severity: 'warning',
  title: 'Liquid-cooled devices stand in racks with liquid',
  rationale: 'A device built for direct liquid cooling does not run on room air.',
  source: 'Follows from the cooling of the parts and of the racks',
  subject: 'device groups in racks',
  check({ netlist, memory }, tally) {
    const contents = recallRackContents(netlist, memory);
    for (const rackGroup of netlist.rackGroups) {
      for (const index of contents.groupsOfRackGroup.get(rackGroup) ?? []) {
        const group = netlist.groups[index] as NetGroup;
        const cooling = group.part?.cooling ?? null;
        if (cooling === null) tally.skip(`the cooling of ${group.part?.model ?? group.name} is not known`);
        else if (!/liquid/.test(cooling) || rackGroup.cooling !== 'air') tally.pass();
        else {
          tally.fail({
            message: `${group.name} needs liquid cooling (${cooling}), ${rackGroup.name} has air only; change the cooling of the rack.`,
            where: [
              { kind: 'rack', id: rackGroup.rackId },
              { kind: 'device', id: group.deviceId },
            ],
            fix: {
              label: `Set the cooling of ${rackGroup.name} to liquid and air`,
              command: { name: 'editRack', args: { id: rackGroup.rackId, patch: { cooling: 'hybrid' } } },
            },
          });
        }
      }
    }
  },
};
