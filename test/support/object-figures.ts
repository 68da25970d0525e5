/** Figures of single objects in a report, read off it one by one, beside the name that their derivation is asked by. */
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { FacilitySum } from '#core/analysis/facility-report.ts';
import type { Report } from '#core/analysis/report.ts';

/** null = the report does not know it. */
export type ObjectFigure = readonly [MetricId, number | null];

export function listObjectFigures(report: Report): ObjectFigure[] {
  return [
    ...listSums(report),
    ...listDevices(report),
    ...listLinks(report),
    ...listSupply(report),
    ...listPlants(report),
    ...listMoney(report),
    ...listCabling(report),
  ];
}

function listSums({ facility, power }: Report): ObjectFigure[] {
  const { site, offFloor, rackGroups, rows, rooms, racks } = facility;
  const places: [string, FacilitySum][] = [
    ['site', site],
    ['off-floor', offFloor],
    ...rackGroups.map((own): [string, FacilitySum] => [`group/${own.rackId}`, own]),
    ...rows.map((own): [string, FacilitySum] => [`row/${own.rowId}`, own]),
    ...rooms.map((own): [string, FacilitySum] => [`room/${own.roomId}`, own]),
  ];
  const ofPlaces = places.flatMap(([place, sum]): ObjectFigure[] => [
    [`sum/typical/${place}`, sum.typicalW.value],
    [`sum/max/${place}`, sum.maxW.value],
    [`sum/weight/${place}`, sum.weightKg.value],
    [`sum/racks/${place}`, sum.rackCount],
    [`sum/gpus/${place}`, sum.gpuCount],
    [`sum/air/${place}`, sum.heat.airW],
    [`sum/liquid/${place}`, sum.heat.liquidW],
    [`sum/open/${place}`, sum.heat.openW],
    [`sum/airflow/${place}`, sum.airflowM3PerHour.most],
    [`sum/coolant/${place}`, sum.coolantLpm.most],
    [`sum/densest/${place}`, sum.densestRackW],
  ]);
  const ofFullest = power.racks.flatMap((own): ObjectFigure[] => [
    [`rack/count/${own.rackId}`, own.rackCount],
    [`rack/limit/${own.rackId}`, own.powerLimitW],
    [`sum/heaviest/group/${own.rackId}`, own.worstWeightKg.value],
    [`sum/fullest/group/${own.rackId}`, own.usedUnitsMax],
    [`sum/max/rack/${own.worstRackIndex}/${own.rackId}`, own.worstMaxW.value],
    [`sum/typical/rack/${own.worstRackIndex}/${own.rackId}`, own.worstTypicalW.value],
  ]);
  const all = racks.supply.length - 1;
  const lastGroup = rackGroups.at(-1);
  if (!lastGroup || lastGroup.rackCount === 0) return ofPlaces;
  const last = `${lastGroup.rackCount - 1}/${lastGroup.rackId}`;
  return [
    ...ofPlaces,
    ...ofFullest,
    [`sum/max/rack/${last}`, racks.maxW.value[all] ?? null],
    [`sum/units/rack/${last}`, racks.usedUnits[all] ?? null],
    [`sum/weight/rack/${last}`, racks.weightKg.value[all] ?? null],
    [`sum/open/rack/${last}`, racks.heat.openW[all] ?? null],
    [`sum/airflow/rack/${last}`, racks.airflowM3PerHour[all] ?? null],
    [`sum/coolant/rack/${last}`, racks.coolantLpm[all] ?? null],
  ];
}

function listDevices({ power, ports, scaleUp, failures }: Report): ObjectFigure[] {
  return [
    ...(failures?.devices ?? []).map((own): ObjectFigure => [`device/broken/${own.deviceId}`, own.brokenCount]),
    ...power.devices.flatMap((line): ObjectFigure[] => [
      [`device/members/${line.deviceId}`, line.memberCount],
      [`device/typical/${line.deviceId}`, line.typicalW.value],
      [`device/max/${line.deviceId}`, line.maxW.value],
      [`device/optics-typical/${line.deviceId}`, line.transceiversTypicalW.value],
      [`device/optics-max/${line.deviceId}`, line.transceiversMaxW.value],
      [`device/typical-each/${line.deviceId}`, line.typicalEachW],
      [`device/max-each/${line.deviceId}`, line.maxEachW],
    ]),
    ...scaleUp.map((own): ObjectFigure => [`device/domains/${own.deviceId}`, own.domainCount]),
    ...ports.flatMap((use, index): ObjectFigure[] => [
      [`ports/used/${index}`, use.portsUsed],
      [`ports/owned/${index}`, use.portsOwned],
      [`ports/free/${index}`, use.portsFree],
    ]),
  ];
}

