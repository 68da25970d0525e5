import { describe, expect, it } from 'vitest';
import { createLink, EditSession } from '../../../support/edit-session.ts';

function createNetwork(): EditSession {
  return new EditSession()
    .addDevice('gpu', 'dgx-h100', 4)
    .addDevice('leaf', 'qm9700', 2, { name: 'leaf' })
    .addDevice('spine', 'qm9700', 2, { name: 'spine' })
    .addLink(createLink('link-1', 'gpu', 'compute', 'leaf', 'data'))
    .addLink(createLink('link-2', 'leaf', 'data', 'spine', 'data'));
}

describe('editLinks', () => {
  it('changes all of them in one step', () => {
    const session = createNetwork();
    const before = session.design;
    session.run('editLinks', { ids: ['link-1', 'link-2'], patch: { lengthM: 12 } });
    expect(Object.values(session.design.links).map(({ lengthM }) => lengthM)).toEqual([12, 12]);
    expect(session.state.undoStack.at(-1)?.description).toBe('change the length of 2 links');
    expect(session.undo().design).toEqual(before);
  });

  it('changes none where one cannot take it', () => {
    const session = createNetwork();
    const before = session.design;
    expect(session.refuse('editLinks', { ids: ['link-1', 'gone'], patch: { lengthM: 5 } }).code).toBe('edit.unknown');
    // The switches know 200 Gb/s, the servers do not.
    expect(session.refuse('editLinks', { ids: ['link-2', 'link-1'], patch: { speedGbps: 200 } }).message).toContain(
      '200',
    );
    expect(session.refuse('editLinks', { ids: [], patch: { lengthM: 5 } }).code).toBe('edit.nothing');
    expect(session.design).toBe(before);
  });
});

describe('editDevices', () => {
  it('changes count and fields of all of them in one step', () => {
    const session = createNetwork();
    const before = session.design;
    session.run('editDevices', { ids: ['leaf', 'spine'], count: 4, patch: { phase: 2 } });
    expect(session.design.devices).toMatchObject({
      leaf: { count: 4, phase: 2 },
      spine: { count: 4, phase: 2 },
      gpu: { count: 4, phase: 1 },
    });
    expect(session.state.undoStack.at(-1)?.description).toBe('set the count of 2 devices to 4');
    expect(session.undo().design).toEqual(before);
  });

  it('says of one what the command for one says', () => {
    const session = createNetwork().run('editDevices', { ids: ['leaf'], patch: { locked: true } });
    expect(session.state.undoStack.at(-1)?.description).toBe('lock leaf');
    expect(session.refuse('editDevices', { ids: ['leaf', 'spine'], count: 0 }).code).toMatch(/^edit\./);
  });
});
