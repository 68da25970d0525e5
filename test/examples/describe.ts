/** Name and notes of an example. The first line of the notes is what the gallery shows; the rest says where the counts come from. */
import type { Design } from '#core/design/design.ts';
import { applyCommands } from './apply-commands.ts';

export function describe(design: Design, name: string, notes: readonly string[]): Design {
  return applyCommands(design, [{ name: 'editDesignInfo', args: { name, notes: notes.join('\n\n') } }]);
}
