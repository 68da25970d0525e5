/**
 * The bridge: gives the window `weftHost`, one function for each call of the Host, and nothing of Electron itself.
 * Runs sandboxed, so it can import nothing but `electron`.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { HostEvent } from '#core/io/host.ts';
import { callChannel, eventChannel, hostCalls } from './host-calls.ts';

const listeners = new Set<(event: HostEvent) => void>();
/** Events that came before the window listened: a file to open, given on the command line. */
const waiting: HostEvent[] = [];

ipcRenderer.on(eventChannel, (_ipcEvent, event: HostEvent) => {
  if (listeners.size === 0) waiting.push(event);
  for (const listener of listeners) listener(event);
});

function onEvent(listener: (event: HostEvent) => void): () => void {
  listeners.add(listener);
  for (const event of waiting.splice(0)) listener(event);
  return () => {
    listeners.delete(listener);
  };
}

const calls = hostCalls.map((call) => [call, (...args: unknown[]) => ipcRenderer.invoke(callChannel(call), ...args)]);

contextBridge.exposeInMainWorld('weftHost', { ...Object.fromEntries(calls), onEvent });
