/** Grids of switches or endpoints: their dimensions, the ports each takes of a node, and the links along it. */
import { fail, ok, type Result } from '../base/result.ts';
import type { Link } from '../design/design.ts';
import type { FabricContext } from './context.ts';
import { addHostingSwitches, planHostingSwitches } from './hosting-switches.ts';
import type { FabricRequirements } from './requirements.ts';

export type LatticeShape = NonNullable<FabricRequirements['lattice']>;
type Lattice = NonNullable<Link['lattice']>;

/** A dimension of the lattice, with the ports it takes of every node. */
export interface Axis {
  readonly dimension: number;
  readonly trunk: number;
  readonly portsPerNode: number;
}

export function listAxes(shape: LatticeShape, kind: 'torus' | 'hyperx'): Axis[] {
  return shape.shape.flatMap((size, dimension) => {
    if (size === 1) return [];
    const trunk = shape.trunks[dimension] ?? shape.trunks[0] ?? 1;
    const neighbours = kind === 'hyperx' ? size - 1 : Math.min(2, size - 1);
    return [{ dimension, trunk, portsPerNode: neighbours * trunk }];
  });
}

export function countPlaces(shape: LatticeShape): number {
  return shape.shape.reduce((product, size) => product * size, 1);
}

/** The longest dimension runs slowest, so that the first half of the members is one side of the narrowest cut. */
export function sortShape(shape: LatticeShape): LatticeShape {
  const order = shape.shape.map((_, d) => d).sort((x, y) => (shape.shape[x] ?? 0) - (shape.shape[y] ?? 0));
  const pick = (values: readonly number[]): number[] => order.map((d) => values[d] ?? values[0] ?? 1);
  return {
    ...shape,
    shape: pick(shape.shape),
    trunks: pick(shape.trunks),
    tile: shape.tile === null ? null : pick(shape.tile),
  };
}

/** A lattice of switches with endpoints on each. */
export function addSwitchLattice(
  context: FabricContext,
  given: LatticeShape,
  hostPorts: number,
  kind: 'torus' | 'hyperx',
): Result<null, string> {
  const shape = sortShape(given);
  const axes = listAxes(shape, kind);
  const trunkPorts = axes.reduce((sum, { portsPerNode }) => sum + portsPerNode, 0);
  const plan = planHostingSwitches(context, hostPorts, trunkPorts);
  if (!plan.ok) return plan;
  const count = countPlaces(shape);
  if (plan.value.neededCount > count)
    return fail(`The endpoints need ${plan.value.neededCount} switches; ${shape.shape.join(' x ')} has ${count}.`);
  for (let plane = 0; plane < context.fabric.planes; plane += 1) {
    const id = addHostingSwitches(context, plan.value, { count, membersPerPod: null }, plane);
    const end = { deviceId: id, blockId: plan.value.trunkBlock.id };
    for (const axis of axes)
      addAxis(context, {
        kind,
        shape,
        axis,
        end,
        speedGbps: plan.value.trunkGbps,
        span: 'all',
        ports: axis.portsPerNode,
      });
  }
  return ok(null);
}

export interface AxisWiring {
  readonly kind: 'torus' | 'hyperx';
  readonly shape: LatticeShape;
  readonly axis: Axis;
  readonly end: { readonly deviceId: string; readonly blockId: string };
  readonly speedGbps: number;
  readonly span: Lattice['span'];
  /** Ports of a node it takes; 0 when another link of the axis has stated them. */
  readonly ports: number;
}

export function addAxis({ draft, fabric }: FabricContext, wiring: AxisWiring): void {
  const { kind, shape, axis, end, speedGbps, span } = wiring;
  const tile = shape.tile === null ? {} : { tile: shape.tile };
  draft.addLink(
    {
      fabricId: fabric.id,
      a: { ...end },
      b: { ...end },
      pattern: kind,
      cablesPerPair: axis.trunk,
      lattice: { shape: shape.shape, dimension: axis.dimension, wraps: shape.wraps, span, ...tile },
      speedGbps,
    },
    wiring.ports,
    0,
  );
}
