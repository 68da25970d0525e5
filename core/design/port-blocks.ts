/**
 * The port blocks a device really has: those of its part, with adapter slots filled by the NICs the design installs.
 * Empty slots stay blocks without cages, so that the user sees what is still to be chosen.
 */
import { type Catalog, findPart } from '../catalog/catalog.ts';
import type { DevicePart, PortBlock } from '../catalog/part.ts';
import type { Device } from './design.ts';

/** The device's part when it is one that owns ports. */
export function findDevicePart(catalog: Catalog, partId: string): DevicePart | undefined {
  return findPart(catalog, partId, 'server') ?? findPart(catalog, partId, 'switch');
}

export function resolvePortBlocks(device: Pick<Device, 'partId' | 'adapters'>, catalog: Catalog): PortBlock[] {
  const part = findDevicePart(catalog, device.partId);
  if (!part) return [];
  return part.portBlocks.map((block) => fillSlots(block, device.adapters[block.id], catalog));
}

function fillSlots(block: PortBlock, nicId: string | undefined, catalog: Catalog): PortBlock {
  if (block.slotCount === null || nicId === undefined) return block;
  const nicBlock = findPart(catalog, nicId, 'nic')?.portBlocks[0];
  if (!nicBlock || nicBlock.cageCount === null) return block;
  return {
    ...nicBlock,
    id: block.id,
    role: block.role,
    slotCount: block.slotCount,
    cageCount: nicBlock.cageCount * block.slotCount,
  };
}
