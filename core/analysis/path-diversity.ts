/** How many ways there are between endpoints: shortest paths, and paths that share no cable. */
import type { Partition } from '../graph/equitable-partition.ts';
import { computeTerminalFlow } from '../graph/terminal-flow.ts';
import type { PathDiversity } from './bandwidth-report.ts';
import type { FabricNetwork } from './fabric-network.ts';
import type { PairSample } from './pair-meter.ts';
import type { PathSurvey } from './path-survey.ts';

/** Max-flows run; each costs about as much as a cut of the bisection. */
const MAX_SAMPLES = 2;

/** null when no two endpoints reach each other. */
export function computePathDiversity(
  network: FabricNetwork,
  partition: Partition,
  survey: PathSurvey,
): PathDiversity | null {
  const { pairs, method } = survey;
  const bins = pairs.listBins();
  if (bins.length === 0) return null;
  const { pairCount, total, fewest } = pairs.paths;
  const samples = chooseSamples(pairs.samples);
  const base = hasOneSpeed(network) ? partition : null;
  const disjoint = samples.map((sample) => countDisjointPaths(network, base, survey, sample));
  return {
    diameter: Math.max(...bins.map((bin) => bin.switchesPassed)),
    shortestPathsFewest: pairCount > 0 ? fewest : null,
    shortestPathsMean: pairCount > 0 ? total / pairCount : null,
    disjointPathsFewest: disjoint.length > 0 ? Math.min(...disjoint) : null,
    disjointPairsTried: disjoint.length,
    isEstimate: method === 'sample',
  };
}

/** The farthest apart and worst connected first. */
function chooseSamples(samples: readonly PairSample[]): PairSample[] {
  return [...samples]
    .sort((x, y) => y.switchesPassed - x.switchesPassed || x.pathCount - y.pathCount)
    .slice(0, MAX_SAMPLES);
}

/** Menger's theorem: paths without a common cable = max-flow with a capacity of one for each cable. */
function countDisjointPaths(
  network: FabricNetwork,
  base: Partition | null,
  { sets, arcCables }: PathSurvey,
  { from, to }: PairSample,
): number {
  const { adjacency, attachments } = network;
  const place = (set: number): Float64Array => {
    const terminal = new Float64Array(adjacency.nodeCount);
    const own = sets.ownNode[set] as number;
    if (own >= 0) terminal[own] = Number.POSITIVE_INFINITY;
    else {
      const endpoint = sets.example[set] as number;
      for (let i = attachments.first[endpoint] as number; i < (attachments.first[endpoint + 1] as number); i += 1) {
        const node = attachments.node[i] as number;
        terminal[node] = (terminal[node] as number) + (attachments.cableCount[i] as number);
      }
    }
    return terminal;
  };
  const terminals = { supply: place(from), demand: place(to) };
  return computeTerminalFlow(adjacency, arcCables, terminals, base).value;
}

/** Then classes by Gb/s are classes by cables as well. */
function hasOneSpeed({ edges }: FabricNetwork): boolean {
  const speed = (edges.gbps[0] ?? 0) / (edges.cableCount[0] ?? 1);
  for (let edge = 0; edge < edges.edgeCount; edge += 1) {
    if (edges.gbps[edge] !== speed * (edges.cableCount[edge] as number)) return false;
  }
  return true;
}
