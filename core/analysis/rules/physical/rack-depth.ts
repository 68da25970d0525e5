/** Depth behind the door, and units of another pitch. */
import type { NetGroup, Netlist, NetRackGroup } from '../../../netlist/netlist.ts';
import type { Tally } from '../tally.ts';
import type { RackContents } from './rack-contents.ts';

/** EIA-310 rack unit, mm. Device heights in the catalog are in these unless the part says otherwise. */
const EIA_UNIT_MM = 44.45;

export function checkDepth(netlist: Netlist, rackGroup: NetRackGroup, contents: RackContents, tally: Tally): void {
  for (const index of contents.groupsOfRackGroup.get(rackGroup) ?? []) {
    const group = netlist.groups[index] as NetGroup;
    checkMountingDepth(rackGroup, group, tally);
    checkPitch(rackGroup, group, tally);
  }
}

function checkMountingDepth(rackGroup: NetRackGroup, group: NetGroup, tally: Tally): void {
  const mountingDepthMm = rackGroup.part?.mountingDepthMm ?? null;
  const depthMm = group.part?.depthMm ?? null;
  if (!rackGroup.part) tally.skip(`${rackGroup.name} has no rack frame chosen`);
  else if (mountingDepthMm === null) tally.skip(`the mounting depth of ${rackGroup.part.model} is not known`);
  else if (depthMm === null) tally.skip(`the depth of ${group.part?.model ?? group.name} is not known`);
  else if (depthMm <= mountingDepthMm) tally.pass();
  else {
    tally.fail({
      code: 'rack.depth',
      message: `${group.name} is ${depthMm} mm deep, ${rackGroup.part.model} takes ${mountingDepthMm} mm; choose a deeper rack.`,
      where: createWhere(rackGroup, group),
    });
  }
}

function checkPitch(rackGroup: NetRackGroup, group: NetGroup, tally: Tally): void {
  const deviceMm = group.part?.unitMm ?? EIA_UNIT_MM;
  if (!rackGroup.part) {
    if (deviceMm !== EIA_UNIT_MM) tally.skip(`${rackGroup.name} has no rack frame chosen`);
    return;
  }
  const rackMm = rackGroup.part.unitMm;
  if (rackMm === null) tally.skip(`the unit pitch of ${rackGroup.part.model} is not known`);
  else if (rackMm === deviceMm) tally.pass();
  else {
    tally.fail({
      code: 'rack.pitch',
      message: `${group.name} is made for units of ${deviceMm} mm, ${rackGroup.part.model} has units of ${rackMm} mm; choose a rack of that pitch.`,
      where: createWhere(rackGroup, group),
    });
  }
}

function createWhere(rackGroup: NetRackGroup, group: NetGroup) {
  return [{ kind: 'rack', id: rackGroup.rackId } as const, { kind: 'device', id: group.deviceId } as const];
}
