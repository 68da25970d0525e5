/** What core needs to write large files, as Node has it. */
import type { ByteTools } from '#core/io/byte-tools.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const nodeBytes: ByteTools = {
  encode: (text) => encoder.encode(text),
  decode: (bytes) => decoder.decode(bytes),
  deflate: () => new CompressionStream('deflate-raw'),
  inflate: () => new DecompressionStream('deflate-raw'),
};
