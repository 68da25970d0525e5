/** Edits a design by commands, as a user would; a refusal is the author's mistake and throws. */
import { extendCatalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import type { Command } from '#core/edit/command.ts';
import { createEditState, transact } from '#core/edit/transact.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';

export function applyCommands(design: Design, commands: readonly Command[]): Design {
  let state = createEditState(design);
  for (const command of commands) {
    const catalog = extendCatalog(builtInCatalog, Object.values(state.design.parts));
    const done = transact(state, command, catalog);
    if (!done.ok) throw new Error(`${design.name}: ${done.error.map(({ message }) => message).join(' ')}`);
    state = done.value;
  }
  return state.design;
}
