import { describe, expect, it } from 'vitest';
import { findBrokenReference } from '#core/design/check-references.ts';
import type { Design } from '#core/design/design.ts';
import { createFloorSession, createStand } from '../../support/floor-session.ts';

const sound = createFloorSession()
  .run('standRacks', { stands: [createStand('s', 0, 4, 'a', 0), createStand('t', 4, 4, 'b', 0)] })
  .run('addFeed', { feed: { id: 'f', name: 'A', ratedKw: null, derating: 1, isOff: false } })
  .run('setRackPower', { rackIds: ['rack'], pdus: [{ partId: 'ap8886', count: 1, feedId: 'f' }] })
  .run('addCoolingZone', { zone: { id: 'z', name: 'West', rowIds: ['a'], airCapacityKw: null } })
  .run('addCduGroup', {
    cduGroup: {
      id: 'c',
      name: 'CDU',
      partId: 'cdu-vertiv-1350',
      count: 2,
      standbyCount: 1,
      roomId: 'hall',
      xM: 0,
      yM: 0,
      rowIds: ['b'],
    },
  }).design;

type WholeDesign = { [K in keyof Design]-?: NonNullable<Design[K]> };

/** The fault after the change to a copy. */
function breakIt(change: (design: WholeDesign) => void): { path: string; message: string } | null {
  const copy = structuredClone(sound) as WholeDesign;
  change(copy);
  return findBrokenReference(copy);
}

function at<T>(table: Record<string, T>, id: string): T {
  const record = table[id];
  if (record === undefined) throw new Error(`There is no ${id}`);
  return record;
}

describe('the physical design', () => {
  it('holds as the commands leave it', () => {
    expect(findBrokenReference(sound)).toBeNull();
  });

  it.each<[string, string, (design: WholeDesign) => void]>([
    ['rows.a.roomId', 'there is no room gone', ({ rows }) => (at(rows, 'a').roomId = 'gone')],
    ['stands.s.rackId', 'there is no rack gone', ({ stands }) => (at(stands, 's').rackId = 'gone')],
    ['stands.s.rowId', 'there is no row gone', ({ stands }) => (at(stands, 's').rowId = 'gone')],
    ['stands.t', 'rack 9 of Rack on the floor, which has 8', ({ stands }) => (at(stands, 't').firstRack = 5)],
    ['stands.s', 'it reaches position 12 of Row a, which has 10', ({ stands }) => (at(stands, 's').firstSlot = 8)],
    ['stands.t', 'rack 4 of Rack already stands by s', ({ stands }) => (at(stands, 't').firstRack = 3)],
    [
      'stands.t',
      'position 4 of Row a is already taken by s',
      ({ stands }) => Object.assign(at(stands, 't'), { rowId: 'a', firstSlot: 3 }),
    ],
    ['coolingZones.z.rowIds', 'there is no row gone', ({ coolingZones }) => at(coolingZones, 'z').rowIds.push('gone')],
    [
      'coolingZones.z.rowIds',
      'the row a is listed twice',
      ({ coolingZones }) => at(coolingZones, 'z').rowIds.push('a'),
    ],
    [
      'coolingZones.y.rowIds',
      'the row Row a is already cooled by West',
      ({ coolingZones }) => {
        coolingZones['y'] = { ...at(coolingZones, 'z'), id: 'y', name: 'East' };
      },
    ],
    ['cduGroups.c.roomId', 'there is no room gone', ({ cduGroups }) => (at(cduGroups, 'c').roomId = 'gone')],
    [
      'cduGroups.c.standbyCount',
      '2 units stand by of 2: one at least must work',
      ({ cduGroups }) => (at(cduGroups, 'c').standbyCount = 2),
    ],
    ['racks.rack.pdus.0.feedId', 'there is no feed f', ({ feeds }) => delete feeds['f']],
    [
      'rooms.hall.id',
      'the record stands under hall but its id is other',
      ({ rooms }) => (at(rooms, 'hall').id = 'other'),
    ],
  ])('does not hold where %s: %s', (path, message, change) => {
    const fault = breakIt(change);
    expect(fault?.path).toBe(path);
    expect(fault?.message).toContain(message);
  });

  it('has no price under a reserved word', () => {
    const fault = breakIt((design) => {
      design.priceBook = { currency: 'USD', prices: {}, rates: { constructor: 1 } };
    });
    expect(fault).toEqual({ path: 'priceBook.rates.constructor', message: 'the id constructor is a reserved word' });
  });
});
