/** `npm run examples`: bundles test/examples/run.ts and runs it, which writes the designs in examples/ anew. */
import { runBundled } from './run-bundled.mjs';

process.exitCode = await runBundled('test/examples/run.ts');
