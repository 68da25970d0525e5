/** The scalable units that the selection can be moved into: choosing one does it. */
import { type ReactElement, useMemo } from 'react';
import { countUnits, NO_COUNTS } from '#core/design/unit-contents.ts';
import { listCounts } from '../canvas/describe-node.ts';
import { catalog, design } from '../store/design-store.ts';
import { joinUnit, listUnitsToJoin } from '../store/unit-moves.ts';
import { closeWindowDialog } from '../store/window-dialog.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import './units-dialog.css';

export function UnitsDialog(): ReactElement {
  const units = useMemo(() => listUnitsToJoin(), []);
  const counts = useMemo(() => countUnits(design(), catalog()), []);
  const choose = (id: string): void => {
    closeWindowDialog();
    joinUnit(id);
  };
  return (
    <Dialog
      title="Move into scalable unit"
      onClose={closeWindowDialog}
      testId="units-dialog"
      actions={<Button onClick={closeWindowDialog}>Cancel</Button>}
    >
      <ul className="units-dialog" aria-label="Scalable units">
        {units.map(({ id, name, collapsed }) => {
          const facts = [...listCounts(counts.get(id) ?? NO_COUNTS).slice(0, 3), ...(collapsed ? ['collapsed'] : [])];
          return (
            <li key={id}>
              <button type="button" className="units-dialog__unit" onClick={() => choose(id)}>
                <span className="units-dialog__name">{name}</span>
                <span className="units-dialog__facts">{facts.join(' \u00b7 ')}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
