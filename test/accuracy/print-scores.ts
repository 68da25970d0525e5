/** The scores as lines of text; the last one is the overall figure. */
import {
  COLLECTIVE_CLASSES,
  findDomainRange,
  findSizeLabel,
  SIZE_RANGES,
  type ValidatedClass,
} from '#core/sim/validated-range.ts';
import { type ErrorSummary, groupPoints, summariseErrors } from './classes.ts';
import type { ScoredPoint, Scores } from './score.ts';

const LABEL_WIDTH = 40;
const CELL_WIDTH = 20;

export function printScores({ points, skipped }: Scores): string[] {
  const sizes = SIZE_RANGES.map(({ label }) => label);
  const lines = [
    'Relative error of time, median / 90th percentile (points)',
    '',
    'class'.padEnd(LABEL_WIDTH) + sizes.map((label) => label.padEnd(CELL_WIDTH)).join(''),
    ...printTable(points, nameClass, sizes),
    '',
    'network'.padEnd(LABEL_WIDTH) + sizes.map((label) => label.padEnd(CELL_WIDTH)).join(''),
    ...printTable(points, nameNetwork, sizes),
    '',
  ];
  const skippedCount = [...skipped.values()].reduce((sum, count) => sum + count, 0);
  lines.push(`left out: ${skippedCount}`);
  for (const [reason, count] of [...skipped].sort((one, other) => other[1] - one[1])) {
    lines.push(`${`${count}`.padStart(7)}  ${reason}`);
  }
  const overall = summariseErrors(points);
  lines.push(
    '',
    `overall: median ${formatShare(overall.median)} %, p90 ${formatShare(overall.p90)} %, ${overall.count} points`,
  );
  return lines;
}

/** Rows for core/sim/validated-range.ts. */
export function printRange(classes: readonly ValidatedClass[]): string[] {
  return classes.map(
    ({ collectives, domains, sizes, medianPercent, p90Percent, pointCount }) =>
      `  ['${collectives[0]}', '${domains}', '${sizes}', ${medianPercent}, ${p90Percent}, ${pointCount}],`,
  );
}

/** A line a point: what was measured and what the model says. */
export function printPoints({ points }: Scores): string[] {
  return points.map(({ run, modelUs, winner }) => {
    const signed = (100 * (modelUs - run.timeUs)) / run.timeUs;
    return [
      run.measurement.id.padEnd(LABEL_WIDTH),
      `${run.sizeBytes} B`.padEnd(CELL_WIDTH),
      `measured ${run.timeUs} us`.padEnd(CELL_WIDTH + 6),
      `model ${modelUs.toFixed(1)} us (${signed >= 0 ? '+' : ''}${signed.toFixed(0)} %)`.padEnd(CELL_WIDTH + 12),
      winner,
    ].join('');
  });
}

function printTable(
  points: readonly ScoredPoint[],
  name: (point: ScoredPoint) => string,
  sizes: readonly string[],
): string[] {
  return [...groupPoints(points, name)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([label, group]) => {
      const bySize = groupPoints(group, ({ run }) => findSizeLabel(run.sizeBytes));
      const cells = sizes.map((size) => {
        const own = bySize.get(size);
        return (own === undefined ? '-' : formatSummary(summariseErrors(own))).padEnd(CELL_WIDTH);
      });
      return (label.padEnd(LABEL_WIDTH) + cells.join('')).trimEnd();
    });
}

function nameClass({ run: { collective }, domainCount }: ScoredPoint): string {
  const collectives = COLLECTIVE_CLASSES.find((each) => each.includes(collective)) ?? [collective];
  const names = collectives.filter((each) => each !== 'barrier').join(', ');
  const domains = findDomainRange(domainCount);
  return `${names}, ${domains} ${domains === '1' ? 'domain' : 'domains'}`;
}

function nameNetwork({ run: { measurement }, domainCount }: ScoredPoint): string {
  return domainCount === 1 ? 'inside one domain' : (measurement.network ?? 'not stated');
}

function formatSummary({ median, p90, count }: ErrorSummary): string {
  return `${(100 * median).toFixed(0)} % / ${(100 * p90).toFixed(0)} % (${count})`;
}

function formatShare(share: number): string {
  return (100 * share).toFixed(1);
}
