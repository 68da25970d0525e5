/**
 * Hosts for cases that give only numbers (`8 NICs of 400G`), and catalog servers fitted with the NICs a case gives. They
 * carry no more facts than the case does: what is not given stays not known.
 */
import type { PortBlock, ServerPart } from '#core/catalog/part.ts';

const unknownBody = { rackUnits: null, depthMm: null, weightKg: null };

const unknownPower = {
  powerTypicalW: null,
  powerTypicalBasis: null,
  powerTypicalIncludesOptics: null,
  powerMaxW: null,
  powerMaxBasis: null,
  powerMaxIncludesOptics: null,
};

function createHeader(id: string, model: string) {
  return {
    id,
    model,
    manufacturer: null,
    partNumber: null,
    status: 'reference' as const,
    notes: 'Stands for a device of which a reference case gives only the figures here.',
    conflicts: [],
    sources: [],
    asOf: '2026-11-21',
  };
}

interface BlockSize {
  readonly cageCount: number;
  readonly portsPerCage: number;
  readonly speedGbps: number;
}

function createBlock(id: string, role: string, { cageCount, portsPerCage, speedGbps }: BlockSize): PortBlock {
  return {
    id,
    role,
    cageCount,
    slotCount: null,
    formFactor: null,
    heatSink: null,
    protocols: ['ib', 'eth'],
    lanesPerCage: null,
    gbpsPerLane: null,
    modes: [{ portsPerCage, speedGbps }],
    notes: null,
  };
}

export interface EndpointSize {
  readonly gpuCount: number | null;
  readonly nicCount: number;
  readonly portsPerNic: number;
  readonly speedGbps: number;
}

/** A host of so many GPUs and NICs; one GPU and one NIC make the endpoint of the topology papers. */
export function createAbstractServer(size: EndpointSize): ServerPart {
  const { gpuCount, nicCount, portsPerNic, speedGbps } = size;
  return {
    kind: 'server',
    ...createHeader(
      `abstract-host-${gpuCount ?? 0}gpu-${nicCount}x${portsPerNic}-${speedGbps}g`,
      `Host, ${nicCount * portsPerNic} x ${speedGbps}G`,
    ),
    ...unknownBody,
    ...unknownPower,
    category: 'gpu_server',
    accelerator: null,
    gpuCount,
    hbmTotalGb: null,
    scaleUpDomain: null,
    cooling: null,
    airflowCfm: null,
    airflowDirection: null,
    portBlocks: [createBlock('compute', 'compute', { cageCount: nicCount, portsPerCage: portsPerNic, speedGbps })],
  };
}

/** The catalog's server as it is when its compute ports are those of the case; else a copy with the NICs the case gives. */
export function fitServer(server: ServerPart, size: EndpointSize): ServerPart {
  const block = server.portBlocks.find((candidate) => candidate.role === 'compute');
  const mode = block?.modes.find((candidate) => candidate.speedGbps === size.speedGbps);
  const ports = (mode?.portsPerCage ?? 0) * (block?.cageCount ?? 0);
  if (ports === size.nicCount * size.portsPerNic) return server;
  const fitted = createAbstractServer(size);
  return {
    ...server,
    id: `${server.id}-with-${size.nicCount}x${size.portsPerNic}-${size.speedGbps}g`,
    gpuCount: size.gpuCount ?? server.gpuCount,
    portBlocks: [...server.portBlocks.filter((other) => other.role !== 'compute'), ...fitted.portBlocks],
  };
}

/** A machine of which only the power is given. */
export function fitPower(model: string, powerMaxW: number): ServerPart {
  const part = createAbstractServer({ gpuCount: 1, nicCount: 1, portsPerNic: 1, speedGbps: 400 });
  return { ...part, id: 'powered-gpu', model, powerMaxW, powerMaxIncludesOptics: true, portBlocks: [] };
}
