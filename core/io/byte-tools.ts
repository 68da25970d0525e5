/** What core needs of the platform to write large files: text to bytes, and the DEFLATE that browsers and Node bring along. */

interface ByteWriter {
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
}

interface ByteReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
}

/** As the stream classes of the platform are: what is written comes out changed. */
interface ByteTransform {
  readonly writable: { getWriter(): ByteWriter };
  readonly readable: { getReader(): ByteReader };
}

export interface ByteTools {
  encode(text: string): Uint8Array<ArrayBuffer>;
  decode(bytes: Uint8Array): string;
  /** Raw DEFLATE (RFC 1951), without a header. */
  deflate(): ByteTransform;
  inflate(): ByteTransform;
}

/** All that comes out of a transform, in the pieces it gives. Read while it is written to: it holds little. */
export async function collectBytes(transform: ByteTransform): Promise<Uint8Array[]> {
  const reader = transform.readable.getReader();
  const chunks: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (value) chunks.push(value);
    if (done) return chunks;
  }
}

export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

export async function inflate(bytes: Uint8Array, tools: ByteTools): Promise<Uint8Array> {
  const transform = tools.inflate();
  const collected = collectBytes(transform);
  const writer = transform.writable.getWriter();
  await writer.write(bytes.slice());
  await writer.close();
  return joinBytes(await collected);
}
