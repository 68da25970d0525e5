/**
 * Lets jobs run side by side on shared wires: between two events all rates stand still, and they are shared out anew when a flow
 * ends or a phase begins. Flows that end within a small share of the time gone by are taken as one event.
 */
import { ActiveFlows } from './active-flows.ts';
import type { FlowJob, RoutedPhase } from './flow-job.ts';

export interface RunLimits {
  /** Share of the time gone by within which ends of flows are one event; bounds the error of every time. */
  readonly eventShare: number;
  /** Rounds of a repeating job that are told apart; from then on its last phase goes on without end. */
  readonly mostRounds: number;
}

/** Up to so many flows, every end is an event of its own; beyond, ends this near each other are one. */
const EVENT_SHARES: readonly (readonly [number, number])[] = [
  [4000, 1e-9],
  [40_000, 0.02],
  [Number.POSITIVE_INFINITY, 0.04],
];

export function chooseLimits(flowCount: number): RunLimits {
  const [, eventShare] = EVENT_SHARES.find(([most]) => flowCount <= most) as readonly [number, number];
  return { eventShare, mostRounds: 3 };
}

export interface RunPhase {
  readonly job: number;
  readonly label: string;
  readonly startUs: number;
  readonly endUs: number;
  readonly flowCount: number;
}

export interface FlowRun {
  readonly endUs: number;
  /** By job: time of one round, the mean of those finished; Infinity = it never ends. */
  readonly roundUs: readonly number[];
  readonly phases: readonly RunPhase[];
  /** By wire: payload, bytes. */
  readonly sentBytes: Float64Array;
  /** By wire: highest load, bytes per us; empty unless asked for. */
  readonly peakRate: Float64Array;
  readonly eventCount: number;
}

/** More than any run sends, and still exact to a few hundred bytes. */
const ENDLESS_BYTES = 2 ** 60;
/** Of the time: ends of flows this near each other are one. */
const ROUNDING = 1e-11;

interface JobState {
  readonly job: FlowJob;
  phase: number;
  round: number;
  /** Of the phase: when it began, and when its flows start. */
  beganUs: number;
  flowsFromUs: number;
  isFlowing: boolean;
  isOver: boolean;
  isEndless: boolean;
  roundBeganUs: number;
  roundsUs: number;
  left: Float64Array;
}

export class FlowRunner {
  private readonly jobs: JobState[];
  private readonly capacity: Float64Array;
  private readonly limits: RunLimits;
  private readonly sentBytes: Float64Array;
  private readonly peakRate: Float64Array;
  private readonly phases: RunPhase[] = [];
  private timeUs = 0;
  private eventCount = 0;
  private flowing: JobState[] = [];
  private active: ActiveFlows | null = null;

  /** `capacity`: bytes per us, by wire. */
  constructor(jobs: readonly FlowJob[], capacity: Float64Array, limits: RunLimits, recordsPeaks: boolean) {
    this.capacity = capacity;
    this.limits = limits;
    this.sentBytes = new Float64Array(capacity.length);
    this.peakRate = new Float64Array(recordsPeaks ? capacity.length : 0);
    this.jobs = jobs.map((job) => ({
      job,
      phase: 0,
      round: 0,
      beganUs: 0,
      flowsFromUs: job.phases[0]?.delayUs ?? 0,
      isFlowing: false,
      isOver: job.phases.length === 0,
      isEndless: false,
      roundBeganUs: 0,
      roundsUs: 0,
      left: new Float64Array(),
    }));
  }

  /** Runs on to the next event; true when all is over. */
  step(): boolean {
    this.begin();
    if (this.active === null && this.flowing.length > 0) this.gather();
    const nextUs = this.findNextUs();
    if (nextUs === Number.POSITIVE_INFINITY) return true;
    this.active?.advance(nextUs - this.timeUs, ROUNDING * nextUs);
    this.timeUs = nextUs;
    this.eventCount += 1;
    this.endPhases();
    if (this.active !== null) this.share(this.active);
    return this.jobs.every((state) => state.isOver || state.isEndless);
  }

  /** Since the phase that began last: the shortest of times gone by. */
  private findFlowingUs(): number {
    return this.flowing.reduce((least, { flowsFromUs }) => Math.min(least, this.timeUs - flowsFromUs), this.timeUs);
  }

  /** Phases whose delay is over. */
  private begin(): void {
    for (const state of this.jobs) {
      if (state.isOver || state.isFlowing || state.flowsFromUs > this.timeUs) continue;
      state.isFlowing = true;
      const { bytes } = phaseOf(state);
      state.left = state.isEndless ? new Float64Array(bytes.length).fill(ENDLESS_BYTES) : bytes.slice();
      this.release();
      this.flowing.push(state);
    }
  }

  private gather(): void {
    const left = new Float64Array(this.flowing.reduce((sum, state) => sum + state.left.length, 0));
    let start = 0;
    for (const state of this.flowing) {
      left.set(state.left, start);
      start += state.left.length;
    }
    this.active = new ActiveFlows(this.flowing.map(phaseOf), left, this.capacity);
    this.share(this.active);
  }

