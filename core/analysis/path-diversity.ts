/** How many ways there are between endpoints: shortest paths, and paths that share no cable. */
import { spreadToArcs } from '../graph/adjacency.ts';
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
  const measure = createMeasure(network, partition);
  const disjoint = samples.map((sample) => countDisjointPaths(network, measure, survey, sample));
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

/** Capacities to count cables by. */
interface Measure {
  readonly arcCapacity: Float64Array;
  /** What one cable counts. */
  readonly perCable: number;
  /** Equitable for these capacities; null = not known. */
  readonly base: Partition | null;
}

/** Where all cables between relays run at one speed, Gb/s count them, and so do classes by Gb/s. */
function createMeasure({ adjacency, arcGbps, edges }: FabricNetwork, partition: Partition): Measure {
  const perCable = findOneSpeed(edges);
  if (perCable !== null) return { arcCapacity: arcGbps, perCable, base: partition };
  return { arcCapacity: spreadToArcs(adjacency, edges.cableCount), perCable: 1, base: null };
}

/** Menger's theorem: paths without a common cable = max-flow with a capacity of one for each cable. */
function countDisjointPaths(
  network: FabricNetwork,
  { arcCapacity, perCable, base }: Measure,
  { sets }: PathSurvey,
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
        terminal[node] = (terminal[node] as number) + (attachments.cableCount[i] as number) * perCable;
      }
    }
    return terminal;
  };
  const terminals = { supply: place(from), demand: place(to) };
  return Math.round(computeTerminalFlow(adjacency, arcCapacity, terminals, base).value / perCable);
}

function findOneSpeed({ gbps, cableCount, edgeCount }: FabricNetwork['edges']): number | null {
  const speed = (gbps[0] ?? 0) / (cableCount[0] ?? 1);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    if (gbps[edge] !== speed * (cableCount[edge] as number)) return null;
  }
  return speed > 0 ? speed : null;
}
