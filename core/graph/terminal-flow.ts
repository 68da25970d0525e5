/**
 * Maximum flow between many sources and many sinks of an undirected graph: node n may send supply[n] and take demand[n].
 */
import type { Adjacency } from './adjacency.ts';
import { computeEquitablePartition, type Partition } from './equitable-partition.ts';
import { computeMaxFlow, type FlowGraph, FlowGraphBuilder, markSourceSide } from './max-flow.ts';

export interface Terminals {
  /** By node; Infinity = as much as its edges carry. */
  readonly supply: Float64Array;
  readonly demand: Float64Array;
}

export interface TerminalFlow {
  readonly value: number;
  /** By node: 1 on the sources' side of the minimum cut nearest to them. */
  readonly isNear: Uint8Array;
}

const SOURCE = 0;
const SINK = 1;
const FIRST_CLASS = 2;

/**
 * It is solved on the quotient by an equitable partition whose classes have one supply and one demand, with the
 * capacities between two classes summed. That loses nothing. A flow of the graph, summed over classes, is a flow of the
 * quotient. The other way round, share a flow f of the quotient out over the edges between two classes in proportion to
 * their capacity: no edge carries more than it can, since f is at most the summed capacity; and as all nodes of a class
 * have the same capacity towards each class, they all send and receive the same, so what enters a node leaves it, as it
 * does for the class. Hence equal values, and a minimum cut of the quotient is one of the graph. A graph without any
 * symmetry has one class a node, and the quotient is the graph.
 *
 * With `base`, an equitable partition for `arcCapacity`, symmetry is refined from there.
 */
export function computeTerminalFlow(
  graph: Adjacency,
  arcCapacity: Float64Array,
  terminals: Terminals,
  base: Partition | null,
): TerminalFlow {
  const partition = computeEquitablePartition(graph, arcCapacity, colourTerminals(terminals), base);
  const flowGraph = createQuotient(graph, arcCapacity, terminals, partition);
  const value = computeMaxFlow(flowGraph, SOURCE, SINK);
  const isClassNear = markSourceSide(flowGraph, SOURCE);
  const isNear = new Uint8Array(graph.nodeCount);
  for (let node = 0; node < graph.nodeCount; node += 1) {
    isNear[node] = isClassNear[FIRST_CLASS + (partition.classOf[node] as number)] as number;
  }
  return { value, isNear };
}

/** One colour for each pair of supply and demand that occurs. */
function colourTerminals({ supply, demand }: Terminals): Uint32Array {
  const colours = new Map<number, Map<number, number>>();
  let colourCount = 0;
  const colourOf = new Uint32Array(supply.length);
  for (let node = 0; node < supply.length; node += 1) {
    // Neighbours are alike more often than not.
    const isSame = node > 0 && supply[node] === supply[node - 1] && demand[node] === demand[node - 1];
    colourOf[node] = isSame ? (colourOf[node - 1] as number) : find(supply[node] as number, demand[node] as number);
  }
  return colourOf;

  function find(nodeSupply: number, nodeDemand: number): number {
    const bySupply = colours.get(nodeSupply) ?? new Map<number, number>();
    colours.set(nodeSupply, bySupply);
    const known = bySupply.get(nodeDemand);
    if (known !== undefined) return known;
    bySupply.set(nodeDemand, colourCount);
    colourCount += 1;
    return colourCount - 1;
  }
}

/** A class stands for its nodes: what one of them has, times their number. Edges inside a class carry nothing between classes. */
function createQuotient(
  graph: Adjacency,
  arcCapacity: Float64Array,
  terminals: Terminals,
  partition: Partition,
): FlowGraph {
  const { classCount, classOf, nodes, first } = partition;
  const builder = new FlowGraphBuilder(FIRST_CLASS + classCount);
  const towards = new Float64Array(classCount);
  const touched: number[] = [];
  for (let index = 0; index < classCount; index += 1) {
    const begin = first[index] as number;
    const node = nodes[begin] as number;
    const size = (first[index + 1] as number) - begin;
    const supply = terminals.supply[node] as number;
    const demand = terminals.demand[node] as number;
    if (supply > 0) builder.addEdge(SOURCE, FIRST_CLASS + index, size * supply, 0);
    if (demand > 0) builder.addEdge(FIRST_CLASS + index, SINK, size * demand, 0);
    for (let arc = graph.firstArc[node] as number; arc < (graph.firstArc[node + 1] as number); arc += 1) {
      const to = classOf[graph.arcTo[arc] as number] as number;
      if (to <= index) continue;
      if (towards[to] === 0) touched.push(to);
      towards[to] = (towards[to] as number) + (arcCapacity[arc] as number);
    }
    for (const to of touched) {
      const capacity = size * (towards[to] as number);
      builder.addEdge(FIRST_CLASS + index, FIRST_CLASS + to, capacity, capacity);
      towards[to] = 0;
    }
    touched.length = 0;
  }
  return builder.build();
}
