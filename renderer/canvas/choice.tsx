/** Where one thing on the canvas stands for several: a menu at the pointer asks which of them is meant. */
import { MenuAt } from '../ui/menu.tsx';
import { focusCanvas } from './focus-canvas.ts';
import { setInteraction, useInteraction } from './interaction.ts';

export function Choice() {
  const choice = useInteraction((state) => state.choice);
  if (!choice) return null;
  const { title, entries, at } = choice;
  return (
    <MenuAt
      key={`${title} ${at.x} ${at.y}`}
      x={at.x}
      y={at.y}
      label={title}
      entries={entries}
      onClose={() => setInteraction({ choice: null })}
      findFocusAfter={focusCanvas}
    />
  );
}
