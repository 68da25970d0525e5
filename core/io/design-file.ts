/**
 * The .weft file: a JSON envelope around a design. The text depends on the design alone, so that saving without a
 * change changes no byte. Reading never repairs: a file that is not whole is refused with its name, place and remedy.
 */
import { explainFirstIssue } from '../base/explain-issue.ts';
import { createFits } from '../base/fits-schema.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { findBrokenReference } from '../design/check-references.ts';
import { type Design, designSchema } from '../design/design.ts';
import { findJsonFault } from './json-fault.ts';
import { migrate, migrations } from './migrations.ts';
import { writeStableJson } from './stable-json.ts';

const FORMAT = 'weft-design';
/** Name and version of this product, as written into files. A test holds it to package.json. */
export const APP_NAME = 'Weft 0.1.0';
/** Version of the files this product writes; it reads this and all earlier ones. */
export const FILE_VERSION = migrations.length + 1;

export interface DesignFileError {
  readonly reason: 'not-json' | 'truncated' | 'not-weft' | 'newer-version' | 'invalid' | 'broken-reference';
  /** One sentence: which file, where, what to do. */
  readonly message: string;
}

export function serializeDesign(design: Design): string {
  return writeStableJson({ format: FORMAT, version: FILE_VERSION, app: APP_NAME, design });
}

/**
 * `fileName` is used in messages only. `onShaped` is told of the design as soon as every record is as it should be, while their
 * references to each other are still to be checked.
 */
export function parseDesign(
  text: string,
  fileName: string,
  onShaped: (shaped: Design) => void = () => undefined,
): Result<Design, DesignFileError> {
  const json = parseJson(text.startsWith('\uFEFF') ? text.slice(1) : text, fileName);
  if (!json.ok) return json;
  const envelope = json.value;
  if (!isRecord(envelope) || envelope.format !== FORMAT) {
    return refuse('not-weft', `${fileName} is not a Weft design: ${CHOOSE}`);
  }
  const { version } = envelope;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refuse('invalid', `${fileName} is damaged: version must be a whole number of at least 1. ${RESTORE}`);
  }
  if (version > FILE_VERSION) return refuseNewer(fileName, version, envelope.app);
  const reservedPath = maySayReserved(text) ? findReservedKey(envelope.design) : null;
  if (reservedPath !== null) {
    return refuse(
      'invalid',
      `${fileName} is damaged: ${reservedPath} has an entry with the reserved name __proto__. ${RESTORE}`,
    );
  }
  return checkDesign(migrate(envelope.design, version), fileName, onShaped);
}

const CHOOSE = 'choose a file that Weft saved.';
const RESTORE = 'Restore an earlier copy or correct this place in a text editor.';

function refuse(reason: DesignFileError['reason'], message: string): Result<never, DesignFileError> {
  return fail({ reason, message });
}

function parseJson(text: string, fileName: string): Result<unknown, DesignFileError> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    if (text.trim() === '') return refuse('truncated', `${fileName} is empty. Restore an earlier copy.`);
    if (!text.trimStart().startsWith('{')) return refuse('not-json', `${fileName} is not a Weft design: ${CHOOSE}`);
    const fault = findJsonFault(text) ?? { isTruncated: false, line: 1, column: 1 };
    if (fault.isTruncated) {
      return refuse('truncated', `${fileName} is cut off: it ends in line ${fault.line}. Restore an earlier copy.`);
    }
    const place = `line ${fault.line}, column ${fault.column}`;
    return refuse(
      'not-json',
      `${fileName} cannot be read as a Weft design: it stops being JSON at ${place}. ${RESTORE}`,
    );
  }
}

function refuseNewer(fileName: string, version: number, app: unknown): Result<never, DesignFileError> {
  const writer = typeof app === 'string' ? ` by ${app}` : '';
  return refuse(
    'newer-version',
    `${fileName} was saved${writer} in file version ${version}; this is ${APP_NAME}, which reads up to version ${FILE_VERSION}. Update Weft to open it.`,
  );
}

let fits: ((value: unknown) => boolean) | null = null;

function fitsDesign(value: unknown): value is Design {
  fits ??= createFits(designSchema);
  return fits(value);
}

function checkDesign(
  value: unknown,
  fileName: string,
  onShaped: (shaped: Design) => void,
): Result<Design, DesignFileError> {
  // What fits is not copied; all else the schema has to read, if only for what to say of it.
  const parsed = fitsDesign(value) ? { success: true as const, data: value } : designSchema.safeParse(value);
  if (!parsed.success) {
    const { path, phrase } = explainFirstIssue(parsed.error, value);
    return refuse('invalid', `${fileName} is damaged: ${path === '' ? 'design' : path} ${phrase}. ${RESTORE}`);
  }
  onShaped(parsed.data);
  const broken = findBrokenReference(parsed.data);
  if (broken)
    return refuse('broken-reference', `${fileName} is damaged at ${broken.path}: ${broken.message}. ${RESTORE}`);
  return ok(parsed.data);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Looking through the text takes a hundredth of the walk. A key can also be spelled with escapes. */
function maySayReserved(text: string): boolean {
  return text.includes('__proto__') || text.includes('\\u');
}

/** The schema would drop such an entry without a word. Walks without recursion, so that no depth overflows. */
function findReservedKey(root: unknown): string | null {
  const open: { value: unknown; path: string }[] = [{ value: root, path: '' }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (Object.hasOwn(next.value, '__proto__')) return next.path === '' ? 'design' : next.path;
    for (const [key, value] of Object.entries(next.value))
      open.push({ value, path: next.path === '' ? key : `${next.path}.${key}` });
  }
  return null;
}
