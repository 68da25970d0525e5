/** Start-up: theme first (no flash), then the host, then the window. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { assertDefined } from '#core/base/assert.ts';
import '../ui/theme.css';
import '../ui/theme-contrast.css';
import '../ui/roles.css';
import '../ui/base.css';
import { loadTypeface } from '../ui/typeface.ts';
import { App } from './app.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { FatalMessage } from './fatal-message.tsx';
import { startUp } from './start-up.ts';
import { startTheme } from './theme.ts';

startTheme();
const root = createRoot(assertDefined(document.getElementById('root'), 'the page has no root element'));

try {
  await Promise.all([loadTypeface(), startUp()]);
  root.render(
    <StrictMode>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </StrictMode>,
  );
} catch (fault) {
  root.render(
    <FatalMessage title="Weft could not start" message={fault instanceof Error ? fault.message : String(fault)} />,
  );
}
