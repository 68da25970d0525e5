/** Shows a link: in a Chromium window of its own when there is one, else in the default browser, else not at all. */
import { spawn } from 'node:child_process';
import { findChromium } from './find-chromium.mjs';

/** Linux without a display has nowhere to open a window. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

function launchCommand(link) {
  const chromium = findChromium();
  if (chromium) {
    // Chromium refuses to start as root with its sandbox on.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return [chromium, [`--app=${link}`, '--no-first-run', '--no-default-browser-check', ...asRoot]];
  }
  if (process.platform === 'darwin') return ['open', [link]];
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', link]];
  return ['xdg-open', [link]];
}

export function openBrowser(link) {
  if (!hasDisplay()) return;
  const [command, args] = launchCommand(link);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('No browser could be opened here: open the link above yourself.'));
  child.unref();
}
