import { describe, expect, it } from 'vitest';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { createDuplicateIds } from '#core/edit/commands/duplicate-items.ts';
import { createLink, EditSession } from '../../../support/edit-session.ts';

/** Servers in a rack at (100, 50), leaves and spines free-standing, two links in one fabric. */
function createNetwork(): EditSession {
  return new EditSession()
    .run('addRack', { id: 'rack-1', partId: null, count: 4, position: { x: 100, y: 50 } })
    .addDevice('gpu', 'dgx-h100', 4, { rack: { rackId: 'rack-1', placementId: 'placement-1' } })
    .addDevice('leaf', 'qm9700', 2, { name: 'leaf', position: { x: 5, y: 5 } })
    .addDevice('spine', 'qm9700', 2, { name: 'spine' })
    .addLink(createLink('link-1', 'gpu', 'compute', 'leaf', 'data'))
    .addLink(createLink('link-2', 'leaf', 'data', 'spine', 'data'));
}

const device = (id: string): ObjectRef => ({ kind: 'device', id });
const rack: ObjectRef = { kind: 'rack', id: 'rack-1' };

describe('removeItems', () => {
  it('takes links along with a device, and the fabric with its last link', () => {
    const session = createNetwork().run('removeItems', { items: [device('spine')] });
    expect(Object.keys(session.design.links)).toEqual(['link-1']);
    expect(Object.keys(session.design.fabrics)).toEqual(['fabric-1']);
    session.run('removeItems', { items: [{ kind: 'link', id: 'link-1' }] });
    expect(session.design.fabrics).toEqual({});
    expect(Object.keys(session.undo().design.fabrics)).toEqual(['fabric-1']);
  });

  it('keeps a fabric that has no link yet', () => {
    const session = createNetwork();
    const storage = {
      id: 'f2',
      name: 'Storage',
      purpose: 'storage',
      technology: 'ethernet',
      routing: 'ecmp',
      targetOversubscription: null,
    } as const;
    session.run('addFabric', { fabric: storage }).run('removeItems', { items: [device('leaf')] });
    expect(Object.keys(session.design.fabrics)).toEqual(['f2']);
  });

  it('sets the devices of a removed rack down where it stood', () => {
    const session = createNetwork().run('removeItems', { items: [rack] });
    expect(session.design.racks).toEqual({});
    expect(session.design.placements).toEqual({});
    expect(session.design.devices['gpu']?.position).toEqual({ x: 100, y: 50 });
  });

  it('removes links of a removed fabric, and everything of a selection that overlaps itself', () => {
    const session = createNetwork().run('removeItems', { items: [{ kind: 'fabric', id: 'fabric-1' }] });
    expect(session.design.links).toEqual({});
    session.undo();
    session.run('removeItems', {
      items: [rack, device('gpu'), { kind: 'link', id: 'link-1' }, device('leaf'), device('spine')],
    });
    expect(session.design).toMatchObject({ devices: {}, racks: {}, links: {}, fabrics: {}, placements: {} });
    expect(session.state.undoStack.at(-1)?.description).toBe('remove 5 items');
  });

  it('refuses what is not there', () => {
    const session = createNetwork();
    expect(session.refuse('removeItems', { items: [device('gpu'), device('gone')] }).code).toBe('edit.unknown');
    expect(session.refuse('removeItems', { items: [{ kind: 'design', id: 'design' }] }).code).toBe('edit.design');
  });
});

describe('duplicateItems', () => {
  const copy = (session: EditSession, items: ObjectRef[]) =>
    session.run('duplicateItems', { items, ids: createDuplicateIds(session.design, items), offset: { x: 40, y: 30 } });

  it('copies a rack with what stands in it and the links among the copies', () => {
    const session = copy(createNetwork(), [rack, device('leaf')]);
    expect(session.design.racks['rack-2']).toMatchObject({ name: 'Rack 2', count: 4, position: { x: 140, y: 80 } });
    expect(session.design.devices['device-1']).toMatchObject({
      name: 'leaf 2',
      nameTemplate: 'leaf-2-{i}',
      position: { x: 45, y: 35 },
    });
    expect(session.design.devices['device-2']).toMatchObject({ name: 'DGX H100 2', nameTemplate: 'dgx-h100-2-{i}' });
    expect(session.design.placements['placement-2']).toMatchObject({
      deviceId: 'device-2',
      rackId: 'rack-2',
      perRack: 1,
    });
    // The link to the spine leaves the copied set, so it is not copied.
    expect(Object.keys(session.design.links)).toEqual(['link-1', 'link-2', 'link-3']);
    expect(session.design.links['link-3']).toMatchObject({
      a: { deviceId: 'device-2', blockId: 'compute' },
      b: { deviceId: 'device-1', blockId: 'data' },
      fabricId: 'fabric-1',
    });
    expect(session.state.undoStack.at(-1)?.description).toBe('duplicate 2 items');
  });

  it('counts names up, also from a copy', () => {
    const session = copy(copy(createNetwork(), [device('leaf')]), [device('leaf')]);
    copy(session, [device('device-1')]);
    expect(
      Object.values(session.design.devices)
        .map(({ name }) => name)
        .slice(3),
    ).toEqual(['leaf 2', 'leaf 3', 'leaf 4']);
    expect(new Set(Object.values(session.design.devices).map(({ nameTemplate }) => nameTemplate)).size).toBe(6);
  });

  it('sets a device that is copied out of a rack down beside it', () => {
    const session = copy(createNetwork(), [device('gpu')]);
    expect(session.design.devices['device-1']?.position).toEqual({ x: 140, y: 80 });
    expect(Object.keys(session.design.placements)).toEqual(['placement-1']);
  });

  it('refuses ids that are missing, taken or given twice', () => {
    const session = createNetwork();
    const refuse = (ids: Record<string, string>) =>
      session.refuse('duplicateItems', { items: [device('leaf'), device('spine')], ids, offset: { x: 0, y: 0 } }).code;
    expect(refuse({})).toBe('edit.no-id');
    expect(refuse({ leaf: 'x', spine: 'x', 'link-2': 'y' })).toBe('edit.id-taken');
    expect(refuse({ leaf: 'gpu', spine: 'x', 'link-2': 'y' })).toBe('edit.id-taken');
    expect(refuse({ leaf: 'x', spine: '__proto__', 'link-2': 'y' })).toBe('edit.id-taken');
  });
});
