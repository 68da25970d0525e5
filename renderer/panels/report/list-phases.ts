/** What is bought on which day. */
import type { BomSection } from '#core/analysis/bom-report.ts';
import { formatNumber } from '../../ui/format.ts';
import { formatMoneySum } from '../../ui/money.ts';
import { type Block, type Cell, createTable, number, wide } from './blocks.ts';
import type { ReportContent } from './content.ts';

const COUNTED = [
  ['server', 'Servers'],
  ['switch', 'Switches'],
  ['transceiver', 'Transceivers'],
  ['cable', 'Cables'],
  ['rack', 'Racks'],
] as const;

export function listPhases({ design, report, phases }: ReportContent): Block[] {
  if (phases === null) return [{ kind: 'text', tone: 'open', text: 'Being taken apart by phase \u2026' }];
  if (phases.length === 0) return [{ kind: 'text', text: 'There is nothing to buy yet.' }];
  const countOf = (section: BomSection, category: string): number =>
    section.lines.reduce(
      (sum, line, at) => (report.bom[line]?.category === category ? sum + (section.quantities[at] ?? 0) : sum),
      0,
    );
  const listDevices = ({ id }: BomSection): Cell => {
    const devices = Object.values(design.devices).filter(({ phase }) => String(phase) === id);
    const text = devices.map(({ name, count }) => (count === 1 ? name : `${name} \u00d7 ${formatNumber(count)}`));
    if (devices.length === 0) return '\u2013';
    return { text: text.join(', '), refs: devices.map((device) => ({ kind: 'device', id: device.id })) };
  };
  return [
    createTable(
      'By phase',
      ['Phase', ...COUNTED.map(([, title]) => number(title)), number('Cost'), wide('Devices', 34)],
      phases,
      (section) => [
        section.name,
        ...COUNTED.map(([category]) => formatNumber(countOf(section, category))),
        formatMoneySum(section.cost, report.cost.currency),
        listDevices(section),
      ],
      { note: phases.length === 1 ? 'Everything is bought at once.' : 'Spares belong to no phase.' },
    ),
  ];
}
