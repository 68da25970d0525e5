/**
 * The calls of the window, received: each only from the top frame of one of our own windows showing our own page, each with checked
 * arguments, each answered by that window's own Host.
 */
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Host } from '#core/io/host.ts';
import { callHost } from './host-arguments.ts';
import { callChannel, type HostCall, hostCalls } from './host-calls.ts';
import { isWindowAddress } from './window-scheme.ts';

/** `findHost` gives the Host of the window with that web contents id. */
export function answerWindowCalls(findHost: (webContentsId: number) => Pick<Host, HostCall> | undefined): void {
  for (const call of hostCalls) {
    ipcMain.handle(callChannel(call), async (event, ...args: unknown[]) => {
      const host = isOwnPage(event) ? findHost(event.sender.id) : undefined;
      if (!host) throw new Error(`${call} was refused: it did not come from Weft's own window.`);
      return callHost(host, call, args);
    });
  }
}

function isOwnPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  // No frame: it navigated away or closed since it sent this.
  return frame !== null && frame.parent === null && isWindowAddress(frame.url);
}
