/** What every command provides: a name for the history, and the change itself. */
import type { Diagnostic, ObjectRef } from '../base/diagnostic.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Design } from '../design/design.ts';
import type { CommandArgs, CommandName } from './command.ts';

export interface CommandContext {
  /** Already extended by the design's own parts: the caller does that. */
  readonly catalog: Catalog;
}

export interface CommandEntry<N extends CommandName> {
  /** Verb first, with the names of the objects as they were before; completes 'Undo: ...'. Never fails. */
  describe(args: CommandArgs[N], design: Design, context: CommandContext): string;
  /** Changes the draft and returns nothing to say, or the reasons why not: then the draft is thrown away. */
  run(draft: Design, args: CommandArgs[N], context: CommandContext): Diagnostic[];
}

/** Why a command is refused, as `edit.<reason>`. */
export function refuse(reason: string, message: string, ...where: ObjectRef[]): Diagnostic[] {
  return [{ code: `edit.${reason}`, severity: 'error', message, where }];
}

export function refuseUnknown(kind: ObjectRef['kind'], id: string): Diagnostic[] {
  return refuse('unknown', `There is no ${kind} ${id} in the design.`, { kind, id });
}

export function refuseTaken(kind: string, id: string): Diagnostic[] {
  return refuse('id-taken', `The id ${id} cannot be given to a new ${kind}: it is already used or reserved.`);
}
