/** A few sentences on the first run, over the filled example; gone for good once dismissed. */
import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { isShown } from '../store/halves.ts';
import { setShowsWelcome, useViewStore } from '../store/view-store.ts';
import { IconButton } from '../ui/button.tsx';
import './welcome-hint.css';

export function WelcomeHint(): ReactElement | null {
  const isVisible = useViewStore((state) => state.showsWelcome && isShown(state, 'topology'));
  if (!isVisible) return null;
  return (
    <div className="welcome" data-floats role="note">
      <div className="welcome__head">
        <strong>An example to look around in</strong>
        <IconButton label="Dismiss" onClick={() => setShowsWelcome(false)}>
          <X size={14} />
        </IconButton>
      </div>
      <ol>
        <li>Each box is a group: change its count at the right and watch the figures at the top follow.</li>
        <li>Drag parts from the left; draw a link from a port to a port of another box.</li>
        <li>Right-click a switch and break it: bandwidth and times show what that costs.</li>
        <li>Click a figure to see where it comes from. File, New design starts with an empty canvas.</li>
      </ol>
    </div>
  );
}
