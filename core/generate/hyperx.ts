/** HyperX (Ahn et al., SC 2009): switches on a grid, every two switches of a line joined, along every dimension. */
import { fail, type Result } from '../base/result.ts';
import type { FabricContext } from './context.ts';
import { addSwitchLattice } from './lattice.ts';

export function addHyperX(context: FabricContext): Result<null, string> {
  const shape = context.fabric.lattice;
  if (!shape || shape.hostsPerSwitch === null)
    return fail('A HyperX needs its shape and the endpoint ports of a switch.');
  return addSwitchLattice(context, shape, shape.hostsPerSwitch, 'hyperx');
}
