import { describe, expect, it } from 'vitest';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { extendCatalog, listParts } from '#core/catalog/catalog.ts';
import { createDesign, type Design } from '#core/design/design.ts';
import { createPasteIds } from '#core/edit/fragment-ids.ts';
import { listCutDevices, pickFragment } from '#core/edit/pick-fragment.ts';
import { parseDesign, serializeDesign } from '#core/io/design-file.ts';
import { builtInCatalog } from '../../../support/built-in-catalog.ts';
import { createLink, EditSession } from '../../../support/edit-session.ts';

const device = (id: string): ObjectRef => ({ kind: 'device', id });
const rack = (id: string, member?: number): ObjectRef => ({
  kind: 'rack',
  id,
  ...(member === undefined ? {} : { member }),
});

const pduId = listParts(builtInCatalog, 'pdu')[0]?.id ?? '';

/** Eight servers, two to a rack, in four racks that stand in a row; four leaves in a rack; a spine beside them. */
function createPod(): EditSession {
  return new EditSession()
    .run('addFeed', { feed: { id: 'feed-1', name: 'Side A', ratedKw: null, derating: 0.8, isOff: false } })
    .run('addRack', { id: 'rack-1', partId: null, count: 4, name: 'Compute', position: { x: 100, y: 50 } })
    .run('addRack', { id: 'rack-2', partId: null, count: 1, name: 'Network', position: { x: 400, y: 50 } })
    .run('setRackPower', { rackIds: ['rack-1'], pdus: [{ partId: pduId, count: 1, feedId: 'feed-1' }] })
    .addDevice('gpu', 'dgx-h100', 8)
    .run('placeDevice', { deviceId: 'gpu', rackId: 'rack-1', placementId: 'placement-1', perRack: 2 })
    .addDevice('leaf', 'qm9700', 4, { name: 'leaf' })
    .run('placeDevice', { deviceId: 'leaf', rackId: 'rack-2', placementId: 'placement-2', perRack: 4 })
    .addDevice('spine', 'qm9700', 2, { name: 'spine' })
    .addLink(createLink('link-1', 'gpu', 'compute', 'leaf', 'data', { pattern: 'rail' }))
    .addLink(createLink('link-2', 'leaf', 'data', 'spine', 'data'));
}

/** Through the clipboard: as text, into that session. */
function paste(fragment: Design, session: EditSession, offset = { x: 0, y: 0 }): EditSession {
  const read = parseDesign(serializeDesign(fragment), 'clipboard');
  if (!read.ok) throw new Error(read.error.message);
  return session.run('pasteItems', {
    fragment: read.value,
    ids: createPasteIds(session.design, read.value, extendCatalog(builtInCatalog, Object.values(session.design.parts))),
    offset,
  });
}

