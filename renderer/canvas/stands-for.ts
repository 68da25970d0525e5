/** The devices that an item of the canvas stands for: itself, or what is in a rack or a scalable unit. */
import type { Design } from '#core/design/design.ts';
import { indexUnits } from '#core/design/unit-contents.ts';
import { parseCanvasId } from './canvas-id.ts';
import { layOutCanvas } from './canvas-layout.ts';

/** Ids in the order they are drawn; none for a link. */
export function listDevicesOf(design: Design, canvasId: string): string[] {
  const { kind, id } = parseCanvasId(canvasId);
  if (kind === 'device') return [id];
  if (kind === 'link') return [];
  if (kind === 'rack') {
    const { homes, racks } = layOutCanvas(design);
    return (
      racks.get(id)?.devices.flatMap(({ deviceId }) => (homes.get(deviceId)?.rackId === id ? [deviceId] : [])) ?? []
    );
  }
  const { ofDevice } = indexUnits(design);
  return Object.keys(design.devices).filter((deviceId) => ofDevice(deviceId)?.id === id);
}
