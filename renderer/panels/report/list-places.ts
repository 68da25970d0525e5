/** Racks, rows and rooms with what stands in them, and the trays above. */
import type { SumField } from '#core/analysis/explain/metric-fields.ts';
import type { FacilitySum } from '#core/analysis/facility-report.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { formatNumber, formatPartial, formatPercent, formatPower, formatWeight } from '../../ui/format.ts';
import { type Block, type Cell, createTable, figure, number } from './blocks.ts';
import type { ReportContent } from './content.ts';

interface Place extends FacilitySum {
  readonly name: string;
  readonly ref: ObjectRef | null;
  /** As derivations name it; null = they do not. */
  readonly key: string | null;
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
  const { name, ref, key } = place;
  const told = (field: SumField, text: string): Cell => (key === null ? text : figure(text, `sum/${field}/${key}`));
  const { usedUnits, heightUnits } = place;
  return [
    ref ? { text: name, refs: [ref] } : name,
    told('racks', formatNumber(place.rackCount)),
    told('gpus', formatNumber(place.gpuCount)),
    heightUnits === 0 ? '\u2013' : told('units', `${formatNumber(usedUnits)} of ${formatNumber(heightUnits)}`),
    told('max', formatPartial(place.maxW, formatPower)),
    place.rackCount === 0 ? '\u2013' : told('densest', formatPower(place.densestRackW)),
    told('weight', formatPartial(place.weightKg, formatWeight)),
  ];
}

function listTrays({ report: { trays } }: ReportContent): Block[] {
  if (!trays || trays.trays.length === 0) return [];
  return [
    createTable(
      'Cable trays',
      ['Tray', number('Fullest place'), number('Cables there')],
      trays.trays.map((tray, place) => ({ tray, place })),
      ({ tray, place }) => {
        const segment = tray.segments[tray.fullestIndex];
        const fill = segment?.fill ?? 0;
        const text = formatPercent(fill);
        return [
          tray.name,
          { text, source: `tray/fill/${place}`, ...(fill > trays.fillLimit ? { tone: 'bad' } : {}) },
          formatNumber(segment?.cableCount ?? 0),
        ];
      },
      { note: `Cables may take ${formatPercent(trays.fillLimit)} of a tray\u2019s cross-section.` },
    ),
  ];
}

export function listPlaces(content: ReportContent): Block[] {
  const { facility } = content.report;
  const racks = facility.rackGroups.map(
    (own): Place => ({
      ...own,
      key: `group/${own.rackId}`,
      ref: { kind: 'rack', id: own.rackId },
    }),
  );
  const rows = facility.rows.map(
    (own): Place => ({
      ...own,
      key: `row/${own.rowId}`,
      ref: { kind: 'row', id: own.rowId },
    }),
  );
  const rooms = facility.rooms.map(
    (own): Place => ({
      ...own,
      key: `room/${own.roomId}`,
      ref: { kind: 'room', id: own.roomId },
    }),
  );
  const unracked: Place = { ...facility.unracked, name: 'In no rack', ref: null, key: null };
  const hasUnracked = unracked.maxW.value > 0 || unracked.maxW.unknownCount > 0;
  const rest = hasUnracked ? [unracked] : [];
  if (racks.length === 0 && !hasUnracked) return [{ kind: 'text', text: 'The design has no racks.' }];
  const total = listSum({ ...facility.site, name: 'All', ref: null, key: 'site' });
  const offFloor: Place = { ...facility.offFloor, name: 'In no row', ref: null, key: 'off-floor' };
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
