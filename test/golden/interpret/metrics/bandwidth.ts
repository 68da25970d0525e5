/** Bandwidth of links, cuts and switches, and the ratios between tiers. One direction unless the metric says both. */
import type { FabricReport } from '#core/analysis/report.ts';
import type { NetGroup } from '#core/netlist/netlist.ts';
import { type Answer, type MetricRule, type Question, skip, value } from './metric.ts';
import { listQualifiers } from './name.ts';
import { isEndpointGroup, isSwitchLink, selectLinks } from './select.ts';

const UNITS = [
  'tbp',
  'gbp',
  'pbp',
  'tbps',
  'gbps',
  'pbps',
  'tb',
  'gb',
  'pb',
  's',
  'bandwidth',
  'bw',
  'total',
  'level',
  'switch',
  'aggregate',
];

export const bandwidthMetrics: readonly MetricRule[] = [
  {
    pattern: /allreduce|allgather|all_reduce|alltoall|collective|busbw|algbw/,
    answer: () => skip('a collective on the network: Weft computes it by simulation, not in the report'),
  },
  {
    pattern: /^nvlink|nvlink_/,
    answer: answerScaleUp,
  },
  { pattern: /bisection.*links|links.*bisection/, answer: countBisectionLinks },
  {
    pattern: /bisection.*(ratio|share|fraction)/,
    answer: (q) => fromBisection(q, (fabric) => fabric.bisection?.ratio ?? null, 'ratio of the worst cut'),
  },
  { pattern: /bisection/, answer: answerBisection },
  { pattern: /oversub/, answer: answerOversubscription },
  { pattern: /^switch_(tbps|gbps|capacity)/, answer: answerSwitchCapacity },
  {
    pattern: /(^|_)dcn_|^dcn/,
    answer: () => skip('the data-centre network of the hosts is not drawn from the inputs'),
  },
  { pattern: /_(tbps|gbps|pbps|[tgp]b_s)$/, answer: sumLinks },
];

/** Of one domain. Makers count both directions of scale-up links, unless they say otherwise. */
function answerScaleUp({ name, text, drawn }: Question): Answer | null {
  const gbps = drawn.report().scaleUp[0]?.domainGBps ?? null;
  if (gbps === null) return skip('the scale-up link speed of the machine is not known to the catalog');
  const isOneWay = /one[- ]way|one direction|unidirectional/i.test(text.counts);
  const total = gbps * (isOneWay ? 1 : 2);
  if (name.full.endsWith('tb_s')) return value(total / 1000, 'scale-up links of one domain, both directions');
  if (name.full.endsWith('gb_s')) return value(total, 'scale-up links of one domain, both directions');
  return null;
}

/** Gb/s in one unit of the metric: `tbps` 1000, `tb_s` (bytes) 8000. */
function readUnitGbps({ name, text }: Question): number | null {
  const subject = `${name.full} ${text.unit}`.toLowerCase();
  const match = /(?:^|[_ ])([gtp])(bps|b_s|b\/s)/.exec(text.unit === '' ? name.full : subject);
  if (!match) return null;
  const scale = { g: 1, t: 1000, p: 1_000_000 }[match[1] as 'g' | 't' | 'p'];
  const isBytes = match[2] === 'b_s' || /\b[GTP]B\/s/.test(text.unit) || /_[gtp]b_s/.test(name.full);
  return scale * (isBytes ? 8 : 1);
}

function findCompute(question: Question): FabricReport | undefined {
  const { fabrics } = question.drawn.report();
  return fabrics.find((fabric) => fabric.purpose === 'compute') ?? fabrics[0];
}

function fromBisection(question: Question, read: (fabric: FabricReport) => number | null, how: string): Answer {
  const fabric = findCompute(question);
  const figure = fabric ? read(fabric) : null;
  return figure === null ? skip('the drawing has fewer than two cabled endpoints') : value(figure, how);
}

