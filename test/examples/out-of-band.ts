/** The out-of-band network of an example: a 1G port of every server and every switch that has one, on SN2201 of 48 ports. */
import type { FabricRequirementsInput } from '#core/generate/requirements.ts';

export function requireOutOfBand(given: Partial<FabricRequirementsInput> = {}): FabricRequirementsInput {
  return {
    id: 'oob',
    purpose: 'oob',
    technology: 'ethernet',
    topology: 'access-switches',
    speedGbps: 1,
    endpointBlockId: 'bmc',
    portsPerEndpoint: 1,
    leaf: { partId: 'sn2201' },
    includesSwitches: true,
    ...given,
  };
}
