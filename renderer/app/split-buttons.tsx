/** At the end of the tabs: the panels at the sides, and a second view beside this one. */
import { Columns2, PanelLeft, PanelRight } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { findAction, runAction } from '../store/action-registry.ts';
import { formatShortcut } from '../store/shortcut-label.ts';
import { useSidePanels } from '../store/side-panels.ts';
import { useViewStore } from '../store/view-store.ts';
import { IconButton } from '../ui/button.tsx';
import { isMac } from './menu-entries.ts';

export function SplitButtons(): ReactElement {
  const isSplit = useViewStore((state) => state.otherView !== null);
  const { palette, inspector } = useSidePanels((state) => state);
  return (
    <div className="centre__aside">
      <Toggle id="toggle-palette" isOn={palette}>
        <PanelLeft size={15} />
      </Toggle>
      <Toggle id="split" isOn={isSplit}>
        <Columns2 size={15} />
      </Toggle>
      <Toggle id="toggle-inspector" isOn={inspector}>
        <PanelRight size={15} />
      </Toggle>
    </div>
  );
}

interface ToggleProps {
  readonly id: string;
  readonly isOn: boolean;
  readonly children: ReactNode;
}

function Toggle({ id, isOn, children }: ToggleProps): ReactElement {
  const action = findAction(id);
  return (
    <IconButton
      label={action?.label ?? id}
      shortcut={formatShortcut(action?.shortcut ?? null, isMac())}
      aria-pressed={isOn}
      data-testid={`action-${id}`}
      onClick={() => runAction(id)}
    >
      {children}
    </IconButton>
  );
}
