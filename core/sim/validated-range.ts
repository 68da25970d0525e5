/**
 * Where the closed form was held to published measurements, and how far off it was: relative error of time by collective,
 * number of scale-up domains and size. `npm run accuracy -- --range` prints these rows; a test holds them to that run.
 */
import type { Collective } from '../netlist/netlist.ts';

export interface ValidatedClass {
  readonly collectives: readonly Collective[];
  readonly domains: DomainRange;
  readonly sizes: SizeLabel;
  /** Of the time, in percent. */
  readonly medianPercent: number;
  readonly p90Percent: number;
  readonly pointCount: number;
}

export type DomainRange = '1' | '2' | '3+';
export type SizeLabel = (typeof SIZE_RANGES)[number]['label'];

/** A size belongs to the first range whose end it stays below. */
export const SIZE_RANGES = [
  { label: 'up to 64 KiB', endBytes: 64 * 1024 + 1 },
  { label: '128 KiB to 32 MiB', endBytes: 64 * 2 ** 20 },
  { label: '64 to 512 MiB', endBytes: 2 ** 30 },
  { label: '1 GiB and more', endBytes: Number.POSITIVE_INFINITY },
] as const;

/** All-gather and reduce-scatter take the same time and are judged together; a barrier is a small all-reduce. */
export const COLLECTIVE_CLASSES: readonly (readonly Collective[])[] = [
  ['all-reduce', 'barrier'],
  ['all-gather', 'reduce-scatter'],
  ['all-to-all'],
  ['broadcast'],
  ['send-recv'],
];

/** Published nccl-tests and rccl-tests runs of NVIDIA and AMD systems, sound ones with default settings. */
export const VALIDATION = {
  asOf: '2026-11-21',
  medianPercent: 5,
  p90Percent: 24.9,
  pointCount: 776,
} as const;

/** First collective of the class, domains, sizes, median, 90th percentile, points. */
const ROWS: readonly (readonly [Collective, DomainRange, SizeLabel, number, number, number])[] = [
  ['all-reduce', '1', 'up to 64 KiB', 5, 34, 69],
  ['all-reduce', '1', '128 KiB to 32 MiB', 11, 33, 67],
  ['all-reduce', '1', '64 to 512 MiB', 2, 8, 42],
  ['all-reduce', '1', '1 GiB and more', 2, 5, 82],
  ['all-reduce', '2', 'up to 64 KiB', 7, 23, 69],
  ['all-reduce', '2', '128 KiB to 32 MiB', 15, 40, 61],
  ['all-reduce', '2', '64 to 512 MiB', 6, 16, 36],
  ['all-reduce', '2', '1 GiB and more', 2, 6, 63],
  ['all-reduce', '3+', 'up to 64 KiB', 6, 16, 16],
  ['all-reduce', '3+', '128 KiB to 32 MiB', 24, 37, 20],
  ['all-reduce', '3+', '64 to 512 MiB', 10, 26, 17],
  ['all-reduce', '3+', '1 GiB and more', 5, 48, 40],
  ['all-gather', '1', 'up to 64 KiB', 5, 8, 5],
  ['all-gather', '1', '128 KiB to 32 MiB', 21, 22, 5],
  ['all-gather', '1', '64 to 512 MiB', 3, 10, 5],
  ['all-gather', '1', '1 GiB and more', 1, 3, 7],
  ['all-gather', '2', 'up to 64 KiB', 9, 13, 16],
  ['all-gather', '2', '128 KiB to 32 MiB', 11, 19, 21],
  ['all-gather', '2', '64 to 512 MiB', 4, 11, 12],
  ['all-gather', '2', '1 GiB and more', 0, 1, 12],
  ['all-gather', '3+', '64 to 512 MiB', 4, 8, 3],
  ['all-gather', '3+', '1 GiB and more', 2, 8, 4],
  ['all-to-all', '1', 'up to 64 KiB', 2, 4, 8],
  ['all-to-all', '1', '128 KiB to 32 MiB', 12, 21, 5],
  ['all-to-all', '1', '64 to 512 MiB', 7, 9, 4],
  ['all-to-all', '1', '1 GiB and more', 2, 6, 9],
  ['all-to-all', '2', 'up to 64 KiB', 14, 28, 9],
  ['all-to-all', '2', '128 KiB to 32 MiB', 35, 42, 9],
  ['all-to-all', '2', '64 to 512 MiB', 14, 20, 4],
  ['all-to-all', '2', '1 GiB and more', 4, 6, 8],
  ['all-to-all', '3+', 'up to 64 KiB', 4, 14, 7],
  ['all-to-all', '3+', '128 KiB to 32 MiB', 12, 17, 17],
  ['all-to-all', '3+', '64 to 512 MiB', 7, 13, 8],
  ['all-to-all', '3+', '1 GiB and more', 2, 6, 10],
  ['broadcast', '3+', '1 GiB and more', 17, 17, 1],
  ['send-recv', '1', 'up to 64 KiB', 48, 48, 1],
  ['send-recv', '1', '128 KiB to 32 MiB', 76, 76, 1],
  ['send-recv', '1', '1 GiB and more', 4, 5, 2],
  ['send-recv', '2', '1 GiB and more', 1, 1, 1],
];

export const VALIDATED_CLASSES: readonly ValidatedClass[] = ROWS.map(
  ([first, domains, sizes, medianPercent, p90Percent, pointCount]) => ({
    collectives: COLLECTIVE_CLASSES.find((each) => each[0] === first) ?? [first],
    domains,
    sizes,
    medianPercent,
    p90Percent,
    pointCount,
  }),
);

export function findDomainRange(domainCount: number): DomainRange {
  return domainCount >= 3 ? '3+' : domainCount === 2 ? '2' : '1';
}

export function findSizeLabel(sizeBytes: number): SizeLabel {
  return SIZE_RANGES.find(({ endBytes }) => sizeBytes < endBytes)?.label ?? '1 GiB and more';
}

/** What was measured like this; null = nothing. */
export function findValidatedClass(
  collective: Collective,
  domainCount: number,
  sizeBytes: number,
): ValidatedClass | null {
  const domains = findDomainRange(domainCount);
  const sizes = findSizeLabel(sizeBytes);
  const found = VALIDATED_CLASSES.find(
    (each) => each.domains === domains && each.sizes === sizes && each.collectives.includes(collective),
  );
  return found ?? null;
}
