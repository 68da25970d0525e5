/**
 * What the main thread of a page spent, read from a trace. Time is processor time of that thread: a busy machine stretches clocks, not this.
 */
export interface MainThread {
  /** Processor time, ms, of every task of a millisecond or more; the longest first. */
  readonly tasksMs: readonly number[];
  readonly totalMs: number;
  /** Of all tasks from one frame to the next, ms; the quickest first. */
  readonly framesMs: readonly number[];
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Tracing must be told of these. */
export const traceCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];

export function readMainThread(trace: string): MainThread {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const mains = new Set<string>();
  for (const { name, args, pid, tid } of traceEvents) {
    if (name === 'thread_name' && args?.name === 'CrRendererMain') mains.add(`${pid} ${tid}`);
  }
  const own = traceEvents.filter(({ pid, tid }) => mains.has(`${pid} ${tid}`));
  const tasks = own.filter(({ name, tdur }) => name === 'RunTask' && tdur !== undefined).sort((a, b) => a.ts - b.ts);
  const tasksMs = tasks.flatMap(({ tdur = 0 }) => (tdur < 1000 ? [] : [tdur / 1000])).sort((a, b) => b - a);
  return { tasksMs, totalMs: tasksMs.reduce((sum, ms) => sum + ms, 0), framesMs: sumFrames(own, tasks) };
}

/** A frame begins with the task that runs its animation callbacks. */
function sumFrames(events: readonly TraceEvent[], tasks: readonly TraceEvent[]): number[] {
  const begins = events.filter(({ name }) => name === 'FireAnimationFrame').map(({ ts }) => ts);
  const frames: number[] = [];
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    if (begins.some((begin) => begin >= ts && begin <= ts + dur)) frames.push(0);
    const current = frames.length - 1;
    if (current >= 0) frames[current] = (frames[current] ?? 0) + tdur / 1000;
  }
  return frames.sort((a, b) => a - b);
}

/** Of numbers in order, the smallest first. */
export function pickShare(ordered: readonly number[], share: number): number {
  return ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0;
}
