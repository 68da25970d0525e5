/** Airflow as makers publish it, beside what the heat asks for: several figures of one part stand side by side, each with its source. */
import type { ServerPart } from '../catalog/part.ts';
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import type { PublishedAirflow } from './facility-report.ts';

type Rating = Pick<PublishedAirflow, 'systemCount' | 'cfm' | 'basis' | 'sourceUrl'>;

export function computePublishedAirflow(netlist: Netlist): PublishedAirflow[] {
  return netlist.groups.flatMap((group): PublishedAirflow[] => {
    const { part } = group;
    if (part?.kind !== 'server') return [];
    return listRatings(part).flatMap((rating) => {
      const memberCount = rating.systemCount === 1 ? group.count : countInRacksOf(netlist, group, rating.systemCount);
      if (memberCount === 0) return [];
      const cfmPerSystem = rating.cfm / rating.systemCount;
      return [
        {
          deviceId: group.deviceId,
          deviceName: group.name,
          partId: part.id,
          model: part.model,
          ...rating,
          cfmPerSystem,
          memberCount,
          totalCfm: cfmPerSystem * memberCount,
        },
      ];
    });
  });
}

function listRatings({ airflowCfm, rackAirflows, sources }: ServerPart): Rating[] {
  const stating =
    sources.find(({ fields }) => fields?.includes('airflow_cfm')) ?? sources.find(({ fields }) => !fields);
  const ofSystem: Rating[] =
    airflowCfm === null
      ? []
      : [{ systemCount: 1, cfm: airflowCfm, basis: 'data sheet, one system', sourceUrl: stating?.url ?? null }];
  const ofRacks = (rackAirflows ?? []).map(
    ({ systemCount, cfm, basis, url }): Rating => ({ systemCount, cfm, basis, sourceUrl: url }),
  );
  return [...ofSystem, ...ofRacks];
}

/** Members in racks that hold just so many of the group. */
function countInRacksOf({ memberRack, rackCount }: Netlist, group: NetGroup, systemCount: number): number {
  const inRack = new Uint32Array(rackCount);
  for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
    const rack = memberRack[member] as number;
    if (rack >= 0) inRack[rack] = (inRack[rack] as number) + 1;
  }
  let memberCount = 0;
  for (const own of inRack) if (own === systemCount) memberCount += own;
  return memberCount;
}
