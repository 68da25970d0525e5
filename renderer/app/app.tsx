/** The window: start screen or studio, and what stands above both. */
import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactElement } from 'react';
import { usePreferences } from '../store/preferences-store.ts';
import { useViewStore } from '../store/view-store.ts';
import { Toasts } from '../ui/toast.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { Dialogs } from './dialogs.tsx';
import { openGenerated } from './document-files.ts';
import { ExportProgress } from './export-progress.tsx';
import { FileDrop } from './file-drop.tsx';
import { ExplainCard } from '../panels/explain-card.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { RequirementsDialog } from '../panels/requirements/requirements-dialog.tsx';
import { StartScreen } from './start-screen.tsx';
import { Studio } from './studio.tsx';
import { WindowDialogs } from './window-dialogs.tsx';

export function App(): ReactElement {
  const screen = useViewStore((state) => state.screen);
  // Figures are written all over the window, and drawings keep colours: both are drawn anew when their choice changes.
  const looks = usePreferences(({ units, contrast }) => `${contrast} ${Object.values(units).join(' ')}`);
  return (
    // The content security policy forbids style elements made at run time.
    <CSPProvider disableStyleElements>
      <TooltipProvider>
        {screen === 'start' ? <StartScreen key={looks} /> : <Studio key={looks} />}
        <RequirementsDialog onCreate={openGenerated} />
        <WindowDialogs />
        <Dialogs />
        <ExplainCard />
        <FileDrop />
        <ImportDialog />
        <ExportProgress />
        <Toasts />
      </TooltipProvider>
    </CSPProvider>
  );
}
