/** Measurements in the classes of the validated range, and the usual statistics of their errors. */
import {
  COLLECTIVE_CLASSES,
  findDomainRange,
  findSizeLabel,
  SIZE_RANGES,
  type ValidatedClass,
} from '#core/sim/validated-range.ts';
import type { ScoredPoint } from './score.ts';

export interface ErrorSummary {
  readonly median: number;
  readonly p90: number;
  readonly count: number;
}

export function summariseErrors(points: readonly ScoredPoint[]): ErrorSummary {
  const errors = points.map(({ error }) => error).sort((one, other) => one - other);
  return { median: findQuantile(errors, 0.5), p90: findQuantile(errors, 0.9), count: errors.length };
}

/** Linear between neighbours; 0 of nothing. */
function findQuantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const lower = sorted[Math.floor(place)] ?? 0;
  return lower + ((sorted[Math.ceil(place)] ?? lower) - lower) * (place - Math.floor(place));
}

/** The classes that hold points, as the product states them. */
export function computeClasses(points: readonly ScoredPoint[]): ValidatedClass[] {
  const classes: ValidatedClass[] = [];
  for (const collectives of COLLECTIVE_CLASSES) {
    for (const domains of ['1', '2', '3+'] as const) {
      for (const { label } of SIZE_RANGES) {
        const own = points.filter(
          ({ run, domainCount }) =>
            collectives.includes(run.collective) &&
            findDomainRange(domainCount) === domains &&
            findSizeLabel(run.sizeBytes) === label,
        );
        if (own.length > 0) classes.push({ collectives, domains, sizes: label, ...toPercent(summariseErrors(own)) });
      }
    }
  }
  return classes;
}

/** Rounded as the product states them. */
function toPercent({
  median,
  p90,
  count,
}: ErrorSummary): Pick<ValidatedClass, 'medianPercent' | 'p90Percent' | 'pointCount'> {
  return { medianPercent: Math.round(100 * median), p90Percent: Math.round(100 * p90), pointCount: count };
}

export function groupPoints(
  points: readonly ScoredPoint[],
  name: (point: ScoredPoint) => string,
): Map<string, ScoredPoint[]> {
  const groups = new Map<string, ScoredPoint[]>();
  for (const point of points) {
    const key = name(point);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [point]);
    else group.push(point);
  }
  return groups;
}
