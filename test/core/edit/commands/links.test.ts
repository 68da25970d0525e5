import { describe, expect, it } from 'vitest';
import { createLink, EditSession } from '../../../support/edit-session.ts';

function createPair(): EditSession {
  return new EditSession().addDevice('gpu', 'dgx-h100', 4).addDevice('leaf', 'qm9700', 2, { name: 'leaf' });
}
const link = createLink('link-1', 'gpu', 'compute', 'leaf', 'data');
const refuseLink = (session: EditSession, ...args: Parameters<typeof createLink>) =>
  session.refuse('addLink', { link: createLink(...args) });

describe('addLink', () => {
  it('allows several links between the same two blocks', () => {
    const session = createPair()
      .addLink(link)
      .addLink({ ...link, id: 'link-2' });
    expect(Object.keys(session.design.links)).toEqual(['link-1', 'link-2']);
  });

  it('refuses what does not exist or is taken', () => {
    const session = createPair().addLink(link);
    expect(session.refuse('addLink', { link }).code).toBe('edit.id-taken');
    expect(refuseLink(session, 'n', 'gone', 'compute', 'leaf', 'data').message).toBe(
      'There is no device gone in the design.',
    );
    expect(refuseLink(session, 'n', 'gpu', 'compute', 'leaf', 'gone').message).toBe('leaf has no port block gone.');
    expect(refuseLink(session, 'n', 'gpu', 'compute', 'leaf', 'data', { fabricId: 'f' }).message).toBe(
      'There is no fabric f in the design.',
    );
  });

  it('refuses ports that speak different protocols, or share no speed, and says what would fit', () => {
    const session = createPair().addLink(link).addDevice('eth', 'sn2201', 1);
    expect(refuseLink(session, 'n', 'leaf', 'data', 'eth', 'uplink').message).toBe(
      'leaf data ports speak InfiniBand, SN2201 uplink ports Ethernet: link leaf to ports that speak InfiniBand.',
    );
    expect(refuseLink(session, 'n', 'gpu', 'compute', 'eth', 'data').message).toMatch(
      /^DGX H100 compute ports run at 400 Gb\/s, SN2201 data ports at 1 Gb\/s: /,
    );
    expect(refuseLink(session, 'n', 'gpu', 'compute', 'leaf', 'data', { speedGbps: 200 }).message).toBe(
      'DGX H100 compute ports and leaf data ports share 400 Gb/s, not 200 Gb/s.',
    );
  });

  it('asks for a NIC before slots are linked', () => {
    const session = createPair().addLink(link).addDevice('xe', 'dell-xe9680', 1);
    expect(refuseLink(session, 'n', 'xe', 'compute', 'leaf', 'data').message).toMatch(
      /slots of .* are empty: choose a NIC/,
    );
  });

  it('links the members of one group to each other as a mesh or as listed', () => {
    const session = createPair().addLink(createLink('isl', 'leaf', 'data', 'leaf', 'data'));
    const self = (more: object) => refuseLink(session, 'n', 'leaf', 'data', 'leaf', 'data', more).code;
    expect(self({ pattern: 'pair' })).toBe('edit.self-pattern');
    expect(self({ pattern: 'explicit', pairs: [[1, 1]] })).toBe('edit.self-pair');
    session.run('setDeviceCount', { id: 'leaf', count: 1 });
    expect(self({})).toBe('edit.no-link');
  });
});

describe('editLink', () => {
  it('goes over to listed pairs and back', () => {
    const session = createPair()
      .addLink(link)
      .run('editLink', { id: 'link-1', patch: { pattern: 'explicit' } });
    expect(session.design.links['link-1']?.pairs).toEqual([
      [0, 0],
      [1, 1],
    ]);
    session.run('editLink', { id: 'link-1', patch: { pattern: 'rail' } });
    expect(session.design.links['link-1']?.pairs).toEqual([]);
  });

  it('refuses speeds, pairs, fabrics and media that do not exist', () => {
    const session = createPair().addLink(link);
    const patch = (value: object) => session.refuse('editLink', { id: 'link-1', patch: value }).code;
    expect(patch({ speedGbps: 800 })).toBe('edit.speed');
    expect(patch({ pattern: 'explicit', pairs: [[4, 0]] })).toBe('edit.pair-range');
    expect(patch({ fabricId: 'none' })).toBe('edit.unknown');
    expect(patch({ medium: { kind: 'cable', cableId: 'qm9700' } })).toBe('edit.unknown-part');
    expect(patch({ lengthM: 0 })).toBe('edit.invalid');
  });

  it('sets one medium on several links at once, in one step', () => {
    const session = createPair()
      .addLink(link)
      .addLink({ ...link, id: 'link-2' });
    const cableId = 'no-such-cable';
    expect(session.refuse('setLinkMedium', { ids: ['link-1'], medium: { kind: 'cable', cableId } }).message).toBe(
      'The part no-such-cable is not a cable of the catalog.',
    );
    const steps = session.state.undoStack.length;
    session.run('setLinkMedium', { ids: ['link-1', 'link-2'], medium: { kind: 'cable', cableId: dacId } });
    expect(session.state.undoStack).toHaveLength(steps + 1);
    expect(session.state.undoStack.at(-1)?.description).toBe('change the medium of 2 links');
    expect(Object.values(session.design.links).map(({ medium }) => medium)).toEqual([
      { kind: 'cable', cableId: dacId },
      { kind: 'cable', cableId: dacId },
    ]);
  });
});

const dacId = 'hpe-p50396';
