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

  it('says where words beside the ports have room', () => {
    const place = (count: number) =>
      placePorts(Array.from({ length: count }, (_, index) => ({ id: `block-${index}`, role: 'data' })));
    // 16 px from port to port at most, 56 px in all: 14 px of five, 11.2 px of six, 9.3 px of seven.
    expect(place(2).map(({ y }) => y)).toEqual([32, 48]);
    expect([1, 2, 5, 6, 7].map((count) => place(count)[0]?.roomDown)).toEqual([
      'ample',
      'ample',
      'ample',
      'little',
      'none',
    ]);
    // 56 px at most across, 144 px in all: 48 px of four, 36 px of five.
    expect(place(2).map(({ x }) => x)).toEqual([88, 144]);
    expect([1, 2, 4, 5].map((count) => place(count)[0]?.roomAcross)).toEqual(['ample', 'little', 'little', 'none']);
  });

  it('puts a single block in the middle', () => {
    expect(placePorts([{ id: 'data', role: 'data' }])[0]).toMatchObject({ x: DEVICE_WIDTH / 2, y: 40 });
  });
});
