/** A parallel layout under which the scenario's training run fits the GPUs it runs on. */
import type { Layout, Netlist, Scenario } from '../../netlist/netlist.ts';
import { resolveConstants } from '../constants.ts';
import { findJobGpu } from './job-gpu.ts';
import { placeTraining } from './place-training.ts';
import { proposeLayout } from './propose-layout.ts';

/** null = there is no run, its GPUs are not known, or none of the layouts tried fits. */
export function proposeForJob(netlist: Netlist, scenario: Scenario): Layout | null {
  const { training } = scenario;
  if (training === null) return null;
  const placed = placeTraining(netlist, scenario);
  if (!placed.ok) return null;
  const gpu = findJobGpu(netlist, placed.value, training);
  if (!gpu.ok) return null;
  return proposeLayout(training, {
    gpuCount: placed.value.groupRanks.length,
    domainSize: gpu.value.domainSize,
    hbmGb: gpu.value.hbmGb,
    gradientBytes: resolveConstants(scenario.constants).gradientBytes,
  });
}
