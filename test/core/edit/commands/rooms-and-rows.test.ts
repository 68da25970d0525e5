import { describe, expect, it } from 'vitest';
import { serializeDesign } from '#core/io/design-file.ts';
import { EditSession } from '../../../support/edit-session.ts';
import { createFloorSession, createRow, createStand, hall } from '../../../support/floor-session.ts';

describe('rooms and rows', () => {
  it('are added with names of their own, and removed without a trace', () => {
    const session = new EditSession();
    const before = serializeDesign(session.design);
    session.run('addRoom', { room: hall }).run('addRoom', { room: { ...hall, id: 'second' } });
    session.run('addRows', { rows: [createRow('a', 1), { ...createRow('b', 3), name: 'row a' }] });
    expect(session.design.rooms?.['second']?.name).toBe('Hall 2');
    expect(session.design.rows?.['b']?.name).toBe('row a 2');
    session.run('removeItems', {
      items: [
        { kind: 'room', id: 'hall' },
        { kind: 'room', id: 'second' },
      ],
    });
    expect(serializeDesign(session.design)).toBe(before);
  });

  it('are edited, and a zero is never negative', () => {
    const session = createFloorSession()
      .run('editRoom', { id: 'hall', patch: { name: 'Data hall', yM: -0, crossTraysM: [0, 12] } })
      .run('editRow', { id: 'a', patch: { facing: 'south', slotCount: 4 } });
    expect(session.design.rooms?.['hall']).toMatchObject({ name: 'Data hall', yM: 0, crossTraysM: [0, 12] });
    expect(session.design.rows?.['a']).toMatchObject({ facing: 'south', slotCount: 4 });
  });

  it('are refused when they name what is not there, what is taken, or nonsense', () => {
    const session = createFloorSession();
    expect(session.refuse('addRoom', { room: hall }).code).toBe('edit.id-taken');
    expect(session.refuse('addRows', { rows: [{ ...createRow('c', 1), roomId: 'gone' }] }).message).toBe(
      'There is no room gone in the design.',
    );
    expect(session.refuse('editRow', { id: 'a', patch: { name: 'ROW B' } }).code).toBe('edit.name-taken');
    expect(session.refuse('editRow', { id: 'a', patch: { pitchM: 0 } }).message).toBe(
      'The row a.pitchM must be more than 0.',
    );
    expect(session.refuse('editRoom', { id: 'toString', patch: {} }).code).toBe('edit.unknown');
  });

  it('keep the positions that racks stand on', () => {
    const session = createFloorSession().run('standRacks', { stands: [createStand('s', 0, 8, 'a', 1)] });
    expect(session.refuse('editRow', { id: 'a', patch: { slotCount: 8 } }).message).toBe(
      'Row a has racks up to position 9, so it cannot have 8: move them off first.',
    );
    session.run('editRow', { id: 'a', patch: { slotCount: 9 } });
  });

  it('take along what stands in them', () => {
    const session = createFloorSession()
      .run('standRacks', { stands: [createStand('s', 0, 4, 'a', 0), createStand('t', 4, 4, 'b', 0)] })
      .run('addCoolingZone', { zone: { id: 'z', name: 'Hall air', rowIds: ['a', 'b'], airCapacityKw: 100 } })
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
          rowIds: ['a'],
        },
      });
    session.run('removeItems', { items: [{ kind: 'row', id: 'a' }] });
    expect(Object.keys(session.design.stands ?? {})).toEqual(['t']);
    expect(session.design.coolingZones?.['z']?.rowIds).toEqual(['b']);
    expect(session.design.cduGroups?.['c']?.rowIds).toEqual([]);
    session.run('removeItems', { items: [{ kind: 'room', id: 'hall' }] });
    expect(session.design).not.toHaveProperty('rows');
    expect(session.design).not.toHaveProperty('stands');
    expect(session.design).not.toHaveProperty('cduGroups');
    expect(session.design.coolingZones?.['z']?.rowIds).toEqual([]);
  });
});