function listLinks({ links, failures }: Report): ObjectFigure[] {
  const brokenOf = new Map(failures?.links.map(({ linkId, brokenCount }) => [linkId, brokenCount]));
  const all = JSON.stringify(links.map(({ linkId }) => linkId));
  const sum = (of: (link: (typeof links)[number]) => number): number =>
    links.reduce((total, own) => total + of(own), 0);
  return [
    [`trunk/connections/${all}`, sum(({ connectionCount }) => connectionCount)],
    [`trunk/cables/${all}`, sum(({ cableCount }) => cableCount)],
    ...links.flatMap((link): ObjectFigure[] => [
      [`link/broken/${link.linkId}`, brokenOf.get(link.linkId) ?? null],
      [`link/connections/${link.linkId}`, link.connectionCount],
      [`link/cables/${link.linkId}`, link.cableCount],
      [`link/transceivers/${link.linkId}`, link.transceiverCount],
      [`link/run/${link.linkId}`, link.lengthM],
      [`link/planned/${link.linkId}`, link.plannedLengthM],
    ]),
  ];
}

function listSupply({ facility: { feeds, pdus } }: Report): ObjectFigure[] {
  return [
    ...feeds.flatMap((feed): ObjectFigure[] => [
      [`feed/typical/${feed.feedId}`, feed.typicalW.value],
      [`feed/max/${feed.feedId}`, feed.maxW.value],
      [`feed/usable/${feed.feedId}`, feed.usableW],
      [`feed/share/${feed.feedId}`, feed.maxShare],
      [`feed/loss/${feed.feedId}`, feed.worstLoss?.maxW.value ?? null],
      [`feed/pdus/${feed.feedId}`, feed.pduCount],
      [`feed/racks/${feed.feedId}`, feed.rackCount],
    ]),
    ...pdus.flatMap((pdu, index): ObjectFigure[] => [
      [`pdu/typical/${index}`, pdu.typicalW.value],
      [`pdu/max/${index}`, pdu.maxW.value],
      [`pdu/usable/${index}`, pdu.usableW],
      [`pdu/share/${index}`, pdu.maxShare],
    ]),
  ];
}

function listPlants({ facility: { zones, cdus } }: Report): ObjectFigure[] {
  return [
    ...zones.flatMap((zone): ObjectFigure[] => [
      [`zone/air/${zone.zoneId}`, zone.heat.airW],
      [`zone/open/${zone.zoneId}`, zone.heat.openW],
      [`zone/airflow/${zone.zoneId}`, zone.airflowM3PerHour.most],
      [`zone/racks/${zone.zoneId}`, zone.rackCount],
      [`zone/capacity/${zone.zoneId}`, zone.capacityW],
    ]),
    ...cdus.flatMap((cdu): ObjectFigure[] => [
      [`cdu/liquid/${cdu.cduId}`, cdu.heat.liquidW],
      [`cdu/open/${cdu.cduId}`, cdu.heat.openW],
      [`cdu/coolant/${cdu.cduId}`, cdu.coolantLpm.most],
      [`cdu/racks/${cdu.cduId}`, cdu.rackCount],
      [`cdu/capacity/${cdu.cduId}`, cdu.capacityW],
      [`cdu/pumps/${cdu.cduId}`, cdu.capacityLpm],
      [`cdu/needed/${cdu.cduId}`, cdu.neededCount],
      [`cdu/own/${cdu.cduId}`, cdu.ownPowerW],
    ]),
  ];
}

function listMoney({ cost, bom }: Report): ObjectFigure[] {
  return [
    ['money/spares', cost.spares.low],
    ['money/network', cost.network.low],
    ['money/share', cost.networkShare?.low ?? null],
    ['money/gpu', cost.perGpu?.low ?? null],
    ...cost.categories.flatMap((own): ObjectFigure[] => [
      [`money/category/${own.category}`, own.cost.low],
      [`money/spares-of/${own.category}`, own.sparesCost.low],
    ]),
    ...cost.fabrics.flatMap((own): ObjectFigure[] => [
      [`money/fabric/${own.fabricId}`, own.cost.low],
      [`money/bisection/${own.fabricId}`, own.perBisectionGbps?.low ?? null],
    ]),
    ...bom.flatMap((line, index): ObjectFigure[] => [
      [`line/quantity/${index}`, line.quantity],
      [`line/spares/${index}`, line.spares],
      [`line/price/${index}`, line.extendedPrice?.low ?? null],
      [`line/spares-price/${index}`, line.sparesPrice?.low ?? null],
    ]),
  ];
}

function listCabling({ deployability, trays }: Report): ObjectFigure[] {
  return [
    ['cabling/run-total', deployability.runTotalM],
    ['cabling/measured', deployability.measuredCount],
    ['cabling/in-rack', deployability.inRackCount],
    ['cabling/in-row', deployability.inRowCount],
    ['cabling/cross-row', deployability.crossRowCount],
    ['cabling/cross-room', deployability.crossRoomCount],
    ...(trays?.trays ?? []).map(
      (tray, index): ObjectFigure => [`tray/fill/${index}`, tray.segments[tray.fullestIndex]?.fill ?? null],
    ),
  ];
}
