/** What core needs to write large files, as browsers have it. */
import type { ByteTools } from '#core/io/byte-tools.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const workerBytes: ByteTools = {
  encode: (text) => encoder.encode(text),
  decode: (bytes) => decoder.decode(bytes),
  deflate: () => new CompressionStream('deflate-raw'),
  inflate: () => new DecompressionStream('deflate-raw'),
};