  private share(active: ActiveFlows): void {
    active.share();
    if (this.peakRate.length === 0) return;
    const loads = new Float64Array(this.capacity.length);
    active.addLoads(loads);
    for (let wire = 0; wire < loads.length; wire += 1) {
      this.peakRate[wire] = Math.max(this.peakRate[wire] as number, loads[wire] as number);
    }
  }

  /** Hands what is left back to the jobs, before the set of flows changes. */
  private release(): void {
    if (this.active === null) return;
    let start = 0;
    for (const state of this.flowing) {
      state.left = this.active.left.slice(start, start + state.left.length);
      start += state.left.length;
    }
    this.active = null;
  }

  private findNextUs(): number {
    let nextUs = Number.POSITIVE_INFINITY;
    if (this.active !== null) {
      nextUs = this.timeUs + this.active.findNextEndUs(this.findFlowingUs(), this.limits.eventShare);
    }
    for (const state of this.jobs) {
      if (state.isOver) continue;
      const dueUs = state.isFlowing ? state.flowsFromUs + phaseOf(state).scaleUpUs : state.flowsFromUs;
      if (dueUs > this.timeUs) nextUs = Math.min(nextUs, dueUs);
      // A phase without flows is over as soon as it may be.
      else if (state.isFlowing && state.left.length === 0) nextUs = this.timeUs;
    }
    return nextUs;
  }

  private endPhases(): void {
    const ended: JobState[] = [];
    let start = 0;
    for (const state of this.flowing) {
      const end = start + state.left.length;
      const isDueYet = state.flowsFromUs + phaseOf(state).scaleUpUs <= this.timeUs;
      if (isDueYet && !state.isEndless && this.areDone(start, end)) ended.push(state);
      start = end;
    }
    if (ended.length === 0) return;
    this.release();
    for (const state of ended) this.end(state);
    this.flowing = this.flowing.filter((state) => !ended.includes(state));
    if (this.jobs.every((state) => state.isOver || state.job.repeats)) this.letRoundsEnd();
    if (this.flowing.length > 0) this.gather();
  }

  private areDone(start: number, end: number): boolean {
    for (let flow = start; flow < end; flow += 1) if (this.active?.isDone[flow] === 0) return false;
    return true;
  }

  private end(state: JobState): void {
    const phase = phaseOf(state);
    const { beganUs } = state;
    addSent(this.sentBytes, phase, (flow) => phase.bytes[flow] as number);
    const { job } = state;
    const flowCount = phase.paths.flowCount;
    this.phases.push({
      job: this.jobs.indexOf(state),
      label: phase.label,
      startUs: beganUs,
      endUs: this.timeUs,
      flowCount,
    });
    state.phase += 1;
    state.isFlowing = false;
    if (state.phase === job.phases.length) this.endRound(state);
    state.beganUs = this.timeUs;
    if (!state.isOver) state.flowsFromUs = this.timeUs + (state.isEndless ? 0 : phaseOf(state).delayUs);
  }

  private endRound(state: JobState): void {
    state.round += 1;
    state.roundsUs += this.timeUs - state.roundBeganUs;
    state.roundBeganUs = this.timeUs;
    if (!state.job.repeats) {
      state.isOver = true;
      return;
    }
    state.isEndless = state.round >= this.limits.mostRounds;
    state.phase = state.isEndless ? state.job.phases.length - 1 : 0;
  }

  /** The jobs that do not repeat are over: what repeats need only finish a round, if it has not yet. */
  private letRoundsEnd(): void {
    for (const state of this.jobs) {
      if (state.isOver || state.round === 0) continue;
      if (state.isFlowing) {
        const phase = phaseOf(state);
        const sentOf = (flow: number): number => {
          const whole = state.isEndless ? ENDLESS_BYTES : (phase.bytes[flow] as number);
          return whole - (state.left[flow] as number);
        };
        addSent(this.sentBytes, phase, sentOf);
      }
      state.isOver = true;
    }
    this.flowing = this.flowing.filter((state) => !state.isOver);
  }

  finish(): FlowRun {
    return {
      endUs: this.timeUs,
      roundUs: this.jobs.map(({ round, roundsUs, job }) =>
        job.phases.length === 0 ? 0 : round > 0 ? roundsUs / round : Number.POSITIVE_INFINITY,
      ),
      phases: this.phases,
      sentBytes: this.sentBytes,
      peakRate: this.peakRate,
      eventCount: this.eventCount,
    };
  }
}

function phaseOf({ job, phase }: JobState): RoutedPhase {
  return job.phases[phase] as RoutedPhase;
}

function addSent(sentBytes: Float64Array, { paths }: RoutedPhase, sentOf: (flow: number) => number): void {
  const { first, link, share } = paths;
  for (let flow = 0; flow < paths.flowCount; flow += 1) {
    const sent = sentOf(flow);
    if (sent === 0) continue;
    for (let i = first[flow] as number; i < (first[flow + 1] as number); i += 1) {
      const wire = link[i] as number;
      sentBytes[wire] = (sentBytes[wire] as number) + sent * (share === null ? 1 : (share[i] as number));
    }
  }
}
