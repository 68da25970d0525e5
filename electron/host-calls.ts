/** The Host's calls by name, written once: preload, the main process and the loopback host are made from this list. */
import type { Host } from '#core/io/host.ts';

/** Everything the window can ask for. `onEvent` is not a call: events come the other way. */
export type HostCall = Exclude<keyof Host, 'onEvent'>;

const isCall: Record<HostCall, true> = {
  getInfo: true,
  listRecent: true,
  removeRecent: true,
  openWithDialog: true,
  openFile: true,
  listFolder: true,
  openPath: true,
  saveFile: true,
  saveWithDialog: true,
  saveToPath: true,
  exportFile: true,
  writeRecovery: true,
  listRecovery: true,
  readRecovery: true,
  removeRecovery: true,
  openWindow: true,
  setZoom: true,
  setDocumentState: true,
  confirmClose: true,
};

export const hostCalls = Object.keys(isCall) as readonly HostCall[];

/** Electron's message channels. */
export const eventChannel = 'weft:event';
export const callChannel = (call: HostCall): string => `weft:${call}`;
