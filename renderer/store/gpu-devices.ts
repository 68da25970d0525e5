/** The device groups of a design that hold GPUs. */
import { type Catalog, findPart } from '#core/catalog/catalog.ts';
import type { Design, Device } from '#core/design/design.ts';

export function listGpuDevices(design: Design, catalog: Catalog): Device[] {
  return Object.values(design.devices).filter(
    (device) => (findPart(catalog, device.partId, 'server')?.gpuCount ?? 0) > 0,
  );
}
