/**
 * What becomes of files dropped on the window: a design opens, device types and price lists are offered for the open design.
 * Whatever cannot be read is told in one message, and the others go on.
 */
import { fail, type Result } from '#core/base/result.ts';
import { catalog, design } from '../../store/design-store.ts';
import { tell } from '../../store/dialog-store.ts';
import { type ImportOffer, offerImports, type ReadDeviceType } from '../../store/import-store.ts';
import { DEFAULT_PRICE_BOOK } from '#core/design/price-book.ts';
import { openDropped } from '../document-files.ts';
import { formatToday } from '../../ui/today.ts';

/** Far above any device type or price list. */
const SIZE_LIMIT_BYTES = 20 * 1024 * 1024;

type FileKind = 'design' | 'device-type' | 'price-list';

const KINDS: Readonly<Record<string, FileKind>> = {
  weft: 'design',
  yaml: 'device-type',
  yml: 'device-type',
  csv: 'price-list',
};

/** For the file dialog of the browser. */
export const IMPORTED_EXTENSIONS = '.yaml,.yml,.csv';

function kindOf({ name }: File): FileKind | undefined {
  return KINDS[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
}

export async function takeFiles(files: readonly File[]): Promise<void> {
  const designs = files.filter((file) => kindOf(file) === 'design');
  const [first] = designs;
  if (first && files.length === 1) {
    await openDropped(first);
    return;
  }
  const refusals: string[] = designs.map(({ name }) => `${name} was not opened: drop a design alone.`);
  const types: ReadDeviceType[] = [];
  const lists: ImportOffer[] = [];
  for (const file of files.filter((other) => !designs.includes(other))) {
    const read = await readFile(file);
    if (!read.ok) refusals.push(read.error);
    else if (read.value.kind === 'device-types') types.push(...read.value.types);
    else lists.push(read.value);
  }
  offerImports([...(types.length > 0 ? [{ kind: 'device-types' as const, types }] : []), ...lists]);
  const title = refusals.length === 1 ? 'A file was not read' : `${refusals.length} files were not read`;
  if (refusals.length > 0) await tell(title, refusals.join(' '));
}

async function readFile(file: File): Promise<Result<ImportOffer, string>> {
  const { name } = file;
  const kind = kindOf(file);
  if (kind === undefined || kind === 'design') {
    return fail(
      `${name} is of a kind that is not read here. A design ends in .weft, a NetBox device type in .yaml, a price list in .csv.`,
    );
  }
  if (file.size > SIZE_LIMIT_BYTES) return fail(`${name} is too large for a device type or a price list.`);
  const text = await file.text();
  return kind === 'device-type' ? readDeviceType(text, name) : readPrices(text, name);
}

/** The readers are fetched when they are first needed: the window starts without them. */
async function readDeviceType(text: string, fileName: string): Promise<Result<ImportOffer, string>> {
  const { parseDeviceType } = await import('#core/io/device-type/device-type.ts');
  const read = parseDeviceType(text, fileName);
  return read.ok ? { ok: true, value: { kind: 'device-types', types: [{ fileName, type: read.value }] } } : read;
}

async function readPrices(text: string, fileName: string): Promise<Result<ImportOffer, string>> {
  const { readPriceList } = await import('#core/io/price-list/price-list.ts');
  const { currency } = design().priceBook ?? DEFAULT_PRICE_BOOK;
  const read = readPriceList(text, catalog(), { fileName, currency, today: formatToday(new Date()) });
  return read.ok ? { ok: true, value: { kind: 'prices', fileName, ...read.value } } : read;
}
