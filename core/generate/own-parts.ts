/** Parts a design brings along when its requirements name no product: ports and nothing else; all other facts stay unknown. */
import type { PortBlock, ServerPart, SwitchPart } from '../catalog/part.ts';
import type { EndpointSpec, SwitchSpec } from './requirements.ts';

type PlainEndpoint = Exclude<EndpointSpec, { partId: string }>;
type PlainSwitch = Exclude<SwitchSpec, { partId: string }>;

const unknownFacts = {
  manufacturer: null,
  partNumber: null,
  status: 'reference',
  notes: 'Made from the requirements of this design: only its ports are known.',
  conflicts: [],
  sources: [],
  asOf: '',
  rackUnits: null,
  depthMm: null,
  weightKg: null,
  powerTypicalW: null,
  powerTypicalBasis: null,
  powerTypicalIncludesOptics: null,
  powerMaxW: null,
  powerMaxBasis: null,
  powerMaxIncludesOptics: null,
  cooling: null,
} as const;

export function createPlainEndpoint(spec: PlainEndpoint): ServerPart {
  const { name, gpus, ports, portGbps, otherPorts } = spec;
  return createServer(`own-endpoint-${gpus}x-${ports}x${portGbps}`, name, gpus, [
    createBlock('compute', ports, portGbps, []),
    ...otherPorts.map((other) => createBlock(other.id, other.ports, other.portGbps, [])),
  ]);
}

/** A host that is attached to leaves, with the ports it is attached by. */
export function createPlainHost(id: string, name: string, block: PortBlock): ServerPart {
  return createServer(`own-${id}`, name, 0, [block]);
}

export function createPlainBlock(id: string, ports: number, speedGbps: number): PortBlock {
  return createBlock(id, ports, speedGbps, []);
}

export function createPlainSwitch({ name, radix, portGbps, splits }: PlainSwitch): SwitchPart {
  const split = splits.length === 0 ? '' : `-split-${splits.join('-')}`;
  return {
    kind: 'switch',
    ...unknownFacts,
    conflicts: [],
    sources: [],
    id: `own-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${radix}x${portGbps}${split}`,
    model: `${name}, ${radix} x ${portGbps}G`,
    category: 'switch',
    asic: null,
    capacityTbps: (radix * portGbps) / 1000,
    logicalPortsMax: null,
    latencyNs: null,
    bufferMb: null,
    cagePowerMaxW: null,
    airflowOptions: [],
    portBlocks: [createBlock('data', radix, portGbps, splits)],
  };
}

/** Circuits are set, not switched packet by packet: no speed of its own, so ports carry what the nodes send. */
export function createOpticalSwitch(ports: number, portGbps: number): SwitchPart {
  const part = createPlainSwitch({ name: 'Optical circuit switch', radix: ports, portGbps, splits: [] });
  return { ...part, capacityTbps: null };
}

function createServer(id: string, model: string, gpus: number, portBlocks: PortBlock[]): ServerPart {
  return {
    kind: 'server',
    ...unknownFacts,
    conflicts: [],
    sources: [],
    id,
    model,
    category: gpus > 0 ? 'gpu_server' : 'infrastructure',
    accelerator: null,
    gpuCount: gpus > 0 ? gpus : null,
    hbmTotalGb: null,
    scaleUpDomain: null,
    airflowCfm: null,
    airflowDirection: null,
    portBlocks,
  };
}

function createBlock(id: string, cageCount: number, speedGbps: number, splits: readonly number[]): PortBlock {
  return {
    id,
    role: id,
    cageCount,
    slotCount: null,
    formFactor: null,
    heatSink: null,
    protocols: ['ib', 'eth', 'slingshot'],
    lanesPerCage: null,
    gbpsPerLane: null,
    modes: [
      { portsPerCage: 1, speedGbps },
      ...splits
        .filter((portsPerCage) => portsPerCage > 1)
        .map((portsPerCage) => ({ portsPerCage, speedGbps: speedGbps / portsPerCage })),
    ],
    notes: null,
  };
}
