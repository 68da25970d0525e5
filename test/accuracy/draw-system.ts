/** A measured system as a design: its servers on a rail-optimised fabric without oversubscription, made by the generator. */
import { type Catalog, createCatalog } from '#core/catalog/catalog.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import { generate } from '#core/generate/generate.ts';
import { parseRequirements, type RequirementsInput } from '#core/generate/requirements.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { chooseServer } from './choose-server.ts';
import { chooseTransport } from './choose-transport.ts';
import type { UsableRun } from './choose-usable.ts';

/** Ports of the switches: what one chip of today has at the NICs' speed. */
const RADIX = 64;

export function drawSystem(run: UsableRun, builtIn: Catalog): Result<Netlist, string> {
  const server = chooseServer(run, builtIn);
  const catalog = createCatalog([...builtIn.byId.values(), server]);
  const requirements = parseRequirements(writeRequirements(run, server.id));
  if (!requirements.ok) return requirements;
  const generated = generate(requirements.value, catalog);
  if (!generated.ok) return fail(generated.error.message);
  return ok(elaborate(generated.value.design, catalog).netlist);
}

function writeRequirements(run: UsableRun, serverId: string): RequirementsInput {
  const { measurement, nodeCount } = run;
  const portGbps = measurement.nic_gbps ?? 400;
  const portCount = nodeCount * (measurement.nics_per_node ?? 8);
  const transport = chooseTransport(measurement);
  return {
    name: measurement.system ?? measurement.series,
    endpoint: { partId: serverId },
    endpointCount: nodeCount,
    fabrics: [
      {
        id: 'compute',
        purpose: 'compute',
        technology: transport === 'infiniband' || transport === null ? 'infiniband' : 'ethernet',
        routing: 'adaptive',
        topology: portCount <= RADIX ? 'single-switch' : 'rail-optimised',
        speedGbps: portGbps,
        leaf: { radix: RADIX, portGbps },
      },
    ],
  };
}
