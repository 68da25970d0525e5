/** The flow plan of a placed job's collective: its pattern is that of the closed form's winner, and so is what the wire does not explain. */
import { fail, ok, type Result } from '../../base/result.ts';
import type { Netlist, Scenario } from '../../netlist/netlist.ts';
import { computeBusFactor } from '../bus-bandwidth.ts';
import { estimateCollective } from '../closed-form/estimate-collective.ts';
import { computeModelTerms } from '../closed-form/model-terms.ts';
import type { SimConstants } from '../constants.ts';
import type { AlgorithmFamily } from '../estimate.ts';
import { readIdealInputs } from '../fabric-inputs.ts';
import type { JobPlacement } from '../job-placement.ts';
import { type Decomposition, decompose, type FlowPattern } from './decompose.ts';
import { computeOwnUs, type FlowPlan } from './flow-plan.ts';

interface JobName {
  readonly jobId: string;
  readonly name: string;
}

export function planCollective(
  netlist: Netlist,
  placement: JobPlacement,
  scenario: Scenario,
  constants: SimConstants,
  { jobId, name }: JobName,
): Result<FlowPlan, string> {
  const inputs = readIdealInputs(netlist, placement, scenario);
  const { collective, algorithm, protocol } = scenario;
  const estimate = estimateCollective(
    inputs,
    { collective, algorithm, protocol, sizeBytes: scenario.sizeBytes },
    constants,
  );
  if (estimate.impossible !== null) return fail(estimate.impossible);
  const winner = estimate.candidates[0];
  const forced = readForcedPattern(scenario);
  const terms = computeModelTerms(inputs, collective, constants);
  const job = {
    collective,
    pattern: forced ?? choosePattern(winner?.family ?? 'direct'),
    sizeBytes: estimate.sizeBytes,
    rates: { ringGBps: terms.scaleUpGBps, allToAllGBps: terms.allToAllGBps },
  };
  const decomposition = decompose(placement, job);
  const { phases } = decomposition;
  const ownUs = computeOwnUs(phases, placement.domains.cables, constants.goodputShare);
  // Another pattern than the winner's takes its own time on the wire, and of the winner only the latency.
  const overheadUs = forced === null ? Math.max(0, estimate.timeUs - ownUs) : (winner?.latencyUs ?? 0);
  return ok({
    jobId,
    name,
    fabricIndex: placement.fabricIndex,
    cables: placement.domains.cables,
    phases,
    overheadUs,
    idealUs: overheadUs + ownUs,
    sizeBytes: estimate.sizeBytes,
    busFactor: computeBusFactor(collective, placement.groupSize),
    notes: winner === undefined ? [] : [describe(winner.name, forced, name), ...describeSample(decomposition, name)],
  });
}

function choosePattern(family: AlgorithmFamily): FlowPattern {
  return family === 'tree' || family === 'nvls-tree' ? 'tree' : 'ring';
}

/** Only an all-reduce can be laid out in several ways; null = as the winner is. */
function readForcedPattern({ collective, flowPattern = 'auto' }: Scenario): FlowPattern | null {
  return collective !== 'all-reduce' || flowPattern === 'auto' ? null : flowPattern;
}

function describe(algorithm: string, forced: FlowPattern | null, name: string): string {
  return forced === null
    ? `${name}: laid out as ${algorithm}, the quickest way on a clean fabric; latency and protocol as in the closed form.`
    : `${name}: laid out as ${forced}, as the scenario says; latency as in the closed form's ${algorithm}.`;
}

function describeSample({ sampledShare }: Decomposition, name: string): string[] {
  if (sampledShare === 1) return [];
  const percent = (100 * sampledShare).toPrecision(2);
  return [
    `${name}: domains exchange with ${percent} % of the others, at distances drawn evenly over the ring, which stand for all.`,
  ];
}
