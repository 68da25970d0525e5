import { describe, expect, it } from 'vitest';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import { createDesign, type Link } from '#core/design/design.ts';
import type { Command } from '#core/edit/command.ts';
import {
  createEditState,
  describeRedo,
  describeUndo,
  type EditState,
  redo,
  transact,
  undo,
} from '#core/edit/transact.ts';

const catalog = createCatalog(builtInParts);

function run(state: EditState, command: Command, gestureId?: string): EditState {
  const result = transact(state, command, catalog, gestureId);
  if (!result.ok) throw new Error(result.error.map((diagnostic) => diagnostic.message).join(' '));
  return result.value;
}

const start = createEditState(createDesign('Test'));
const addServers: Command = {
  name: 'addDevice',
  args: { id: 'device-1', partId: 'dgx-h100', count: 4, position: { x: 0, y: 0 } },
};
const addLeaf: Command = {
  name: 'addDevice',
  args: { id: 'device-2', partId: 'qm9700', count: 1, name: 'leaf', position: { x: 0, y: 200 } },
};
const move = (x: number): Command => ({
  name: 'moveItems',
  args: { moves: [{ kind: 'device', id: 'device-1', position: { x, y: 0 } }] },
});
const setCount = (count: number): Command => ({ name: 'setDeviceCount', args: { id: 'device-1', count } });
const link: Link = {
  id: 'link-1',
  fabricId: 'fabric-1',
  a: { deviceId: 'device-1', blockId: 'compute' },
  b: { deviceId: 'device-2', blockId: 'data' },
  pattern: 'mesh',
  within: 'all',
  cablesPerPair: 8,
  pairs: [],
  speedGbps: 400,
  medium: { kind: 'auto' },
  lengthM: 30,
};
const connect: Command = {
  name: 'addLink',
  args: {
    link,
    fabric: {
      id: 'fabric-1',
      name: 'Compute',
      purpose: 'compute',
      technology: 'infiniband',
      routing: 'adaptive',
      targetOversubscription: null,
    },
  },
};

