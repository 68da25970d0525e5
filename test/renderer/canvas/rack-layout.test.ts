import { describe, expect, it } from 'vitest';
import type { Placement, Rack } from '#core/design/design.ts';
import { DEVICE_HEIGHT } from '../../../renderer/canvas/device-shape.ts';
import { layOutRacks } from '../../../renderer/canvas/rack-layout.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const place = (deviceId: string, bottomUnit: number, more: Partial<Placement> = {}): Placement => ({
  id: `p-${deviceId}`,
  deviceId,
  rackId: 'rack-1',
  firstMember: 0,
  memberCount: 1,
  firstRack: 0,
  perRack: 1,
  bottomUnit,
  ...more,
});

const rack = createSmallDesign().racks['rack-1'] as Rack;

function layOut(placements: readonly Placement[]) {
  const homes = new Map(placements.map((placement) => [placement.deviceId, placement]));
  return layOutRacks({ 'rack-1': rack }, homes).get('rack-1');
}

describe('layOutRacks', () => {
  it('stacks devices with the highest unit on top, without overlap, inside the frame', () => {
    const layout = layOut([place('low', 1), place('high', 40), place('middle', 20)]);
    expect(layout?.devices.map((device) => device.deviceId)).toEqual(['high', 'middle', 'low']);
    const tops = layout?.devices.map((device) => device.y) ?? [];
    expect((tops[1] ?? 0) - (tops[0] ?? 0)).toBeGreaterThan(DEVICE_HEIGHT);
    expect(layout?.height).toBeGreaterThan((tops[2] ?? 0) + DEVICE_HEIGHT);
  });

  it('leaves room for a hint in an empty frame', () => {
    expect(layOut([])?.height).toBeGreaterThan(100);
  });
});
