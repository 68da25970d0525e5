import { describe, expect, it } from 'vitest';
import { joinBytes } from '#core/io/byte-tools.ts';
import { addToCrc32 } from '#core/io/crc32.ts';
import { readZip, writeZip } from '#core/io/zip.ts';
import { createWorkbook } from '../../support/create-workbook.ts';
import { readWorkbook } from '../../support/read-workbook.ts';
import { smallNetlist, smallReport } from '../../support/small-network.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('addToCrc32', () => {
  it('gives the check value of the algorithm, in one piece or several', () => {
    // Rocksoft model of CRC-32/ISO-HDLC: check = CBF43926 for '123456789'.
    expect(addToCrc32(0, bytesOf('123456789'))).toBe(0xcbf43926);
    expect(addToCrc32(addToCrc32(0, bytesOf('1234')), bytesOf('56789'))).toBe(0xcbf43926);
    expect(addToCrc32(0, bytesOf(''))).toBe(0);
  });
});

describe('zip', () => {
  it('reads back what it wrote', () => {
    const entries = ['one', 'folder/two'].map((name, index) => ({
      name: bytesOf(name),
      method: 0,
      crc: addToCrc32(0, bytesOf(`content ${index}`)),
      size: 9,
      packed: [bytesOf('content '), bytesOf(String(index))],
    }));
    const read = readZip(writeZip(entries));
    expect(read.map(({ name, packed }) => [new TextDecoder().decode(name), joinBytes(packed)])).toEqual([
      ['one', bytesOf('content 0')],
      ['folder/two', bytesOf('content 1')],
    ]);
    expect(read.map(({ crc, size }) => [crc, size])).toEqual(entries.map(({ crc, size }) => [crc, size]));
  });

  it('keeps an archive of the workbook writer readable for others', async () => {
    const bytes = await createWorkbook(smallNetlist, smallReport);
    expect(readWorkbook(writeZip(readZip(bytes))).names).toEqual(readWorkbook(bytes).names);
  });

  it('refuses what is cut off', () => {
    const bytes = writeZip([{ name: bytesOf('one'), method: 0, crc: 0, size: 0, packed: [] }]);
    expect(() => readZip(bytes.subarray(0, bytes.length - 1))).toThrow('cut off');
  });
});
