/** Carries out one command of the command line: the same core as the window, the same file services, no screen. */
import { realpath } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { builtInPrices } from '#assets/catalog/built-in-prices.ts';
import { analyse } from '#core/analysis/analyse.ts';
import { computeBomBy } from '#core/analysis/bom-by.ts';
import type { BomBy, BomSection } from '#core/analysis/bom-report.ts';
import type { Report } from '#core/analysis/report.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import { writeCableSchedule } from '#core/io/cable-schedule.ts';
import { parseDesign } from '#core/io/design-file.ts';
import { finishExport } from '#core/io/export-progress.ts';
import { writeWorkbook } from '#core/io/workbook.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { readDesignFile } from '../files/design-files.ts';
import { describeFileFailure } from '../files/file-errors.ts';
import { type CliRequest, parseCliArguments, usage } from './cli-arguments.ts';
import { nodeBytes } from './node-bytes.ts';
import { formatProblems, formatReport } from './text-report.ts';

export interface CliOutput {
  print(text: string): void;
  complain(text: string): void;
}

const DONE = 0;
const FOUND_ERRORS = 1;
const FAILED = 2;

/** Returns the exit code: 0 done, 1 `check` found errors, 2 could not be carried out. */
export async function runCli(args: readonly string[], output: CliOutput): Promise<number> {
  const request = parseCliArguments(args);
  if (!request.ok) {
    output.complain(`weft: ${request.error}\nTry 'weft --help'.\n`);
    return FAILED;
  }
  if (request.value === 'help') {
    output.print(usage);
    return DONE;
  }
  const done = await carryOut(request.value, output);
  if (done.ok) return done.value;
  output.complain(`weft: ${done.error}\n`);
  return FAILED;
}

async function carryOut(request: CliRequest, output: CliOutput): Promise<Result<number, string>> {
  const results = await readResults(request.file);
  if (!results.ok) return results;
  const { netlist, report } = results.value;
  switch (request.command) {
    case 'report':
      return deliver(request, request.json ? formatJson(report) : formatReport(report), output);
    case 'check': {
      const text = request.json ? formatJson(report.problems) : formatProblems(report.problems);
      const delivered = await deliver(request, text, output);
      if (!delivered.ok) return delivered;
      return ok(report.problems.some((problem) => problem.severity === 'error') ? FOUND_ERRORS : DONE);
    }
    case 'bom':
      return writeExport(request, '.xlsx', await createWorkbook(netlist, report), output);
    case 'cables':
      return writeExport(request, '.csv', await finishExport(writeCableSchedule(netlist)), output);
  }
}

function createWorkbook(netlist: Netlist, report: Report): Promise<Uint8Array> {
  const split = (by: BomBy): BomSection[] => computeBomBy(netlist, report.bom, by);
  const sections = { fabric: split('fabric'), rack: split('rack'), phase: split('phase') };
  return finishExport(writeWorkbook({ report, netlist, sections }, nodeBytes));
}

async function readResults(file: string): Promise<Result<{ netlist: Netlist; report: Report }, string>> {
  const read = await readDesignFile(resolve(file));
  if (!read.ok) return fail(read.error.message);
  const design = parseDesign(new TextDecoder().decode(read.value.bytes), read.value.name);
  if (!design.ok) return fail(design.error.message);
  const { netlist, diagnostics } = elaborate(design.value, createCatalog(builtInParts, builtInPrices));
  return ok({ netlist, report: analyse(netlist, diagnostics) });
}

/** To the file of --out, or to the terminal. */
async function deliver(request: CliRequest, text: string, output: CliOutput): Promise<Result<number, string>> {
  if (request.out !== null) return writeFile(request, resolve(request.out), text, output);
  output.print(text);
  return ok(DONE);
}

/** To the file of --out, or beside the design under its name. */
function writeExport(
  request: CliRequest,
  extension: string,
  content: string | Uint8Array,
  output: CliOutput,
): Promise<Result<number, string>> {
  const file = resolve(request.file);
  const beside = join(dirname(file), basename(file, extname(file)) + extension);
  return writeFile(request, request.out === null ? beside : resolve(request.out), content, output);
}

async function writeFile(
  request: CliRequest,
  path: string,
  content: string | Uint8Array,
  output: CliOutput,
): Promise<Result<number, string>> {
  if (await isSameFile(path, resolve(request.file))) {
    return fail(`--out names the design itself, ${path}: choose another file.`);
  }
  try {
    await writeAtomically(path, content);
  } catch (error) {
    return fail(describeFileFailure(error, 'save', path).message);
  }
  output.print(`${path}\n`);
  return ok(DONE);
}

async function isSameFile(path: string, other: string): Promise<boolean> {
  try {
    return (await realpath(path)) === (await realpath(other));
  } catch {
    // A file that is not there yet is no other.
    return false;
  }
}

/** Figures of every rack are arrays, as they are in the report. */
function formatJson(value: unknown): string {
  const replace = (_key: string, own: unknown): unknown =>
    own instanceof Float64Array || own instanceof Uint32Array || own instanceof Uint8Array ? Array.from(own) : own;
  return `${JSON.stringify(value, replace, 2)}\n`;
}
