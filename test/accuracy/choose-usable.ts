/** Which measurements the model is held to: sound runs of the collectives and libraries that it models, as they ship. */
import type { Collective } from '#core/netlist/netlist.ts';
import type { Measurement } from './measurement.ts';

/** What is certain after the check. */
export interface UsableRun {
  readonly measurement: Measurement;
  readonly collective: Collective;
  readonly sizeBytes: number;
  readonly timeUs: number;
  readonly nodeCount: number;
  readonly gpusPerNode: number;
  readonly rankCount: number;
  /** GPUs of a scale-up domain; 1 = no peer access. */
  readonly domainSize: number;
}

const COLLECTIVES: Readonly<Record<string, Collective>> = {
  all_reduce: 'all-reduce',
  all_gather: 'all-gather',
  reduce_scatter: 'reduce-scatter',
  all_to_all: 'all-to-all',
  alltoall: 'all-to-all',
  broadcast: 'broadcast',
  sendrecv: 'send-recv',
};

const SOUND = ['ok', 'tuned'];
/** Timed from a framework, anything up to this holds the framework's own cost. */
const FRAMEWORK_BYTES = 4 * 2 ** 20;

/** The run, or why it is left out. */
export function chooseUsable(measurement: Measurement): UsableRun | string {
  const { quality, library, algorithm, tool, bytes, time_us, network } = measurement;
  if (!SOUND.includes(quality ?? '')) return `quality is '${quality ?? 'not stated'}'`;
  const collective = COLLECTIVES[measurement.collective];
  if (collective === undefined) return `${measurement.collective} is not modelled`;
  if (bytes === null || time_us === null || bytes <= 0 || time_us <= 0) return 'no size or no time';
  if (/MSCCL/i.test(library ?? '')) return 'MSCCL++ has algorithms of its own';
  if (!/NCCL|RCCL/i.test(library ?? '')) return `library ${library ?? 'not stated'} is not modelled`;
  if (/CTA|NCHANNELS/i.test(algorithm ?? '')) return 'number of channels set by hand';
  if (/symmetric/i.test(`${library} ${algorithm}`)) return 'symmetric-memory kernels are not modelled';
  if (/PyTorch/i.test(tool ?? '') && bytes <= FRAMEWORK_BYTES) return 'timed from PyTorch, 4 MiB and less';
  if (/IPoIB|^TCP$|TCP\/IP/i.test(network ?? '')) return 'plain TCP is not modelled';
  return readShape(measurement, collective, bytes, time_us);
}

function readShape(
  measurement: Measurement,
  collective: Collective,
  sizeBytes: number,
  timeUs: number,
): UsableRun | string {
  const nodeCount = measurement.nodes ?? 1;
  const rankCount = measurement.ranks ?? nodeCount * (measurement.gpus_per_node ?? 0);
  if (rankCount < 2) return 'number of GPUs is not stated';
  // Ranks that do not fill their nodes: the nodes are drawn with the GPUs that take part.
  const gpusPerNode = Math.ceil(rankCount / nodeCount);
  if (gpusPerNode * nodeCount !== rankCount) return 'GPUs are spread unevenly over nodes';
  const stated = measurement.scale_up_domain_gpus ?? gpusPerNode;
  const domainSize = /P2P disabled|no P2P/i.test(measurement.network ?? '') ? 1 : Math.max(1, stated);
  if (rankCount > domainSize && (measurement.nics_per_node === null || measurement.nic_gbps === null)) {
    return 'number or speed of NICs is not stated';
  }
  return { measurement, collective, sizeBytes, timeUs, nodeCount, gpusPerNode, rankCount, domainSize };
}
