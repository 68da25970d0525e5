/**
 * The window's build. Relative addresses (`base: './'`) because the same files are served by Electron's own scheme and
 * by the loopback host; no inline script or style and no preload polyfill, because the content security policy of both forbids them.
 */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('renderer'),
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: here('out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    // A data: address for fonts or images would need a wider policy for no gain on a local disk.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', port: 0, strictPort: false, fs: { allow: [here('.')] } },
});
