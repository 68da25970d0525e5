import { describe, expect, it } from 'vitest';
import { findMemberSeat } from '#core/netlist/member-seat.ts';
import { createElevationReader, findTopUnit } from '#core/netlist/rack-elevation.ts';
import { listUnplaced } from '#core/netlist/unplaced-members.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { EditSession } from '../../support/edit-session.ts';

/** Ten DGX H100 (8U each) in three 48U racks: 4, 4 and 2, stacked from unit 1. */
function createSession(): EditSession {
  return new EditSession()
    .run('addRack', { id: 'rack-1', partId: null, count: 3, position: { x: 0, y: 0 } })
    .run('editRack', { id: 'rack-1', patch: { heightUnits: 48 } })
    .addDevice('device-1', 'dgx-h100', 10, { name: 'dgx' })
    .run('editDevice', { id: 'device-1', patch: { nameTemplate: 'dgx-{i:2}' } })
    .run('placeDevice', { deviceId: 'device-1', rackId: 'rack-1', placementId: 'placement-1', perRack: 4 });
}

function elevate({ design }: EditSession, index: number) {
  const rack = design.racks['rack-1'];
  if (!rack) throw new Error('the rack is missing');
  return createElevationReader(design, builtInCatalog)(rack, index);
}

describe('the elevation of a rack', () => {
  const session = createSession();

  it('stacks members upwards at their height and says what stays empty', () => {
    const { devices, emptyRuns, usedUnits } = elevate(session, 0);
    expect(devices.map((device) => [device.name, device.bottomUnit, device.units])).toEqual([
      ['dgx-01', 1, 8],
      ['dgx-02', 9, 8],
      ['dgx-03', 17, 8],
      ['dgx-04', 25, 8],
    ]);
    expect(emptyRuns).toEqual([{ bottomUnit: 33, units: 16 }]);
    expect(usedUnits).toBe(32);
  });

  it('deals members on from rack to rack and ends with the last', () => {
    expect(elevate(session, 1).devices[0]?.name).toBe('dgx-05');
    expect(elevate(session, 2).devices.map((device) => device.name)).toEqual(['dgx-09', 'dgx-10']);
  });

  it('marks what reaches over the top, and how far the drawing must reach', () => {
    const low = createSession().run('editRack', { id: 'rack-1', patch: { heightUnits: 30 } });
    const { devices, topUnit } = elevate(low, 0);
    expect(devices.map((device) => device.isOver)).toEqual([false, false, false, true]);
    expect(topUnit).toBe(32);
    expect(findTopUnit(low.design, builtInCatalog)).toBe(32);
  });

  it('has upright PDUs beside the units and others at their unit, else on top of the devices', () => {
    const pdus = [...builtInCatalog.byId.values()].flatMap((part) => (part.kind === 'pdu' ? [part] : []));
    const upright = pdus.find((part) => part.rackUnits === 0);
    const mounted = pdus.find((part) => part.rackUnits === 2);
    if (!upright || !mounted) throw new Error('the catalog has no such PDU');
    const fed = createSession()
      .run('addFeed', { feed: { id: 'feed-1', name: 'A', ratedKw: null, derating: 0.8, isOff: false } })
      .run('editRack', {
        id: 'rack-1',
        patch: {
          pdus: [
            { partId: upright.id, count: 2, feedId: 'feed-1' },
            { partId: mounted.id, count: 1 },
            { partId: mounted.id, count: 1, bottomUnit: 45 },
          ],
        },
      });
    const { uprights, pdus: inUnits, usedUnits } = elevate(fed, 0);
    expect(uprights.map((pdu) => pdu.feedName)).toEqual(['A', 'A']);
    expect(inUnits.map((pdu) => [pdu.bottomUnit, pdu.units])).toEqual([
      [33, 2],
      [45, 2],
    ]);
    expect(usedUnits).toBe(36);
  });
});

describe('the side air is taken in from', () => {
  it('is the front for a server that blows to the rear, and the rear once it is turned round', () => {
    const session = createSession();
    expect(elevate(session, 0).devices[0]?.intake).toBe('front');
    session.run('setFace', { placementIds: ['placement-1'], face: 'rear' });
    expect(elevate(session, 0).devices[0]?.intake).toBe('rear');
  });

  it('is open for a switch sold with both airflows until one is chosen: power-to-connector blows out at the ports', () => {
    const session = createSession()
      .addDevice('device-2', 'qm9700', 1)
      .run('placeDevice', { deviceId: 'device-2', rackId: 'rack-1', placementId: 'placement-2' });
    const intake = () => elevate(session, 0).devices.find(({ deviceId }) => deviceId === 'device-2')?.intake;
    expect(intake()).toBe('either');
    session.run('editDevice', { id: 'device-2', patch: { airflow: 'P2C (power-to-connector)' } });
    expect(intake()).toBe('rear');
    session.run('editDevice', { id: 'device-2', patch: { airflow: 'C2P (connector-to-power)' } });
    expect(intake()).toBe('front');
  });
});

describe('where single members are', () => {
  it('names the seat of each', () => {
    // Member 6 is the third of the second rack: units 17 to 24.
    expect(findMemberSeat(createSession().design, builtInCatalog, 'device-1', 6)).toEqual({
      rackId: 'rack-1',
      rackIndex: 1,
      bottomUnit: 17,
      units: 8,
      face: 'front',
    });
  });

  it('lists those that stand nowhere as runs', () => {
    const session = createSession();
    expect(listUnplaced(session.design)).toEqual([]);
    session.run('unplaceMembers', { deviceId: 'device-1', members: { first: 2, count: 3 }, placementIds: [] });
    session.run('unplaceMembers', { deviceId: 'device-1', members: { first: 8, count: 1 }, placementIds: [] });
    expect(listUnplaced(session.design)).toMatchObject([
      {
        memberCount: 4,
        runs: [
          { first: 2, count: 3 },
          { first: 8, count: 1 },
        ],
      },
    ]);
    expect(findMemberSeat(session.design, builtInCatalog, 'device-1', 3)).toBeNull();
  });
});
