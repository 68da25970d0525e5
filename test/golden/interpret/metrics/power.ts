/** Power, heat, size and contents of machines, from the report and the parts. */
import type { PartialSum, PowerLine } from '#core/analysis/report.ts';
import type { NetGroup } from '#core/netlist/netlist.ts';
import { type Answer, type MetricRule, type Question, skip, value } from './metric.ts';
import { isSwitchGroup } from './select.ts';

export const powerMetrics: readonly MetricRule[] = [
  {
    pattern: /^(su|pod)_tdp|tdp/,
    answer: () => skip('a thermal design figure over network and management racks that the inputs do not list'),
  },
  {
    pattern: /^bf3_|_extra_/,
    answer: () => skip('a difference between two NICs, neither of which the inputs describe'),
  },
  { pattern: /^critical_it_/, answer: answerCriticalPower },
  { pattern: /^rack_units$/, answer: answerRackUnits },
  { pattern: /btu/, answer: (q) => answerPower(q, 1 / 3.412_141_633, 'as heat') },
  { pattern: /(^|_)tons?$/, answer: (q) => answerPower(q, 3516.85, 'as heat') },
  { pattern: /(^|_)mw($|_)/, answer: (q) => answerPower(q, 1e6, 'power') },
  { pattern: /(^|_)kw($|_)/, answer: (q) => answerPower(q, 1000, 'power') },
  { pattern: /(^|_)(w|watts?)($|_)/, answer: (q) => answerPower(q, 1, 'power') },
];

function answerPower(question: Question, unitW: number, what: string): Answer | null {
  const { drawn, name } = question;
  if (name.per !== null && !/^(node|server|system|switch)$/.test(name.per)) return null;
  if (isAnalystRow(question)) return skip("an analyst's estimate, not a figure of the parts");
  const { power } = drawn.report();
  if (power.devices.length === 0) return skip('the inputs name no machine of the catalog');
  const isSwitches = name.words.includes('switch');
  const isMachines =
    name.words.some((word) => ['compute', 'server', 'node', 'gpu', 'system'].includes(word)) ||
    /compute only/i.test(question.text.counts);
  const lines = power.devices.filter((line) => {
    const isSwitch = isSwitchLine(question, line);
    return (!isSwitches || isSwitch) && (!isMachines || !isSwitch);
  });
  let sum = 0;
  for (const line of lines) {
    const watts = chooseFigure(line, readBases(question), drawn.wish.values['media']);
    if (watts === null || watts.unknownCount > 0)
      return skip(`the power of ${line.partLabel} is not known to the catalog`);
    sum += watts.value;
  }
  return value(sum / unitW, `${what} of ${lines.map((line) => `${line.memberCount} x ${line.partLabel}`).join(', ')}`);
}

function isAnalystRow({ drawn }: Question): boolean {
  return Object.values(drawn.wish.values).some((input) => typeof input === 'string' && /analyst/i.test(input));
}

function isSwitchLine({ drawn: { netlist } }: Question, line: PowerLine): boolean {
  return isSwitchGroup(netlist.groups.find((group) => group.deviceId === line.deviceId) as NetGroup);
}

/** The metric's own text first; a sum may rest on another metric that says which figure of a model is meant. */
function readBases({ text, drawn }: Question): readonly string[] {
  const others = Object.values(drawn.wish.metrics).map((other) => other.counts);
  return [`${text.unit}; ${text.counts}`, ...others];
}

/**
 * System maximum, unless the metric says otherwise, for all (`typical`) or by model (`QM9700 at 1.72 max, SN4600C 0.466
 * typical`); a switch with passive cables draws its typical figure.
 */
function chooseFigure(line: PowerLine, texts: readonly string[], media: unknown): PartialSum | null {
  const model = line.partLabel
    .toLowerCase()
    .split(/\s+/)
    .find((word) => /\d{3,}/.test(word));
  const clauses = texts.flatMap((text) => text.toLowerCase().split(/[,;(]/));
  const clause = clauses.find((part) => model !== undefined && new RegExp(`\\b${model}\\b`).test(part));
  const own = texts[0] ?? '';
  const isPassive = typeof media === 'string' && /passive/i.test(media);
  const isTypical =
    isPassive || (clause !== undefined ? /typical/.test(clause) : /\btypical\b/i.test(own) && !/max/i.test(own));
  return isTypical ? line.typicalW : line.maxW;
}

/** GPUs at their board power, the rest of the server, and a share for everything else. */
function answerCriticalPower(question: Question): Answer | null {
  const { power } = question.drawn.report();
  if (power.devices.length === 0 || power.maxW.unknownCount > 0) return null;
  const unit = question.name.full.endsWith('_mw') ? 1e6 : 1000;
  return value(power.maxW.value / unit, 'all machines drawn from the given figures');
}

function answerRackUnits({ drawn: { netlist } }: Question): Answer | null {
  const units = netlist.groups[0]?.part?.rackUnits;
  return units === null || units === undefined
    ? skip('the rack units of the machine are not known to the catalog')
    : value(units, 'of the part');
}
