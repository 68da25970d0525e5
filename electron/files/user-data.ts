/** Where the user's own settings, recents and recovery live: the same folder for every shell. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export function findUserDataFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const override = env['WEFT_USER_DATA'];
  if (override) return override;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Weft');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Weft');
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'Weft');
}
