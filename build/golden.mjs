/** `npm run golden -- --cases FILE [--verbose] [--case ID]`: bundles test/golden/run.ts and runs it; see test/golden/README.md. */
import { runBundled } from './run-bundled.mjs';

process.exitCode = await runBundled('test/golden/run.ts', process.argv.slice(2));
