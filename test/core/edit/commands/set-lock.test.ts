import { describe, expect, it } from 'vitest';
import { EditSession } from '../../../support/edit-session.ts';

const rackRef = { kind: 'rack', id: 'rack' } as const;
const leafRef = { kind: 'device', id: 'leaf' } as const;

function createPair(): EditSession {
  return new EditSession()
    .run('addRack', { id: 'rack', partId: null, count: 1, position: { x: 0, y: 0 } })
    .addDevice('leaf', 'qm9700', 2, { name: 'leaf' });
}

describe('setLock', () => {
  it('holds devices and racks in place, in one step', () => {
    const session = createPair();
    const before = session.design;
    session.run('setLock', { items: [rackRef, leafRef], locked: true });
    expect(session.state.undoStack.at(-1)?.description).toBe('lock 2 items');
    const moves = [rackRef, leafRef].map((ref) => ({ ...ref, position: { x: 8, y: 8 } }));
    expect(session.refuse('moveItems', { moves })).toEqual({
      code: 'edit.locked',
      message: 'Rack is locked: unlock it to move it.',
    });
    expect(session.undo().design).toEqual(before);
  });

  it('leaves no trace of a rack that was let go again', () => {
    const session = createPair();
    const before = session.design;
    session.run('setLock', { items: [rackRef], locked: true }).run('setLock', { items: [rackRef], locked: false });
    expect(session.state.undoStack.at(-1)?.description).toBe('unlock Rack');
    expect(session.design).toEqual(before);
  });

  it('is refused for nothing and for what is not there', () => {
    const session = createPair();
    expect(session.refuse('setLock', { items: [], locked: true }).code).toBe('edit.nothing');
    expect(session.refuse('setLock', { items: [{ kind: 'rack', id: 'gone' }], locked: true }).code).toBe(
      'edit.unknown',
    );
  });
});

describe('moveItems with a purpose', () => {
  it('names it in the history', () => {
    const moves = [rackRef, leafRef].map((ref) => ({ ...ref, position: { x: 8, y: 8 } }));
    const session = createPair().run('moveItems', { moves, purpose: 'tidy' });
    expect(session.state.undoStack.at(-1)?.description).toBe('tidy up 2 items');
    session.run('moveItems', { moves: [{ ...leafRef, position: { x: 0, y: 0 } }], purpose: 'align' });
    expect(session.state.undoStack.at(-1)?.description).toBe('align leaf');
  });
});
