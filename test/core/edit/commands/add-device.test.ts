import { describe, expect, it } from 'vitest';
import { EditSession } from '../../../support/edit-session.ts';

const rack = (rackId: string, placementId: string) => ({ rack: { rackId, placementId } });

describe('addDevice', () => {
  it('gives every part the role it is bought for', () => {
    const session = new EditSession()
      .addDevice('gpu', 'dgx-h100', 1)
      .addDevice('storage', 'ddn-ai400x2', 1)
      .addDevice('management', 'basepod-mgmt', 1)
      .addDevice('first-switch', 'qm9700', 1)
      .addDevice('second-switch', 'qm9700', 1)
      .addDevice('core', 'qm9700', 1, { role: 'core' });
    expect(Object.values(session.design.devices).map((device) => [device.id, device.role])).toEqual([
      ['gpu', 'endpoint'],
      ['storage', 'storage'],
      ['management', 'management'],
      ['first-switch', 'leaf'],
      ['second-switch', 'spine'],
      ['core', 'core'],
    ]);
  });

  it('makes names unique and pads member names by the count', () => {
    const session = new EditSession()
      .addDevice('a', 'dgx-h100', 127)
      .addDevice('b', 'dgx-h100', 10)
      .addDevice('c', 'dgx-h100', 9, { name: 'dgx h100' })
      .addDevice('d', 'dgx-h100', 1, { name: 'GPU / node #1' });
    expect(Object.values(session.design.devices).map((device) => [device.name, device.nameTemplate])).toEqual([
      ['DGX H100', 'dgx-h100-{i:3}'],
      ['DGX H100 2', 'dgx-h100-2-{i:2}'],
      ['dgx h100 3', 'dgx-h100-3-{i}'],
      ['GPU / node #1', 'gpu-node-1-{i}'],
    ]);
  });

  it('refuses parts that are no devices and ids that are taken or reserved', () => {
    const session = new EditSession().addDevice('a', 'dgx-h100', 1);
    const args = { count: 1, position: { x: 0, y: 0 } };
    expect(session.refuse('addDevice', { ...args, id: 'a', partId: 'qm9700' }).code).toBe('edit.id-taken');
    expect(session.refuse('addDevice', { ...args, id: 'toString', partId: 'qm9700' }).code).toBe('edit.id-taken');
    expect(session.refuse('addDevice', { ...args, id: 'b', partId: 'nothing' }).code).toBe('edit.unknown-part');
    expect(session.refuse('addDevice', { ...args, id: 'b', partId: 'orv3-meta' }).message).toBe(
      'Open Rack V3 frame is not a server or a switch, so it cannot stand in the network by itself.',
    );
    expect(session.refuse('addDevice', { ...args, id: 'b', partId: 'qm9700', count: 0 }).code).toBe('edit.invalid');
  });
});

describe('addDevice into racks', () => {
  // Four racks of 42 units; a DGX H100 takes 8, a QM9700 takes 1.
  const racks = () =>
    new EditSession().run('addRack', {
      id: 'rack',
      partId: null,
      count: 4,
      name: 'Compute rack',
      position: { x: 0, y: 0 },
    });

  it('deals members evenly and stacks above what stands there', () => {
    const session = racks()
      .addDevice('gpu', 'dgx-h100', 16, rack('rack', 'p1'))
      .addDevice('leaf', 'qm9700', 4, rack('rack', 'p2'));
    expect(session.design.placements).toMatchObject({
      p1: { memberCount: 16, firstRack: 0, perRack: 4, bottomUnit: 1 },
      // Four servers of 8 units fill units 1 to 32.
      p2: { memberCount: 4, firstRack: 0, perRack: 1, bottomUnit: 33 },
    });
  });

  it('says how many units are free and needed when it does not fit, and adds nothing', () => {
    const session = racks()
      .addDevice('gpu', 'dgx-h100', 16, rack('rack', 'p1'))
      .addDevice('leaf', 'qm9700', 16, rack('rack', 'p2'));
    // 42 - 32 - 4 = 6 units are left.
    const args = { id: 'late', partId: 'dgx-h100', count: 4, position: { x: 0, y: 0 }, ...rack('rack', 'p3') };
    expect(session.refuse('addDevice', args)).toEqual({
      code: 'edit.no-space',
      message: 'Compute rack has 6 U free, DGX H100 2 needs 8 U.',
    });
    expect(session.refuse('addDevice', { ...args, count: 8 }).message).toBe(
      'Compute rack has 6 U free, DGX H100 2 needs 16 U (2 to a rack, 8 U each).',
    );
    expect(Object.keys(session.design.devices)).toEqual(['gpu', 'leaf']);
  });

  it('uses a gap below when there is no room above', () => {
    const session = racks()
      .addDevice('low', 'dgx-h100', 4, rack('rack', 'p1'))
      .addDevice('mid', 'dgx-h100', 12, rack('rack', 'p2'))
      .addDevice('top', 'dgx-h100', 4, rack('rack', 'p3'))
      .run('removeItems', { items: [{ kind: 'device', id: 'low' }] })
      .addDevice('new', 'dgx-h100', 4, rack('rack', 'p4'));
    // Units 1-8 were freed; 9-32 and 33-40 are taken; above are only two.
    expect(session.design.placements['p4']?.bottomUnit).toBe(1);
  });

  it('shares a unit between devices that stand in different racks of the group', () => {
    const session = racks().addDevice('one', 'dgx-h100', 1, rack('rack', 'p1'));
    // One member stands in the first rack only; the second device, too, starts there.
    session.addDevice('two', 'dgx-h100', 1, rack('rack', 'p2'));
    expect(session.design.placements['p2']).toMatchObject({ firstRack: 0, bottomUnit: 9 });
  });

  it('refuses chosen units that are taken or outside the rack', () => {
    const session = racks().addDevice('gpu', 'dgx-h100', 4, rack('rack', 'p1'));
    const place = (bottomUnit: number) => ({
      id: 'leaf',
      partId: 'qm9700',
      count: 4,
      name: 'leaf',
      position: { x: 0, y: 0 },
      rack: { rackId: 'rack', placementId: 'p2', bottomUnit },
    });
    expect(session.refuse('addDevice', place(8)).message).toBe(
      'leaf needs units 8 to 8 of Compute rack, DGX H100 stands there.',
    );
    expect(session.refuse('addDevice', place(43)).message).toBe(
      'leaf at unit 43 reaches unit 43, Compute rack has 42.',
    );
    session.run('addDevice', place(42));
    expect(session.design.placements['p2']?.bottomUnit).toBe(42);
  });
});
