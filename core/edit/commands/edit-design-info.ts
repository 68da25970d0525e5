/** Renames the design or changes its notes. */
import type { CommandEntry } from '../command-entry.ts';

export const editDesignInfo: CommandEntry<'editDesignInfo'> = {
  describe: (args) => (args.name === undefined ? 'edit the notes' : `rename the design to ${args.name}`),
  run(draft, { name, notes }) {
    if (name !== undefined) draft.name = name;
    if (notes !== undefined) draft.notes = notes;
    return [];
  },
};
