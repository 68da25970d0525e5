/** The Feeds and cooling sheet: racks, rows, rooms and the site with their power, heat and flows; feeds; yearly energy. */
import type { WriteSheet } from 'hucre/xlsx';
import type { Energy, FacilityReport, FacilitySum, FeedFigures } from '../../analysis/facility-report.ts';
import { type CellInput, describeGap, readPartialSum } from './cells.ts';
import { createTableSheet, type TableColumn } from './table-sheet.ts';

const placeColumns: readonly TableColumn[] = [
  { header: 'Kind', width: 14 },
  { header: 'Name', width: 26 },
  { header: 'Racks', width: 10, format: 'count' },
  { header: 'GPUs', width: 10, format: 'count' },
  { header: 'Typical (W)', width: 15, format: 'oneDecimal' },
  { header: 'Maximum (W)', width: 15, format: 'oneDecimal' },
  { header: 'Heat to air (W)', width: 15, format: 'oneDecimal' },
  { header: 'Heat to liquid (W)', width: 15, format: 'oneDecimal' },
  { header: 'Heat to either (W)', width: 15, format: 'oneDecimal' },
  { header: 'Air, at least (m3/h)', width: 14, format: 'oneDecimal' },
  { header: 'Coolant, at least (L/min)', width: 14, format: 'oneDecimal' },
  { header: 'Fullest rack, maximum (W)', width: 14, format: 'oneDecimal' },
  { header: 'Dark racks', width: 10, format: 'count' },
  { header: 'Overloaded racks', width: 12, format: 'count' },
  { header: 'Note', width: 50, wraps: true },
];

const feedColumns: readonly TableColumn[] = [
  { header: 'Feed', width: 14 },
  { header: 'State', width: 26 },
  { header: 'PDUs', width: 10, format: 'count' },
  { header: 'Racks', width: 10, format: 'count' },
  { header: 'Typical (W)', width: 15, format: 'oneDecimal' },
  { header: 'Maximum (W)', width: 15, format: 'oneDecimal' },
  { header: 'Rated (W)', width: 15, format: 'oneDecimal' },
  { header: 'Usable (W)', width: 15, format: 'oneDecimal' },
  { header: 'Maximum of usable', width: 15, format: 'percent' },
  { header: 'Maximum when one more feed fails (W)', width: 14, format: 'oneDecimal' },
  { header: 'Note', width: 50, wraps: true },
];

const energyColumns: readonly TableColumn[] = [
  { header: 'A year at', width: 14 },
  { header: 'Currency', width: 26 },
  { header: 'IT (kWh)', width: 10, format: 'count' },
  { header: 'Site (kWh)', width: 10, format: 'count' },
  { header: 'Cost', width: 15, format: 'money' },
  { header: 'CO2 (kg)', width: 15, format: 'count' },
  { header: 'Note', width: 50, wraps: true },
];

export function createFacilitySheet(facility: FacilityReport): WriteSheet {
  const { rackGroups, rows, rooms, site, feeds, energy } = facility;
  const places: CellInput[][] = [
    ...rackGroups.map((sum) => createPlaceRow('rack group', sum.name, sum)),
    ...rows.map((sum) => createPlaceRow('row', sum.name, sum)),
    ...rooms.map((sum) => createPlaceRow('room', sum.name, sum)),
    createPlaceRow('site', 'all', site),
  ];
  return createTableSheet('Feeds and cooling', [
    { columns: placeColumns, rows: places, totals: [] },
    { columns: feedColumns, rows: feeds.map(createFeedRow), totals: [] },
    {
      columns: energyColumns,
      rows: [
        createEnergyRow('typical power', energy.currency, energy.typical),
        createEnergyRow('maximum power', energy.currency, energy.max),
      ],
      totals: [],
    },
  ]);
}

function createPlaceRow(kind: string, name: string, sum: FacilitySum): CellInput[] {
  return [
    kind,
    name,
    sum.rackCount,
    sum.gpuCount,
    readPartialSum(sum.typicalW),
    readPartialSum(sum.maxW),
    sum.heat.airW,
    sum.heat.liquidW,
    sum.heat.openW,
    sum.airflowM3PerHour.least,
    sum.coolantLpm.least,
    sum.densestRackW,
    sum.darkRackCount,
    sum.overloadedRackCount,
    describeGap(sum.maxW),
  ];
}

function createFeedRow(feed: FeedFigures): CellInput[] {
  return [
    feed.name,
    describeState(feed),
    feed.pduCount,
    feed.rackCount,
    readPartialSum(feed.typicalW),
    readPartialSum(feed.maxW),
    feed.ratedW,
    feed.usableW,
    feed.maxShare,
    feed.worstLoss ? readPartialSum(feed.worstLoss.maxW) : undefined,
    describeGap(feed.maxW),
  ];
}

function describeState({ isOff, isOverloaded }: FeedFigures): string {
  if (isOff) return 'off';
  if (isOverloaded === null) return 'on, load cannot be judged';
  return isOverloaded ? 'on, overloaded' : 'on, within its rating';
}

function createEnergyRow(load: string, currency: string, { itKwh, siteKwh, cost, co2Kg }: Energy): CellInput[] {
  return [load, currency, readPartialSum(itKwh), siteKwh, cost, co2Kg, describeGap(itKwh)];
}
