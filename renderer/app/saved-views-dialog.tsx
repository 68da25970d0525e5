/** The saved views of the design: save what is on the screen, go to one, rename, bring up to date, delete. Each is an edit like any other. */
import { Camera, Trash2 } from 'lucide-react';
import { type FormEvent, type ReactElement, useMemo, useState } from 'react';
import type { SavedView } from '#core/design/saved-view.ts';
import { selectDesign, useDesignStore } from '../store/design-store.ts';
import {
  describeView,
  goToView,
  listViews,
  removeView,
  renameView,
  saveView,
  suggestViewName,
  updateView,
} from '../store/saved-views.ts';
import { closeWindowDialog } from '../store/window-dialog.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import './saved-views-dialog.css';

export function SavedViewsDialog(): ReactElement {
  const table = useDesignStore((state) => selectDesign(state).views);
  const views = useMemo(() => listViews(table), [table]);
  return (
    <Dialog
      title="Saved views"
      onClose={closeWindowDialog}
      testId="saved-views"
      isWide
      actions={
        <Button tone="primary" onClick={closeWindowDialog}>
          Done
        </Button>
      }
    >
      <p>
        A view keeps the tab, where the canvas looks, its colours and the fabrics it shows. It is saved with the design.
      </p>
      <SaveForm />
      {views.length === 0 ? null : (
        <ul className="saved-views" aria-label="Saved views">
          {views.map((view) => (
            <ViewRow key={view.id} view={view} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function SaveForm(): ReactElement {
  const [name, setName] = useState(suggestViewName);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    saveView(name.trim());
    setName(suggestViewName());
  };
  return (
    <form className="saved-views__form" onSubmit={save}>
      <input
        className="ui-input"
        type="text"
        aria-label="Name of the view on the screen"
        value={name}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button type="submit" disabled={name.trim() === ''} data-testid="save-view">
        Save this view
      </Button>
    </form>
  );
}

function ViewRow({ view }: { readonly view: SavedView }): ReactElement {
  const { id, name } = view;
  const go = (): void => {
    closeWindowDialog();
    goToView(id);
  };
  return (
    <li className="saved-views__row">
      <div className="saved-views__name">
        <TextField label={`Name of ${name}`} value={name} onCommit={(next) => renameView(id, next)} required />
        <span className="saved-views__facts">{describeView(view)}</span>
      </div>
      <Button onClick={go} aria-label={`Go to ${name}`}>
        Go to
      </Button>
      <IconButton label={`Replace ${name} by what is on the screen`} onClick={() => updateView(id)}>
        <Camera size={15} />
      </IconButton>
      <IconButton label={`Delete ${name}`} onClick={() => removeView(id)}>
        <Trash2 size={15} />
      </IconButton>
    </li>
  );
}
