/** The window with a design open: bars at the top, palette, views, inspector, problems, status. */
import type { ReactElement } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Inspector } from '../panels/inspector.tsx';
import { LinkPopover } from '../panels/link-popover.tsx';
import { MetricsBar } from '../panels/metrics-bar.tsx';
import { Palette } from '../panels/palette.tsx';
import { FindingsPanel } from '../panels/findings-panel.tsx';
import { ToldProblems } from '../panels/told-problems.tsx';
import { useDesignStore } from '../store/design-store.ts';
import { useSidePanels } from '../store/side-panels.ts';
import { useViewStore } from '../store/view-store.ts';
import { CentreViews } from './centre-views.tsx';
import { keepLayout, readLayout } from './panel-layouts.ts';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { WelcomeHint } from './welcome-hint.tsx';
import './studio.css';

export function Studio(): ReactElement {
  const { palette, inspector } = useSidePanels((state) => state);
  const documentSerial = useDesignStore((state) => state.documentSerial);
  const open = ['palette', 'centre', 'inspector'].filter(
    (id) => (id === 'palette' ? palette : inspector) || id === 'centre',
  );
  return (
    <div className="studio">
      <TopBar />
      <MetricsBar />
      <Group
        id="columns"
        className="studio__columns"
        {...readLayout('columns', open)}
        onLayoutChanged={(layout) => keepLayout('columns', layout)}
        disableCursor
      >
        {palette ? (
          <>
            <Panel id="palette" defaultSize={240} minSize={190} maxSize={420} groupResizeBehavior="preserve-pixel-size">
              <Palette />
            </Panel>
            <Separator className="studio__separator" aria-label="Width of the parts" />
          </>
        ) : null}
        <Panel id="centre" minSize={360}>
          <CentreColumn />
        </Panel>
        {inspector ? (
          <>
            <Separator className="studio__separator" aria-label="Width of the inspector" />
            <Panel
              id="inspector"
              defaultSize={296}
              minSize={250}
              maxSize={520}
              groupResizeBehavior="preserve-pixel-size"
            >
              <Inspector />
            </Panel>
          </>
        ) : null}
      </Group>
      <StatusBar />
      <ToldProblems key={documentSerial} />
      <LinkPopover />
    </div>
  );
}

function CentreColumn(): ReactElement {
  const isOpen = useViewStore((state) => state.problemsOpen);
  return (
    <div className="studio__centre">
      <Group
        id="rows"
        className="studio__rows"
        orientation="vertical"
        {...readLayout('rows', isOpen ? ['views', 'problems'] : ['views'])}
        onLayoutChanged={(layout) => keepLayout('rows', layout)}
        disableCursor
      >
        <Panel id="views" minSize={160}>
          <div className="studio__views">
            <WelcomeHint />
            <CentreViews />
          </div>
        </Panel>
        {isOpen ? (
          <>
            <Separator
              className="studio__separator studio__separator--row"
              aria-label="Height of the problems and rules"
            />
            <Panel id="problems" defaultSize={180} minSize={72} maxSize="60%" groupResizeBehavior="preserve-pixel-size">
              <FindingsPanel />
            </Panel>
          </>
        ) : null}
      </Group>
      {isOpen ? null : (
        <div className="studio__problems-closed">
          <FindingsPanel />
        </div>
      )}
    </div>
  );
}
