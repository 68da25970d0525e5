/** A fabric without switches of its own: its endpoint ports and hosts go to the leaves of another fabric (converged switches). */
import { fail, ok, type Result } from '../base/result.ts';
import { addHosts, countHostPorts, explainHost } from './attachments.ts';
import { createEndpointEnd, ENDPOINT_ID, type FabricContext, findEndpointPorts } from './context.ts';
import { createUnitEnd } from './leaf-tier.ts';

export function addRider(context: FabricContext): Result<null, string> {
  const { fabric, draft } = context;
  const leaves = draft.findLeaves(fabric.ridesOn ?? '', 0);
  if (!leaves)
    return fail(`The ${context.fabricName} fabric rides on '${fabric.ridesOn}', which has no leaves before it.`);
  const ports = findEndpointPorts({ ...context, fabric: { ...fabric, rails: null, planes: 1 } });
  if (!ports.ok) return ports;
  const misfit = fabric.attachments.map((one) => explainHost(context, one)).find((one) => one !== null);
  if (misfit !== undefined) return fail(misfit);
  if (ports.value) {
    const { portsPerPlane } = ports.value;
    const { endpointsPerUnit, leavesPerUnit } = leaves;
    const isEven = portsPerPlane % leavesPerUnit === 0;
    draft.addLink(
      {
        fabricId: fabric.id,
        a: { deviceId: ENDPOINT_ID, blockId: createEndpointEnd(fabric, ports.value, 0).blockId },
        b: createUnitEnd(context, leaves.end, endpointsPerUnit, leavesPerUnit),
        pattern: isEven ? 'mesh' : 'spread',
        within: 'pod',
        podSizes: { a: endpointsPerUnit, b: leavesPerUnit },
        cablesPerPair: isEven ? portsPerPlane / leavesPerUnit : portsPerPlane,
        speedGbps: fabric.speedGbps,
      },
      portsPerPlane,
      Math.ceil((endpointsPerUnit * portsPerPlane) / leavesPerUnit),
    );
  }
  for (const one of fabric.attachments) addHosts(context, one, { ...leaves.end }, countHostPorts(one, leaves.count));
  return ok(null);
}
