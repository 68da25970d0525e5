/** Metres of cable, cables across rows and beyond copper, and the fullest tray. */
import { formatCount } from '../../base/format-count.ts';
import type { ObjectRef } from '../../base/diagnostic.ts';
import type { Netlist, NetRoom } from '../../netlist/netlist.ts';
import { DIAMETERS_AS_OF } from '../cable-sections.ts';
import type { Report } from '../report.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';
import { nameLink } from './object-names.ts';

export function explainCableLength({ cabling }: Netlist, { deployability }: Report): Explanation {
  const { lengths, boughtTotalM, runTotalM, cableCount, measuredCount } = deployability;
  const assumedCount = lengths.reduce((sum, length) => sum + (length.isKnown ? 0 : length.cableCount), 0);
  const plannedCount = cableCount - measuredCount;
  return {
    title: 'Metres of cable',
    formula: 'L = Σ(n × l)',
    values: [
      { symbol: 'L', value: boughtTotalM, unit: 'm', meaning: 'all cables as bought' },
      ...lengths.flatMap(({ lengthM, cableCount: count }, i): ExplainedValue[] => [
        { symbol: `n${i + 1}`, value: count, unit: 'cables', meaning: `of ${lengthM} m` },
        { symbol: `l${i + 1}`, value: lengthM, unit: 'm each', meaning: 'length bought' },
      ]),
    ],
    counted: [],
    sources: [],
    caveats: [
      `Their runs come to ${Math.round(runTotalM)} m: up to the tray of the room, along rows and crossings, down, and ${cabling.slackM} m of slack at each end (${cabling.slackInRackM} m inside a rack).`,
      ...(plannedCount > 0
        ? [
            `${formatCount(plannedCount)} of ${formatCount(cableCount)} cables have an end that stands nowhere; they run as long as their link is planned.`,
          ]
        : []),
      ...(assumedCount > 0
        ? [
            `${formatCount(assumedCount)} cables are of kinds whose lengths on sale are not known: half metres up to 3 m, metres up to 10 m, then steps of 5 m, beyond 50 m of 10 m.`,
          ]
        : []),
    ],
  };
}

export function explainCrossRow(_netlist: Netlist, { deployability }: Report): Explanation {
  const { crossRowCount, crossRoomCount, inRackCount, inRowCount, cableCount } = deployability;
  const placed = crossRowCount + crossRoomCount + inRackCount + inRowCount;
  return {
    title: 'Cables across rows',
    formula: 'x = r + o',
    values: [
      { symbol: 'x', value: crossRowCount + crossRoomCount, unit: 'cables', meaning: 'leave the tray over their row' },
      { symbol: 'r', value: crossRowCount, unit: 'cables', meaning: 'to another row of the room' },
      { symbol: 'o', value: crossRoomCount, unit: 'cables', meaning: 'to another room' },
    ],
    counted: [],
    sources: [],
    caveats: [
      `${formatCount(inRackCount)} cables stay in their rack and ${formatCount(inRowCount)} in their row; rows in one line count as one.`,
      ...(placed < cableCount
        ? [`${cableCount - placed} cables have an end that stands nowhere and are not counted.`]
        : []),
    ],
  };
}

export function explainBeyondCopper(netlist: Netlist, { deployability }: Report): Explanation {
  const links = deployability.links.filter(({ beyondCopperCount }) => beyondCopperCount !== null);
  const otherCount = deployability.cableCount - deployability.copper.cableCount;
  return {
    title: 'Runs beyond passive copper',
    formula: 'b = Σ(c)',
    values: [
      {
        symbol: 'b',
        value: deployability.copper.beyondReachCount,
        unit: 'cables',
        meaning: 'longer than copper carries',
      },
      ...links.map(({ linkId, beyondCopperCount }, i) => ({
        symbol: `c${i + 1}`,
        value: beyondCopperCount ?? 0,
        unit: 'cables',
        meaning: nameLink(netlist, linkId),
      })),
    ],
    counted: links.map(({ linkId, cableCount }) => ({
      label: nameLink(netlist, linkId),
      refs: [{ kind: 'link', id: linkId }],
      count: cableCount,
    })),
    sources: [],
    caveats: [
      'Reach by the rate of a lane: 25G 5 m (IEEE 802.3by), 50G 3 m (802.3cd), 100G 2 m (802.3ck), 200G 1 m (P802.3dj), whatever single products claim.',
      ...(otherCount > 0
        ? [`${formatCount(otherCount)} cables join ports whose lanes are not known or have no passive copper.`]
        : []),
    ],
  };
}

/** null = there are no trays with cables. */
export function explainTrayFill(netlist: Netlist, report: Report): Explanation | null {
  const found = explainTray(netlist, report, report.trays?.fullestIndex ?? -1);
  return found && { ...found, title: 'Fullest tray' };
}

/** One tray by its place in the report, at its fullest; null = there is no such tray. */
export function explainTray({ floor }: Netlist, { trays }: Report, index: number): Explanation | null {
  const tray = trays?.trays[index];
  const segment = tray?.segments[tray.fullestIndex];
  const room = floor?.rooms.find(({ roomId }) => roomId === tray?.roomId);
  if (!trays || !tray || !segment || !room) return null;
  const refs: ObjectRef[] = tray.rowIds.map((id) => ({ kind: 'row', id }));
  return {
    title: `Fill of ${tray.name}`,
    formula: 'f = a / (w × d)',
    values: [
      { symbol: 'f', value: segment.fill, unit: '', meaning: `share of the tray that cables take: ${tray.name}` },
      {
        symbol: 'a',
        value: segment.sectionMm2,
        unit: 'mm²',
        meaning: `${formatCount(segment.cableCount)} cables on its fullest stretch`,
      },
      ...listTraySize(room),
    ],
    counted: [
      {
        label: tray.name,
        refs: refs.length > 0 ? refs : [{ kind: 'room', id: room.roomId }],
        count: segment.cableCount,
      },
    ],
    sources: trays.diameters.map(({ kind, diameterMm, source }) => ({
      label: `${kind}: ${diameterMm} mm`,
      url: source.match(/^https?:\S+/)?.[0] ?? null,
      confidence: 'secondary',
      asOf: DIAMETERS_AS_OF,
    })),
    caveats: [
      'Diameters are those of the kind of cable; thicker wires of longer copper take more.',
      ...(segment.unknownCount > 0
        ? [`${formatCount(segment.unknownCount)} cables of a kind that is not chosen take no room here.`]
        : []),
    ],
  };
}

function listTraySize({ trayWidthMm, trayDepthMm, name }: NetRoom): ExplainedValue[] {
  return [
    { symbol: 'w', value: trayWidthMm, unit: 'mm', meaning: `width of the trays of ${name}` },
    { symbol: 'd', value: trayDepthMm, unit: 'mm', meaning: 'their depth' },
  ];
}
