import { describe, expect, it } from 'vitest';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { createDuplicateIds } from '#core/edit/commands/duplicate-items.ts';
import { createPasteIds } from '#core/edit/fragment-ids.ts';
import { pickFragment } from '#core/edit/pick-fragment.ts';
import { parseDesign, serializeDesign } from '#core/io/design-file.ts';
import { createLink, EditSession } from '../../../support/edit-session.ts';
import { builtInCatalog } from '../../../support/built-in-catalog.ts';

/** Servers in a rack group, leaves and spines free-standing; servers and leaves are a unit. */
function createNetwork(): EditSession {
  return new EditSession()
    .run('addRack', { id: 'rack-1', partId: null, count: 4, name: 'Compute', position: { x: 100, y: 50 } })
    .addDevice('gpu', 'dgx-h100', 4, { rack: { rackId: 'rack-1', placementId: 'placement-1' } })
    .addDevice('leaf', 'qm9700', 2, { name: 'leaf', position: { x: 5, y: 5 } })
    .addDevice('spine', 'qm9700', 2, { name: 'spine' })
    .addLink(createLink('link-1', 'gpu', 'compute', 'leaf', 'data'))
    .addLink(createLink('link-2', 'leaf', 'data', 'spine', 'data'))
    .run('addUnit', { id: 'unit-1', name: 'SU', items: [rack, device('leaf')] });
}

const device = (id: string) => ({ kind: 'device' as const, id });
const rack = { kind: 'rack' as const, id: 'rack-1' };
const unit = { kind: 'unit' as const, id: 'unit-1' };

const lastStep = (session: EditSession): string | undefined => session.state.undoStack.at(-1)?.description;

describe('addUnit', () => {
  it('groups racks and free-standing devices under one name', () => {
    const session = createNetwork();
    expect(session.design.units).toEqual({
      'unit-1': { id: 'unit-1', name: 'SU', members: [rack, device('leaf')] },
    });
    expect(lastStep(session)).toBe('group 2 items as SU');
    expect(session.undo().design.units).toBeUndefined();
  });

  it('takes the rack of a device that stands in one', () => {
    const session = createNetwork().run('ungroupItems', { items: [unit] });
    session.run('addUnit', { id: 'unit-2', items: [device('gpu')] });
    expect(session.design.units?.['unit-2']?.members).toEqual([rack]);
  });

  it('joins a unit and more into one, and leaves no empty unit behind', () => {
    const session = createNetwork().run('addUnit', { id: 'unit-2', name: 'SU', items: [unit, device('spine')] });
    expect(session.design.units).toEqual({
      'unit-2': { id: 'unit-2', name: 'SU', members: [rack, device('leaf'), device('spine')] },
    });
  });

  it('takes a member out of the unit it is in', () => {
    const session = createNetwork().run('addUnit', {
      id: 'unit-2',
      name: 'SU',
      items: [device('leaf'), device('spine')],
    });
    expect(session.design.units?.['unit-1']?.members).toEqual([rack]);
    expect(session.design.units?.['unit-2']?.name).toBe('SU 2');
  });

  it('refuses nothing at all, and what is not there', () => {
    const session = createNetwork();
    expect(session.refuse('addUnit', { id: 'unit-2', items: [] }).code).toBe('edit.nothing');
    expect(session.refuse('addUnit', { id: 'unit-2', items: [device('nobody')] }).code).toBe('edit.unknown');
    expect(session.refuse('addUnit', { id: 'unit-1', items: [rack] }).code).toBe('edit.id-taken');
  });
});

describe('joinUnit', () => {
  it('takes more in, out of the units they were in, as one step with its name', () => {
    const session = createNetwork()
      .run('addUnit', { id: 'unit-2', name: 'Two', items: [device('spine')] })
      .run('joinUnit', { id: 'unit-2', items: [device('leaf')] });
    expect(session.design.units?.['unit-1']?.members).toEqual([rack]);
    expect(session.design.units?.['unit-2']?.members).toEqual([device('spine'), device('leaf')]);
    expect(lastStep(session)).toBe('put leaf into Two');
    // A server stands in its rack, and goes with it; the unit that loses its last member goes.
    session.run('joinUnit', { id: 'unit-2', items: [device('gpu'), device('leaf')] });
    expect(session.design.units?.['unit-1']).toBeUndefined();
    expect(session.design.units?.['unit-2']?.members).toEqual([device('spine'), device('leaf'), rack]);
    expect(lastStep(session)).toBe('put 2 items into Two');
    expect(session.undo().design.units?.['unit-1']?.members).toEqual([rack]);
  });

  it('leaves alone what is in it already, and needs a unit that is there', () => {
    const session = createNetwork().run('joinUnit', { id: 'unit-1', items: [unit, rack] });
    expect(lastStep(session)).toBe('group 2 items as SU');
    expect(session.refuse('joinUnit', { id: 'unit-9', items: [rack] }).code).toBe('edit.unknown');
    expect(session.refuse('joinUnit', { id: 'unit-1', items: [device('nobody')] }).code).toBe('edit.unknown');
  });
});