describe('transact', () => {
  it('makes one step for one command and names it', () => {
    const state = run(run(start, addServers), addLeaf);
    expect(state.undoStack).toHaveLength(2);
    expect(state.revision).toBe(2);
    expect(describeUndo(state)).toBe('add leaf');
    const connected = run(state, connect);
    expect(describeUndo(connected)).toBe('connect DGX H100 to leaf');
    expect(Object.keys(connected.design.links)).toEqual(['link-1']);
    expect(Object.keys(connected.design.fabrics)).toEqual(['fabric-1']);
    const undone = undo(connected);
    expect(undone.design).toEqual(state.design);
    expect(describeRedo(undone)).toBe('connect DGX H100 to leaf');
    expect(redo(undone).design).toEqual(connected.design);
  });

  it('leaves the state identical when it refuses', () => {
    const state = run(start, addServers);
    const result = transact(state, addServers, catalog);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error[0]?.code).toBe('edit.id-taken');
    expect(state.undoStack).toHaveLength(1);
  });

  it('refuses half-done work as a whole: a fabric does not stay when its first link is refused', () => {
    const state = run(run(start, addServers), addLeaf);
    const before = JSON.stringify(state);
    const bad: Command = { name: 'addLink', args: { ...connect.args, link: { ...link, speedGbps: 401 } } as never };
    const result = transact(state, bad, catalog);
    expect(result.ok).toBe(false);
    expect(JSON.stringify(state)).toBe(before);
  });

  it('makes no step for a command that changes nothing', () => {
    const state = run(start, addServers);
    expect(run(state, move(0))).toBe(state);
    expect(run(state, setCount(4))).toBe(state);
    expect(run(state, { name: 'editDevice', args: { id: 'device-1', patch: { adapters: {} } } })).toBe(state);
  });

  it('joins commands of one gesture into one step that goes back to the start of the gesture', () => {
    const state = run(start, addServers);
    let moved = state;
    for (let x = 1; x <= 50; x += 1) moved = run(moved, move(x), 'drag-1');
    expect(moved.undoStack).toHaveLength(2);
    expect(undo(moved).design).toEqual(state.design);
    expect(redo(undo(moved)).design).toEqual(moved.design);
  });

  it('names a joined step from the design before the gesture to the last command', () => {
    let state = run(start, addServers);
    for (const count of [5, 6, 12]) state = run(state, setCount(count), 'spin');
    expect(describeUndo(state)).toBe('set the count of DGX H100 to 12');
    let renamed = state;
    for (const name of ['g', 'gp', 'gpu']) {
      renamed = run(renamed, { name: 'editDevice', args: { id: 'device-1', patch: { name } } }, 'typing');
    }
    expect(describeUndo(renamed)).toBe('rename DGX H100 to gpu');
    expect(undo(renamed).design).toEqual(state.design);
  });

  it('keeps the name of the first command when a gesture mixes commands', () => {
    let state = run(start, addServers, 'drop');
    state = run(state, move(40), 'drop');
    expect(state.undoStack).toHaveLength(1);
    expect(describeUndo(state)).toBe('add 4 × DGX H100');
    expect(undo(state).design).toEqual(start.design);
  });

  it('drops a gesture that ends where it began', () => {
    const state = run(start, addServers);
    const back = run(run(state, move(30), 'drag-1'), move(0), 'drag-1');
    expect(back.undoStack).toHaveLength(1);
    expect(back.design).toEqual(state.design);
    expect(describeUndo(back)).toBe('add 4 × DGX H100');
  });

  it('does not join another gesture, nor one that was undone in between', () => {
    let state = run(start, addServers);
    state = run(state, move(10), 'drag-1');
    state = run(state, move(20), 'drag-2');
    expect(state.undoStack).toHaveLength(3);
    state = run(undo(state), move(30), 'drag-1');
    expect(state.undoStack).toHaveLength(3);
    expect(state.redoStack).toHaveLength(0);
    expect(undo(state).design.devices['device-1']?.position.x).toBe(10);
  });

  it('undoes a hundred times and redoes a hundred times', () => {
    const history: EditState[] = [run(start, addServers)];
    for (let i = 1; i <= 100; i += 1) {
      const last = history.at(-1) as EditState;
      history.push(
        run(
          last,
          i % 3 === 0
            ? move(i)
            : i % 3 === 1
              ? setCount(i + 1)
              : { name: 'editDesignInfo', args: { notes: `note ${i}` } },
        ),
      );
    }
    let state = history.at(-1) as EditState;
    for (let i = 99; i >= 0; i -= 1) {
      state = undo(state);
      expect(state.design).toEqual(history[i]?.design);
    }
    for (let i = 1; i <= 100; i += 1) state = redo(state);
    expect(state.design).toEqual(history[100]?.design);
    expect(describeRedo(state)).toBeNull();
  });

  it('has nothing to undo or redo at the start', () => {
    expect(undo(start)).toBe(start);
    expect(redo(start)).toBe(start);
    expect(describeUndo(start)).toBeNull();
    expect(describeRedo(start)).toBeNull();
  });

  it('refuses values the schema does not allow and says which', () => {
    const state = run(start, addServers);
    const result = transact(state, { name: 'editDevice', args: { id: 'device-1', patch: { phase: 0 } } }, catalog);
    expect(result).toMatchObject({
      ok: false,
      error: [
        {
          code: 'edit.invalid',
          message: 'phase of device DGX H100 must be more than 0.',
          where: [{ kind: 'device', id: 'device-1' }],
        },
      ],
    });
    const tooMany = transact(state, setCount(1_000_001), catalog);
    expect(tooMany).toMatchObject({
      ok: false,
      error: [{ message: 'count of device DGX H100 must be at most 1000000.' }],
    });
  });

  it('never lets a design be changed from outside', () => {
    const state = run(start, addServers);
    expect(() => {
      (state.design.devices['device-1'] as { count: number }).count = 9;
    }).toThrow(TypeError);
  });
});
