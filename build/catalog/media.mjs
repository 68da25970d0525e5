/**
 * Transceivers and cables of the reference as parts of the product's schema. An item that no port can use
 * (co-packaged engine, plug adapter, module without speed or cage) gives a reason instead of a part.
 */
import { createPartHeader, joinNotes, labelNote } from './part-header.mjs';

const CABLE_CATEGORIES = new Set(['dac', 'acc', 'aec', 'aoc', 'fiber']);

/** Reach class from a standard's name: '2xDR4', 'DR8 / 2xDR4', '400GBASE-SR8', '400G-2FR4 (2x200G)'. Longest names first. */
const FAMILY_PATTERNS = [
  ['BASE-T', /BASE-T\b/],
  ['XDR', /\bXDR\d/],
  ['PLR', /\bPLR\d/],
  ['CWDM', /\bCWDM\d/],
  ['PSM', /\bPSM\d/],
  ['ER', /\bERL?\d/],
  ['ZR', /ZR\b/],
  ['SR', /SR\d?\b/],
  ['DR', /DR\d?\b/],
  ['FR', /FR\d?\b/],
  ['LR', /LR\d?\b/],
];

function readOpticsFamily(standard) {
  if (standard === null) return null;
  return FAMILY_PATTERNS.find(([, pattern]) => pattern.test(standard))?.[0] ?? null;
}

function readFormFactors(name) {
  return name.split(' / ');
}

/** Why the item is not a part, or null when it is. */
export function explainLeftOut(item) {
  if (item.kind === 'cpo') return 'co-packaged engine: part of the switch, not bought by itself';
  if (item.kind === 'adapter') return 'plug adapter: neither transceiver nor cable';
  if (item.kind === 'transceiver') {
    const end = item.ends[0];
    if (!end?.form_factor || !end.lanes || !end.gbps_per_lane) return 'transceiver without a usable end';
    return item.speed_gbps ? null : 'transceiver without a speed';
  }
  if (!CABLE_CATEGORIES.has(item.kind)) return `kind ${item.kind} has no place in the schema`;
  if (item.ends.length === 2 || item.connector !== null) return null;
  return 'cable without ends';
}

export function createTransceiver(item, context) {
  const end = item.ends[0];
  return {
    kind: 'transceiver',
    ...createPartHeader(item, context.asOf, labelNote('Power', item.power_note), ...describeReach(item)),
    protocols: item.protocols,
    standard: item.standard,
    opticsFamily: readOpticsFamily(item.standard),
    speedGbps: item.speed_gbps,
    formFactors: readFormFactors(end.form_factor),
    lanes: end.lanes,
    gbpsPerLane: end.gbps_per_lane,
    modulation: end.modulation,
    heatSink: end.heat_sink,
    fiberType: item.fiber_type,
    connector: item.connector,
    connectorCount: item.connector_count,
    polish: item.polish,
    reachM: item.reach_m_max,
    reachByFiber: item.reach_by_fiber ?? undefined,
    powerTypicalW: item.power_w_typ,
    powerMaxW: item.power_w_max,
  };
}

function describeReach(item) {
  const reaches = Object.entries(item.reach_by_fiber ?? {}).map(([fiber, reachM]) => `${fiber} ${reachM} m`);
  return [
    reaches.length > 0 ? `Reach by fibre: ${reaches.join(', ')}` : null,
    item.fibers_used === null ? null : `Fibres used: ${item.fibers_used}`,
    item.wavelength_nm === null ? null : `Wavelength: ${item.wavelength_nm} nm`,
    labelNote('Breakout', item.breakout),
  ];
}

export function createCable(item, context) {
  const lengths = readLengths(item);
  const passive = item.kind === 'fiber';
  const connector = passive ? splitConnector(item.connector) : item.connector;
  return {
    kind: 'cable',
    ...createPartHeader(
      item,
      context.asOf,
      labelNote('Power', item.power_note),
      describeUnknownLengths(item),
      ...describeReach(item),
    ),
    category: connector === 'RJ45' ? 'twisted_pair' : item.kind,
    protocols: item.protocols,
    standard: item.standard,
    ends: passive ? createPassiveEnds(item, connector) : item.ends.map(createPlugEnd),
    fiberType: item.fiber_type,
    connector,
    polish: item.polish,
    reachM: item.reach_m_max,
    lengths,
    powerMaxW: item.power_w_max,
  };
}

/** 'MPO-12/APC to 2 x MPO-12/APC' -> 'MPO-12': the polish has its own field, the plug count stands at the ends. */
function splitConnector(connector) {
  return connector.split(' to ')[0].split('/')[0];
}

function createPassiveEnds(item, connector) {
  const plugs = item.ends.length === 2 ? item.ends : [{ count: 1 }, { count: 1 }];
  return plugs.map((end) => ({
    plugCount: end.count,
    formFactors: [connector],
    // Twisted pair has a rated speed; passive fibre runs at whatever its modules do.
    speedGbps: connector === 'RJ45' ? item.speed_gbps : null,
    lanes: end.lanes ?? null,
    gbpsPerLane: null,
    heatSink: null,
  }));
}

function createPlugEnd(end) {
  return {
    plugCount: end.count,
    formFactors: readFormFactors(end.form_factor),
    speedGbps: end.gbps,
    lanes: end.lanes,
    gbpsPerLane: end.gbps_per_lane,
    heatSink: end.heat_sink,
  };
}

/** Lengths on sale, short to long. A product of one length says so in its model name ('... DAC 2.5 m'). */
function readLengths(item) {
  const named = /(\d+(?:\.\d+)?) m$/.exec(item.model);
  const listed =
    item.lengths.length === 0 && named ? [{ m: Number(named[1]), part_number: item.part_number }] : item.lengths;
  return listed
    .filter((length) => length.m !== null)
    .map((length) => ({ lengthM: length.m, partNumber: length.part_number ?? length.legacy ?? null }))
    .sort((a, b) => a.lengthM - b.lengthM);
}

function describeUnknownLengths(item) {
  const unknown = item.lengths.filter((length) => length.m === null).map((length) => length.part_number);
  const remarks = item.lengths.filter((length) => length.note).map((length) => `${length.m} m: ${length.note}`);
  return joinNotes(unknown.length > 0 ? `Part numbers of unknown length: ${unknown.join(', ')}` : null, ...remarks);
}
