/**
 * JSON text that depends on the value alone: keys sorted by code unit, two-space indent, lists of plain numbers on
 * one line (member pairs would otherwise take four lines each). One record changed is a few lines changed.
 */
export function writeStableJson(value: unknown): string {
  return `${write(value, '\n')}\n`;
}

function write(value: unknown, newline: string): string {
  if (Array.isArray(value)) return writeList(value, newline);
  if (typeof value === 'object' && value !== null) return writeRecord(value, newline);
  return JSON.stringify(value);
}

function writeList(list: readonly unknown[], newline: string): string {
  if (list.length === 0) return '[]';
  if (list.every((item) => typeof item === 'number')) return `[${list.map((item) => JSON.stringify(item)).join(', ')}]`;
  const inner = `${newline}  `;
  return `[${inner}${list.map((item) => write(item, inner)).join(`,${inner}`)}${newline}]`;
}

/** Keys whose value is undefined are left out, as JSON does. */
function writeRecord(record: object, newline: string): string {
  const inner = `${newline}  `;
  const entries = Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}: ${write(value, inner)}`);
  return entries.length === 0 ? '{}' : `{${inner}${entries.join(`,${inner}`)}${newline}}`;
}
