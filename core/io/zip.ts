/**
 * ZIP archives as far as exchanging a part of one takes (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16): entries keep
 * the bytes they are packed in. No encryption, no ZIP64: archives stay below 4 GiB.
 */
import { assert } from '../base/assert.ts';

export interface ZipEntry {
  readonly name: Uint8Array;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: readonly Uint8Array[];
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const VERSION = 20;
/** 1 January 1980, the first day the format knows. */
const DATE = 33;
const MAX_SIZE = 2 ** 32;

export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_SIZE;
  assert(view.getUint32(end, true) === END_RECORD, 'the archive has a comment or is cut off');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    assert(view.getUint32(at, true) === CENTRAL_HEADER, `entry ${i} of the archive is not where it should be`);
    const packedSize = view.getUint32(at + 20, true);
    const nameSize = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const begin = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    entries.push({
      name: bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameSize),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      packed: [bytes.subarray(begin, begin + packedSize)],
    });
    at += CENTRAL_SIZE + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

export function writeZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const sizes = entries.map(({ packed }) => packed.reduce((sum, { length }) => sum + length, 0));
  const localSize = entries.reduce((sum, { name }, i) => sum + LOCAL_SIZE + name.length + (sizes[i] as number), 0);
  const centralSize = entries.reduce((sum, { name }) => sum + CENTRAL_SIZE + name.length, 0);
  assert(localSize < MAX_SIZE && entries.every(({ size }) => size < MAX_SIZE), 'the archive is larger than 4 GiB');
  const bytes = new Uint8Array(localSize + centralSize + END_SIZE);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let central = localSize;
  entries.forEach((entry, i) => {
    const start = at;
    view.setUint32(at, LOCAL_HEADER, true);
    writeFacts(view, at + 4, entry, sizes[i] as number);
    bytes.set(entry.name, at + LOCAL_SIZE);
    at += LOCAL_SIZE + entry.name.length;
    for (const chunk of entry.packed) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    view.setUint32(central, CENTRAL_HEADER, true);
    view.setUint16(central + 4, VERSION, true);
    writeFacts(view, central + 6, entry, sizes[i] as number);
    view.setUint32(central + 42, start, true);
    bytes.set(entry.name, central + CENTRAL_SIZE);
    central += CENTRAL_SIZE + entry.name.length;
  });
  view.setUint32(central, END_RECORD, true);
  view.setUint16(central + 8, entries.length, true);
  view.setUint16(central + 10, entries.length, true);
  view.setUint32(central + 12, centralSize, true);
  view.setUint32(central + 16, localSize, true);
  return bytes;
}

/** The fields that both headers have in the same order: version, flags, method, time, date, checksum, sizes, length of the name. */
function writeFacts(view: DataView, at: number, { method, crc, size, name }: ZipEntry, packedSize: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, method, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packedSize, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}
