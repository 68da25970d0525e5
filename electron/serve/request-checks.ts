/**
 * Why a request is refused before anything is done for it. Any web page in the same browser can send requests to 127.0.0.1; these checks
 * tell our own page from all others.
 */
import type { IncomingMessage } from 'node:http';
import { TEXT_BEHIND_TYPE } from '#core/io/text-behind.ts';

export interface Refusal {
  readonly status: number;
  readonly message: string;
}

/** For every request. A foreign name that resolves to 127.0.0.1 (DNS rebinding) shows in `Host`. */
export function refuseHost(request: IncomingMessage, port: number): Refusal | null {
  const isOurs = request.headers.host === `127.0.0.1:${port}` || request.headers.host === `localhost:${port}`;
  return isOurs ? null : { status: 421, message: 'This address is not served here.' };
}

/** For calls: POST of JSON, or of JSON and a file, from our own page: types that a plain form cannot send without asking first, and asking is refused. */
export function refuseCall(request: IncomingMessage): Refusal | null {
  const { method, headers } = request;
  if (method !== 'POST') return { status: 405, message: 'Calls are POST only.' };
  if (headers.origin !== `http://${headers.host}`) return { status: 403, message: 'This page may not call Weft.' };
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return { status: 403, message: 'This page may not call Weft.' };
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && type !== TEXT_BEHIND_TYPE) return { status: 415, message: 'Calls are JSON only.' };
  return null;
}
