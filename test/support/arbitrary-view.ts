/** Generated edits of saved views, some wrong on purpose. */
import type { Design } from '#core/design/design.ts';
import type { SavedView } from '#core/design/saved-view.ts';
import type { CommandArgs, CommandName } from '#core/edit/command.ts';
import { createId } from '#core/edit/ids.ts';
import { type Dice, pickId } from './dice.ts';

type Maker<N extends CommandName> = (dice: Dice, text: string, design: Design) => CommandArgs[N];

export const viewMakers = {
  addView: (dice, text, design) => ({
    view: {
      id: dice.chance(9) ? pickId(dice, design.views ?? {}) : createId('view', design.views ?? {}),
      name: text,
      ...rollView(dice, design),
    },
  }),
  editView: (dice, text, design) => ({
    id: pickId(dice, design.views ?? {}),
    patch: dice.chance(2) ? { name: text } : rollView(dice, design),
  }),
  removeView: (dice, _text, design) => ({ id: pickId(dice, design.views ?? {}) }),
} satisfies { [N in 'addView' | 'editView' | 'removeView']: Maker<N> };

function rollView(dice: Dice, design: Design): Omit<SavedView, 'id' | 'name'> {
  return {
    tab: dice.pick(['topology', 'racks', 'bom']) ?? 'topology',
    camera: { x: -0, y: dice.roll(-500, 500), zoom: dice.roll(0, 8) / 4 },
    overlay: dice.pick(['none', 'speed', 'a word of tomorrow']) ?? 'none',
    fabricIds: dice.chance(2) ? null : [pickId(dice, design.fabrics)],
  };
}
