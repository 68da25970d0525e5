/** Reads a workbook with another library than the one that writes it. */
import * as XLSX from '@e965/xlsx';

export interface ReadSheet {
  /** Cells by address; `t` is 'n' for numbers and 's' for text, `f` the formula. */
  readonly cells: Readonly<Record<string, XLSX.CellObject>>;
  readonly filterRange: string | undefined;
  /** The part of the file, for what the reader does not model. */
  readonly xml: string;
}

export interface ReadWorkbook {
  readonly names: readonly string[];
  sheet(name: string): ReadSheet;
  /** Looked up in the file's style table, which the reader does not model. */
  isBold(name: string, address: string): boolean;
}

export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  // The reader writes its own marks on the array it is given.
  const book = XLSX.read(bytes.slice(), {
    type: 'array',
    cellFormula: true,
    cellNF: true,
    cellStyles: true,
    bookFiles: true,
  });
  const files = (book as unknown as { files: Record<string, { content: Uint8Array }> }).files;
  const readPart = (path: string): string => new TextDecoder().decode(files[path]?.content);
  const readSheetXml = (name: string): string =>
    readPart(`xl/worksheets/sheet${book.SheetNames.indexOf(name) + 1}.xml`);
  return {
    names: book.SheetNames,
    sheet(name) {
      const sheet = book.Sheets[name];
      if (!sheet) throw new Error(`no sheet ${name}`);
      return {
        cells: sheet as Record<string, XLSX.CellObject>,
        filterRange: sheet['!autofilter']?.ref,
        xml: readSheetXml(name),
      };
    },
    isBold(name, address) {
      const styles = readPart('xl/styles.xml');
      const fonts = styles.match(/<font>.*?<\/font>/g) ?? [];
      const formats = /<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0].match(/<xf [^>]*fontId="\d+"/g) ?? [];
      const style = new RegExp(`<c r="${address}"[^>]* s="(\\d+)"`).exec(readSheetXml(name))?.[1];
      const font = /fontId="(\d+)"/.exec(formats[Number(style ?? 0)] ?? '')?.[1];
      return fonts[Number(font ?? 0)]?.includes('<b/>') ?? false;
    },
  };
}

/** Rows of a sheet as header -> cell, up to and without the first row whose first cell begins with `until`. */
export function readRows(sheet: ReadSheet): Record<string, XLSX.CellObject | undefined>[] {
  const range = XLSX.utils.decode_range(sheet.filterRange ?? 'A1');
  const rows: Record<string, XLSX.CellObject | undefined>[] = [];
  for (let r = 1; r <= range.e.r; r += 1) {
    const row: Record<string, XLSX.CellObject | undefined> = {};
    for (let c = 0; c <= range.e.c; c += 1) {
      const header = sheet.cells[XLSX.utils.encode_cell({ r: 0, c })]?.v;
      row[String(header)] = sheet.cells[XLSX.utils.encode_cell({ r, c })];
    }
    rows.push(row);
  }
  return rows;
}

/** What the formula of a total comes to, worked out from the cells of its range: SUBTOTAL(9, range) or SUMIF(range, "key", range). */
export function evaluateTotal(sheet: ReadSheet, formula: string): number {
  const plain = /^SUBTOTAL\(9,(\w+:\w+)\)$/.exec(formula);
  const keyed = /^SUMIF\((\w+:\w+),"([\w-]+)",(\w+:\w+)\)$/.exec(formula);
  const dataRef = plain?.[1] ?? keyed?.[3];
  if (dataRef === undefined) throw new Error(`unexpected formula ${formula}`);
  const data = listCells(sheet, dataRef);
  const keys = keyed ? listCells(sheet, keyed[1] as string) : null;
  return data.reduce((sum, cell, index) => {
    const counts = cell?.t === 'n' && (keys === null || keys[index]?.v === keyed?.[2]);
    return counts ? sum + (cell.v as number) : sum;
  }, 0);
}

function listCells(sheet: ReadSheet, reference: string): (XLSX.CellObject | undefined)[] {
  const range = XLSX.utils.decode_range(reference);
  const found: (XLSX.CellObject | undefined)[] = [];
  for (let r = range.s.r; r <= range.e.r; r += 1) {
    for (let c = range.s.c; c <= range.e.c; c += 1) found.push(sheet.cells[XLSX.utils.encode_cell({ r, c })]);
  }
  return found;
}
