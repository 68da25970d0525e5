/** At the end of the tabs: a second view beside this one, and back to one. */
import { Columns2, Square } from 'lucide-react';
import type { ReactElement } from 'react';
import { findAction, runAction } from '../store/action-registry.ts';
import { formatShortcut } from '../store/shortcut-label.ts';
import { useViewStore } from '../store/view-store.ts';
import { IconButton } from '../ui/button.tsx';
import { isMac } from './menu-entries.ts';

export function SplitButtons(): ReactElement {
  const isSplit = useViewStore((state) => state.otherView !== null);
  const shortcut = formatShortcut(findAction('split')?.shortcut ?? null, isMac());
  return (
    <div className="centre__aside">
      <IconButton
        label={isSplit ? 'One view' : 'Two views side by side'}
        shortcut={shortcut}
        aria-pressed={isSplit}
        data-testid="action-split"
        onClick={() => runAction('split')}
      >
        {isSplit ? <Square size={15} /> : <Columns2 size={15} />}
      </IconButton>
    </div>
  );
}
