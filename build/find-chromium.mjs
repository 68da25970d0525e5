/** A Chromium that is already on this machine: for the tests, and to open the loopback host in a window of its own. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const fixedPlaces = {
  linux: ['/usr/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** WEFT_CHROMIUM, else the usual places, else the search path; null when there is none. */
export function findChromium(env = process.env) {
  const folders =
    process.platform === 'linux' ? (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '') : [];
  const candidates = [
    ...(env.WEFT_CHROMIUM ? [env.WEFT_CHROMIUM] : []),
    ...(fixedPlaces[process.platform] ?? []),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
  return candidates.find(isExecutable) ?? null;
}
