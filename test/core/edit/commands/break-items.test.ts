import { describe, expect, it } from 'vitest';
import { createScenario } from '#core/design/scenario.ts';
import { describeUndo } from '#core/edit/transact.ts';
import { serializeDesign } from '#core/io/design-file.ts';
import { EditSession } from '../../../support/edit-session.ts';
import { createSmallDesign } from '../../../support/small-design.ts';

/** Four servers `gpu`, two leaves, two racks, one link. */
function start(): EditSession {
  return new EditSession(createSmallDesign());
}

const one = (session: EditSession) => session.design.scenarios?.['s'];
const leaf = (first: number, count = 1) => ({ kind: 'device', deviceId: 'leaf-1', members: { first, count } }) as const;

describe('breakItems', () => {
  it('asks the default question where there is none, and undo leaves the very same file', () => {
    const session = start();
    const before = serializeDesign(session.design);
    session.run('breakItems', { failures: [leaf(0)], scenarioId: 's' });
    expect(session.design.currentScenarioId).toBe('s');
    expect(one(session)).toEqual({ ...createScenario('s', 'All-reduce on all GPUs'), failures: [leaf(0)] });
    expect(describeUndo(session.state)).toBe('break member 1 of leaf');
    expect(serializeDesign(session.undo().design)).toBe(before);
  });

  it('joins runs that touch; a whole object swallows them; broken twice is broken', () => {
    const session = start().run('breakItems', { failures: [leaf(1)], scenarioId: 's' });
    session.run('breakItems', { failures: [{ kind: 'link', linkId: 'link-1' }], scenarioId: 's' });
    session.run('breakItems', { failures: [leaf(0)], scenarioId: 's' });
    expect(one(session)?.failures).toEqual([leaf(0, 2), { kind: 'link', linkId: 'link-1' }]);
    const steps = session.state.undoStack.length;
    expect(session.run('breakItems', { failures: [leaf(1)], scenarioId: 's' }).state.undoStack).toHaveLength(steps);
    session.run('breakItems', { failures: [{ kind: 'device', deviceId: 'leaf-1' }], scenarioId: 's' });
    expect(one(session)?.failures[0]).toEqual({ kind: 'device', deviceId: 'leaf-1' });
  });

  it('refuses what is not there', () => {
    const session = start();
    const failures = [{ kind: 'rack', rackId: 'rack-1', racks: { first: 1, count: 2 } }] as const;
    expect(session.refuse('breakItems', { failures, scenarioId: 's' }).message).toContain(
      'rack 3 of Compute rack, which has 2',
    );
    const unknown = [{ kind: 'link', linkId: 'toString' }] as const;
    expect(session.refuse('breakItems', { failures: unknown, scenarioId: 's' }).code).toBe('edit.reference');
    expect(session.refuse('breakItems', { failures: [leaf(0)], scenarioId: '__proto__' }).code).toBe('edit.id-taken');
  });
});

describe('repairItems', () => {
  it('takes members out of a broken group, and everything at once', () => {
    const session = start().run('breakItems', { failures: [{ kind: 'device', deviceId: 'gpu-1' }], scenarioId: 's' });
    const failures = [{ kind: 'device', deviceId: 'gpu-1', members: { first: 1, count: 1 } }] as const;
    session.run('repairItems', { failures, scenarioId: 's' });
    expect(one(session)?.failures).toEqual([
      { kind: 'device', deviceId: 'gpu-1', members: { first: 0, count: 1 } },
      { kind: 'device', deviceId: 'gpu-1', members: { first: 2, count: 2 } },
    ]);
    session.run('repairItems', { failures: 'all', scenarioId: 's' });
    expect(one(session)?.failures).toEqual([]);
    expect(describeUndo(session.state)).toBe('repair everything in All-reduce on all GPUs');
  });

  it('cannot leave a part of a link broken whole: how many connections it has is not drawn', () => {
    const session = start().run('breakItems', { failures: [{ kind: 'link', linkId: 'link-1' }], scenarioId: 's' });
    const failures = [{ kind: 'link', linkId: 'link-1', connections: { first: 0, count: 1 } }] as const;
    expect(session.refuse('repairItems', { failures, scenarioId: 's' }).code).toBe('edit.whole-link');
    expect(session.refuse('repairItems', { failures, scenarioId: 'other' }).code).toBe('edit.unknown');
  });
});
