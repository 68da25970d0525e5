import { describe, expect, it } from 'vitest';
import { writeCsv, writeTsv } from '#core/io/csv-text.ts';

describe('a table as CSV', () => {
  it('quotes, ends lines with CRLF and leaves unknown fields empty', () => {
    expect(
      writeCsv(
        ['Name', 'Gb/s'],
        [
          ['a,b', 1.5],
          ['say "hi"', null],
        ],
      ),
    ).toBe('Name,Gb/s\r\n"a,b",1.5\r\n"say ""hi""",\r\n');
  });

  it('keeps text that looks like a formula text, and numbers numbers', () => {
    const text = writeCsv(
      ['Name', 'Value'],
      [
        ['=1+1', -5],
        ['@SUM(A1)', 2],
        ['+1', 3],
        ['-x', 4],
      ],
    );
    expect(text.split('\r\n').slice(1, 5)).toEqual([`"'=1+1",-5`, `"'@SUM(A1)",2`, `"'+1",3`, `"'-x",4`]);
  });

  it('begins with a byte order mark when it holds more than ASCII', () => {
    expect(writeCsv(['Ort'], [['Zürich']]).startsWith('\uFEFF')).toBe(true);
    expect(writeCsv(['Ort'], [['Bern']]).startsWith('Ort')).toBe(true);
  });
});

it('the clipboard gets tabs, and the same guard', () => {
  expect(
    writeTsv(
      ['Name', 'Value'],
      [
        ['=A1', 2],
        ['b', null],
      ],
    ),
  ).toBe(`Name\tValue\n"'=A1"\t2\nb\t`);
});
