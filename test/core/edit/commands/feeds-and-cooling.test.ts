import { describe, expect, it } from 'vitest';
import type { CduGroup } from '#core/design/facilities.ts';
import { describeUndo } from '#core/edit/transact.ts';
import { serializeDesign } from '#core/io/design-file.ts';
import { EditSession } from '../../../support/edit-session.ts';
import { createFloorSession } from '../../../support/floor-session.ts';

const feed = { ratedKw: 500, derating: 0.8, isOff: false };
const at = { position: { x: 0, y: 0 } };

function createFed(): EditSession {
  return new EditSession()
    .run('addRack', { id: 'r', partId: null, count: 2, ...at })
    .run('addRack', { id: 's', partId: null, count: 1, ...at })
    .run('addFeed', { feed: { id: 'a', name: 'Feed A', ...feed } })
    .run('addFeed', { feed: { id: 'b', name: 'Feed B', ...feed } });
}

describe('feeds', () => {
  it('are switched off and on again, each a step with its name', () => {
    const session = createFed().run('editFeed', { id: 'a', patch: { isOff: true } });
    expect(describeUndo(session.state)).toBe('switch Feed A off');
    session.run('editFeed', { id: 'a', patch: { isOff: false } });
    expect(describeUndo(session.state)).toBe('switch Feed A on');
    expect(session.undo().design.feeds?.['a']?.isOff).toBe(true);
  });

  it('carry the PDUs of several rack groups, and are let go of when they are removed', () => {
    const pdus = [
      { partId: 'ap8886', count: 1, feedId: 'a' },
      { partId: 'ap8886', count: 1, feedId: 'b' },
    ];
    const session = createFed().run('setRackPower', { rackIds: ['r', 's'], pdus, redundancy: '2N' });
    expect(session.design.racks['s']).toMatchObject({ redundancy: '2N', pdus });
    expect(session.design.racks['r']?.pdus[0]).not.toBe(session.design.racks['s']?.pdus[0]);
    const before = session.design;
    session.run('removeItems', { items: [{ kind: 'feed', id: 'a' }] });
    expect(session.design.racks['r']?.pdus).toEqual([{ partId: 'ap8886', count: 1 }, pdus[1]]);
    expect(session.undo().design).toEqual(before);
    session.run('setRackPower', { rackIds: ['r'], redundancy: null });
    expect(session.design.racks['r']).not.toHaveProperty('redundancy');
  });

  it('are refused where nothing is', () => {
    const session = createFed();
    const pdus = [{ partId: 'ap8886', count: 1, feedId: 'gone' }];
    expect(session.refuse('setRackPower', { rackIds: ['r'], pdus }).message).toBe(
      'There is no feed gone in the design.',
    );
    expect(session.refuse('setRackPower', { rackIds: [] }).code).toBe('edit.nothing');
    expect(session.refuse('editFeed', { id: 'a', patch: { name: 'feed b' } }).code).toBe('edit.name-taken');
    expect(session.refuse('editFeed', { id: 'a', patch: { derating: 1.5 } }).code).toBe('edit.invalid');
  });
});

describe('racks', () => {
  it('say nothing of fillers they do not have and of day 1', () => {
    const session = createFed();
    const before = serializeDesign(session.design);
    session.run('editRack', { id: 'r', patch: { fillers: true, phase: 2, redundancy: 'N+1' } });
    expect(session.design.racks['r']).toMatchObject({ fillers: true, phase: 2, redundancy: 'N+1' });
    session.run('editRack', { id: 'r', patch: { fillers: false, phase: 1, redundancy: null } });
    expect(serializeDesign(session.design)).toBe(before);
  });
});

describe('devices', () => {
  it('have one of the airflows their part is sold with, until the part is another', () => {
    // QM9700: connector-to-power or power-to-connector, as the catalog has it.
    const session = new EditSession().addDevice('leaf', 'qm9700', 2, { name: 'leaf' });
    const airflow = 'C2P (connector-to-power)';
    session.run('editDevice', { id: 'leaf', patch: { airflow } });
    expect(session.design.devices['leaf']?.airflow).toBe(airflow);
    expect(session.refuse('editDevice', { id: 'leaf', patch: { airflow: 'upwards' } }).message).toBe(
      'QM9700 is not sold with the airflow upwards.',
    );
    session.run('editDevice', { id: 'leaf', patch: { partId: 'sn5600' } });
    expect(session.design.devices['leaf']).not.toHaveProperty('airflow');
    session.undo().run('editDevice', { id: 'leaf', patch: { airflow: null } });
    expect(session.design.devices['leaf']).not.toHaveProperty('airflow');
  });
});

describe('cooling zones', () => {
  it('share no row: the one that takes it has it', () => {
    const session = createFloorSession()
      .run('addCoolingZone', { zone: { id: 'z', name: 'West', rowIds: ['a', 'b'], airCapacityKw: 300 } })
      .run('addCoolingZone', { zone: { id: 'y', name: 'west', rowIds: ['b'], airCapacityKw: null } });
    expect(session.design.coolingZones).toMatchObject({ z: { rowIds: ['a'] }, y: { name: 'west 2', rowIds: ['b'] } });
    session.run('editCoolingZone', { id: 'z', patch: { rowIds: ['b'] } });
    expect(session.design.coolingZones).toMatchObject({ z: { rowIds: ['b'] }, y: { rowIds: [] } });
    expect(session.refuse('editCoolingZone', { id: 'z', patch: { rowIds: ['gone'] } }).code).toBe('edit.unknown');
  });
});

describe('coolant units', () => {
  const cduGroup: CduGroup = {
    id: 'c',
    name: 'CDU',
    partId: 'cdu-vertiv-1350',
    count: 3,
    standbyCount: 1,
    roomId: 'hall',
    xM: 1,
    yM: 8,
    rowIds: ['a'],
  };

  it('are added, edited and removed; one at least works', () => {
    const session = createFloorSession();
    const before = serializeDesign(session.design);
    session.run('addCduGroup', { cduGroup }).run('editCduGroup', { id: 'c', patch: { rowIds: ['a', 'b'], count: 4 } });
    expect(session.design.cduGroups?.['c']).toMatchObject({ count: 4, rowIds: ['a', 'b'] });
    expect(session.refuse('editCduGroup', { id: 'c', patch: { count: 1 } }).message).toBe(
      'CDU has 1 unit, so 1 cannot stand by: one at least must work.',
    );
    expect(session.refuse('editCduGroup', { id: 'c', patch: { partId: 'qm9700' } }).code).toBe('edit.unknown-part');
    session.run('removeItems', { items: [{ kind: 'cdu', id: 'c' }] });
    expect(serializeDesign(session.design)).toBe(before);
  });

  it('keep their part in the design', () => {
    const session = createFloorSession();
    session.run('addCduGroup', { cduGroup });
    expect(session.design.cduGroups?.['c']?.partId).toBe('cdu-vertiv-1350');
    expect(session.refuse('addCduGroup', { cduGroup }).code).toBe('edit.id-taken');
    expect(session.refuse('addCduGroup', { cduGroup: { ...cduGroup, id: 'd', roomId: 'x' } }).code).toBe(
      'edit.unknown',
    );
  });
});
