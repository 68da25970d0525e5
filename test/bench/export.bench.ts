/**
 * Files for procurement and cable pullers from a fabric of 100,000 GPUs in racks on a floor: 302,752 cables. Budgets: workbook and CSV 30 s each and
 * 1 GB of memory; a question to the cable schedule 300 ms once its columns are known.
 */
import { writeFileSync } from 'node:fs';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { builtInPrices } from '#assets/catalog/built-in-prices.ts';
import { analyse } from '#core/analysis/analyse.ts';
import { computeBomBy } from '#core/analysis/bom-by.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import { writeCableSchedule } from '#core/io/cable-schedule.ts';
import { finishExport } from '#core/io/export-progress.ts';
import type { ScheduleKey } from '#core/io/schedule-columns.ts';
import { createScheduleIndex, type ScheduleQuery } from '#core/io/schedule-index.ts';
import { createScheduleReader } from '#core/io/schedule-rows.ts';
import { writeWorkbook } from '#core/io/workbook.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { nodeBytes } from '../../electron/cli/node-bytes.ts';
import { generateRailFabric } from '../support/rail-fabric.ts';
import { standOnFloor } from '../support/stand-on-floor.ts';
import { round } from '../support/time-parts.ts';

const SERVERS_PER_RACK = 4;
const design = standOnFloor(generateRailFabric(12_500, SERVERS_PER_RACK));
const { netlist, diagnostics } = elaborate(design, createCatalog(builtInParts, builtInPrices));
const report = analyse(netlist, diagnostics);

async function measureFile(name: string, write: () => Promise<Uint8Array>): Promise<Record<string, string | number>> {
  globalThis.gc?.();
  let peakRss = process.memoryUsage.rss();
  const watch = setInterval(() => {
    peakRss = Math.max(peakRss, process.memoryUsage.rss());
  }, 20);
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  const bytes = await write();
  const cpu = process.cpuUsage(cpuBefore);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  peakRss = Math.max(peakRss, process.memoryUsage.rss());
  const folder = process.env['WEFT_BENCH_FILES'];
  if (folder !== undefined) writeFileSync(`${folder}/${name}`, bytes);
  return {
    file: name,
    seconds: round(seconds),
    'CPU seconds': round((cpu.user + cpu.system) / 1e6),
    'peak RSS MB': round(peakRss / 1e6),
    'size MB': round(bytes.length / 1e6),
  };
}

const files = [
  await measureFile('cables.csv', async () => nodeBytes.encode(await finishExport(writeCableSchedule(netlist)))),
  await measureFile('workbook.xlsx', () => {
    const sections = {
      fabric: computeBomBy(netlist, report.bom, 'fabric'),
      rack: computeBomBy(netlist, report.bom, 'rack'),
      phase: computeBomBy(netlist, report.bom, 'phase'),
    };
    return finishExport(writeWorkbook({ report, netlist, sections }, nodeBytes));
  }),
];
console.log(`Files of ${netlist.cableCount} cables`);
console.table(files);

const index = createScheduleIndex(createScheduleReader(netlist));
const anything: ScheduleQuery = { text: '', columns: {}, sort: null, about: null };
const sortBy = (key: ScheduleKey): ScheduleQuery => ({ ...anything, sort: { key, isDescending: true } });
const questions: Readonly<Record<string, ScheduleQuery>> = {
  'sort by label': sortBy('label'),
  'sort by A device': sortBy('aDevice'),
  'sort by B port': sortBy('bPort'),
  'rows with leaf-1': { ...anything, text: 'leaf-1' },
  'A device holds 123': { ...anything, columns: { aDevice: '123' } },
};
console.log('Questions to the cable schedule');
console.table(
  Object.entries(questions).map(([question, query]) => {
    const times = [0, 1].map(() => {
      const start = performance.now();
      index.findRows(query);
      return round(performance.now() - start);
    });
    return { question, 'first ms': times[0], 'again ms': times[1] };
  }),
);
