/**
 * Time and memory of elaborate + analyse on rail-optimised fabrics of eight rails: 1k GPUs in two tiers, 16k and 100k in
 * three. Budget on two shared cores, warm: 16k under 100 ms, 100k under 700 ms.
 */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { analyse } from '#core/analysis/analyse.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { generateRailFabric } from '../support/rail-fabric.ts';

const catalog = createCatalog(builtInParts);
const RUNS = 7;

function measure(serverCount: number): Record<string, string | number> {
  const design = generateRailFabric(serverCount);
  const elaborateMs: number[] = [];
  const analyseMs: number[] = [];
  let last: { cables: number; switches: number; ratio: number | undefined } | null = null;
  globalThis.gc?.();
  const before = process.memoryUsage();
  let heldMb = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    const { netlist, diagnostics } = elaborate(design, catalog);
    const middle = performance.now();
    const report = analyse(netlist, diagnostics);
    const end = performance.now();
    elaborateMs.push(middle - start);
    analyseMs.push(end - middle);
    last = {
      cables: report.totals.cableCount,
      switches: report.totals.switchCount,
      ratio: report.fabrics[0]?.bisection?.ratio,
    };
    if (run === RUNS - 1) {
      globalThis.gc?.();
      const after = process.memoryUsage();
      heldMb = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
      // Keeps both alive until they have been weighed.
      if (netlist.memberCount + report.links.length === 0) throw new Error('empty netlist');
    }
  }
  const totals = elaborateMs.map((value, index) => value + (analyseMs[index] as number));
  return {
    GPUs: serverCount * 8,
    switches: last?.switches ?? 0,
    cables: last?.cables ?? 0,
    'bisection ratio': last?.ratio ?? 'none',
    'elaborate ms': median(elaborateMs),
    'analyse ms': median(analyseMs),
    'total ms': median(totals),
    'first run ms': Math.round((totals[0] as number) * 10) / 10,
    'held MB': Math.round(heldMb * 10) / 10,
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((x, y) => x - y);
  return Math.round((sorted[Math.floor(sorted.length / 2)] as number) * 10) / 10;
}

console.table([128, 2048, 12_500].map(measure));
