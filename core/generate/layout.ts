/** Canvas places: tiers as rows, cores on top and hosts below, the groups of a tier side by side in the order they were drawn. */
import type { Design, DeviceRole } from '../design/design.ts';

const COLUMN_PX = 300;
const ROW_PX = 224;

const rowOfRole: Readonly<Record<DeviceRole, number>> = {
  core: -2,
  border: -2,
  spine: -1,
  leaf: 0,
  endpoint: 1,
  storage: 2,
  management: 2,
};

/** Members in racks are drawn in their rack, so racks get rows of their own below. */
export function arrange(design: Design): void {
  const racked = new Set(Object.values(design.placements).map((placement) => placement.deviceId));
  const rows = new Map<number, string[]>();
  for (const device of Object.values(design.devices)) {
    if (racked.has(device.id)) continue;
    const row = rowOfRole[device.role];
    rows.set(row, [...(rows.get(row) ?? []), device.id]);
  }
  for (const [row, ids] of rows) {
    ids.forEach((id, index) => {
      const device = design.devices[id];
      if (device) design.devices[id] = { ...device, position: { x: index * COLUMN_PX, y: row * ROW_PX } };
    });
  }
  Object.values(design.racks).forEach((rack, index) => {
    design.racks[rack.id] = { ...rack, position: { x: index * COLUMN_PX, y: 4 * ROW_PX } };
  });
}
