import { describe, expect, it } from 'vitest';
import { DEVICE_WIDTH, placePorts } from '../../../renderer/canvas/device-shape.ts';

describe('placePorts', () => {
  it('sets data blocks apart from service blocks and inside the device', () => {
    const spots = placePorts([
      { id: 'compute', role: 'compute' },
      { id: 'storage', role: 'storage_inband' },
      { id: 'inband', role: 'inband_mgmt' },
      { id: 'bmc', role: 'bmc' },
    ]);
    expect(spots.filter((spot) => spot.isSmall).map((spot) => spot.blockId)).toEqual(['bmc']);
    expect(new Set(spots.map((spot) => spot.x)).size).toBe(4);
    for (const spot of spots) expect(spot.x).toBeGreaterThan(0);
  });

  it('puts a single block in the middle', () => {
    expect(placePorts([{ id: 'data', role: 'data' }])[0]).toMatchObject({ x: DEVICE_WIDTH / 2, y: 40 });
  });
});
