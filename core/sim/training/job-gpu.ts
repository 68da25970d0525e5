/** The GPU that sets the pace of a job: a step waits for the slowest one, and the smallest memory has to hold the model. */
import { fail, ok, type Result } from '../../base/result.ts';
import type { ServerPart } from '../../catalog/part.ts';
import type { NetGroup, Netlist, Training } from '../../netlist/netlist.ts';
import type { JobPlacement } from '../job-placement.ts';

export interface JobGpu {
  /** Dense, in the run's precision. */
  readonly peakTflops: number;
  /** null = not known. */
  readonly hbmGb: number | null;
  /** GPUs of the smallest scale-up domain. */
  readonly domainSize: number;
}

export function findJobGpu(netlist: Netlist, { domains }: JobPlacement, training: Training): Result<JobGpu, string> {
  const parts = new Set<ServerPart>();
  let domainSize = Number.POSITIVE_INFINITY;
  for (const index of new Set(domains.group)) {
    const { part, scaleUpDomain } = netlist.groups[index] as NetGroup;
    if (part?.kind === 'server') parts.add(part);
    domainSize = Math.min(domainSize, scaleUpDomain ?? 1);
  }
  let peakTflops = Number.POSITIVE_INFINITY;
  let hbmGb: number | null = null;
  for (const part of parts) {
    const peak = training.peakTflops ?? findPeak(part, training.precision);
    if (peak === null || peak === 0) {
      return fail(
        `The ${training.precision.toUpperCase()} peak of ${part.accelerator ?? `the GPUs of ${part.model}`} is not known; enter a peak in TFLOPS or choose another precision.`,
      );
    }
    peakTflops = Math.min(peakTflops, peak);
    const own = part.gpu?.hbmGb ?? null;
    if (own !== null) hbmGb = hbmGb === null ? own : Math.min(hbmGb, own);
  }
  return Number.isFinite(peakTflops)
    ? ok({ peakTflops, hbmGb, domainSize })
    : fail('The job has no servers with GPUs.');
}

function findPeak(part: ServerPart, precision: Training['precision']): number | null {
  return (precision === 'fp8' ? part.gpu?.fp8Tflops : part.gpu?.bf16Tflops) ?? null;
}
