/**
 * An edit is a value: the design, and the steps that led to it. `transact` runs one command; a refusal or a change
 * that changes nothing leaves the state as it was. History holds patches, so it costs what changed, not the design.
 */
import { applyPatches, enablePatches, freeze, type Patch, produceWithPatches } from 'immer';
import type { Diagnostic } from '../base/diagnostic.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Design } from '../design/design.ts';
import { checkChangedRecords } from './check-changed-records.ts';
import type { Command, CommandName } from './command.ts';
import type { CommandContext, CommandEntry } from './command-entry.ts';
import { commandTable } from './command-table.ts';
import { isSameValue } from './same-value.ts';

enablePatches();

export interface HistoryStep {
  /** Completes 'Undo: ...', e.g. `connect DGX H100 to leaf`. */
  readonly description: string;
  /** The command that began the step. */
  readonly commandName: CommandName;
  readonly gestureId: string | null;
  readonly patches: readonly Patch[];
  readonly inversePatches: readonly Patch[];
}

export interface EditState {
  readonly design: Design;
  /** Counts every change, undo and redo included. */
  readonly revision: number;
  readonly undoStack: readonly HistoryStep[];
  readonly redoStack: readonly HistoryStep[];
}

export function createEditState(design: Design): EditState {
  return { design: freeze(design, true), revision: 0, undoStack: [], redoStack: [] };
}

/**
 * Runs the command. `catalog` is the one extended by the design's own parts. A command with the gesture id of the
 * last step joins that step; a step that ends where it began leaves the history.
 */
export function transact(
  state: EditState,
  command: Command,
  catalog: Catalog,
  gestureId?: string,
): Result<EditState, Diagnostic[]> {
  // The table pairs names with argument types; the compiler cannot follow that through the union.
  const entry = commandTable[command.name] as CommandEntry<CommandName>;
  const context: CommandContext = { catalog };
  let refusal: Diagnostic[] = [];
  const [design, patches, inversePatches] = produceWithPatches(state.design, (draft) => {
    refusal = entry.run(draft, command.args, context);
  });
  if (refusal.length === 0) refusal = checkChangedRecords(design, patches);
  if (refusal.length > 0) return fail(refusal);
  if (isSameValue(state.design, design)) return ok(state);

  const last = state.undoStack.at(-1);
  if (last && gestureId !== undefined && last.gestureId === gestureId && state.redoStack.length === 0) {
    return ok(joinLastStep(state, last, command, context, { design, patches, inversePatches }));
  }
  const step: HistoryStep = {
    description: entry.describe(command.args, state.design, context),
    commandName: command.name,
    gestureId: gestureId ?? null,
    patches,
    inversePatches,
  };
  return ok({ design, revision: state.revision + 1, undoStack: [...state.undoStack, step], redoStack: [] });
}

interface Change {
  readonly design: Design;
  readonly patches: readonly Patch[];
  readonly inversePatches: readonly Patch[];
}

/** The joined step reads as one command from the design before the gesture to the one after it. */
function joinLastStep(
  state: EditState,
  last: HistoryStep,
  command: Command,
  context: CommandContext,
  change: Change,
): EditState {
  const earlier = state.undoStack.slice(0, -1);
  const revision = state.revision + 1;
  const inversePatches = [...change.inversePatches, ...last.inversePatches];
  const start = applyPatches(change.design, inversePatches);
  if (isSameValue(start, change.design)) return { design: change.design, revision, undoStack: earlier, redoStack: [] };
  const entry = commandTable[command.name] as CommandEntry<CommandName>;
  const step: HistoryStep = {
    ...last,
    description: command.name === last.commandName ? entry.describe(command.args, start, context) : last.description,
    patches: [...last.patches, ...change.patches],
    inversePatches,
  };
  return { design: change.design, revision, undoStack: [...earlier, step], redoStack: [] };
}

/** The state before the last step; the same state when there is none. */
export function undo(state: EditState): EditState {
  const step = state.undoStack.at(-1);
  if (!step) return state;
  return {
    design: applyPatches(state.design, step.inversePatches),
    revision: state.revision + 1,
    undoStack: state.undoStack.slice(0, -1),
    redoStack: [...state.redoStack, step],
  };
}

/** The state after the last undone step; the same state when there is none. */
export function redo(state: EditState): EditState {
  const step = state.redoStack.at(-1);
  if (!step) return state;
  return {
    design: applyPatches(state.design, step.patches),
    revision: state.revision + 1,
    undoStack: [...state.undoStack, step],
    redoStack: state.redoStack.slice(0, -1),
  };
}

/** What an undo would take back, e.g. `connect DGX H100 to leaf`; null when there is nothing. */
export function describeUndo(state: EditState): string | null {
  return state.undoStack.at(-1)?.description ?? null;
}

export function describeRedo(state: EditState): string | null {
  return state.redoStack.at(-1)?.description ?? null;
}
