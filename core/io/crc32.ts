/** CRC-32 as ZIP has it (reflected polynomial 0xEDB88320), piece by piece. */

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest >>> 0;
});

/** `before`: of what came before these bytes; 0 at the start. */
export function addToCrc32(before: number, bytes: Uint8Array): number {
  let rest = ~before;
  for (let i = 0; i < bytes.length; i += 1) {
    rest = (rest >>> 8) ^ (TABLE[(rest ^ (bytes[i] as number)) & 0xff] as number);
  }
  return ~rest >>> 0;
}
