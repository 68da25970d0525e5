import { describe, expect, it } from 'vitest';
import { EditSession } from '../../../support/edit-session.ts';

const at = { position: { x: 10, y: 20 } };

function createRacked(): EditSession {
  return new EditSession()
    .run('addRack', { id: 'rack', partId: null, count: 4, ...at })
    .addDevice('gpu', 'dgx-h100', 8, { rack: { rackId: 'rack', placementId: 'p1' } });
}

describe('addRack', () => {
  it('takes height and load from the part, and 42 units where none is stated', () => {
    const session = new EditSession()
      .run('addRack', { id: 'a', partId: 'apc-ar3357', count: 2, ...at })
      .run('addRack', { id: 'b', partId: null, count: 1, ...at })
      .run('addRack', { id: 'c', partId: null, count: 1, ...at })
      .run('addRack', { id: 'd', partId: 'legrand-nvidpd13', count: 1, ...at });
    // NetShelter SX AR3357: 48 U, static load 1,020 kg as the catalog has it.
    expect(session.design.racks).toMatchObject({
      a: { name: 'NetShelter SX AR3357 48U 750x1200', heightUnits: 48, weightLimitKg: 1020, powerLimitW: null },
      b: { name: 'Rack', heightUnits: 42, weightLimitKg: null },
      c: { name: 'Rack 2' },
      d: { heightUnits: 42 },
    });
    expect(session.refuse('addRack', { id: 'e', partId: 'qm9700', count: 1, ...at }).code).toBe('edit.unknown-part');
  });
});

describe('editRack', () => {
  it('deals what stands in it over the new number of racks, and back', () => {
    const session = createRacked();
    expect(session.run('editRack', { id: 'rack', patch: { count: 1 } }).design.placements['p1']?.perRack).toBe(8);
    expect(session.run('editRack', { id: 'rack', patch: { count: 3 } }).design.placements['p1']?.perRack).toBe(3);
    expect(session.run('editRack', { id: 'rack', patch: { count: 8 } }).design.placements['p1']?.perRack).toBe(1);
    expect(session.run('editRack', { id: 'rack', patch: { count: 4 } }).design.placements['p1']?.perRack).toBe(2);
  });

  it('refuses PDUs, parts, names and counts that are none', () => {
    const session = createRacked().run('addRack', { id: 'other', partId: null, count: 1, name: 'Other', ...at });
    expect(session.refuse('editRack', { id: 'rack', patch: { pdus: [{ partId: 'qm9700', count: 2 }] } }).code).toBe(
      'edit.unknown-part',
    );
    expect(session.refuse('editRack', { id: 'rack', patch: { partId: 'qm9700' } }).code).toBe('edit.unknown-part');
    expect(session.refuse('editRack', { id: 'rack', patch: { name: 'other' } }).code).toBe('edit.name-taken');
    expect(session.refuse('editRack', { id: 'rack', patch: { count: 0 } }).code).toBe('edit.count');
    expect(session.refuse('editRack', { id: 'rack', patch: { heightUnits: 101 } }).message).toBe(
      'heightUnits of rack Rack must be at most 100.',
    );
  });
});

describe('moveItems', () => {
  it('moves what can be moved and says why when nothing can', () => {
    const session = createRacked().addDevice('leaf', 'qm9700', 1, { name: 'leaf' });
    session.run('moveItems', {
      moves: [
        { kind: 'rack', id: 'rack', position: { x: -0, y: 5 } },
        { kind: 'device', id: 'gpu', position: { x: 9, y: 9 } },
      ],
    });
    expect(session.design.racks['rack']?.position).toEqual({ x: 0, y: 5 });
    expect(session.design.devices['gpu']?.position).toEqual({ x: 0, y: 0 });
    const moves = [{ kind: 'device' as const, id: 'gpu', position: { x: 9, y: 9 } }];
    expect(session.refuse('moveItems', { moves })).toEqual({
      code: 'edit.placed',
      message: 'DGX H100 stands in Rack: move the rack, or take DGX H100 out of it.',
    });
    session.run('editDevice', { id: 'leaf', patch: { locked: true } });
    expect(
      session.refuse('moveItems', { moves: [{ kind: 'device', id: 'leaf', position: { x: 1, y: 1 } }] }).code,
    ).toBe('edit.locked');
    expect(
      session.refuse('moveItems', { moves: [{ kind: 'rack', id: 'rack', position: { x: Number.NaN, y: 0 } }] }).code,
    ).toBe('edit.invalid');
  });
});

describe('placeDevice and unplaceDevice', () => {
  it('replaces placements, and gives the device back to the canvas', () => {
    const session = createRacked().run('addRack', { id: 'other', partId: null, count: 2, ...at });
    session.run('placeDevice', { deviceId: 'gpu', rackId: 'other', placementId: 'p2' });
    expect(session.design.placements).toEqual({
      p2: {
        id: 'p2',
        deviceId: 'gpu',
        rackId: 'other',
        firstMember: 0,
        memberCount: 8,
        firstRack: 0,
        perRack: 4,
        bottomUnit: 1,
      },
    });
    session.run('unplaceDevice', { deviceId: 'gpu', position: { x: 7, y: 8 } });
    expect(session.design.placements).toEqual({});
    expect(session.design.devices['gpu']?.position).toEqual({ x: 7, y: 8 });
  });

  it('can place a device where it already stands', () => {
    const session = createRacked().run('placeDevice', {
      deviceId: 'gpu',
      rackId: 'rack',
      placementId: 'p1',
      perRack: 4,
    });
    expect(session.design.placements['p1']).toMatchObject({ perRack: 4, bottomUnit: 1 });
  });

  it('refuses too few racks and too few units, and leaves the device where it was', () => {
    const session = createRacked();
    expect(
      session.refuse('placeDevice', { deviceId: 'gpu', rackId: 'rack', placementId: 'p2', perRack: 1 }).message,
    ).toBe('DGX H100 needs 8 racks at 1 to a rack, Rack has 4: put more into each rack or raise the rack count.');
    // Eight servers of 8 units in one rack of 42.
    expect(
      session.refuse('placeDevice', { deviceId: 'gpu', rackId: 'rack', placementId: 'p2', perRack: 8 }).message,
    ).toBe('Rack has 42 U free, DGX H100 needs 64 U (8 to a rack, 8 U each).');
    expect(Object.keys(session.design.placements)).toEqual(['p1']);
  });
});
