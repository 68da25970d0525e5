/** What is taken as broken, what it cuts off, and what the other scenarios break. */
import { findRecord } from '#core/design/records.ts';
import type { Scenario } from '#core/design/scenario.ts';
import { currentScenario } from '../../store/current-scenario.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { describeFailure, refOf } from '../simulate/describe-failure.ts';
import { type Block, createTable, number } from './blocks.ts';
import type { ReportContent } from './content.ts';

function listBroken({ design }: ReportContent, scenario: Scenario): Block {
  return createTable(`Broken in "${scenario.name}"`, ['What'], scenario.failures, (failure) => [
    { text: describeFailure(design, failure), refs: [refOf(failure)] },
  ]);
}

function listEffects({ design, report }: ReportContent): Block[] {
  const { failures, fabrics } = report;
  if (!failures) return [];
  const hit = fabrics.flatMap((fabric) => (fabric.failures ? [{ fabric, failures: fabric.failures }] : []));
  return [
    {
      kind: 'text',
      tone: 'bad',
      text: `${formatCount(failures.memberCount, 'device')} and ${formatCount(failures.connectionCount, 'connection')} carry nothing. Bandwidth, latency and the collective in this report are those of what is left; counts, parts, power and racks are those of the whole drawing.`,
    },
    createTable(
      'By fabric',
      ['Fabric', number('Switches'), number('Endpoints'), number('Connections'), 'Cut off'],
      hit,
      ({ fabric, failures: own }) => [
        { text: fabric.name, refs: [{ kind: 'fabric', id: fabric.fabricId }] },
        formatNumber(own.switchCount),
        formatNumber(own.endpointCount),
        formatNumber(own.connectionCount),
        own.cutOff.length === 0
          ? 'nobody'
          : {
              text: own.cutOff
                .map(({ deviceId, count }) => `${count} of ${findRecord(design.devices, deviceId)?.name ?? deviceId}`)
                .join(', '),
              tone: 'bad',
              refs: own.cutOff.map(({ deviceId }) => ({ kind: 'device', id: deviceId })),
            },
      ],
    ),
  ];
}

export function listFailures(content: ReportContent): Block[] {
  const scenario = currentScenario(content.design);
  const others = Object.values(content.design.scenarios ?? {}).filter(
    (other) => other.id !== scenario.id && other.failures.length > 0,
  );
  const { offFeedIds, rackCount, gpuCount } = content.report.facility.dark;
  return [
    ...(scenario.failures.length === 0
      ? [{ kind: 'text', text: 'Nothing is broken: all figures are those of the whole drawing.' } as const]
      : [listBroken(content, scenario), ...listEffects(content)]),
    ...(offFeedIds.length === 0
      ? []
      : [
          {
            kind: 'text',
            tone: 'bad',
            text: `Feeds that are off: ${offFeedIds.map((id) => findRecord(content.design.feeds ?? {}, id)?.name ?? id).join(', ')}. They leave ${formatCount(rackCount, 'rack')} with ${formatCount(gpuCount, 'GPU')} dark.`,
          } as const,
        ]),
    ...others.map((other) => listBroken(content, other)),
  ];
}
