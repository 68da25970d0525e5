/** Rails that never meet: one switch for each rail while it holds, a separate tree for each rail beyond that. */
import type { Result } from '../base/result.ts';
import { addClos } from './clos.ts';
import { type FabricContext, findEndpointPorts } from './context.ts';

export function addRailOnly(context: FabricContext): Result<null, string> {
  const { fabric, endpointCount, draft } = context;
  const ports = findEndpointPorts(context);
  if (!ports.ok) return ports;
  const oneTier: FabricContext = {
    ...context,
    fabric: { ...fabric, tiers: 1, endpointsPerUnit: fabric.endpointsPerUnit ?? endpointCount },
  };
  if (fabric.tiers === 1) return addClos({ ...context, fabric: { ...fabric, tiers: 1 } });
  if (fabric.tiers === 'auto') {
    const flat = addClos(oneTier);
    if (flat.ok) return flat;
  }
  const rails = ports.value?.rails ?? 1;
  draft.note(
    `One switch does not hold a rail of ${endpointCount} endpoints: each of the ${rails} rails is a tree of its own.`,
  );
  return addClos({
    ...context,
    fabric: {
      ...fabric,
      topology: 'fat-tree',
      rails: 1,
      planes: fabric.planes * rails,
    },
  });
}
