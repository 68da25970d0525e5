/** Loads and ratings of feeds and PDUs, as the feeds are switched now. */
import type { Netlist } from '../../netlist/netlist.ts';
import type { FeedFigures, PduFigures } from '../facility-report.ts';
import { listOffFeeds } from '../feed-figures.ts';
import type { PartialSum, Report } from '../report.ts';
import { computeShares, listSupplyLines } from '../supply.ts';
import { describeUnknown } from './explain-power.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';
import type { FeedField } from './metric-fields.ts';
import { listPartSources } from './part-sources.ts';

/** null = no such feed, or the figure is not known. */
export function explainFeed(netlist: Netlist, report: Report, field: string, feedId: string): Explanation | null {
  const feed = report.facility.feeds.find((own) => own.feedId === feedId);
  if (!feed) return null;
  switch (field as FeedField) {
    case 'typical':
      return explainLoad(netlist, report, feed, 'typicalW', feed.typicalW, null);
    case 'max':
      return explainLoad(netlist, report, feed, 'maxW', feed.maxW, null);
    case 'loss':
      return feed.worstLoss
        ? explainLoad(netlist, report, feed, 'maxW', feed.worstLoss.maxW, feed.worstLoss.lostFeedId)
        : null;
    case 'usable':
      return explainUsable(feed);
    case 'share':
      return explainShare(`Load of ${feed.name}, of what is usable`, feed);
    case 'pdus':
    case 'racks':
      return explainHanging(netlist, feed, field as 'pdus' | 'racks');
    default:
      return null;
  }
}

/** Share of each rack group's load that the feed carries while those in `off` are off. */
function listShares(netlist: Netlist, feedId: string, off: ReadonlySet<string>): number[] {
  return listSupplyLines(netlist).map((lines) => {
    if (off.has(feedId)) return 0;
    const shares = computeShares(lines, off);
    return lines.reduce((sum, { pdus }, i) => sum + (pdus.feedId === feedId ? (shares[i] as number) : 0), 0);
  });
}

function explainLoad(
  netlist: Netlist,
  { facility }: Report,
  feed: FeedFigures,
  figure: 'typicalW' | 'maxW',
  total: PartialSum,
  lostFeedId: string | null,
): Explanation {
  const off = new Set([...listOffFeeds(netlist), ...(lostFeedId === null ? [] : [lostFeedId])]);
  const shares = listShares(netlist, feed.feedId, off);
  const groups = facility.rackGroups.flatMap((group, index) => {
    const share = shares[index] ?? 0;
    return share === 0 ? [] : [{ group, share }];
  });
  const lostName = facility.feeds.find(({ feedId }) => feedId === lostFeedId)?.name;
  const words = figure === 'typicalW' ? 'typical' : 'maximum';
  return {
    title: lostName ? `Load of ${feed.name} without ${lostName}` : `Load of ${feed.name}, ${words}`,
    formula: 'P = Σ(w × s)',
    values: [
      { symbol: 'P', value: total.value, unit: 'W', meaning: `carried by ${feed.name}` },
      ...groups.flatMap(({ group, share }, i): ExplainedValue[] => [
        { symbol: `w${i + 1}`, value: group[figure].value, unit: 'W', meaning: `${group.name}, ${words}` },
        { symbol: `s${i + 1}`, value: share, unit: '', meaning: 'share that its PDUs on this feed carry' },
      ]),
    ],
    counted: groups.map(({ group }) => ({
      label: group.name,
      refs: [{ kind: 'rack', id: group.rackId }],
      count: group.rackCount,
    })),
    sources: [],
    caveats: [
      ...(off.has(feed.feedId) ? ['The feed is switched off and carries nothing.'] : []),
      'Live PDUs of a rack share its load by what they may deliver, or evenly where that is not known of all.',
      ...describeUnknown(total),
    ],
  };
}

function explainUsable({ name, feedId, ratedW, derating, usableW }: FeedFigures): Explanation | null {
  if (ratedW === null || usableW === null) return null;
  return {
    title: `Usable power of ${name}`,
    formula: 'U = R × d',
    values: [
      { symbol: 'U', value: usableW, unit: 'W', meaning: 'without end' },
      { symbol: 'R', value: ratedW, unit: 'W', meaning: 'rating, entered for the feed' },
      { symbol: 'd', value: derating, unit: '', meaning: 'usable share, entered for the feed' },
    ],
    counted: [{ label: name, refs: [{ kind: 'feed', id: feedId }], count: 1 }],
    sources: [],
    caveats: ['80 % under the continuous-load rule of North America, 100 % elsewhere.'],
  };
}

