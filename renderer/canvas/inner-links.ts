/** The links among objects: both ends are selected devices or stand in selected racks. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design } from '#core/design/design.ts';
import { replaceUnits } from '#core/design/unit-contents.ts';

export function listInnerLinks(
  design: Pick<Design, 'devices' | 'racks' | 'placements' | 'units' | 'links'>,
  refs: readonly ObjectRef[],
): ObjectRef[] {
  const { links, placements } = design;
  const devices = new Set<string>();
  const racks = new Set<string>();
  for (const { kind, id } of replaceUnits(design, refs)) {
    if (kind === 'device') devices.add(id);
    if (kind === 'rack') racks.add(id);
  }
  for (const { deviceId, rackId } of Object.values(placements)) if (racks.has(rackId)) devices.add(deviceId);
  return Object.values(links)
    .filter(({ a, b }) => devices.has(a.deviceId) && devices.has(b.deviceId))
    .map(({ id }) => ({ kind: 'link', id }));
}
