/** The built window's files, by the path of a web address; nothing outside their folder. Both shells serve from here. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.weft': 'application/json; charset=utf-8',
};

export interface WindowFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** Null when there is no such file, or it is not one of ours. */
export async function readWindowFile(folder: string, pathname: string): Promise<WindowFile | null> {
  try {
    const path = decodeURIComponent(pathname);
    if (path.includes('\0') || path.includes('\\')) return null;
    const file = path === '/' ? '/index.html' : path;
    const contentType = contentTypes[extname(file)];
    if (!contentType) return null;
    // Real paths on both sides: the folder itself may be reached through a link.
    const root = await realpath(folder);
    const real = await realpath(join(root, file));
    if (!real.startsWith(root + sep)) return null;
    return { bytes: new Uint8Array(await readFile(real)), contentType };
  } catch {
    return null;
  }
}
