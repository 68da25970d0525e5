import { describe, expect, it } from 'vitest';
import { readFloorPlan } from '#core/design/floor-plan.ts';
import { findRacks } from '#core/netlist/find-rack.ts';
import { orderRacks } from '#core/netlist/rack-order.ts';
import { EditSession } from '../../support/edit-session.ts';

/** Groups of 3 and 20 racks; of the second, racks 11 to 15 stand in row B from position 2 on. */
function createSession(): EditSession {
  return new EditSession()
    .run('addRack', { id: 'rack-1', partId: null, count: 3, name: 'Spine', position: { x: 0, y: 0 } })
    .run('addRack', { id: 'rack-2', partId: null, count: 20, name: 'Compute', position: { x: 0, y: 0 } })
    .addDevice('device-1', 'dgx-h100', 20)
    .run('editDevice', { id: 'device-1', patch: { nameTemplate: 'node-{i:2}' } })
    .run('placeDevice', { deviceId: 'device-1', rackId: 'rack-2', placementId: 'placement-1' })
    .run('addRoom', {
      room: {
        id: 'room-1',
        name: 'Hall',
        xM: 0,
        yM: 0,
        widthM: 20,
        depthM: 20,
        trayHeightM: 3,
        trayWidthMm: 600,
        trayDepthMm: 100,
        crossTraysM: [],
      },
    })
    .run('addRows', {
      rows: [
        {
          id: 'row-1',
          name: 'B',
          roomId: 'room-1',
          xM: 1,
          yM: 1,
          slotCount: 10,
          pitchM: 0.6,
          depthM: 1.2,
          facing: 'north',
        },
      ],
    })
    .run('standRacks', {
      stands: [{ id: 'stand-1', rackId: 'rack-2', firstRack: 10, rackCount: 5, rowId: 'row-1', firstSlot: 1 }],
    });
}

describe('finding racks', () => {
  const { design } = createSession();
  const plan = readFloorPlan(design);

  it('takes a number for the rack of that number before names that hold it', () => {
    // Spine 2 and Compute 2 are racks 1 and 4 over all groups; Compute 12 and 20 hold a 2 (14 and 22), as B 2 does (13).
    expect(
      findRacks(design, plan, '2')
        .map(({ rack }) => rack)
        .slice(0, 3),
    ).toEqual([1, 4, 13]);
    expect(findRacks(design, plan, 'compute 17')[0]).toEqual({ rack: 19 });
  });

  it('finds the position on the floor and the device that stands in a rack', () => {
    expect(findRacks(design, plan, 'b 4')[0]).toEqual({ rack: 15 });
    expect(findRacks(design, plan, 'node-07')).toEqual([{ rack: 9, device: { deviceId: 'device-1', member: 6 } }]);
    expect(findRacks(design, plan, ' ')).toEqual([]);
  });
});

describe('the order of racks', () => {
  const plan = readFloorPlan(createSession().design);

  it('goes group by group', () => {
    const { sections, racks } = orderRacks(plan, 'group');
    expect(sections.map(({ name, start, count }) => [name, start, count])).toEqual([
      ['Spine', 0, 3],
      ['Compute', 3, 20],
    ]);
    expect([...racks]).toEqual(Array.from({ length: 23 }, (_, rack) => rack));
  });

  it('goes row by row from the west, and ends with what stands nowhere', () => {
    const { sections, racks, placeOf } = orderRacks(plan, 'row');
    expect(sections.map(({ name, note, count }) => [name, note, count])).toEqual([
      ['B', 'Hall', 5],
      ['Spine', 'not on the floor', 3],
      ['Compute', 'not on the floor', 15],
    ]);
    expect([...racks.subarray(0, 5)]).toEqual([13, 14, 15, 16, 17]);
    expect(placeOf[13]).toBe(0);
    expect([...placeOf].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 23 }, (_, place) => place));
  });
});
