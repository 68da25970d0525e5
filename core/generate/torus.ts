/**
 * Torus: of switches with endpoints on them, or of the endpoints themselves (TPU pods), built in tiles whose outward links run
 * over optical circuit switches.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { ENDPOINT_ID, type FabricContext, findEndpointPorts } from './context.ts';
import {
  type Axis,
  addAxis,
  addSwitchLattice,
  countPlaces,
  type LatticeShape,
  listAxes,
  sortShape,
} from './lattice.ts';
import { createOpticalSwitch } from './own-parts.ts';
import { countPorts } from './port-demand.ts';

export function addTorus(context: FabricContext): Result<null, string> {
  const shape = context.fabric.lattice;
  if (!shape) return fail('A torus needs its shape, e.g. 16 x 16 x 16.');
  const isUneven = shape.tile !== null && shape.shape.some((size, d) => size % (shape.tile?.[d] ?? size) !== 0);
  if (isUneven) return fail(`Tiles of ${shape.tile?.join(' x ')} do not cut ${shape.shape.join(' x ')} evenly.`);
  return shape.hostsPerSwitch === null
    ? addEndpointTorus(context, sortShape(shape))
    : addSwitchLattice(context, shape, shape.hostsPerSwitch, 'torus');
}

/** Every endpoint is a node and relays for the others. */
function addEndpointTorus(context: FabricContext, shape: LatticeShape): Result<null, string> {
  const { fabric, draft, endpoint, endpointCount } = context;
  const places = countPlaces(shape);
  const name = shape.shape.join(' x ');
  if (endpointCount !== places || context.displacedCount > 0)
    return fail(`A torus of ${name} has ${places} nodes, not ${endpointCount - context.displacedCount}.`);
  const found = findEndpointPorts({ ...context, fabric: { ...fabric, rails: null } });
  if (!found.ok) return found;
  const block = found.value?.block;
  if (!block) return fail('The nodes of a torus need ports.');
  const axes = listAxes(shape, 'torus');
  const needed = axes.reduce((sum, { portsPerNode }) => sum + portsPerNode, 0);
  const owned = countPorts(block, fabric.speedGbps);
  if (needed > owned)
    return fail(
      `A node of a ${name} torus needs ${needed} ports of ${fabric.speedGbps}G; ${endpoint.part.model} has ${owned}.`,
    );
  const end = { deviceId: ENDPOINT_ID, blockId: block.id };
  for (const axis of axes) {
    let ports = axis.portsPerNode;
    for (const span of listSpans(shape, axis.dimension)) {
      addAxis(context, { kind: 'torus', shape, axis, end, speedGbps: fabric.speedGbps, span, ports });
      ports = 0;
    }
  }
  const tileSize = shape.tile?.reduce((product, size) => product * size, 1) ?? null;
  draft.changeDevice(ENDPOINT_ID, {
    membersPerPod: tileSize,
    nameTemplate: `t{pod}-node-{i:${String(places).length}}`,
  });
  return shape.opticalSwitchPorts === null
    ? ok(null)
    : addOpticalSwitches(context, shape, axes, shape.opticalSwitchPorts);
}

/** Links inside tiles and links across, as far as the dimension has them. */
function listSpans(shape: LatticeShape, dimension: number): readonly ('all' | 'inside' | 'across')[] {
  const size = shape.shape[dimension] ?? 1;
  const tile = shape.tile?.[dimension];
  if (tile === undefined) return ['all'];
  if (tile === 1) return ['across'];
  const staysInside = tile >= size && (size === 2 || !shape.wraps);
  return staysInside ? ['inside'] : ['inside', 'across'];
}

/** Each link between tiles takes two ports of an optical circuit switch, one for either end. */
function addOpticalSwitches(
  { draft, fabric }: FabricContext,
  shape: LatticeShape,
  axes: readonly Axis[],
  portsPerSwitch: number,
): Result<null, string> {
  if (shape.tile === null) return fail('Optical circuit switches join tiles; state the tile, e.g. 4 x 4 x 4.');
  const places = countPlaces(shape);
  let links = 0;
  for (const { dimension, trunk } of axes) {
    const size = shape.shape[dimension] ?? 1;
    const tile = shape.tile[dimension] ?? 1;
    // Links of a line that leave a tile: one for each tile, or one fewer where the line ends (a line of two nodes is no ring).
    const isRing = shape.wraps && size > 2;
    const perLine = isRing ? size / tile : size / tile - 1;
    links += (places / size) * perLine * trunk;
  }
  const count = Math.ceil((2 * links) / portsPerSwitch);
  const part = createOpticalSwitch(portsPerSwitch, fabric.speedGbps);
  draft.addPart(part);
  draft.addDevice({ id: 'ocs', name: 'Optical circuit switch', partId: part.id, role: 'core', count }, part);
  draft.note(
    `${links} links between tiles run over ${count} optical circuit switches, two ports a link: ${2 * links} of ${count * portsPerSwitch} ports. They are drawn from node to node, as the circuits are set.`,
  );
  return ok(null);
}
