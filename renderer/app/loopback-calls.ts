/** Calls of the loopback host over HTTP. A file's long text goes behind the first line of a body, and never through this thread. */
import { takeBytes, TEXT_BEHIND_TYPE } from '#core/io/text-behind.ts';

interface Answer<T> {
  readonly value?: T;
  readonly message?: string;
}

export async function post<T>(name: string, body: unknown, token: string | null): Promise<T> {
  const file = Array.isArray(body) ? takeBytes(body) : null;
  const type = file ? TEXT_BEHIND_TYPE : JSON_TYPE;
  const response = await fetch(`/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': type, ...authorize(token) },
    body: file ? new Blob([file.head, file.bytes]) : JSON.stringify(body),
  }).catch(failGone);
  return take(response.status, (await response.json()) as Answer<T>);
}

/** For calls that answer with a file: its text is only held here, as a Blob, for the worker that reads it. */
export async function postForFile<T>(name: string, args: readonly unknown[], token: string | null): Promise<T> {
  const { status, isJson, body } = await requestBlob(`/api/${name}`, JSON.stringify(args), token);
  if (isJson) return take(status, JSON.parse(await body.text()) as Answer<T>);
  const start = new Uint8Array(await body.slice(0, HEAD_LIMIT_BYTES).arrayBuffer());
  const end = start.indexOf(LINE_END);
  const { value } = JSON.parse(new TextDecoder().decode(start.subarray(0, end))) as { value: { value: object } };
  return { ...value, value: { ...value.value, text: body.slice(end + 1) } } as T;
}

const JSON_TYPE = 'application/json';
const LINE_END = 10;
/** Names and ids are at most a few kilobytes. */
const HEAD_LIMIT_BYTES = 64 * 1024;

interface BlobAnswer {
  readonly status: number;
  readonly isJson: boolean;
  readonly body: Blob;
}

/** By the older kind of request: what that is to receive as a Blob the browser never brings to this thread, which `fetch` does. */
function requestBlob(address: string, body: string, token: string | null): Promise<BlobAnswer> {
  return new Promise<BlobAnswer>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'blob';
    for (const [name, value] of Object.entries({ 'content-type': JSON_TYPE, ...authorize(token) }))
      request.setRequestHeader(name, value);
    request.onload = () => {
      const isJson = request.getResponseHeader('content-type')?.startsWith(JSON_TYPE) ?? false;
      resolve({ status: request.status, isJson, body: request.response as Blob });
    };
    request.onerror = reject;
    request.send(body);
  }).catch(failGone);
}

function authorize(token: string | null): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

function failGone(): never {
  throw new Error(
    'Weft has stopped: start it again, and open the new link. Unsaved work is offered there for recovery.',
  );
}

function take<T>(status: number, { value, message }: Answer<T>): T {
  if (status < 200 || status > 299) throw new Error(message ?? `The host answered ${status}.`);
  return value as T;
}
