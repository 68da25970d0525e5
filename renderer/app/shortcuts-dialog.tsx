/** The list of shortcuts, by menu. */
import { Fragment, type ReactElement } from 'react';
import { listActions } from '../store/action-registry.ts';
import { closeWindowDialog } from '../store/window-dialog.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { isMac } from './menu-entries.ts';
import { listShortcutGroups, type ShortcutGroup } from './shortcut-groups.ts';
import './shortcuts-dialog.css';

export function ShortcutsDialog(): ReactElement {
  return (
    <Dialog
      title="Keyboard shortcuts"
      onClose={closeWindowDialog}
      className="shortcuts"
      testId="shortcuts"
      isWide
      actions={
        <Button tone="primary" onClick={closeWindowDialog}>
          Done
        </Button>
      }
    >
      <div className="shortcuts__groups" role="group" aria-label="Shortcuts" tabIndex={0}>
        {listShortcutGroups(listActions(), isMac()).map((group) => (
          <Group key={group.title} group={group} />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ group: { title, lines } }: { readonly group: ShortcutGroup }): ReactElement {
  return (
    <section className="shortcuts__group" aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {lines.map(({ label, keys }) => (
          <div key={label} className="shortcuts__line">
            <dt>{label}</dt>
            <dd>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 ? <span className="ui-visually-hidden"> or </span> : null}
                  <Kbd>{key}</Kbd>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
