/** Reads a JSON request body of limited size, also one with a file behind it. */
import type { IncomingMessage } from 'node:http';
import { putBytes, TEXT_BEHIND_TYPE } from '#core/io/text-behind.ts';

/** A design of the largest size, every character of it escaped at worst once, with room for the envelope. */
const bodyLimitBytes = 210 * 1024 * 1024;

export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-json' };

export async function readJsonBody(request: IncomingMessage, limitBytes: number = bodyLimitBytes): Promise<JsonBody> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return { kind: 'too-large' };
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > limitBytes) return { kind: 'too-large' };
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  try {
    if (request.headers['content-type'] !== TEXT_BEHIND_TYPE) {
      return { kind: 'json', value: JSON.parse(body.toString('utf8')) };
    }
    const end = body.indexOf(10);
    return { kind: 'json', value: putBytes(body.toString('utf8', 0, end), body.subarray(end + 1)) };
  } catch {
    return { kind: 'not-json' };
  }
}
