/** The language of cable labels: text with fields in braces, e.g. `{fabric}-{n:6}` or `{a.device} {a.port} > {b.device} {b.port}`. */
import { fail, ok, type Result } from '../base/result.ts';

/**
 * n: number of the cable, from 1; length: as bought, m; a, b: the two ends. `port` is the cage among its like, and the port in it
 * where it has several: data 3/1.
 */
const labelFields = [
  'n',
  'fabric',
  'link',
  'purpose',
  'phase',
  'length',
  'a.device',
  'a.rack',
  'a.unit',
  'a.port',
  'b.device',
  'b.rack',
  'b.unit',
  'b.port',
] as const;

export type LabelField = (typeof labelFields)[number];

export type LabelPiece =
  | string
  | { readonly field: LabelField /** Zeros are put before a shorter number. */; readonly width: number };

/** Numbers, which can be padded. */
const NUMBERS: ReadonlySet<LabelField> = new Set(['n', 'phase', 'a.unit', 'b.unit']);

const MAX_WIDTH = 12;

/** The template taken apart, or a sentence that says what is wrong and where. */
export function parseLabelTemplate(template: string): Result<LabelPiece[], string> {
  const pieces: LabelPiece[] = [];
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf('{', at);
    const stray = template.indexOf('}', at);
    if (stray >= 0 && (open < 0 || stray < open)) return fail(`The } at position ${stray + 1} has no { before it.`);
    const end = open < 0 ? template.length : open;
    if (end > at) pieces.push(template.slice(at, end));
    if (open < 0) break;
    const close = template.indexOf('}', open);
    if (close < 0) return fail(`The { at position ${open + 1} is never closed.`);
    const piece = parseField(template.slice(open + 1, close));
    if (!piece.ok) return piece;
    pieces.push(piece.value);
    at = close + 1;
  }
  if (!pieces.some((piece) => typeof piece === 'object')) {
    return fail(`Every cable would be called '${template}': add a field, e.g. {n:6}.`);
  }
  return ok(pieces);
}

function parseField(text: string): Result<LabelPiece, string> {
  const [name = '', width, ...more] = text.split(':');
  const field = labelFields.find((known) => known === name.trim());
  if (!field)
    return fail(`There is no field {${text}}. Fields: ${labelFields.map((known) => `{${known}}`).join(' ')}.`);
  if (width === undefined) return ok({ field, width: 0 });
  if (!NUMBERS.has(field)) return fail(`{${field}} is text and cannot be padded: leave out ':${width}'.`);
  const digits = Number(width);
  if (more.length > 0 || !/^\d+$/.test(width) || digits < 1 || digits > MAX_WIDTH) {
    return fail(`{${text}} asks for a width that is not a whole number from 1 to ${MAX_WIDTH}.`);
  }
  return ok({ field, width: digits });
}
