/** The window: start screen or studio, and what stands above both. */
import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactElement } from 'react';
import { useViewStore } from '../store/view-store.ts';
import { Toasts } from '../ui/toast.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { Dialogs } from './dialogs.tsx';
import { openGenerated } from './document-files.ts';
import { ExportProgress } from './export-progress.tsx';
import { FileDrop } from './file-drop.tsx';
import { RequirementsDialog } from '../panels/requirements/requirements-dialog.tsx';
import { StartScreen } from './start-screen.tsx';
import { Studio } from './studio.tsx';
import { WindowDialogs } from './window-dialogs.tsx';

export function App(): ReactElement {
  const screen = useViewStore((state) => state.screen);
  return (
    // The content security policy forbids style elements made at run time.
    <CSPProvider disableStyleElements>
      <TooltipProvider>
        {screen === 'start' ? <StartScreen /> : <Studio />}
        <RequirementsDialog onCreate={openGenerated} />
        <WindowDialogs />
        <Dialogs />
        <FileDrop />
        <ExportProgress />
        <Toasts />
      </TooltipProvider>
    </CSPProvider>
  );
}
