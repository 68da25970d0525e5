/** Removes the object of a panel: those of the floor and of power are not on the canvas, where a key would do it. */
import type { ReactElement } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { dispatch } from '../../store/design-store.ts';
import { Button } from '../../ui/button.tsx';

interface RemoveObjectProps {
  readonly object: ObjectRef;
  readonly label: string;
  /** What goes with it. */
  readonly note?: string | null;
}

export function RemoveObject({ object, label, note }: RemoveObjectProps): ReactElement {
  return (
    <section className="ui-section">
      {note ? <p className="inspector__note">{note}</p> : null}
      <div className="inspector__buttons">
        <Button onClick={() => dispatch({ name: 'removeItems', args: { items: [object] } })}>{label}</Button>
      </div>
    </section>
  );
}