function explainShare(
  title: string,
  { maxW, maxShare, usableW }: { maxW: PartialSum; maxShare: number | null; usableW: number | null },
): Explanation | null {
  if (maxShare === null || usableW === null || usableW === 0) return null;
  return {
    title,
    formula: 'S = P / U',
    values: [
      { symbol: 'S', value: maxShare, unit: '', meaning: 'of what is usable; 1 = all of it' },
      { symbol: 'P', value: maxW.value, unit: 'W', meaning: 'load at maximum power' },
      { symbol: 'U', value: usableW, unit: 'W', meaning: 'usable' },
    ],
    counted: [],
    sources: [],
    caveats: describeUnknown(maxW),
  };
}

function explainHanging(netlist: Netlist, feed: FeedFigures, what: 'pdus' | 'racks'): Explanation {
  const groups = netlist.rackGroups.flatMap((group) => {
    const own = group.pdus.filter(({ feedId }) => feedId === feed.feedId);
    const count = own.reduce((sum, pdus) => sum + pdus.count, 0);
    return count === 0 ? [] : [{ group, count }];
  });
  return {
    title: `${what === 'pdus' ? 'PDUs' : 'Racks'} on ${feed.name}`,
    formula: what === 'pdus' ? 'N = Σ(r × k)' : 'N = Σ(r)',
    values: [
      { symbol: 'N', value: what === 'pdus' ? feed.pduCount : feed.rackCount, unit: what, meaning: `on ${feed.name}` },
      ...groups.flatMap(({ group, count }, i): ExplainedValue[] => [
        { symbol: `r${i + 1}`, value: group.count, unit: 'racks', meaning: group.name },
        ...(what === 'pdus'
          ? [{ symbol: `k${i + 1}`, value: count, unit: 'PDUs each', meaning: `on this feed, in ${group.name}` }]
          : []),
      ]),
    ],
    counted: groups.map(({ group }) => ({
      label: group.name,
      refs: [{ kind: 'rack', id: group.rackId }],
      count: group.count,
    })),
    sources: [],
    caveats: [],
  };
}

/** By its place in the report; null = not known. */
export function explainPdu(
  netlist: Netlist,
  { facility, power }: Report,
  field: string,
  index: number,
): Explanation | null {
  const pdu = facility.pdus[index];
  if (!pdu) return null;
  const title = `${pdu.model} in ${pdu.rackName}`;
  if (field === 'share') return explainShare(`Load of one ${title}, of what is usable`, pdu);
  if (field === 'usable') return explainPduUsable(netlist, pdu);
  const fullest = power.racks.find(({ rackId }) => rackId === pdu.rackId);
  if (!fullest || (field !== 'typical' && field !== 'max')) return null;
  const [load, rack] = field === 'typical' ? [pdu.typicalW, fullest.worstTypicalW] : [pdu.maxW, fullest.worstMaxW];
  return {
    title: `Load of one ${title}, ${field === 'max' ? 'maximum' : 'typical'}`,
    formula: 'P = W × s',
    values: [
      { symbol: 'P', value: load.value, unit: 'W', meaning: 'one PDU in the fullest rack' },
      { symbol: 'W', value: rack.value, unit: 'W', meaning: `rack ${fullest.worstRackIndex + 1} of ${pdu.rackName}` },
      {
        symbol: 's',
        value: rack.value === 0 ? 0 : load.value / rack.value,
        unit: '',
        meaning: pdu.isLive ? 'share that one of these carries' : 'its feed is off',
      },
    ],
    counted: [{ label: pdu.rackName, refs: [{ kind: 'rack', id: pdu.rackId }], count: pdu.perRack }],
    sources: [],
    caveats: [
      'Live PDUs of a rack share its load by what they may deliver, or evenly where that is not known of all.',
      ...describeUnknown(load),
    ],
  };
}

function explainPduUsable(netlist: Netlist, pdu: PduFigures): Explanation | null {
  const { usableW, ratedKva, derating, basis, model, partId, rackId, rackName, perRack } = pdu;
  if (usableW === null) return null;
  const isStated = basis === 'stated' || ratedKva === null;
  const part = netlist.rackGroups.flatMap(({ pdus }) => pdus).find((own) => own.partId === partId)?.part;
  return {
    title: `Usable power of one ${model}`,
    formula: isStated ? 'U = u' : 'U = K × 1000 × d',
    values: [
      { symbol: 'U', value: usableW, unit: 'W', meaning: 'without end' },
      ...(isStated
        ? [{ symbol: 'u', value: usableW, unit: 'W', meaning: 'as its maker states' }]
        : [
            {
              symbol: 'K',
              value: ratedKva,
              unit: 'kVA',
              meaning: basis === 'volts-amps' ? 'phases × volts × amps' : 'rated',
            },
            { symbol: 'd', value: derating, unit: '', meaning: 'usable share: of its feed, else 0.8' },
          ]),
    ],
    counted: [{ label: rackName, refs: [{ kind: 'rack', id: rackId }], count: perRack }],
    sources: listPartSources([part], ['usableKw', 'ratedKva', 'volts', 'amps', 'phases']),
    caveats: ['Phases evenly loaded, power factor 1.'],
  };
}
