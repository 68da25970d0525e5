/** Whatever is done can be taken back, done again, and replayed from its record; no design on the way is ever broken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Catalog, extendCatalog } from '#core/catalog/catalog.ts';
import { findBrokenReference } from '#core/design/check-references.ts';
import { createDesign, type Design, designSchema } from '#core/design/design.ts';
import type { Command } from '#core/edit/command.ts';
import { commandTable } from '#core/edit/command-table.ts';
import { createEditState, type EditState, redo, transact, undo } from '#core/edit/transact.ts';
import { serializeDesign } from '#core/io/design-file.ts';
import { arbitraryCommandPlan, type CommandPlan, createCommand } from '../support/arbitrary-command.ts';
import { arbitraryDesign } from '../support/arbitrary-design.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';

const starts = fc.oneof(fc.constant(createDesign('Empty')), arbitraryDesign);
const plans = fc.array(arbitraryCommandPlan, { maxLength: 60, size: 'max' });

function getCatalog(design: Design): Catalog {
  return extendCatalog(builtInCatalog, Object.values(design.parts));
}

interface Recording {
  readonly state: EditState;
  /** Accepted commands in order. */
  readonly commands: readonly Command[];
}

/** Runs the plans and checks every design that is reached. */
function record(start: Design, list: readonly CommandPlan[], useGestures: boolean): Recording {
  let state = createEditState(start);
  const commands: Command[] = [];
  for (const plan of list) {
    const catalog = getCatalog(state.design);
    const command = createCommand(plan, state.design, catalog);
    const before = serializeDesign(state.design);
    const result = transact(state, command, catalog, useGestures ? plan.gestureId : undefined);
    if (!result.ok) {
      expect(result.error.length).toBeGreaterThan(0);
      expect(result.error.every(({ code, message }) => code.startsWith('edit.') && message.endsWith('.'))).toBe(true);
      expect(serializeDesign(state.design)).toBe(before);
      continue;
    }
    commands.push(command);
    state = result.value;
    expect(designSchema.safeParse(state.design).error?.message).toBeUndefined();
    expect(findBrokenReference(state.design)).toBeNull();
  }
  return { state, commands };
}

function expectSameDesign(actual: Design, expected: Design): void {
  expect(actual).toEqual(expected);
  expect(serializeDesign(actual)).toBe(serializeDesign(expected));
}

function expectUndoAndRedo(start: Design, end: EditState): void {
  let state = end;
  while (state.undoStack.length > 0) state = undo(state);
  expectSameDesign(state.design, start);
  while (state.redoStack.length > 0) state = redo(state);
  expectSameDesign(state.design, end.design);
}

describe('any list of commands', () => {
  it('is undone to the start and redone to the end', () => {
    fc.assert(
      fc.property(starts, plans, (start, list) => {
        expectUndoAndRedo(start, record(start, list, false).state);
      }),
      { numRuns: 120 },
    );
  });

  it('is undone and redone as well when gestures join commands', () => {
    fc.assert(
      fc.property(starts, plans, (start, list) => {
        expectUndoAndRedo(start, record(start, list, true).state);
      }),
      { numRuns: 60 },
    );
  });

  it('replays from its record to the same design', () => {
    fc.assert(
      fc.property(starts, plans, (start, list) => {
        const { state, commands } = record(start, list, true);
        let replayed = createEditState(start);
        for (const command of commands) {
          const result = transact(replayed, command, getCatalog(replayed.design));
          if (!result.ok) throw new Error(`Refused on replay: ${result.error[0]?.message}`);
          replayed = result.value;
        }
        expectSameDesign(replayed.design, state.design);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the generated commands', () => {
  it('include every command, accepted', () => {
    const accepted = new Set<string>();
    for (const [start, list] of fc.sample(fc.tuple(starts, plans), { numRuns: 100, seed: 1 })) {
      for (const { name } of record(start, list, false).commands) accepted.add(name);
    }
    expect([...accepted].sort()).toEqual(Object.keys(commandTable).sort());
  });
});
