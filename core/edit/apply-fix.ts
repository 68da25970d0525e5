/** The command of a finding's fix. Findings are made where commands are not known, so the name is looked up here. */
import { assert } from '../base/assert.ts';
import type { Fix } from '../base/diagnostic.ts';
import type { Command } from './command.ts';
import { commandTable } from './command-table.ts';

/** To be run by `transact`, whose checks hold for a fix as for any edit. A fix without such a command is our own fault. */
export function toCommand(fix: Fix): Command {
  const { name, args } = fix.command;
  assert(Object.hasOwn(commandTable, name), `there is no command ${name} for the fix '${fix.label}'`);
  assert(typeof args === 'object' && args !== null, `the fix '${fix.label}' gives ${name} no arguments`);
  return { name, args } as Command;
}
