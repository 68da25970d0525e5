/** How long the collective of the current scenario takes, under which assumptions, and how far such answers were off. */
import type { Bottleneck, CollectiveEstimate } from '#core/sim/estimate.ts';
import { NOT_MODELLED } from '#core/sim/scope.ts';
import type { Scenario } from '#core/design/scenario.ts';
import { currentScenario } from '../../store/current-scenario.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import type { SelectOption } from '../../ui/select.tsx';
import { formatBytes } from '../simulate/byte-size.ts';
import { describeMiss } from '../simulate/describe-miss.ts';
import { formatDuration, formatDurationRange, formatGBps } from '../simulate/durations.ts';
import {
  ALGORITHM_OPTIONS,
  COLLECTIVES,
  describeGroup,
  PLACEMENT_OPTIONS,
  PROTOCOL_OPTIONS,
  REDUCTION_OPTIONS,
  ROUTING_OPTIONS,
} from '../simulate/labels.ts';
import { type Block, createTable, type Fact, number } from './blocks.ts';
import type { ReportContent } from './content.ts';

const labelOf = (options: readonly SelectOption[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

function listQuestion(scenario: Scenario): Fact[] {
  return [
    { label: 'Scenario', value: scenario.name },
    {
      label: 'Question',
      value: `${COLLECTIVES[scenario.collective].label}${scenario.collective === 'barrier' ? '' : ` of ${formatBytes(scenario.sizeBytes)}`}`,
      note: `on ${describeGroup(scenario.group)}`,
    },
    {
      label: 'Algorithm',
      value: labelOf(ALGORITHM_OPTIONS, scenario.algorithm),
      note: `protocol: ${labelOf(PROTOCOL_OPTIONS, scenario.protocol).toLowerCase()}`,
    },
    { label: 'In-network reduction', value: labelOf(REDUCTION_OPTIONS, scenario.inNetworkReduction) },
    { label: 'Routing', value: labelOf(ROUTING_OPTIONS, scenario.routing) },
    { label: 'Placement', value: labelOf(PLACEMENT_OPTIONS, scenario.placement) },
  ];
}

function nameBottleneck(bottleneck: Bottleneck): string {
  switch (bottleneck.kind) {
    case 'latency':
      return 'latency';
    case 'scale-up':
      return 'the scale-up network';
    case 'nic':
      return 'the NICs of the servers';
    case 'cut':
      return bottleneck.label;
  }
}

function listAnswer(estimate: CollectiveEstimate): Fact[] {
  const [winner] = estimate.candidates;
  return [
    {
      label: 'Time',
      value: formatDuration(estimate.timeUs),
      note: formatDurationRange(estimate.lowUs, estimate.highUs),
    },
    {
      label: 'GPUs in a group',
      value: formatNumber(estimate.rankCount),
      note: formatCount(estimate.domainCount, 'scale-up domain'),
    },
    ...(estimate.busbwGBps > 0
      ? [
          { label: 'Bus bandwidth', value: formatGBps(estimate.busbwGBps) },
          { label: 'Algorithm bandwidth', value: formatGBps(estimate.algbwGBps) },
        ]
      : []),
    ...(winner ? [{ label: 'By', value: winner.name }] : []),
    { label: 'Held back by', value: nameBottleneck(estimate.bottleneck) },
  ];
}

/** Slower ones tell nobody anything. */
/** For the network that carries its bytes while the slower one beside it, which is charged, carries its own. */
const HIDDEN = 'hidden';

const CANDIDATES_MAX = 5;

export function listCollective({ design, estimate }: ReportContent): Block[] {
  const scenario = currentScenario(design);
  const question: Block = { kind: 'facts', title: 'Asked', facts: listQuestion(scenario) };
  if (!estimate) {
    const text = 'This question cannot be asked of this design; the Simulate view says why.';
    return [question, { kind: 'text', tone: 'open', text }];
  }
  const miss = describeMiss(estimate);
  const isInside = estimate.outsideValidated.length === 0 && miss !== null;
  return [
    question,
    { kind: 'facts', title: 'Estimated', look: 'tiles', facts: listAnswer(estimate) },
    isInside
      ? { kind: 'text', text: `Validated: ${miss}.` }
      : {
          kind: 'text',
          tone: 'open',
          text: `Outside the validated range. ${estimate.outsideValidated.join(' ')}${miss === null ? '' : ` For comparison: ${miss}.`}`,
        },
    createTable(
      'Where the time goes',
      ['Algorithm', number('Time'), number('Latency'), number('Scale-up'), number('Scale-out'), number('Congestion')],
      estimate.candidates.slice(0, CANDIDATES_MAX),
      (own) => [
        own.name,
        formatDuration(own.timeUs),
        formatDuration(own.latencyUs),
        own.hiddenStage === 'scale-up' ? HIDDEN : formatDuration(own.scaleUpUs),
        own.hiddenStage === 'scale-out' ? HIDDEN : formatDuration(own.scaleOutUs),
        formatDuration(own.congestionUs),
      ],
      {
        note: 'The fastest first; a library may choose another. Hidden: carried while the slower network carries its own.',
      },
    ),
    {
      kind: 'list',
      title: 'Not modelled',
      items: NOT_MODELLED.map(({ topic, text }) => ({ head: topic, text })),
    },
  ];
}
