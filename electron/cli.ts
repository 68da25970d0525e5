/** The command line entry: `weft <report|bom|cables|check> FILE.weft`. Bundled to out/electron/cli.mjs. */
import { runCli } from './cli/run-cli.ts';

// A reader that has seen enough, such as `head`, closes the pipe; that is not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runCli(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
