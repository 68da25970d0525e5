/** `npm run screenshots`: pictures of the built app for the README and for looking at, into assets/screenshots. */
import { compile } from './compile.mjs';
import { findChromium } from './find-chromium.mjs';
import { runBundled } from './run-bundled.mjs';

await compile();
process.env.WEFT_CHROMIUM ??= findChromium() ?? '';
process.exitCode = await runBundled('test/screenshots/run.ts', process.argv.slice(2));
