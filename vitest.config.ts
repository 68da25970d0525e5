/** Unit tests. Core and shell run in plain Node; the window's components run in happy-dom. Electron is always a double. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Importing the real package outside Electron starts a download.
const alias = { electron: here('test/support/electron-unavailable.ts') };
/** What stands in for Electron and for the outside world is a file's own. */
const shells = ['test/electron/**/*.test.ts', 'test/build/**/*.test.ts'];
const windowTests = ['test/renderer/**/*.test.ts', 'test/renderer/**/*.test.tsx'];
/** What connects a host or registers actions does it once in the life of a window. */
const startUp = ['test/renderer/app/**/*.test.ts', 'test/renderer/app/**/*.test.tsx'];
const outsideUnit = ['test/e2e/**', 'test/bench/**', 'node_modules/**', 'out/**'];

export default defineConfig({
  test: {
    // The default leaves one core idle.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'core',
          testTimeout: 120_000,
          setupFiles: ['test/support/fixed-seed.ts'],
          environment: 'node',
          // Core keeps nothing between calls, so its files share one world: loading the catalog for each took most of the time.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/renderer/**', ...shells, ...outsideUnit],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'shells',
          testTimeout: 60_000,
          setupFiles: ['test/support/fixed-seed.ts'],
          environment: 'node',
          include: shells,
          exclude: outsideUnit,
        },
      },
      {
        plugins: [react()],
        resolve: { alias },
        test: {
          name: 'window',
          pool: 'threads',
          testTimeout: 60_000,
          environment: 'happy-dom',
          // As core: a world for each file took five times as long. Tests open the design they are about.
          isolate: false,
          include: windowTests,
          exclude: [...startUp, ...outsideUnit],
        },
      },
      {
        plugins: [react()],
        resolve: { alias },
        test: {
          name: 'start-up',
          pool: 'threads',
          testTimeout: 60_000,
          environment: 'happy-dom',
          include: startUp,
          exclude: outsideUnit,
        },
      },
    ],
  },
});
