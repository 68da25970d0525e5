/**
 * A call of the host with the bytes of a large file behind it: its arguments as JSON on the first line, without the file, which
 * stands after it as it is. As a JSON string it would be read and written character by character.
 */

/** Type of such a body; one that no form of another site can send. */
export const TEXT_BEHIND_TYPE = 'application/x-weft-text';

interface Head {
  readonly args: readonly unknown[];
  /** The argument that is the file, or that has it as its field `text`. */
  readonly at: number;
  readonly isField: boolean;
}

interface Taken {
  /** One line, its end included. */
  readonly head: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** null = no argument is a file in bytes. */
export function takeBytes(args: readonly unknown[]): Taken | null {
  for (const [at, argument] of args.entries()) {
    const isField = isRecord(argument) && argument['text'] instanceof Uint8Array;
    const bytes = isField ? argument['text'] : argument;
    if (!(bytes instanceof Uint8Array)) continue;
    const rest = isField ? { ...argument, text: null } : null;
    const head: Head = { args: args.with(at, rest), at, isField };
    return { head: `${JSON.stringify(head)}\n`, bytes: bytes as Uint8Array<ArrayBuffer> };
  }
  return null;
}

/** The arguments again; null = that was no head. */
export function putBytes(head: string, bytes: Uint8Array): unknown[] | null {
  const read = JSON.parse(head) as Partial<Head> | null;
  const { args, at, isField } = read ?? {};
  if (!Array.isArray(args) || typeof at !== 'number' || !(at in args)) return null;
  if (isField !== true) return args.with(at, bytes);
  const argument: unknown = args[at];
  return isRecord(argument) ? args.with(at, { ...argument, text: bytes }) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
