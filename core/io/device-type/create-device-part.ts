/** A device type as a part of a design: what the file states, and nothing more. What it leaves open stays unknown, and is named. */
import type { DevicePart, PowerSupply } from '../../catalog/part.ts';
import type { DeviceType } from './device-type.ts';
import { createPortBlocks } from './port-blocks.ts';

export interface DevicePartChoice {
  readonly kind: DevicePart['kind'];
  /** Of a server; null = none, or not known. */
  readonly gpuCount: number | null;
}

export interface DevicePartSource {
  readonly fileName: string;
  /** ISO date of the import. */
  readonly today: string;
}

/** Switches have many ports of a kind that servers have few of. */
const SWITCH_PORTS = 12;

/** What the device most likely is: the file does not say. */
export function guessDeviceKind(type: DeviceType): DevicePart['kind'] {
  const blocks = createPortBlocks(type, 'switch').portBlocks;
  return blocks.some(({ role, cageCount }) => role !== 'mgmt' && (cageCount ?? 0) >= SWITCH_PORTS)
    ? 'switch'
    : 'server';
}

const KG: Readonly<Record<NonNullable<DeviceType['weight_unit']>, number>> = {
  kg: 1,
  g: 0.001,
  // International avoirdupois pound; 16 ounces.
  lb: 0.45359237,
  oz: 0.45359237 / 16,
};

export function createDevicePart(type: DeviceType, choice: DevicePartChoice, source: DevicePartSource): DevicePart {
  const { portBlocks } = createPortBlocks(type, choice.kind);
  const body = {
    ...createHead(type, source),
    rackUnits: type.u_height > 0 ? type.u_height : null,
    depthMm: null,
    weightKg: readWeightKg(type),
    ...createPower(type),
    cooling: null,
    portBlocks,
  };
  if (choice.kind === 'server') return createServer(body, type, choice.gpuCount);
  return {
    ...body,
    kind: 'switch',
    category: 'switch',
    asic: null,
    capacityTbps: null,
    logicalPortsMax: null,
    latencyNs: null,
    bufferMb: null,
    cagePowerMaxW: null,
    airflowOptions: type.airflow ? [type.airflow] : [],
  };
}

type Body = Omit<Extract<DevicePart, { kind: 'server' }>, ServerOnly>;
type ServerOnly =
  | 'kind'
  | 'category'
  | 'accelerator'
  | 'gpuCount'
  | 'hbmTotalGb'
  | 'scaleUpDomain'
  | 'airflowCfm'
  | 'airflowDirection';

function createServer(body: Body, type: DeviceType, gpuCount: number | null): DevicePart {
  return {
    ...body,
    kind: 'server',
    category: gpuCount === null ? 'infrastructure' : 'gpu_server',
    accelerator: null,
    gpuCount,
    hbmTotalGb: null,
    scaleUpDomain: null,
    airflowCfm: null,
    airflowDirection: type.airflow ?? null,
  };
}

function createHead(type: DeviceType, { fileName, today }: DevicePartSource) {
  const name = `${type.manufacturer} ${type.model}`;
  return {
    id: createPartId(type.slug || name),
    manufacturer: type.manufacturer,
    model: type.model,
    partNumber: type.part_number ? String(type.part_number) : null,
    // The file does not say whether it is still sold.
    status: 'reference' as const,
    notes: [`From a NetBox device type, ${fileName}.`, describePower(type)].filter(Boolean).join(' '),
    conflicts: [],
    sources: [{ url: fileName, confidence: 'library' as const, date: today, via: 'NetBox device type' }],
    asOf: today,
  };
}

/** Two files of one model give one id, so that the second is known for what it is. */
function createPartId(name: string): string {
  return `own-netbox-${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`;
}

function readWeightKg({ weight, weight_unit: unit }: DeviceType): number | null {
  return weight && unit ? Math.round(weight * KG[unit] * 100) / 100 : null;
}

function listDraws(type: DeviceType): number[] {
  return (type['power-ports'] ?? []).flatMap(({ maximum_draw: draw }) => draw ?? []);
}

/** Inlets that back each other up each state the whole draw or half of it: only a single inlet tells what the device takes. */
function createPower(type: DeviceType) {
  const ports = type['power-ports'] ?? [];
  const draws = listDraws(type);
  const psu: PowerSupply = { count: ports.length, wattsEach: null, redundancy: null, inlet: readInlet(ports[0]?.type) };
  return {
    powerTypicalW: null,
    powerTypicalBasis: null,
    powerTypicalIncludesOptics: null,
    powerMaxW: ports.length === 1 ? (draws[0] ?? null) : null,
    powerMaxBasis: ports.length === 1 && draws.length === 1 ? 'maximum draw of its one inlet' : null,
    powerMaxIncludesOptics: null,
    ...(ports.length > 0 ? { psu } : {}),
  };
}

function readInlet(type: string | null | undefined): PowerSupply['inlet'] {
  if (type === 'iec-60320-c14') return 'C14';
  if (type === 'iec-60320-c20') return 'C20';
  return type === 'dc-terminal' ? 'dc' : null;
}

function describePower(type: DeviceType): string {
  const draws = listDraws(type);
  if (draws.length < 2) return '';
  const watts = [...new Set(draws)].join(' or ');
  return `Each of its ${draws.length} inlets may draw ${watts} W; what the device draws in all is not stated.`;
}
