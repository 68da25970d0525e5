/** Renames the design, changes its notes or the title block of its report. */
import { EMPTY_TITLE_BLOCK } from '../../design/title-block.ts';
import type { CommandEntry } from '../command-entry.ts';
import { isSameValue } from '../same-value.ts';

export const editDesignInfo: CommandEntry<'editDesignInfo'> = {
  describe({ name, titleBlock }) {
    if (name !== undefined) return `rename the design to ${name}`;
    return titleBlock ? 'edit the title block' : 'edit the notes';
  },
  run(draft, { name, notes, titleBlock }) {
    if (name !== undefined) draft.name = name;
    if (notes !== undefined) draft.notes = notes;
    if (titleBlock) {
      const next = { ...EMPTY_TITLE_BLOCK, ...draft.titleBlock, ...titleBlock };
      if (isSameValue(next, EMPTY_TITLE_BLOCK)) delete draft.titleBlock;
      else draft.titleBlock = next;
    }
    return [];
  },
};
