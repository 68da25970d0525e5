/** The host this window lives on: Electron's bridge when it is there, else the loopback host. */
import { assertDefined } from '#core/base/assert.ts';
import type { Host, HostInfo } from '#core/io/host.ts';
import { createLoopbackHost } from './loopback-host.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload. */
    readonly weftHost?: Host;
  }
}

interface Binding {
  readonly host: Host;
  readonly info: HostInfo;
}

let binding: Binding | null = null;

/** Must have been awaited once before `host` and `hostInfo` are used. */
export async function connectHost(): Promise<Binding> {
  const connected = window.weftHost ?? (await createLoopbackHost());
  binding = { host: connected, info: await connected.getInfo() };
  return binding;
}

/** For tests: puts a host in place. */
export function bindHost(given: Binding): void {
  binding = given;
}

export function host(): Host {
  return assertDefined(binding, 'the host was used before it was connected').host;
}

export function hostInfo(): HostInfo {
  return assertDefined(binding, 'the host was used before it was connected').info;
}
