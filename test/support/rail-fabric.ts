/** Rail-optimised fabrics of any size, for benchmarks: eight rails, two tiers or three. */
import type { Design } from '#core/design/design.ts';
import { generateDesign } from './generate-design.ts';

/**
 * 128 ports of 400G: three tiers hold 524,288 endpoint ports; switches of 64 would end at 65,536. In racks only when it is said
 * how many servers share one.
 */
export function generateRailFabric(serverCount: number, serversPerRack: number | null = null): Design {
  return generateDesign({
    name: `${serverCount * 8} GPUs`,
    endpoint: { partId: 'dgx-h100' },
    endpointCount: serverCount,
    ...(serversPerRack === null ? {} : { rackLimits: { units: 48, endpointsPerRack: serversPerRack } }),
    fabrics: [
      {
        id: 'compute',
        purpose: 'compute',
        technology: 'ethernet',
        topology: 'rail-optimised',
        speedGbps: 400,
        leaf: { partId: 'sn5600' },
        endpointsPerUnit: 64,
      },
    ],
  });
}
