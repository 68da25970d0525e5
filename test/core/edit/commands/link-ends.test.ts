/** Runs of members, named ports and pod sizes of links under edit. */
import { describe, expect, it } from 'vitest';
import type { Link } from '#core/design/design.ts';
import { createLink, EditSession } from '../../../support/edit-session.ts';

function createPair(more: Partial<Link> = {}): EditSession {
  return new EditSession()
    .addDevice('gpu', 'dgx-h100', 4)
    .addDevice('leaf', 'qm9700', 4, { name: 'leaf' })
    .addLink(createLink('link', 'gpu', 'compute', 'leaf', 'data', more));
}

describe('editLink', () => {
  it('sets and clears runs of members, named ports and pod sizes', () => {
    const session = createPair();
    const before = session.design.links['link'];
    session
      .run('editLink', { id: 'link', patch: { members: { a: { first: 1, count: 3 } } } })
      .run('editLink', { id: 'link', patch: { ports: { a: { first: 1, step: 2 }, b: { first: 4, step: 1 } } } })
      .run('editLink', { id: 'link', patch: { podSizes: { a: 2, b: 2 }, within: 'pod' } });
    expect(session.design.links['link']).toMatchObject({
      a: { deviceId: 'gpu', blockId: 'compute', members: { first: 1, count: 3 }, ports: { first: 1, step: 2 } },
      b: { deviceId: 'leaf', blockId: 'data', ports: { first: 4, step: 1 } },
      podSizes: { a: 2, b: 2 },
    });
    expect(session.state.undoStack.slice(-3).map(({ description }) => description)).toEqual([
      'choose the members of DGX H100 to leaf',
      'choose the ports of DGX H100 to leaf',
      'edit DGX H100 to leaf',
    ]);
    session.run('editLink', {
      id: 'link',
      patch: { members: { a: null }, ports: { a: null, b: null }, podSizes: null, within: 'all' },
    });
    expect(session.design.links['link']).toEqual(before);
  });

  it('refuses members and ports that are not there', () => {
    const session = createPair();
    const refuse = (patch: object) => session.refuse('editLink', { id: 'link', patch });
    expect(refuse({ members: { a: { first: 2, count: 3 } } })).toEqual({
      code: 'edit.member-range',
      message: 'DGX H100 has 4 members, the link names members 3 to 5.',
    });
    expect(refuse({ ports: { a: { first: 8, step: 1 } } })).toEqual({
      code: 'edit.port-range',
      message: 'DGX H100 has 8 compute ports at 400 Gb/s, the link starts at port 9.',
    });
    expect(refuse({ ports: { b: { first: 0, step: 0 } } }).code).toBe('edit.invalid');
    session.run('editLink', { id: 'link', patch: { members: { a: { first: 1, count: 3 } } } });
    expect(refuse({ pattern: 'explicit', pairs: [[3, 0]] }).message).toBe(
      'The run of DGX H100 has 3 members, the link names member 4.',
    );
  });

  it('lists the pairs of the runs when it goes over to listed pairs', () => {
    const session = createPair({ a: { deviceId: 'gpu', blockId: 'compute', members: { first: 2, count: 2 } } });
    session.run('editLink', { id: 'link', patch: { pattern: 'explicit' } });
    expect(session.design.links['link']?.pairs).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});

describe('links inside one group', () => {
  const end = (first: number, count: number) => ({ deviceId: 'leaf', blockId: 'data', members: { first, count } });
  const inside = (more: Partial<Link>) => createLink('isl', 'leaf', 'data', 'leaf', 'data', more);

  it('follow any pattern between runs that lie apart, and pair as a chain', () => {
    const session = createPair();
    for (const pattern of ['mesh', 'spread', 'rail', 'pair'] as const) {
      session.addLink({ ...inside({ pattern, a: end(0, 2), b: end(2, 2) }), id: pattern });
    }
    session.addLink({ ...inside({ pattern: 'pair', a: end(0, 3), b: end(1, 3) }), id: 'chain' });
    expect(Object.keys(session.design.links)).toContain('chain');
    expect(session.refuse('addLink', { link: inside({ pattern: 'spread', a: end(0, 3), b: end(2, 2) }) }).code).toBe(
      'edit.self-pattern',
    );
  });

  it('list nobody with itself, by place in the group', () => {
    const session = createPair();
    const link = inside({ pattern: 'explicit', a: end(0, 2), b: end(1, 2), pairs: [[1, 0]] });
    expect(session.refuse('addLink', { link })).toEqual({
      code: 'edit.self-pair',
      message: 'Member 2 of leaf cannot be linked to itself.',
    });
    session.addLink({ ...link, pairs: [[0, 0]] });
  });
});

describe('duplicateItems', () => {
  it('gives the copy runs, ports and pod sizes of its own', () => {
    const session = createPair({
      a: { deviceId: 'gpu', blockId: 'compute', members: { first: 0, count: 2 }, ports: { first: 1, step: 2 } },
      podSizes: { a: 2, b: 4 },
    });
    session.run('duplicateItems', {
      items: [
        { kind: 'device', id: 'gpu' },
        { kind: 'device', id: 'leaf' },
      ],
      ids: { gpu: 'gpu-2', leaf: 'leaf-2', link: 'link-2' },
      offset: { x: 0, y: 0 },
    });
    session.run('editLink', {
      id: 'link-2',
      patch: { members: { a: { first: 1, count: 1 } }, podSizes: { a: 1, b: 1 } },
    });
    expect(session.design.links['link']).toMatchObject({
      a: { members: { first: 0, count: 2 }, ports: { first: 1, step: 2 } },
      podSizes: { a: 2, b: 4 },
    });
    expect(session.design.links['link-2']).toMatchObject({
      a: { deviceId: 'gpu-2', members: { first: 1, count: 1 }, ports: { first: 1, step: 2 } },
      podSizes: { a: 1, b: 1 },
    });
  });
});
