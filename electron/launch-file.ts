/** The design file named on the command line: by the system on a double click, or by the user. */
import { resolve } from 'node:path';

/** Packaged, the arguments follow the program; in development the project's folder stands between. Switches are Chromium's, and may stand anywhere. */
export function findLaunchFile(argv: readonly string[], workingFolder: string, isPackaged: boolean): string | null {
  const args = argv.filter((arg) => !arg.startsWith('-')).slice(isPackaged ? 1 : 2);
  const file = args.at(-1);
  return file === undefined ? null : resolve(workingFolder, file);
}
