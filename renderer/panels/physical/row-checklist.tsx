/** The rows that a plant serves, to tick. */
import type { ReactElement } from 'react';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import './row-checklist.css';

interface RowChecklistProps {
  readonly rowIds: readonly string[];
  readonly onChange: (rowIds: string[]) => void;
  /** Said of a row that another has now. */
  readonly noteOf?: (rowId: string) => string | null;
}

export function RowChecklist({ rowIds, onChange, noteOf }: RowChecklistProps): ReactElement {
  const { rows = {}, rooms = {} } = useDesignStore(selectDesign);
  const list = Object.values(rows);
  if (list.length === 0) return <p className="inspector__note">The floor has no rows yet: the Floor view adds them.</p>;
  const hasRooms = Object.keys(rooms).length > 1;
  return (
    <div className="row-checklist">
      {list.map((row) => {
        const isServed = rowIds.includes(row.id);
        const note = (isServed ? null : noteOf?.(row.id)) ?? (hasRooms ? rooms[row.roomId]?.name : null);
        return (
          <label key={row.id} className="inspector__check">
            <input
              type="checkbox"
              checked={isServed}
              onChange={() => onChange(isServed ? rowIds.filter((id) => id !== row.id) : [...rowIds, row.id])}
            />
            {row.name}
            {note ? <span className="row-checklist__note">{note}</span> : null}
          </label>
        );
      })}
    </div>
  );
}