describe('a unit', () => {
  it('is named and folded as steps of their own', () => {
    const session = createNetwork().run('editUnit', { id: 'unit-1', patch: { name: 'Pod A' } });
    expect(lastStep(session)).toBe('rename the unit SU to Pod A');
    session.run('collapseUnits', { ids: ['unit-1'], collapsed: true });
    expect(lastStep(session)).toBe('collapse Pod A');
    expect(session.design.units?.['unit-1']?.collapsed).toBe(true);
    session.run('collapseUnits', { ids: ['unit-1'], collapsed: false });
    expect(session.design.units?.['unit-1']).not.toHaveProperty('collapsed');
  });

  it('has a name of its own', () => {
    const session = createNetwork().run('addUnit', { id: 'unit-2', name: 'Two', items: [device('spine')] });
    expect(session.refuse('editUnit', { id: 'unit-2', patch: { name: 'su' } }).code).toBe('edit.name-taken');
    expect(session.refuse('editUnit', { id: 'unit-2', patch: { name: '' } }).code).toBe('edit.invalid');
  });

  it('loses what is removed, and goes with its last member', () => {
    const session = createNetwork().run('removeItems', { items: [device('leaf')] });
    expect(session.design.units?.['unit-1']?.members).toEqual([rack]);
    session.run('removeItems', { items: [rack] });
    expect(session.design.units).toBeUndefined();
    expect(session.undo().undo().design.units?.['unit-1']?.members).toHaveLength(2);
  });

  it('loses a device that is put into a rack elsewhere', () => {
    const session = createNetwork()
      .run('addRack', { id: 'rack-2', partId: null, count: 2, position: { x: 0, y: 0 } })
      .run('placeDevice', { deviceId: 'leaf', rackId: 'rack-2', placementId: 'placement-2' });
    expect(session.design.units?.['unit-1']?.members).toEqual([rack]);
    const moved = createNetwork().run('moveMembers', {
      deviceId: 'leaf',
      members: { first: 0, count: 1 },
      rackId: 'rack-1',
      firstRack: 0,
      bottomUnit: 40,
      placementIds: ['placement-2'],
    });
    expect(moved.design.units?.['unit-1']?.members).toEqual([rack]);
  });

  it('is removed with all that stands in it', () => {
    const session = createNetwork().run('removeItems', { items: [unit] });
    expect(Object.keys(session.design.devices)).toEqual(['spine']);
    expect(session.design).toMatchObject({ racks: {}, placements: {}, links: {} });
    expect(session.design.units).toBeUndefined();
    expect(lastStep(session)).toBe('remove the unit SU');
  });

  it('keeps devices that also stand outside it when it is removed', () => {
    const session = createNetwork()
      .run('addRack', { id: 'rack-2', partId: null, count: 1, position: { x: 0, y: 0 } })
      .run('moveMembers', {
        deviceId: 'gpu',
        members: { first: 3, count: 1 },
        rackId: 'rack-2',
        firstRack: 0,
        bottomUnit: 1,
        placementIds: ['placement-2'],
      })
      .run('removeItems', { items: [unit] });
    expect(Object.keys(session.design.devices)).toEqual(['gpu', 'spine']);
    expect(Object.values(session.design.placements).map(({ rackId }) => rackId)).toEqual(['rack-2']);
  });
});

describe('moving and pasting', () => {
  it('name a unit that is all of what moves', () => {
    const session = createNetwork();
    const moves = [
      { ...rack, position: { x: 0, y: 0 } },
      { ...device('leaf'), position: { x: 9, y: 9 } },
    ];
    session.run('moveItems', { moves });
    expect(lastStep(session)).toBe('move SU');
    session.run('moveItems', { moves: [...moves, { ...device('spine'), position: { x: 50, y: 0 } }] });
    expect(lastStep(session)).toBe('move 3 items');
  });
});

describe('ungroupItems', () => {
  it('lets all members of a unit go', () => {
    const session = createNetwork().run('ungroupItems', { items: [unit] });
    expect(session.design.units).toBeUndefined();
    expect(Object.keys(session.design.racks)).toEqual(['rack-1']);
    expect(lastStep(session)).toBe('ungroup SU');
  });

  it('takes single members out', () => {
    const session = createNetwork().run('ungroupItems', { items: [device('leaf')] });
    expect(session.design.units?.['unit-1']?.members).toEqual([rack]);
    expect(lastStep(session)).toBe('take leaf out of SU');
    session.run('ungroupItems', { items: [rack] });
    expect(session.design.units).toBeUndefined();
  });
});

describe('copies', () => {
  it('carry a unit of which all members are copied', () => {
    const session = createNetwork();
    const items: ObjectRef[] = [unit];
    session.run('duplicateItems', { items, ids: createDuplicateIds(session.design, items), offset: { x: 40, y: 30 } });
    const copy = Object.values(session.design.units ?? {}).find(({ id }) => id !== 'unit-1');
    expect(copy).toMatchObject({ id: 'unit-2', name: 'SU 2' });
    expect(copy?.members).toEqual([
      { kind: 'rack', id: 'rack-2' },
      { kind: 'device', id: expect.stringMatching(/^device-/) as string },
    ]);
    expect(Object.keys(session.design.links)).toHaveLength(3);
    expect(lastStep(session)).toBe('duplicate SU');
  });

  it('leave a unit out of which some members are not copied', () => {
    expect(pickFragment(createNetwork().design, [rack]).units).toBeUndefined();
    expect(pickFragment(createNetwork().design, [unit]).units).toHaveProperty('unit-1');
    expect(pickFragment(createNetwork().design, [device('leaf'), { ...rack, member: 0 }]).units).toBeUndefined();
  });

  it('go through a file into another design', () => {
    const text = serializeDesign(pickFragment(createNetwork().design, [unit]));
    const read = parseDesign(text, 'clipboard');
    if (!read.ok) throw new Error(read.error.message);
    const other = new EditSession();
    const ids = createPasteIds(other.design, read.value, builtInCatalog);
    other.run('pasteItems', { fragment: read.value, ids, offset: { x: 0, y: 0 } });
    expect(Object.values(other.design.units ?? {})).toMatchObject([{ id: 'unit-1', name: 'SU' }]);
    expect(lastStep(other)).toBe('paste SU');
    expect(other.undo().design.units).toBeUndefined();
  });
});
