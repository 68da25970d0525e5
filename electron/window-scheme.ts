/** The scheme the desktop window is loaded from: our own files with our own headers, never `file:` addresses. */
import { protocol } from 'electron';
import { securityHeaders } from './content-policy.ts';
import { readWindowFile } from './window-files.ts';

const scheme = 'app:';
const host = 'weft';

export const windowAddress = `${scheme}//${host}/index.html`;

/** Whether an address is our window's. By protocol and host: outside Chromium the origin of such an address is the word "null". */
export function isWindowAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === scheme && url.host === host;
}

/** Must run before the app is ready. */
export function declareWindowScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: scheme.slice(0, -1),
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built window from `folder`. */
export function serveWindowScheme(folder: string): void {
  protocol.handle(scheme.slice(0, -1), async (request) => {
    const file = isWindowAddress(request.url) ? await readWindowFile(folder, new URL(request.url).pathname) : null;
    if (!file) return new Response('There is no such file.', { status: 404, headers: { ...securityHeaders } });
    return new Response(file.bytes, { headers: { ...securityHeaders, 'content-type': file.contentType } });
  });
}
