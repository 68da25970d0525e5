/**
 * Where and how a text stops being JSON. Engines word and place this differently, and none tells a file that was
 * cut off from one that is wrong; so the text that failed is read once more here.
 */
export interface JsonFault {
  /** The text ends before the value does. */
  readonly isTruncated: boolean;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

const END = Symbol('end of text');

class Reader {
  position = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  skipSpace(): void {
    while (' \t\n\r'.includes(this.text[this.position] ?? 'x')) this.position += 1;
  }

  /** The next character, or END. */
  peek(): string | typeof END {
    return this.text[this.position] ?? END;
  }

  /** Takes the character when it is the next one. */
  take(character: string): boolean {
    if (this.text[this.position] !== character) return false;
    this.position += 1;
    return true;
  }

  takeMatch(pattern: RegExp): boolean {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    if (!match) return false;
    this.position += match[0].length;
    return true;
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Control characters must be escaped in JSON strings, so they are excluded here on purpose.
// oxlint-disable-next-line no-control-regex
const plainCharacters = /[^"\\\u0000-\u001f]+/y;
const escapedCharacter = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const words = ['true', 'false', 'null'];

/** Null when the text is JSON after all. */
export function findJsonFault(text: string): JsonFault | null {
  const reader = new Reader(text);
  if (readValue(reader)) {
    reader.skipSpace();
    if (reader.peek() === END) return null;
  }
  return locate(reader);
}

function locate({ text, position }: Reader): JsonFault {
  const before = text.slice(0, position).split('\n');
  return { isTruncated: position >= text.length, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Reads one value without recursion, so that no depth overflows. False = the reader stands at the fault. */
function readValue(reader: Reader): boolean {
  const closers: ('}' | ']')[] = [];
  for (;;) {
    reader.skipSpace();
    const opened = reader.take('{') ? '}' : reader.take('[') ? ']' : null;
    if (opened === null) {
      if (!readScalar(reader)) return false;
    } else {
      reader.skipSpace();
      if (!reader.take(opened)) {
        closers.push(opened);
        if (opened === '}' && !readKey(reader)) return false;
        continue;
      }
    }
    // A value is complete: close what ends here, or go on to the next entry.
    for (;;) {
      const closer = closers.at(-1);
      if (closer === undefined) return true;
      reader.skipSpace();
      if (reader.take(closer)) {
        closers.pop();
        continue;
      }
      if (!reader.take(',')) return false;
      if (closer === '}' && !readKey(reader)) return false;
      break;
    }
  }
}

function readKey(reader: Reader): boolean {
  reader.skipSpace();
  if (!readString(reader)) return false;
  reader.skipSpace();
  return reader.take(':');
}

function readString(reader: Reader): boolean {
  if (!reader.take('"')) return false;
  while (reader.takeMatch(plainCharacters) || reader.takeMatch(escapedCharacter));
  if (reader.take('"')) return true;
  // Cut inside an escape: the rest of the text is the beginning of one.
  if (/^\\(?:u[0-9a-fA-F]{0,3})?$/.test(reader.text.slice(reader.position))) reader.position = reader.text.length;
  return false;
}

function readScalar(reader: Reader): boolean {
  if (reader.peek() === '"') return readString(reader);
  if (reader.takeMatch(number)) {
    // Cut inside a number: what follows its whole part is the beginning of a fraction or an exponent.
    if (!/^(?:\.|[eE][+-]?)$/.test(reader.text.slice(reader.position, reader.position + 3))) return true;
    reader.position = reader.text.length;
    return false;
  }
  const rest = reader.text.slice(reader.position, reader.position + 5);
  const word = words.find((candidate) => rest.startsWith(candidate));
  if (word !== undefined) {
    reader.position += word.length;
    return true;
  }
  const isCut =
    reader.position + rest.length === reader.text.length && words.some((candidate) => candidate.startsWith(rest));
  if (isCut || rest === '-') reader.position = reader.text.length;
  return false;
}
