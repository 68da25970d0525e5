/** The facility as lines of the text report: heat, air, coolant, energy, rooms and rows, feeds, zones and coolant units. */
import type {
  CduFigures,
  CoolingZoneFigures,
  Energy,
  EnergyReport,
  FacilityReport,
  FacilitySum,
  FeedFigures,
  Flow,
} from '#core/analysis/facility-report.ts';
import { clean, formatNumber, formatPower, type Line } from './text-lines.ts';

export function listFacility(facility: FacilityReport): Line[] {
  const { site, energy, rooms, rows, feeds, dark, zones, cdus } = facility;
  const { airW, liquidW, openW } = site.heat;
  return [
    ['Heat to air', `${formatKw(airW)}${describeOpen(openW)}`],
    ['Heat to liquid', formatKw(liquidW)],
    [
      `Airflow at ${facility.airRiseC} C`,
      `${formatFlow(site.airflowM3PerHour)} m3/h, ${formatFlow(site.airflowCfm)} CFM`,
    ],
    ...facility.publishedAirflow.map(
      ({ model, cfmPerSystem, totalCfm, basis }): Line => [
        '  published',
        `${clean(model)}: ${formatNumber(cfmPerSystem)} CFM a system, ${formatNumber(totalCfm)} CFM (${clean(basis)})`,
      ],
    ),
    [`Coolant at ${facility.coolantRiseC} C`, `${formatFlow(site.coolantLpm)} L/min`],
    ...listEnergy(energy),
    ...rooms.map((room): Line => [`Room ${clean(room.name)}`, describeSum(room)]),
    ...rows.map((row): Line => [`Row ${clean(row.name)}`, describeSum(row)]),
    ...feeds.map((feed): Line => [clean(feed.name), describeFeed(feed)]),
    ...(dark.offFeedIds.length === 0
      ? []
      : [
          [
            'Without what is off',
            `${dark.rackCount} racks with ${dark.gpuCount} GPUs dark, ${dark.overloadedRackCount} racks with ${dark.overloadedGpuCount} GPUs overloaded`,
          ] as const,
        ]),
    ...zones.map((zone): Line => [clean(zone.name), describeZone(zone)]),
    ...cdus.map((cdu): Line => [clean(cdu.name), describeCdu(cdu)]),
  ];
}

function formatKw(watts: number): string {
  return `${formatNumber(watts / 1000)} kW`;
}

function describeOpen(openW: number): string {
  return openW === 0 ? '' : `; ${formatKw(openW)} to air or liquid, the share is not stated`;
}

function formatFlow({ least, most }: Flow): string {
  const [low, high] = [formatNumber(least), formatNumber(most)];
  return low === high ? low : `${low} to ${high}`;
}

function listEnergy(energy: EnergyReport): Line[] {
  return [
    ['Energy a year, typical', describeEnergy(energy, energy.typical)],
    ['Energy a year, at maximum', describeEnergy(energy, energy.max)],
  ];
}

function describeEnergy({ pue, currency }: EnergyReport, { itKwh, siteKwh, cost, co2Kg }: Energy): string {
  if (itKwh.value === 0 && itKwh.unknownCount > 0) return 'unknown';
  const bound = itKwh.unknownCount > 0 ? 'at least ' : '';
  return [
    `${bound}${formatNumber(itKwh.value / 1000)} MWh of IT`,
    siteKwh === null
      ? 'site unknown without a PUE'
      : `${formatNumber(siteKwh / 1000)} MWh of the site at a PUE of ${pue}`,
    ...(cost === null ? [] : [`${currency} ${formatNumber(Math.round(cost))}`]),
    ...(co2Kg === null ? [] : [`${formatNumber(co2Kg / 1000)} t CO2`]),
  ].join(', ');
}

function describeSum({ rackCount, typicalW, maxW, densestRackW }: FacilitySum): string {
  return `${formatNumber(rackCount)} racks, typical ${formatPower(typicalW)}, maximum ${formatPower(maxW)}, densest rack ${formatKw(densestRackW)}`;
}

function describeFeed({ isOff, rackCount, maxW, usableW, isOverloaded }: FeedFigures): string {
  if (isOff) return `off, ${formatNumber(rackCount)} racks on it`;
  const of =
    usableW === null ? ', rating unknown' : ` of ${formatKw(usableW)}${isOverloaded === true ? ', overloaded' : ''}`;
  return `${formatNumber(rackCount)} racks, maximum ${formatPower(maxW)}${of}`;
}

function describeZone({ heat, capacityW, isOverloaded }: CoolingZoneFigures): string {
  return `${formatKw(heat.airW)} to air${describeOpen(heat.openW)}${describeCapacity(capacityW, isOverloaded)}`;
}

function describeCdu({
  count,
  standbyCount,
  model,
  heat,
  capacityW,
  coolantLpm,
  neededCount,
  isOverloaded,
}: CduFigures): string {
  const needed = neededCount === null ? '' : `, needs ${neededCount}`;
  return `${count} x ${clean(model)} (${standbyCount} standby${needed}), ${formatKw(heat.liquidW)} to liquid${describeOpen(heat.openW)}, ${formatFlow(coolantLpm)} L/min${describeCapacity(capacityW, isOverloaded)}`;
}

function describeCapacity(capacityW: number | null, isOverloaded: boolean | null): string {
  if (capacityW === null) return ', capacity unknown';
  return ` of ${formatKw(capacityW)}${isOverloaded === true ? ', overloaded' : ''}`;
}
