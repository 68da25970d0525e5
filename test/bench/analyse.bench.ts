/**
 * Time and memory from design to report on rail-optimised fabrics of eight rails: 1k GPUs in two tiers; 16k, 100k and 262k in
 * three. Budgets on two shared cores, warm: 100k GPUs elaborate + ports + parts list + power under 200 ms, the whole report
 * under 600 ms, netlist and report under 250 MB; one edit to its new report under 60 ms at 100k and 5 ms at 1k, with the estimate of
 * a collective after it told apart; what the stages remember between edits under 100 MB.
 */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { analyse } from '#core/analysis/analyse.ts';
import type { Report } from '#core/analysis/report.ts';
import { assertDefined } from '#core/base/assert.ts';
import { Memory } from '#core/base/memory.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import type { Design, Link } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { estimateScenario } from '#core/sim/estimate-scenario.ts';
import { generateRailFabric } from '../support/rail-fabric.ts';
import { median, round, timeParts } from '../support/time-parts.ts';

const catalog = createCatalog(builtInParts);
const RUNS = 7;

interface Built {
  readonly netlist: Netlist;
  readonly report: Report;
}

interface EditTimes {
  readonly reportMs: number;
  readonly estimateMs: number;
}

function runStages(design: Design, memory: Memory): EditTimes {
  const start = performance.now();
  const { netlist, diagnostics } = elaborate(design, catalog, memory);
  analyse(netlist, diagnostics, memory);
  const reported = performance.now();
  estimateScenario(netlist, netlist.currentScenario, memory);
  const end = performance.now();
  memory.endTurn();
  return { reportMs: reported - start, estimateMs: end - reported };
}

/** What is held after the garbage is gone. Arrays found dead are given back in the background, which is waited for. */
function weighHeap(): number {
  globalThis.gc?.();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function measureWhole(serverCount: number): Record<string, string | number> {
  const generateStart = performance.now();
  const design = generateRailFabric(serverCount);
  const generateMs = performance.now() - generateStart;
  const beforeMb = weighHeap();
  const elaborateMs: number[] = [];
  const analyseMs: number[] = [];
  let built: Built | null = null;
  for (let run = 0; run < RUNS; run += 1) {
    built = null;
    const start = performance.now();
    const { netlist, diagnostics } = elaborate(design, catalog);
    const middle = performance.now();
    built = { netlist, report: analyse(netlist, diagnostics) };
    elaborateMs.push(middle - start);
    analyseMs.push(performance.now() - middle);
  }
  const heldMb = weighHeap() - beforeMb;
  const { netlist, report } = assertDefined(built, 'a run');
  const totals = elaborateMs.map((ms, index) => ms + (analyseMs[index] as number));
  const fabric = report.fabrics[0];
  return {
    GPUs: serverCount * 8,
    switches: report.totals.switchCount,
    cables: report.totals.cableCount,
    'bisection ratio': fabric?.bisection?.ratio ?? 'none',
    'all-to-all': fabric?.allToAll?.ecmp ?? 'none',
    'generate ms': round(generateMs),
    'elaborate ms': median(elaborateMs),
    'analyse ms': median(analyseMs),
    'total ms': median(totals),
    'first run ms': round(totals[0] as number),
    'held MB': round(heldMb),
    'netlist MB': round(weighArrays(netlist) / 1e6),
  };
}

/** Bytes of the netlist's typed arrays. */
function weighArrays(netlist: Netlist): number {
  return Object.values(netlist).reduce(
    (sum: number, value) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0),
    0,
  );
}

/** Edits of a design, each by its name. */
function listEdits(design: Design): [string, Design][] {
  const server = assertDefined(
    Object.values(design.devices).find((device) => device.role === 'endpoint'),
    'a server group',
  );
  const links = Object.values(design.links);
  const link = assertDefined(links.at(-1), 'a link');
  const withLink = (changed: Link): Design => ({ ...design, links: { ...design.links, [link.id]: changed } });
  const upper = assertDefined(design.devices[link.a.deviceId], 'the A end');
  const members = { first: 0, count: upper.count - 1 };
  return [
    [
      'one server less',
      { ...design, devices: { ...design.devices, [server.id]: { ...server, count: server.count - 1 } } },
    ],
    ['top link at half speed', withLink({ ...link, speedGbps: link.speedGbps / 2 })],
    ["one switch's top cables gone", withLink({ ...link, a: { ...link.a, members } })],
    ['another name', { ...design, name: `${design.name}, edited` }],
  ];
}

/** What one edit costs in the window: the stages remember the design before it, and what the edit leaves alone is kept. */
function measureEdit(design: Design, edited: Design): Record<string, number> {
  const times: EditTimes[] = [];
  const beforeMb = weighHeap();
  const memory = new Memory();
  for (let run = 0; run <= RUNS; run += 1) {
    runStages(structuredClone(design), memory);
    const own = runStages(structuredClone(edited), memory);
    if (run > 0) times.push(own);
  }
  const heldMb = weighHeap() - beforeMb;
  // It is held to here.
  memory.endTurn();
  return {
    'report ms': median(times.map(({ reportMs }) => reportMs)),
    'estimate ms': median(times.map(({ estimateMs }) => estimateMs)),
    'remembered MB': round(heldMb),
  };
}

function measureEdits(serverCount: number): Record<string, string | number>[] {
  const design = generateRailFabric(serverCount);
  return listEdits(design).map(([edit, edited]) => ({ GPUs: serverCount * 8, edit, ...measureEdit(design, edited) }));
}

function measureParts(serverCount: number): Record<string, number> {
  const { netlist, diagnostics } = elaborate(generateRailFabric(serverCount), catalog);
  return { GPUs: serverCount * 8, ...timeParts(netlist, diagnostics, RUNS) };
}

const sizes = [128, 2048, 12_500, 32_768];
console.log('Whole');
console.table(sizes.map(measureWhole));
console.log('Analyse by part, ms');
console.table(sizes.map(measureParts));
console.log('Edits');
console.table([128, 2048, 12_500].flatMap(measureEdits));