describe('pasteItems', () => {
  it('adds racks with what stands in them and the links among it, as one step that leaves no trace', () => {
    const session = createPod();
    const before = session.design;
    paste(pickFragment(before, [rack('rack-1'), rack('rack-2')]), session, { x: 40, y: 30 });
    const { racks, devices, links, fabrics, feeds, placements } = session.design;
    expect(Object.values(racks).map(({ name }) => name)).toEqual(['Compute', 'Network', 'Compute 2', 'Network 2']);
    expect(racks['rack-3']?.position).toEqual({ x: 140, y: 80 });
    expect(
      Object.values(devices)
        .map(({ name, count }) => `${name} ${count}`)
        .slice(3),
    ).toEqual(['DGX H100 2 8', 'leaf 2 4']);
    expect(Object.keys(placements)).toHaveLength(4);
    expect(Object.keys(links)).toHaveLength(3);
    expect(links['link-3']).toMatchObject({
      fabricId: 'fabric-1',
      a: { deviceId: 'device-1' },
      b: { deviceId: 'device-2' },
    });
    expect([Object.keys(fabrics), Object.keys(feeds ?? {})]).toEqual([['fabric-1'], ['feed-1']]);
    expect(session.state.undoStack.at(-1)?.description).toBe('paste 5 racks');
    expect(session.undo().design).toEqual(before);
  });

  it('brings fabric and feed along into another design, and keeps names that are free there', () => {
    const source = createPod();
    const session = paste(pickFragment(source.design, [rack('rack-1'), rack('rack-2')]), new EditSession());
    expect(session.design).toMatchObject({
      racks: { 'rack-1': { name: 'Compute', pdus: [{ feedId: 'feed-1' }] } },
      devices: { 'device-2': { name: 'leaf', nameTemplate: source.design.devices['leaf']?.nameTemplate } },
      fabrics: { 'fabric-1': { name: 'Compute' } },
      feeds: { 'feed-1': { name: 'Side A' } },
    });
    paste(pickFragment(source.design, [rack('rack-1'), rack('rack-2')]), session);
    expect([Object.keys(session.design.fabrics), Object.keys(session.design.feeds ?? {})]).toEqual([
      ['fabric-1'],
      ['feed-1'],
    ]);
    expect(new Set(Object.values(session.design.devices).map(({ nameTemplate }) => nameTemplate)).size).toBe(4);
  });

  it('names the step by how many racks there are, and leaves units, views and what else is there alone', () => {
    const source = new EditSession();
    for (const [at, name] of ['East', 'West'].entries()) {
      const position = { x: 400 * at, y: 0 };
      source.run('addRack', { id: `rack-${at + 1}`, partId: null, count: 16, name, position });
    }
    const camera = { x: 0, y: 0, zoom: 1 };
    const session = createPod()
      .run('addView', {
        view: { id: 'view-1', name: 'All', tab: 'topology', camera, overlay: 'none', fabricIds: null },
      })
      .run('addUnit', { id: 'unit-1', name: 'Pod', items: [{ kind: 'rack', id: 'rack-1' }] });
    const before = session.design;
    paste(pickFragment(source.design, [rack('rack-1'), rack('rack-2')]), session);
    expect(session.state.undoStack.at(-1)?.description).toBe('paste 32 racks');
    expect([session.design.views, session.design.units]).toEqual([before.views, before.units]);
    expect(session.undo().design).toEqual(before);
  });

  it('leaves pasted racks off the floor', () => {
    const session = createPod()
      .run('addRoom', {
        room: {
          id: 'room-1',
          name: 'Hall',
          xM: 0,
          yM: 0,
          widthM: 20,
          depthM: 20,
          trayHeightM: 2.5,
          trayWidthMm: 600,
          trayDepthMm: 100,
          crossTraysM: [],
        },
      })
      .run('addRows', {
        rows: [
          {
            id: 'row-1',
            name: 'A',
            roomId: 'room-1',
            xM: 1,
            yM: 1,
            slotCount: 8,
            pitchM: 0.6,
            depthM: 1.2,
            facing: 'north',
          },
        ],
      })
      .run('standRacks', {
        stands: [{ id: 'stand-1', rackId: 'rack-1', firstRack: 0, rackCount: 4, rowId: 'row-1', firstSlot: 0 }],
      });
    paste(pickFragment(session.design, [rack('rack-1')]), session);
    expect(Object.keys(session.design.stands ?? {})).toEqual(['stand-1']);
  });

  it('copies single racks of a group with the members that stand in them', () => {
    const { design } = createPod();
    const fragment = pickFragment(design, [rack('rack-1', 1), rack('rack-1', 3), rack('rack-2')]);
    expect(fragment.racks['rack-1']?.count).toBe(2);
    // Members 2 and 3 of rack 1 (from 0), 6 and 7 of rack 3: four in all, two to a rack.
    expect(fragment.devices['gpu']?.count).toBe(4);
    expect(
      Object.values(fragment.placements).map((p) => [p.deviceId, p.firstMember, p.memberCount, p.firstRack]),
    ).toEqual([
      ['gpu', 0, 2, 0],
      ['gpu', 2, 2, 1],
      ['leaf', 0, 4, 0],
    ]);
    expect(listCutDevices(design, fragment).map(({ id }) => id)).toEqual(['gpu']);
    paste(fragment, new EditSession());
  });

  it('numbers runs and listed pairs of a link anew, and drops one that has none left', () => {
    const session = createPod()
      .run('editLink', { id: 'link-2', patch: { members: { a: { first: 2, count: 2 } } } })
      .run('editLink', {
        id: 'link-1',
        patch: {
          pattern: 'explicit',
          pairs: [
            [2, 0],
            [5, 1],
            [7, 3],
          ],
        },
      });
    const fragment = pickFragment(session.design, [
      rack('rack-1', 1),
      rack('rack-1', 3),
      { ...device('leaf'), member: 0 },
      { ...device('leaf'), member: 3 },
      device('spine'),
    ]);
    expect(fragment.links['link-1']?.pairs).toEqual([
      [0, 0],
      [3, 1],
    ]);
    expect(fragment.links['link-2']?.a.members).toEqual({ first: 1, count: 1 });
    expect(Object.keys(pickFragment(session.design, [{ ...device('gpu'), member: 0 }, device('leaf')]).links)).toEqual(
      [],
    );
  });

  it('gives an own part another id where that one means something else', () => {
    const base = builtInCatalog.byId.get('qm9700');
    if (base?.kind !== 'switch') throw new Error('the catalog has no QM9700');
    const create = (model: string) =>
      new EditSession().run('addPart', { part: { ...base, id: 'own-1', model } }).addDevice('leaf', 'own-1', 2);
    const target = paste(pickFragment(create('Mine').design, [device('leaf')]), create('Yours'));
    expect(target.design.parts).toMatchObject({ 'own-1': { model: 'Yours' }, 'own-1-2': { model: 'Mine' } });
    expect(target.design.devices['device-1']?.partId).toBe('own-1-2');
    paste(pickFragment(create('Mine').design, [device('leaf')]), target);
    expect(Object.keys(target.design.parts)).toEqual(['own-1', 'own-1-2']);
  });

  it('refuses nothing at all, what does not hold together, and ids that are taken', () => {
    const session = createPod();
    const ids = createPasteIds(session.design, session.design, builtInCatalog);
    const refuse = (fragment: Design, given = ids) =>
      session.refuse('pasteItems', { fragment, ids: given, offset: { x: 0, y: 0 } }).code;
    expect(refuse(createDesign('Empty'))).toBe('edit.nothing');
    expect(refuse({ ...session.design, fabrics: {} })).toBe('edit.broken');
    expect(refuse(session.design, { ...ids, racks: { 'rack-1': 'rack-9' } })).toBe('edit.no-id');
    expect(refuse(session.design, { ...ids, devices: { ...ids.devices, gpu: 'leaf' } })).toBe('edit.id-taken');
    expect(refuse(session.design, { ...ids, fabrics: { 'fabric-1': '__proto__' } })).toBe('edit.id-taken');
  });
});
