/**
 * The Host over HTTP, for the window in a browser. The start link's one-time code becomes a token kept in sessionStorage: it survives a
 * reload, belongs to this tab and this port, and is sent only by us.
 */
import { fail } from '#core/base/result.ts';
import type { Host } from '#core/io/host.ts';
import { post, postForFile } from './loopback-calls.ts';

const tokenKey = 'weft-session';

/** Throws an Error with a sentence for the user when this tab has no right to the host. */
export async function createLoopbackHost(): Promise<Host> {
  const token = (await exchangeStartCode()) ?? sessionStorage.getItem(tokenKey);
  if (token === null) {
    throw new Error(
      'This tab was not opened by a start link. Press Enter in the terminal that runs Weft for a fresh one.',
    );
  }
  // Calls that give a Result say so when the host is gone; the others may throw.
  const call = <T>(name: keyof Host, ...args: unknown[]): Promise<T> => post<T>(name, args, token);
  const callFile = <T>(name: keyof Host, ...args: unknown[]): Promise<T> => orFail(post<T>(name, args, token));
  const openFile = <T>(name: keyof Host, ...args: unknown[]): Promise<T> => orFail(postForFile<T>(name, args, token));

  return {
    getInfo: () => call('getInfo'),
    listRecent: () => call('listRecent'),
    removeRecent: (fileId) => call('removeRecent', fileId),
    openWithDialog: () => callFile('openWithDialog'),
    openFile: (fileId) => openFile('openFile', fileId),
    listFolder: (folder) => callFile('listFolder', folder),
    openPath: (path) => openFile('openPath', path),
    saveFile: (fileId, text, baseHash) => callFile('saveFile', fileId, text, baseHash),
    saveWithDialog: (name, text) => callFile('saveWithDialog', name, text),
    saveToPath: (path, text, overwrite) => callFile('saveToPath', path, text, overwrite),
    exportFile: async (suggestedName, kind, bytes) => {
      const name = suggestedName.toLowerCase().endsWith(`.${kind}`) ? suggestedName : `${suggestedName}.${kind}`;
      download(name, kind, bytes);
      return { ok: true, value: { name } };
    },
    writeRecovery: (entry) => callFile('writeRecovery', entry),
    listRecovery: () => call('listRecovery'),
    readRecovery: (recoveryId) => openFile('readRecovery', recoveryId),
    removeRecovery: (recoveryId) => call('removeRecovery', recoveryId),
    openWindow: async () => {
      const link = await call<string>('openWindow');
      // Without an opener the new window shares nothing with this one but the host.
      window.open(link, '_blank', 'noopener');
      return null;
    },
    setZoom: async () => undefined,
    setDocumentState: async ({ title, isDirty }) => {
      document.title = isDirty ? `• ${title}` : title;
    },
    // A browser asks by `beforeunload`, not by a call.
    confirmClose: async () => undefined,
    onEvent: () => () => undefined,
  };
}

async function orFail<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    return fail({ reason: 'failed', message: (error as Error).message }) as T;
  }
}

/** The token for the code in the address, or null when there is none there. The code leaves the address and the history at once. */
async function exchangeStartCode(): Promise<string | null> {
  const code = new URLSearchParams(location.hash.slice(1)).get('start');
  if (code === null) return null;
  history.replaceState(null, '', location.pathname + location.search);
  try {
    const token = await post<string>('session', { code }, null);
    sessionStorage.setItem(tokenKey, token);
    return token;
  } catch (error) {
    // A used link in a tab that is signed in already (back button, restored tab) does no harm.
    if (sessionStorage.getItem(tokenKey) !== null) return null;
    throw error;
  }
}

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  tsv: 'text/tab-separated-values',
  svg: 'image/svg+xml',
  png: 'image/png',
};

function download(name: string, kind: keyof typeof contentTypes, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: contentTypes[kind] }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The browser reads the bytes after the click; a minute is far more than it needs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
