/**
 * `npm run golden -- --cases FILE [--verbose] [--case ID] [--table]`: runs a file of reference cases and prints a line for
 * each, the figures too with --verbose, or the table of the README.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import { parseCases } from './interpret/case-schema.ts';
import { openDesignLibrary } from './interpret/design-library.ts';
import { countKind, printCase, printSummary, printTable } from './interpret/print-outcome.ts';
import { type CaseOutcome, runCase } from './interpret/run-case.ts';

/** Exit codes: 0 nothing wrong, 1 a figure is wrong, 2 the file cannot be read. */
function main(args: readonly string[]): number {
  const folder = join('test', 'golden');
  const named = args.indexOf('--cases');
  const file = named >= 0 ? args[named + 1] : join(folder, 'cases', 'reference-architectures.json');
  if (file === undefined)
    return refuse('Give a file of cases: npm run golden -- --cases FILE [--verbose] [--case ID].');
  const only = args.indexOf('--case');
  const wanted = only >= 0 ? args[only + 1] : undefined;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return refuse(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const cases = parseCases(text);
  if (!cases.ok) return refuse(cases.error);
  const library = openDesignLibrary([join(dirname(resolve(file)), 'designs'), join(folder, 'designs')]);
  const catalog = createCatalog(builtInParts);
  const isTable = args.includes('--table');
  const outcomes: CaseOutcome[] = [];
  for (const goldenCase of cases.value) {
    if (wanted !== undefined && goldenCase.id !== wanted) continue;
    const outcome = runCase(goldenCase, catalog, library);
    outcomes.push(outcome);
    if (!isTable) for (const line of printCase(outcome, args.includes('--verbose'))) console.log(line);
  }
  console.log(isTable ? printTable(outcomes).join('\n') : printSummary(outcomes));
  return countKind(outcomes, 'wrong') > 0 ? 1 : 0;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
