/**
 * What every part has in common: identity, status, notes, conflicts and sources of a reference item.
 * Facts that have no column of their own in the product's schema are kept as short sentences in the notes.
 */

/** Free text that repeats a source's wording, said in our own words instead. */
const REWORDED = new Map([
  ["secondary, 'about 10 kW'", 'secondary, about 10 kW'],
  ["secondary, 'sustained'", 'secondary, sustained draw'],
  ["'approximately 14 kW average' design assumption", 'design assumption for the average draw'],
  [
    "'<130-150 ns' in secondary sources; not in the datasheet read",
    'Latency below 130 to 150 ns appears in secondary sources only.',
  ],
  ["'less than 700 ns'", 'Latency is an upper limit.'],
  ["vendor: 'remain at 17 Watts for all configurations'", '17 W in every configuration'],
  [
    "vendor text for the -T twin: 'remain at 15 Watts for all configurations'; the multi-part guide budgets 17 W per cage",
    '15 W in every configuration, stated for the -T twin; the multi-part guide budgets 17 W per cage',
  ],
  [
    "Adapter cages only: 'single port OSFP are not for use in switches'.",
    'Adapter cages only: single-port OSFP modules are not for switches.',
  ],
  [
    'Flat to finned: the cable has a direction, the app must keep orientation.',
    'Flat to finned: the cable has a direction.',
  ],
  [
    "the index describes it as 'Twin-port OSFP to 2x400Gb/s OSFP': read here as twin-port to twin-port, confirm before use as a splitter",
    'the index can be read as twin-port to two 400G plugs: read here as twin-port to twin-port, confirm before use as a splitter',
  ],
  [
    "The H200 SuperPOD RA says two per rack 'exceeds 25 kW' while 2 x 10.2 = 20.4 kW",
    'The H200 SuperPOD RA puts two per rack above 25 kW while 2 x 10.2 = 20.4 kW',
  ],
]);

function reword(text) {
  return text === null || text === undefined ? null : (REWORDED.get(text) ?? text);
}

/** Joins what is not null into one note of whole sentences; null when nothing is left. */
export function joinNotes(...notes) {
  const sentences = notes.map(reword).filter((note) => note !== null && note !== '');
  return sentences.length === 0 ? null : sentences.map((note) => (/[.!?]$/.test(note) ? note : `${note}.`)).join(' ');
}

export function labelNote(label, value, unit = '') {
  return value === null || value === undefined ? null : `${label}: ${reword(value)}${unit}`;
}

/**
 * Successors that take the place of a withdrawn part without other changes: same ports, height, weight, supplies and
 * maximum power in the reference.
 */
const SUCCESSORS = new Map([['dgx-h100', 'dgx-h200']]);

export function createPartHeader(item, asOf, ...extraNotes) {
  return {
    id: item.id,
    manufacturer: item.manufacturer ?? null,
    model: item.model,
    partNumber: item.part_number ?? null,
    status: item.status,
    notes: joinNotes(item.notes, ...extraNotes),
    conflicts: (item.conflicts ?? []).map(reword),
    replacedBy: SUCCESSORS.get(item.id),
    sources: item.sources,
    asOf,
  };
}

/** Whether a published power figure contains the transceivers; null when its basis does not say. */
function readIncludesOptics(basis, isServer) {
  if (basis === null) return null;
  if (/passive cables|no optics|(excludes|no) transceivers|optic not included|before optics/i.test(basis)) return false;
  if (/active cables|with (\d+ )?optic/i.test(basis)) return true;
  // A server's system maximum is the budget of everything plugged into the chassis, modules included.
  return isServer && basis === 'system maximum' ? true : null;
}

export function readPower(item, isServer = false) {
  const typicalBasis = item.power_typ_basis ?? null;
  const maxBasis = item.power_max_basis ?? item.power_basis ?? null;
  return {
    powerTypicalW: item.power_typ_w ?? null,
    powerTypicalBasis: reword(typicalBasis),
    powerTypicalIncludesOptics: readIncludesOptics(typicalBasis, isServer),
    powerMaxW: item.power_max_w ?? null,
    powerMaxBasis: reword(maxBasis),
    powerMaxIncludesOptics: readIncludesOptics(maxBasis, isServer),
  };
}

/** Power supplies as facts; undefined where the reference says nothing of them. */
export function readPsu(psu) {
  if (!psu) return undefined;
  return {
    count: psu.count ?? null,
    wattsEach: psu.watts_each ?? null,
    redundancy: psu.redundancy ?? null,
    inlet: readInlet(psu),
  };
}

function readInlet({ inlet, input }) {
  const text = `${inlet ?? ''} ${input ?? ''}`;
  if (/busbar/i.test(text)) return 'busbar';
  if (/C20/.test(text)) return 'C20';
  if (/C14/.test(text)) return 'C14';
  return /VDC/.test(text) ? 'dc' : null;
}

/** Devices made for Open Rack units say so in words. */
export function readUnitMm(notes) {
  return /^Height is \d+ OU \(48 mm units\)/.test(notes ?? '') ? 48 : undefined;
}

export function describePsu(psu) {
  if (!psu) return null;
  const size = psu.watts_each ? `${psu.count ?? '?'} x ${psu.watts_each} W` : psu.count ? `${psu.count}` : null;
  const text = [size, psu.redundancy, psu.input].filter(Boolean).join(', ');
  return text === '' ? null : `Power supplies: ${text}`;
}
