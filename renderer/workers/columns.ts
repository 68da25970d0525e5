/**
 * Many plain values of the same kind written as columns: numbers in typed arrays, texts once each, records field by field. A tenth of
 * the bytes of the values themselves, and most of them handed over instead of copied when posted between threads.
 */

type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

export type Column =
  | { readonly kind: 'same'; readonly value: unknown }
  | { readonly kind: 'numbers'; readonly values: Numbers }
  /** Index of each into `texts`. */
  | { readonly kind: 'texts'; readonly at: Numbers; readonly texts: readonly string[] }
  | { readonly kind: 'lists'; readonly lengths: Numbers; readonly items: Column }
  | { readonly kind: 'records'; readonly fields: readonly (readonly [name: string, values: Column])[] }
  /** Of which column each is the next. */
  | { readonly kind: 'mixed'; readonly which: Numbers; readonly columns: readonly Column[] }
  /** As they are. */
  | { readonly kind: 'plain'; readonly values: readonly unknown[] };

type PlainRecord = Record<string, unknown>;

export function toColumn(values: readonly unknown[]): Column {
  const sorts = sortByKind(values);
  const [only] = sorts.groups;
  if (!only) return { kind: 'plain', values: [] };
  if (sorts.groups.length === 1) return writeGroup(only, values);
  const columns = sorts.groups.map((group) => writeGroup(group, group.values));
  return { kind: 'mixed', which: narrow(sorts.which), columns };
}

/** Every array that can be handed over when the column is posted. */
export function listBuffers(column: Column, found: ArrayBuffer[] = []): ArrayBuffer[] {
  switch (column.kind) {
    case 'numbers':
      found.push(column.values.buffer);
      break;
    case 'texts':
      found.push(column.at.buffer);
      break;
    case 'lists':
      found.push(column.lengths.buffer);
      listBuffers(column.items, found);
      break;
    case 'records':
      for (const [, values] of column.fields) listBuffers(values, found);
      break;
    case 'mixed':
      found.push(column.which.buffer);
      for (const own of column.columns) listBuffers(own, found);
      break;
    case 'same':
    case 'plain':
      break;
  }
  return found;
}

/** `count` values, as many as were written. */
export function fromColumn(column: Column, count: number): unknown[] {
  switch (column.kind) {
    case 'same':
      return Array.from({ length: count }, () => column.value);
    case 'numbers':
      return [...column.values];
    case 'texts':
      return Array.from(column.at, (at) => column.texts[at]);
    case 'lists':
      return readLists(column.lengths, column.items);
    case 'records':
      return readRecords(column.fields, count);
    case 'mixed':
      return readMixed(column.which, column.columns);
    case 'plain':
      return [...column.values];
  }
}

interface Group {
  readonly sort: 'number' | 'text' | 'list' | 'record' | 'plain' | 'same';
  /** Of records. */
  readonly keys: readonly string[];
  readonly values: unknown[];
}

/** More kinds of records than this are not told apart. */
const MOST_GROUPS = 200;

function sortByKind(values: readonly unknown[]): { groups: Group[]; which: number[] } {
  const groups: Group[] = [];
  const which = values.map((value) => {
    const sort = sortOf(value);
    let at = groups.findIndex((group) => belongs(group, sort, value));
    if (at < 0) {
      at = groups.length;
      const isTooMany = at >= MOST_GROUPS && sort === 'record';
      const keys = sort === 'record' ? Object.keys(value as PlainRecord) : [];
      groups.push({ sort: isTooMany ? 'plain' : sort, keys, values: [] });
    }
    groups[at]?.values.push(value);
    return at;
  });
  return { groups, which };
}

function sortOf(value: unknown): Group['sort'] {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'text';
  if (typeof value !== 'object' || value === null) return 'same';
  if (Array.isArray(value)) return 'list';
  return Object.getPrototypeOf(value) === Object.prototype ? 'record' : 'plain';
}

function belongs(group: Group, sort: Group['sort'], value: unknown): boolean {
  if (group.sort !== sort) return false;
  if (sort === 'same') return group.values[0] === value;
  return sort !== 'record' || hasKeys(value as PlainRecord, group.keys);
}

/** In that order too: a record read is the record written. */
function hasKeys(record: PlainRecord, keys: readonly string[]): boolean {
  let at = 0;
  for (const key in record) {
    if (keys[at] !== key) return false;
    at += 1;
  }
  return at === keys.length;
}

function writeGroup({ sort, keys }: Group, values: readonly unknown[]): Column {
  switch (sort) {
    case 'same':
      return { kind: 'same', value: values[0] };
    case 'number':
      return { kind: 'numbers', values: narrow(values as readonly number[]) };
    case 'text':
      return writeTexts(values as readonly string[]);
    case 'list': {
      const lists = values as readonly (readonly unknown[])[];
      return { kind: 'lists', lengths: narrow(lists.map(({ length }) => length)), items: toColumn(lists.flat(1)) };
    }
    case 'record': {
      const records = values as readonly PlainRecord[];
      return { kind: 'records', fields: keys.map((key) => [key, toColumn(records.map((record) => record[key]))]) };
    }
    case 'plain':
      return { kind: 'plain', values };
  }
}

function writeTexts(values: readonly string[]): Column {
  const places = new Map<string, number>();
  const at = values.map((text) => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  });
  return { kind: 'texts', at: narrow(at), texts: [...places.keys()] };
}

/** In the fewest bytes that hold every one exactly. */
function narrow(values: readonly number[]): Numbers {
  let least = 0;
  let most = 0;
  for (const value of values) {
    if (!Number.isInteger(value) || Object.is(value, -0)) return Float64Array.from(values);
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  if (least >= 0 && most <= 0xff) return Uint8Array.from(values);
  if (least >= 0 && most <= 0xffff) return Uint16Array.from(values);
  return least >= -0x80000000 && most <= 0x7fffffff ? Int32Array.from(values) : Float64Array.from(values);
}

function readLists(lengths: Numbers, items: Column): unknown[][] {
  let total = 0;
  for (const length of lengths) total += length;
  const all = fromColumn(items, total);
  let first = 0;
  return Array.from(lengths, (length) => {
    first += length;
    return all.slice(first - length, first);
  });
}

function readRecords(fields: readonly (readonly [string, Column])[], count: number): PlainRecord[] {
  const records = Array.from({ length: count }, (): PlainRecord => ({}));
  for (const [name, column] of fields) {
    const values = fromColumn(column, count);
    for (let i = 0; i < count; i += 1) (records[i] as PlainRecord)[name] = values[i];
  }
  return records;
}

function readMixed(which: Numbers, columns: readonly Column[]): unknown[] {
  const counts = columns.map(() => 0);
  for (const at of which) counts[at] = (counts[at] as number) + 1;
  const read = columns.map((column, at) => fromColumn(column, counts[at] as number));
  const next = columns.map(() => 0);
  return Array.from(which, (at) => {
    const index = next[at] as number;
    next[at] = index + 1;
    return read[at]?.[index];
  });
}
