/** `npm run accuracy [-- --data FILE] [--verbose] [--range]`: how far the model is from a file of measurements; see README.md here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import { computeClasses } from './classes.ts';
import { parseMeasurements } from './measurement.ts';
import { printPoints, printRange, printScores } from './print-scores.ts';
import { scoreFile } from './score.ts';

/** Exit codes: 0 done, 2 the file cannot be read. */
function main(args: readonly string[]): number {
  const named = args.indexOf('--data');
  const file = named >= 0 ? args[named + 1] : join('test', 'accuracy', 'measured', 'collectives-measured.json');
  if (file === undefined) return refuse('Give a file of measurements: npm run accuracy -- --data FILE [--verbose].');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return refuse(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const parsed = parseMeasurements(text);
  if (!parsed.ok) return refuse(parsed.error);
  const scores = scoreFile(parsed.value, createCatalog(builtInParts));
  if (args.includes('--range'))
    for (const line of [...printRange(computeClasses(scores.points)), '']) console.log(line);
  if (args.includes('--verbose')) for (const line of [...printPoints(scores), '']) console.log(line);
  for (const line of printScores(scores)) console.log(line);
  return 0;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
