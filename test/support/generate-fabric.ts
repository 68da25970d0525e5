/** Designs of one fabric straight from requirements, and that fabric as the bandwidth analyses see it. */
import { createFabricGraph, type FabricGraph } from '#core/analysis/fabric-graph.ts';
import { createFabricNetwork, type FabricNetwork } from '#core/analysis/fabric-network.ts';
import { classifyRelays } from '#core/analysis/relay-classes.ts';
import type { FabricReport } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { generate } from '#core/generate/generate.ts';
import { requirementsSchema } from '#core/generate/requirements.ts';
import type { Partition } from '#core/graph/equitable-partition.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { evaluate } from './draw.ts';

interface Wish {
  readonly endpointCount: number;
  /** Ports and their speed; or the id of a part. */
  readonly endpoint:
    | { readonly gpus: number; readonly ports: number; readonly portGbps: number }
    | { readonly partId: string };
  readonly fabric: Record<string, unknown>;
}

export function generateFabric({ endpointCount, endpoint, fabric }: Wish): Design {
  const requirements = requirementsSchema.parse({
    name: 'test',
    endpoint,
    endpointCount,
    fabrics: [{ id: 'compute', purpose: 'compute', technology: 'ethernet', speedGbps: 400, ...fabric }],
  });
  const result = generate(requirements, builtInCatalog);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.design;
}

export function reportFabric(design: Design): FabricReport {
  const fabric = evaluate(design).report.fabrics[0];
  if (!fabric) throw new Error('no fabric');
  return fabric;
}

interface FabricView {
  readonly netlist: Netlist;
  readonly graph: FabricGraph;
  readonly network: FabricNetwork;
  readonly partition: Partition;
}

export function viewFabric(design: Design): FabricView {
  const { netlist } = elaborate(design, builtInCatalog);
  const graph = createFabricGraph(netlist, 0);
  const network = createFabricNetwork(netlist, graph);
  return { netlist, graph, network, partition: classifyRelays(netlist, network) };
}
