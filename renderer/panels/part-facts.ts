/** What matters about a part at a glance: the line under its name in the palette. */
import type {
  CablePart,
  CoolingPart,
  NicPart,
  Part,
  PduPart,
  PortBlock,
  RackPart,
  ServerPart,
  SwitchPart,
  TransceiverPart,
} from '#core/catalog/part.ts';
import { formatLength, formatNumber, formatPower, formatSpeed, formatWeight } from '../ui/format.ts';

/** `32\u00d7 OSFP`, `64\u00d7 400G`; slots without a NIC count as slots. */
export function describeBlock(block: PortBlock): string[] {
  const native = block.modes[0];
  if (block.cageCount === null) return block.slotCount === null ? [] : [`${block.slotCount} adapter slots`];
  const cages = block.formFactor === null ? [] : [`${block.cageCount}\u00d7 ${block.formFactor}`];
  if (!native) return cages;
  return [...cages, `${formatNumber(block.cageCount * native.portsPerCage)}\u00d7 ${formatSpeed(native.speedGbps)}`];
}

/** The block with the most bandwidth: what the part is bought for. */
function findMainBlock(blocks: readonly PortBlock[]): PortBlock | undefined {
  const weigh = (block: PortBlock): number => {
    const native = block.modes[0];
    return (block.cageCount ?? block.slotCount ?? 0) * (native ? native.portsPerCage * native.speedGbps : 1);
  };
  return blocks.toSorted((a, b) => weigh(b) - weigh(a))[0];
}

function describePower(part: { readonly powerTypicalW: number | null; readonly powerMaxW: number | null }): string[] {
  if (part.powerTypicalW !== null) return [`${formatPower(part.powerTypicalW)} typ`];
  return part.powerMaxW === null ? [] : [`${formatPower(part.powerMaxW)} max`];
}

function describeDevice(part: ServerPart | SwitchPart): string[] {
  const main = findMainBlock(part.portBlocks);
  const gpus = part.kind === 'server' && part.gpuCount !== null ? [`${part.gpuCount} GPUs`] : [];
  const units = part.rackUnits === null ? [] : [`${part.rackUnits}U`];
  return [...gpus, ...(main ? describeBlock(main) : []), ...units, ...describePower(part)];
}

function describeNic(part: NicPart): string[] {
  const block = part.portBlocks[0];
  return [...(block ? describeBlock(block) : []), ...(part.hostInterface === null ? [] : [part.hostInterface])];
}

function describeTransceiver(part: TransceiverPart): string[] {
  const family = part.opticsFamily === null ? [] : [part.opticsFamily];
  const reach = part.reachM === null ? [] : [`${formatLength(part.reachM)} reach`];
  const power = part.powerMaxW === null ? [] : [`${formatPower(part.powerMaxW)} max`];
  return [formatSpeed(part.speedGbps), part.formFactors.join(' / '), ...family, ...reach, ...power];
}

const CABLE_KINDS: Readonly<Record<CablePart['category'], string>> = {
  dac: 'DAC',
  acc: 'ACC',
  aec: 'AEC',
  aoc: 'AOC',
  fiber: 'fibre',
  twisted_pair: 'twisted pair',
};

export function describeCableKind(part: CablePart): string {
  return CABLE_KINDS[part.category];
}

function describeCable(part: CablePart): string[] {
  const [a, b] = part.ends;
  const speed = a.speedGbps === null ? [] : [formatSpeed(a.speedGbps * a.plugCount)];
  const endA = a.formFactors.join(' / ');
  const endB = `${b.plugCount > 1 ? `${b.plugCount}\u00d7 ` : ''}${b.formFactors.join(' / ')}`;
  const fibre = part.fiberType === null ? [] : [part.fiberType];
  const reach = part.reachM === null ? [] : [`up to ${formatLength(part.reachM)}`];
  return [CABLE_KINDS[part.category], ...speed, endA === endB ? endA : `${endA} to ${endB}`, ...fibre, ...reach];
}

function describeRack(part: RackPart): string[] {
  const size = part.widthMm === null || part.depthMm === null ? [] : [`${part.widthMm} \u00d7 ${part.depthMm} mm`];
  const load = part.maxLoadKg === null ? [] : [`holds ${formatWeight(part.maxLoadKg)}`];
  return [...(part.heightUnits === null ? [] : [`${part.heightUnits}U`]), ...size, ...load];
}

function describePdu(part: PduPart): string[] {
  const feed = [part.volts === null ? '' : `${part.volts} V`, part.amps === null ? '' : `${part.amps} A`]
    .filter(Boolean)
    .join(' ');
  const usable = part.usableKw === null ? [] : [`${formatNumber(part.usableKw, 1)} kW usable`];
  const outlets =
    part.outlets === null ? [] : Object.entries(part.outlets).map(([kind, count]) => `${count}\u00d7 ${kind}`);
  return [...(feed ? [feed] : []), ...usable, ...outlets];
}

function describeCooling(part: CoolingPart): string[] {
  const capacity = part.capacityKw === null ? [] : [`${formatNumber(part.capacityKw)} kW`];
  const flow = part.flowLpm === null ? [] : [`${formatNumber(part.flowLpm)} L/min`];
  const size =
    part.widthMm === undefined || part.depthMm === undefined ? [] : [`${part.widthMm} \u00d7 ${part.depthMm} mm`];
  return [...capacity, ...flow, ...size];
}

/** Key facts, most telling first; unknown ones are left out. */
export function listKeyFacts(part: Part): string[] {
  switch (part.kind) {
    case 'server':
    case 'switch':
      return describeDevice(part);
    case 'nic':
      return describeNic(part);
    case 'transceiver':
      return describeTransceiver(part);
    case 'cable':
      return describeCable(part);
    case 'rack':
      return describeRack(part);
    case 'pdu':
      return describePdu(part);
    case 'cooling':
      return describeCooling(part);
  }
}

/** `NVIDIA QM9700`; the maker is left out when the model begins with it. */
export function formatPartName(part: Part): string {
  const { manufacturer, model } = part;
  return manufacturer === null || model.startsWith(manufacturer) ? model : `${manufacturer} ${model}`;
}

const STATUS_NOTES: Readonly<Record<Part['status'], string | null>> = {
  shipping: null,
  legacy: 'legacy',
  end_of_sale: 'end of sale',
  announced: 'announced',
  reference: 'reference',
};

/** What to know before choosing it, or null when it can simply be bought. */
export function describeStatus(part: Part): string | null {
  return STATUS_NOTES[part.status];
}
