import { describe, expect, it } from 'vitest';
import { describeUndo } from '#core/edit/transact.ts';
import { createFloorSession, createRow, createStand, hall } from '../../../support/floor-session.ts';

describe('standRacks', () => {
  it('leaves the racks beside those that move where they stand', () => {
    const session = createFloorSession().run('standRacks', { stands: [createStand('s', 0, 8, 'a', 0)] });
    const before = session.design.stands;
    // Racks 4 and 5 of 8 go to row b: racks 1 to 3 stay on positions 1 to 3, racks 6 to 8 on positions 6 to 8.
    session.run('standRacks', { stands: [createStand('moved', 3, 2, 'b', 7)] });
    expect(session.design.stands).toEqual({
      s: createStand('s', 0, 3, 'a', 0),
      'stand-1': createStand('stand-1', 5, 3, 'a', 5),
      moved: createStand('moved', 3, 2, 'b', 7),
    });
    expect(describeUndo(session.state)).toBe('stand Rack in Row b');
    expect(session.undo().design.stands).toEqual(before);
  });

  it('takes several runs out of one', () => {
    const session = createFloorSession().run('standRacks', { stands: [createStand('s', 0, 8, 'a', 1)] });
    session.run('standRacks', {
      stands: [createStand('u', 4, 1, 'b', 0), createStand('t', 1, 2, 'b', 4), createStand('v', 5, 1, 'b', 1)],
    });
    // Racks 2, 3, 5 and 6 of 8 went: 1, 4, 7 and 8 keep their positions.
    expect(session.design.stands).toEqual({
      s: createStand('s', 0, 1, 'a', 1),
      'stand-1': createStand('stand-1', 3, 1, 'a', 4),
      'stand-2': createStand('stand-2', 6, 2, 'a', 7),
      t: createStand('t', 1, 2, 'b', 4),
      u: createStand('u', 4, 1, 'b', 0),
      v: createStand('v', 5, 1, 'b', 1),
    });
  });

  it('lets two runs change places', () => {
    const session = createFloorSession().run('standRacks', {
      stands: [createStand('s', 0, 2, 'a', 0), createStand('t', 2, 2, 'a', 2)],
    });
    session.run('standRacks', { stands: [createStand('s', 0, 2, 'a', 2), createStand('t', 2, 2, 'a', 0)] });
    expect(session.design.stands?.['s']?.firstSlot).toBe(2);
    expect(session.design.stands?.['t']?.firstSlot).toBe(0);
  });

  it('refuses positions that are taken or not there, racks that are not there, and the same rack twice', () => {
    const session = createFloorSession().run('standRacks', { stands: [createStand('s', 0, 3, 'a', 0)] });
    expect(session.refuse('standRacks', { stands: [createStand('t', 3, 2, 'a', 2)] }).message).toBe(
      'Position 3 of Row a is taken by another rack of Rack.',
    );
    expect(session.refuse('standRacks', { stands: [createStand('t', 3, 2, 'a', 9)] }).message).toBe(
      'Rack would stand on positions 10 to 11 of Row a, which has 10.',
    );
    expect(session.refuse('standRacks', { stands: [createStand('t', 7, 2, 'a', 5)] }).message).toBe(
      'Rack has 8 racks, there is no rack 9.',
    );
    expect(
      session.refuse('standRacks', { stands: [createStand('t', 4, 2, 'a', 5), createStand('u', 5, 1, 'b', 0)] }).code,
    ).toBe('edit.reference');
    expect(session.refuse('standRacks', { stands: [createStand('t', 4, 0, 'a', 5)] }).code).toBe('edit.invalid');
    expect(session.refuse('standRacks', { stands: [] }).code).toBe('edit.nothing');
  });
});

describe('racks on the floor', () => {
  it('go with a lowered count, and come back with undo', () => {
    const session = createFloorSession().run('standRacks', {
      stands: [createStand('s', 0, 5, 'a', 0), createStand('t', 5, 3, 'b', 0)],
    });
    const before = session.design.stands;
    session.run('editRack', { id: 'rack', patch: { count: 3 } });
    expect(session.design.stands).toEqual({ s: createStand('s', 0, 3, 'a', 0) });
    expect(session.undo().design.stands).toEqual(before);
    expect(session.run('removeItems', { items: [{ kind: 'rack', id: 'rack' }] }).design).not.toHaveProperty('stands');
  });

  it('are taken off run by run', () => {
    const session = createFloorSession().run('standRacks', { stands: [createStand('s', 0, 8, 'a', 0)] });
    session.run('unstandRacks', { racks: [{ rackId: 'rack', firstRack: 0, rackCount: 2 }] });
    expect(session.design.stands).toEqual({ s: createStand('s', 2, 6, 'a', 2) });
    session.run('unstandRacks', { racks: [{ rackId: 'rack', firstRack: 0, rackCount: 8 }] });
    expect(session.design).not.toHaveProperty('stands');
  });

  it('are not copied with their group: a copy stands nowhere yet', () => {
    const session = createFloorSession().run('standRacks', { stands: [createStand('s', 0, 8, 'a', 0)] });
    const items = [{ kind: 'rack' as const, id: 'rack' }];
    session.run('duplicateItems', { items, ids: { rack: 'copy' }, offset: { x: 0, y: 0 } });
    expect(Object.keys(session.design.stands ?? {})).toEqual(['s']);
  });
});

describe('layOutFloor', () => {
  it('replaces rooms, rows and stands in one step, and is undone to what stood there', () => {
    const session = createFloorSession()
      .run('standRacks', { stands: [createStand('s', 0, 8, 'a', 0)] })
      .run('addCoolingZone', { zone: { id: 'z', name: 'Air', rowIds: ['a', 'b'], airCapacityKw: null } });
    const before = session.design;
    session.run('layOutFloor', {
      rooms: [{ ...hall, widthM: 40 }],
      rows: [createRow('b', 2), createRow('c', 6)],
      stands: [createStand('s', 0, 4, 'b', 0), createStand('t', 4, 4, 'c', 0)],
    });
    expect(Object.keys(session.design.rows ?? {})).toEqual(['b', 'c']);
    expect(session.design.coolingZones?.['z']?.rowIds).toEqual(['b']);
    expect(describeUndo(session.state)).toBe('lay out 8 racks on the floor');
    expect(session.undo().design).toEqual(before);
  });

  it('refuses stands that do not hold', () => {
    const session = createFloorSession();
    const floor = { rooms: [hall], rows: [createRow('a', 1)] };
    expect(session.refuse('layOutFloor', { ...floor, stands: [createStand('s', 0, 2, 'b', 0)] }).message).toBe(
      'stands.s.rowId would not hold: there is no row b.',
    );
    expect(session.refuse('layOutFloor', { ...floor, rows: [...floor.rows, ...floor.rows], stands: [] }).code).toBe(
      'edit.id-taken',
    );
  });
});

describe('clearFloor', () => {
  it('leaves the racks and the feeds', () => {
    const session = createFloorSession()
      .run('standRacks', { stands: [createStand('s', 0, 8, 'a', 0)] })
      .run('addFeed', { feed: { id: 'f', name: 'A', ratedKw: null, derating: 0.8, isOff: false } })
      .run('clearFloor', {});
    for (const table of ['rooms', 'rows', 'stands']) expect(session.design).not.toHaveProperty(table);
    expect(Object.keys(session.design.feeds ?? {})).toEqual(['f']);
    expect(Object.keys(session.design.racks)).toEqual(['rack']);
  });
});
