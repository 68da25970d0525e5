import { describe, expect, it } from 'vitest';
import { createLink, EditSession } from '../../../support/edit-session.ts';

describe('editDevice', () => {
  it('renames with default member names, and refuses a name that is taken', () => {
    const session = new EditSession().addDevice('a', 'qm9700', 12).addDevice('b', 'qm9700', 4, { name: 'spine' });
    session.run('editDevice', { id: 'a', patch: { name: 'Leaf' } });
    expect(session.design.devices['a']).toMatchObject({ name: 'Leaf', nameTemplate: 'leaf-{i:2}' });
    expect(session.refuse('editDevice', { id: 'a', patch: { name: 'Spine' } })).toEqual({
      code: 'edit.name-taken',
      message: 'There is already a device named Spine.',
    });
    session.run('editDevice', { id: 'a', patch: { name: 'LEAF' } });
    expect(session.design.devices['a']?.name).toBe('LEAF');
  });

  it('keeps links over a change of part when the new part has their port blocks', () => {
    const session = new EditSession()
      .addDevice('gpu', 'dgx-h100', 4)
      .addDevice('leaf', 'qm9700', 1, { name: 'leaf' })
      .addLink(createLink('link', 'gpu', 'compute', 'leaf', 'data'));
    session.run('editDevice', { id: 'gpu', patch: { partId: 'dgx-h200' } });
    expect(session.design.devices['gpu']).toMatchObject({
      partId: 'dgx-h200',
      name: 'DGX H200',
      nameTemplate: 'dgx-h200-{i}',
    });
    expect(Object.keys(session.design.links)).toEqual(['link']);
    expect(session.refuse('editDevice', { id: 'gpu', patch: { partId: 'ddn-ai400x2' } })).toEqual({
      code: 'edit.lost-block',
      message: expect.stringContaining('has no port block compute, which the link DGX H200 to leaf uses'),
    });
    expect(session.refuse('editDevice', { id: 'gpu', patch: { partId: 'orv3-meta' } }).code).toBe('edit.unknown-part');
  });

  it('keeps a name the user gave over a change of part', () => {
    const session = new EditSession().addDevice('gpu', 'dgx-h100', 4, { name: 'trainer' });
    session.run('editDevice', { id: 'gpu', patch: { partId: 'dgx-h200' } });
    expect(session.design.devices['gpu']?.name).toBe('trainer');
  });

  it('puts NICs into adapter slots only', () => {
    const session = new EditSession().addDevice('gpu', 'dell-xe9680', 4);
    session.run('editDevice', { id: 'gpu', patch: { adapters: { compute: 'cx7-heat' } } });
    expect(session.design.devices['gpu']?.adapters).toEqual({ compute: 'cx7-heat' });
    expect(session.refuse('editDevice', { id: 'gpu', patch: { adapters: { bmc: 'cx7-heat' } } }).code).toBe(
      'edit.no-slot',
    );
    expect(session.refuse('editDevice', { id: 'gpu', patch: { adapters: { compute: 'qm9700' } } }).message).toBe(
      'QM9700 is not a NIC of the catalog.',
    );
    session.run('editDevice', { id: 'gpu', patch: { partId: 'dgx-h100' } });
    expect(session.design.devices['gpu']?.adapters).toEqual({});
  });
});
