import { describe, expect, it } from 'vitest';
import type { Placement } from '#core/design/design.ts';
import { describeUndo } from '#core/edit/transact.ts';
import { EditSession } from '../../../support/edit-session.ts';

const at = { position: { x: 0, y: 0 } };

/** 12 DGX H100 of 8 U, three to a rack of 42 U, in four racks: units 1, 9 and 17. */
function createRacked(): EditSession {
  return new EditSession()
    .run('addRack', { id: 'rack', partId: null, count: 6, ...at })
    .run('addRack', { id: 'other', partId: null, count: 2, ...at, name: 'Other' })
    .addDevice('gpu', 'dgx-h100', 12)
    .run('placeDevice', { deviceId: 'gpu', rackId: 'rack', placementId: 'p', perRack: 3 });
}

interface Seat {
  readonly rackId: string;
  readonly rack: number;
  readonly unit: number;
}

/** Where each member stands, by the definition of a placement. */
function listSeats(placements: Readonly<Record<string, Placement>>): Map<number, Seat> {
  const seats = new Map<number, Seat>();
  for (const { rackId, firstMember, memberCount, firstRack, perRack, bottomUnit } of Object.values(placements)) {
    for (let i = 0; i < memberCount; i += 1) {
      expect(seats.has(firstMember + i)).toBe(false);
      const seat = { rackId, rack: firstRack + Math.floor(i / perRack), unit: bottomUnit + (i % perRack) * 8 };
      seats.set(firstMember + i, seat);
    }
  }
  return seats;
}

describe('moveMembers', () => {
  it('moves one of many, and nobody else', () => {
    const session = createRacked();
    const before = session.design;
    const seatsBefore = listSeats(before.placements);
    session.run('moveMembers', {
      deviceId: 'gpu',
      members: { first: 4, count: 1 },
      rackId: 'other',
      firstRack: 1,
      bottomUnit: 20,
      placementIds: ['moved', 'left', 'rest'],
    });
    const expected = new Map(seatsBefore).set(4, { rackId: 'other', rack: 1, unit: 20 });
    expect(listSeats(session.design.placements)).toEqual(expected);
    // Members 1 to 4 before it, member 6 beside it in rack 2, members 7 to 12 in the racks after.
    expect(Object.keys(session.design.placements).sort()).toEqual(['left', 'moved', 'p', 'rest']);
    expect(describeUndo(session.state)).toBe('move member 5 of DGX H100 to Other');
    expect(session.undo().design).toEqual(before);
  });

  it('leaves every member that is not named where it stands, whatever run is named', () => {
    for (let first = 0; first < 12; first += 1) {
      for (let count = 1; first + count <= 12; count += 1) {
        const session = createRacked();
        const expected = listSeats(session.design.placements);
        for (let member = first; member < first + count; member += 1) expected.delete(member);
        session.run('unplaceMembers', { deviceId: 'gpu', members: { first, count }, placementIds: [] });
        expect(listSeats(session.design.placements)).toEqual(expected);
      }
    }
  });

  it('moves within its own rack, also over the units it stood on', () => {
    const session = createRacked().run('moveMembers', {
      deviceId: 'gpu',
      members: { first: 2, count: 1 },
      rackId: 'rack',
      firstRack: 0,
      bottomUnit: 20,
      placementIds: ['moved'],
    });
    expect(listSeats(session.design.placements).get(2)).toEqual({ rackId: 'rack', rack: 0, unit: 20 });
  });

  it('deals a run over racks when told how many to a rack', () => {
    const session = createRacked().run('moveMembers', {
      deviceId: 'gpu',
      members: { first: 0, count: 4 },
      rackId: 'other',
      firstRack: 0,
      bottomUnit: 3,
      perRack: 2,
      face: 'rear',
      placementIds: ['moved'],
    });
    const seats = listSeats(session.design.placements);
    expect([0, 1, 2, 3].map((member) => seats.get(member))).toEqual([
      { rackId: 'other', rack: 0, unit: 3 },
      { rackId: 'other', rack: 0, unit: 11 },
      { rackId: 'other', rack: 1, unit: 3 },
      { rackId: 'other', rack: 1, unit: 11 },
    ]);
    expect(session.design.placements['moved']?.face).toBe('rear');
    session.run('setFace', { placementIds: ['moved'], face: 'front' });
    expect(session.design.placements['moved']).not.toHaveProperty('face');
  });

  it('refuses units that are taken by its like or by others, too high, and members that are not there', () => {
    const session = createRacked().addDevice('leaf', 'qm9700', 1, {
      name: 'leaf',
      rack: { rackId: 'other', placementId: 'q', bottomUnit: 40 },
    });
    const move = { deviceId: 'gpu', rackId: 'rack', firstRack: 0, placementIds: ['moved'] };
    const one = { first: 5, count: 1 };
    expect(session.refuse('moveMembers', { ...move, members: one, bottomUnit: 5 }).message).toBe(
      'DGX H100 needs units 5 to 12 of Rack, another of its members stands there.',
    );
    expect(session.refuse('moveMembers', { ...move, members: one, bottomUnit: 36 }).message).toBe(
      'DGX H100 at unit 36 reaches unit 43, Rack has 42.',
    );
    expect(session.refuse('moveMembers', { ...move, rackId: 'other', members: one, bottomUnit: 35 }).message).toBe(
      'DGX H100 needs units 35 to 42 of Other, leaf stands there.',
    );
    expect(session.refuse('moveMembers', { ...move, firstRack: 6, members: one, bottomUnit: 1 }).message).toBe(
      'member 6 of DGX H100 would need rack 7 of Rack, which has 6.',
    );
    expect(session.refuse('moveMembers', { ...move, members: { first: 11, count: 2 }, bottomUnit: 1 }).message).toBe(
      'DGX H100 has 12 members, there is no member 13.',
    );
    // Two power shelves of 1 U at units 33 and 34.
    session.run('setRackPower', { rackIds: ['other'], pdus: [{ partId: 'nvl72-shelf-33', count: 2, bottomUnit: 33 }] });
    expect(session.refuse('moveMembers', { ...move, rackId: 'other', members: one, bottomUnit: 27 }).message).toBe(
      'DGX H100 needs units 27 to 34 of Other, 33 kW power shelf (755-0130-000) stands there.',
    );
    session.run('editDevice', { id: 'gpu', patch: { locked: true } });
    expect(session.refuse('moveMembers', { ...move, members: one, bottomUnit: 30 }).code).toBe('edit.locked');
  });
});
