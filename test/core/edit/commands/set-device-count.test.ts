import { describe, expect, it } from 'vitest';
import { createLink, EditSession } from '../../../support/edit-session.ts';

/** 8 servers dealt over 4 racks of 42 units. */
function createRacked(): EditSession {
  return new EditSession()
    .run('addRack', { id: 'rack', partId: null, count: 4, position: { x: 0, y: 0 } })
    .addDevice('gpu', 'dgx-h100', 8, { rack: { rackId: 'rack', placementId: 'p1' } });
}

describe('setDeviceCount', () => {
  it('keeps a wholly placed device wholly placed', () => {
    const session = createRacked();
    expect(session.run('setDeviceCount', { id: 'gpu', count: 13 }).design.placements['p1']).toMatchObject({
      memberCount: 13,
      perRack: 4,
    });
    expect(session.run('setDeviceCount', { id: 'gpu', count: 3 }).design.placements['p1']).toMatchObject({
      memberCount: 3,
      perRack: 1,
    });
  });

  it('lets a rack overflow: the user may be about to change it, and the analysis reports it', () => {
    const session = createRacked().run('setDeviceCount', { id: 'gpu', count: 40 });
    expect(session.design.placements['p1']).toMatchObject({ memberCount: 40, perRack: 10, bottomUnit: 1 });
  });

  it('keeps a number per rack that the user chose while the racks suffice', () => {
    const session = createRacked()
      .run('setDeviceCount', { id: 'gpu', count: 6 })
      .run('placeDevice', { deviceId: 'gpu', rackId: 'rack', placementId: 'p2', perRack: 4 });
    expect(session.run('setDeviceCount', { id: 'gpu', count: 9 }).design.placements['p2']?.perRack).toBe(4);
    expect(session.run('setDeviceCount', { id: 'gpu', count: 17 }).design.placements['p2']?.perRack).toBe(5);
  });

  it('moves a stack that grew into another above it', () => {
    const session = createRacked().addDevice('leaf', 'qm9700', 4, { rack: { rackId: 'rack', placementId: 'p2' } });
    // Two servers fill units 1-16, the leaf is in 17; three servers need 24 units.
    session.run('setDeviceCount', { id: 'gpu', count: 12 });
    expect(session.design.placements['p1']).toMatchObject({ perRack: 3, bottomUnit: 18 });
    expect(session.design.placements['p2']).toMatchObject({ bottomUnit: 17 });
  });

  it('cuts several placements beyond the count', () => {
    const start = createRacked();
    const placement = start.design.placements['p1'];
    if (!placement) throw new Error('not placed');
    const placements = {
      p1: { ...placement, memberCount: 5 },
      p2: { ...placement, id: 'p2', firstMember: 5, memberCount: 3, bottomUnit: 20 },
    };
    const session = new EditSession({ ...start.design, placements });
    expect(session.run('setDeviceCount', { id: 'gpu', count: 6 }).design.placements).toMatchObject({
      p1: { memberCount: 5 },
      p2: { memberCount: 1 },
    });
    expect(session.run('setDeviceCount', { id: 'gpu', count: 4 }).design.placements).toEqual({
      p1: { ...placements.p1, memberCount: 4 },
    });
  });

  it('drops listed pairs of members that are gone', () => {
    const session = new EditSession()
      .addDevice('gpu', 'dgx-h100', 4)
      .addDevice('leaf', 'qm9700', 4)
      .addLink(
        createLink('link', 'gpu', 'compute', 'leaf', 'data', {
          pattern: 'explicit',
          pairs: [
            [0, 0],
            [3, 0],
            [1, 3],
          ],
        }),
      );
    session.run('setDeviceCount', { id: 'gpu', count: 2 });
    expect(session.design.links['link']?.pairs).toEqual([
      [0, 0],
      [1, 3],
    ]);
    session.run('setDeviceCount', { id: 'leaf', count: 1 });
    expect(session.design.links['link']?.pairs).toEqual([[0, 0]]);
    expect(session.undo().undo().design.links['link']?.pairs).toHaveLength(3);
  });

  it('cuts runs of members with their pairs, and drops a link whose run is gone', () => {
    const run = (first: number, count: number) => ({
      a: { deviceId: 'gpu', blockId: 'compute', members: { first, count } },
    });
    const session = new EditSession()
      .addDevice('gpu', 'dgx-h100', 8)
      .addDevice('leaf', 'qm9700', 4)
      .addLink(createLink('low', 'gpu', 'compute', 'leaf', 'data', run(0, 4)))
      .addLink(
        createLink('high', 'gpu', 'compute', 'leaf', 'data', {
          ...run(4, 4),
          pattern: 'explicit',
          pairs: [
            [0, 0],
            [3, 1],
          ],
        }),
      );
    session.run('setDeviceCount', { id: 'gpu', count: 6 });
    expect(session.design.links['low']?.a.members).toEqual({ first: 0, count: 4 });
    expect(session.design.links['high']?.a.members).toEqual({ first: 4, count: 2 });
    expect(session.design.links['high']?.pairs).toEqual([[0, 0]]);
    session.run('setDeviceCount', { id: 'gpu', count: 3 });
    expect(Object.keys(session.design.links)).toEqual(['low']);
    expect(session.design.links['low']?.a.members).toEqual({ first: 0, count: 3 });
    expect(Object.keys(session.undo().undo().design.links)).toEqual(['low', 'high']);
  });

  it('renumbers default member names and leaves written ones', () => {
    const session = new EditSession().addDevice('a', 'dgx-h100', 9).addDevice('b', 'dgx-h100', 9);
    session.run('editDevice', { id: 'b', patch: { nameTemplate: 'node{i:4}' } });
    session.run('setDeviceCount', { id: 'a', count: 100 }).run('setDeviceCount', { id: 'b', count: 100 });
    expect(session.design.devices['a']?.nameTemplate).toBe('dgx-h100-{i:3}');
    expect(session.design.devices['b']?.nameTemplate).toBe('node{i:4}');
  });

  it('refuses counts that are none', () => {
    const session = createRacked();
    for (const count of [0, -1, 1.5, Number.NaN]) {
      expect(session.refuse('setDeviceCount', { id: 'gpu', count }).code).toBe('edit.count');
    }
  });
});
