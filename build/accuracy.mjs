/** `npm run accuracy [-- --data FILE] [--verbose]`: bundles test/accuracy/run.ts and runs it; see test/accuracy/README.md. */
import { runBundled } from './run-bundled.mjs';

process.exitCode = await runBundled('test/accuracy/run.ts', process.argv.slice(2));
