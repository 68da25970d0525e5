/**
 * An engine runs code slowly until it has seen it run often, and the first large design of a day would wait for that. So while nobody
 * asks anything the stages work out a small design and edits of it: then a design of 100,000 GPUs is there in half the time, and so
 * are the figures of the first edits.
 */
import { assert } from '#core/base/assert.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Design, Device } from '#core/design/design.ts';
import { generate } from '#core/generate/generate.ts';
import { parseRequirements } from '#core/generate/requirements.ts';
import { DesignStages } from './design-stages.ts';

/** Enough for loops over members and cables to be compiled; each takes some 10 ms, the first ones up to 200. */
const STEPS = 30;
const SERVER_COUNT = 256;

export class Rehearsal {
  private readonly catalog: Catalog;
  private readonly stages: DesignStages;
  private designs: readonly Design[] = [];
  private stepsMade = 0;

  constructor(catalog: Catalog) {
    this.catalog = catalog;
    this.stages = new DesignStages(catalog);
  }

  get isOver(): boolean {
    return this.stepsMade === STEPS;
  }

  /** The next design, to its last figure. */
  step(): void {
    if (this.stepsMade === 0) this.designs = listDesigns(this.catalog);
    const design = this.designs[this.stepsMade % this.designs.length] as Design;
    // Copies, as designs from another thread are.
    this.stages.readRest(this.stepsMade, structuredClone(design));
    this.stepsMade += 1;
  }
}

/** Rails in three tiers, with racks and an out-of-band network; between any two of its edits the design itself. */
function listDesigns(catalog: Catalog): Design[] {
  const requirements = parseRequirements({
    name: 'Rehearsal',
    endpoint: { partId: 'dgx-h100' },
    endpointCount: SERVER_COUNT,
    rackLimits: { units: 48, endpointsPerRack: 4 },
    fabrics: [
      {
        id: 'compute',
        purpose: 'compute',
        technology: 'ethernet',
        topology: 'rail-optimised',
        tiers: 3,
        speedGbps: 400,
        uplinkSpeedGbps: 800,
        leaf: { partId: 'sn5600' },
        endpointsPerUnit: 64,
      },
      {
        id: 'oob',
        purpose: 'oob',
        technology: 'ethernet',
        topology: 'access-switches',
        speedGbps: 1,
        endpointBlockId: 'bmc',
        portsPerEndpoint: 1,
        leaf: { partId: 'sn2201' },
        includesSwitches: true,
      },
    ],
  });
  assert(requirements.ok, 'the requirements of the rehearsal do not parse');
  const generated = generate(requirements.value, catalog);
  assert(generated.ok, 'the design of the rehearsal cannot be made');
  const { design } = generated.value;
  return Object.values(design.devices).flatMap((device) => [design, lessOne(design, device)]);
}

function lessOne(design: Design, device: Device): Design {
  const changed = { ...device, count: Math.max(1, device.count - 1) };
  return { ...design, devices: { ...design.devices, [device.id]: changed } };
}
