/** Racks, rows and rooms with what stands in them, and the trays above. */
import type { FacilitySum } from '#core/analysis/facility-report.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { formatNumber, formatPartial, formatPercent, formatPower, formatWeight } from '../../ui/format.ts';
import { type Block, type Cell, createTable, number } from './blocks.ts';
import type { ReportContent } from './content.ts';

interface Place extends FacilitySum {
  readonly name: string;
  readonly ref: ObjectRef | null;
}

const SUM_COLUMNS = [
  number('Racks'),
  number('GPUs'),
  number('Units used'),
  number('Power, max'),
  number('Densest rack'),
  number('Weight'),
];

function listSum(place: Place): Cell[] {
  const { name, ref } = place;
  return [
    ref ? { text: name, refs: [ref] } : name,
    formatNumber(place.rackCount),
    formatNumber(place.gpuCount),
    place.heightUnits === 0 ? '\u2013' : `${formatNumber(place.usedUnits)} of ${formatNumber(place.heightUnits)}`,
    formatPartial(place.maxW, formatPower),
    place.rackCount === 0 ? '\u2013' : formatPower(place.densestRackW),
    formatPartial(place.weightKg, formatWeight),
  ];
}

function listTrays({ report: { trays } }: ReportContent): Block[] {
  if (!trays || trays.trays.length === 0) return [];
  return [
    createTable(
      'Cable trays',
      ['Tray', number('Fullest place'), number('Cables there')],
      trays.trays,
      (tray) => {
        const segment = tray.segments[tray.fullestIndex];
        const fill = segment?.fill ?? 0;
        const text = formatPercent(fill);
        return [
          tray.name,
          fill > trays.fillLimit ? { text, tone: 'bad' } : text,
          formatNumber(segment?.cableCount ?? 0),
        ];
      },
      { note: `Cables may take ${formatPercent(trays.fillLimit)} of a tray\u2019s cross-section.` },
    ),
  ];
}

export function listPlaces(content: ReportContent): Block[] {
  const { facility } = content.report;
  const racks = facility.rackGroups.map((own): Place => ({ ...own, ref: { kind: 'rack', id: own.rackId } }));
  const rows = facility.rows.map((own): Place => ({ ...own, ref: { kind: 'row', id: own.rowId } }));
  const rooms = facility.rooms.map((own): Place => ({ ...own, ref: { kind: 'room', id: own.roomId } }));
  const unracked: Place = { ...facility.unracked, name: 'In no rack', ref: null };
  const hasUnracked = unracked.maxW.value > 0 || unracked.maxW.unknownCount > 0;
  const rest = hasUnracked ? [unracked] : [];
  if (racks.length === 0 && !hasUnracked) return [{ kind: 'text', text: 'The design has no racks.' }];
  const total = listSum({ ...facility.site, name: 'All', ref: null });
  const offFloor: Place = { ...facility.offFloor, name: 'In no row', ref: null };
  const floor = offFloor.rackCount > 0 ? [...rows, offFloor] : rows;
  return [
    createTable('Racks', ['Racks', ...SUM_COLUMNS], [...racks, ...rest], listSum, { total }),
    rows.length === 0
      ? {
          kind: 'text',
          tone: 'open',
          text: 'No rows are drawn: where racks stand, and how long cables run between them, is as planned, not measured.',
        }
      : createTable('Rows', ['Row', ...SUM_COLUMNS], floor, listSum),
    ...(rooms.length === 0 ? [] : [createTable('Rooms', ['Room', ...SUM_COLUMNS], rooms, listSum)]),
    ...listTrays(content),
  ];
}