function answerBisection(question: Question): Answer {
  if (question.drawn.netlist.connectionCount === 0) return skip('the inputs describe no network to cut');
  if (question.name.full.startsWith('node_')) return skip('inside one server: scale-up links are not in the netlist');
  const unit = readUnitGbps(question);
  if (unit === null) return skip('its unit is no bandwidth');
  const ways = /both directions|bidirectional|full duplex, summed/i.test(question.text.counts) ? 2 : 1;
  return fromBisection(
    question,
    ({ bisection }) => bisection && (bisection.bandwidthGbps * ways) / unit,
    'worst balanced cut, one direction',
  );
}

function countBisectionLinks(question: Question): Answer {
  const { netlist } = question.drawn;
  const switched = netlist.links.find((link) => isSwitchLink(netlist, link)) ?? netlist.links[0];
  if (!switched) return skip('the inputs describe no network to cut');
  return fromBisection(
    question,
    ({ bisection }) => bisection && bisection.bandwidthGbps / switched.speedGbps,
    `worst balanced cut over links of ${switched.speedGbps}G`,
  );
}

function answerOversubscription(question: Question): Answer {
  const fabric = findCompute(question);
  if (!fabric) return skip('the drawing has no fabric');
  const { full } = question.name;
  const tier = /core|superspine|tier_?3/.test(full)
    ? 3
    : /spine|agg|tier_?2/.test(full)
      ? 2
      : /leaf|tor|edge|tier_?1/.test(full)
        ? 1
        : null;
  if (tier === null) {
    return fabric.worstOversubscription === null
      ? value(1, 'one tier: nothing leads away')
      : value(fabric.worstOversubscription, 'worst path');
  }
  // A ratio of the core is that of the links up to it, as a ratio of the spines is of theirs.
  const asked = fabric.tiers.find((candidate) => candidate.tier === (tier === 3 ? 2 : tier));
  return asked
    ? value(asked.worst, `worst of tier ${asked.tier}`)
    : skip(`no switch of tier ${tier} has links away from endpoints`);
}

function answerSwitchCapacity(question: Question): Answer | null {
  const { netlist } = question.drawn;
  const unit = readUnitGbps(question) ?? 1000;
  const group = netlist.groups.find((candidate) => candidate.role === 'leaf');
  const block =
    group &&
    netlist.blocks.slice(group.firstBlock, group.firstBlock + group.blockCount).find((b) => b.block.role === 'data');
  if (!block) return null;
  const gbps = Math.max(...block.block.modes.map((mode) => mode.portsPerCage * mode.speedGbps)) * block.cagesPerMember;
  return value(gbps / unit, 'all cages of a leaf at full speed');
}

function sumLinks(question: Question): Answer | null {
  const { drawn, name } = question;
  const { netlist } = drawn;
  const unit = readUnitGbps(question);
  if (unit === null || netlist.connectionCount === 0) return null;
  const words = listQualifiers(name, UNITS);
  const level = drawn.wish.values['level'];
  if (words.length === 0 && typeof level === 'string') return sumLevel(question, level, unit);
  if (words.length === 0) return null;
  const links = selectLinks(netlist, words);
  if (links.length === 0) return skip(`the drawing has no link that is called '${words.join(' ')}'`);
  const gbps = links.reduce((sum, link) => sum + link.connectionCount * link.speedGbps, 0);
  return value(gbps / unit, 'speed of all such links');
}

/** `leaf / SU`: what the leaves of one unit take from endpoints; `spine`: what all spines take from leaves. */
function sumLevel({ drawn: { netlist, wish } }: Question, level: string, unit: number): Answer {
  const isSpine = /spine/i.test(level);
  if (!isSpine && !/leaf|\bsu\b|tor/i.test(level))
    return skip('inside one server: scale-up links are not in the netlist');
  let gbps = 0;
  for (const link of netlist.links) {
    const hasHost = [link.groupA, link.groupB].some((index) => isEndpointGroup(netlist.groups[index] as NetGroup));
    if (isSpine ? isSwitchLink(netlist, link) : hasHost) gbps += link.connectionCount * link.speedGbps;
  }
  return isSpine
    ? value(gbps / unit, 'leaf to spine')
    : value(gbps / unit / (wish.units ?? 1), 'endpoints to leaves of one unit');
}
