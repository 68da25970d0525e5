/**
 * How stages remember what did not change: a stage keeps its last answer under a name, with the inputs it was worked out
 * from, and gives the same answer, the same object, while the inputs are the same objects. So one unchanged answer is an
 * unchanged input of the next stage. Answers are never changed after they are given.
 */

interface Kept {
  readonly inputs: readonly unknown[];
  readonly answer: unknown;
}

/** What one document's stages remember. A new one remembers nothing: everything is then worked out afresh. */
export class Memory {
  private last = new Map<string, Kept>();
  private current = new Map<string, Kept>();

  /** The last answer under `name` when every input is the same as then, else a new one. */
  recall<T>(name: string, inputs: readonly unknown[], compute: () => T): T {
    const kept = this.find(name);
    const isSame = kept !== undefined && areSame(kept.inputs, inputs);
    const answer = isSame ? (kept.answer as T) : compute();
    this.current.set(name, isSame ? kept : { inputs, answer });
    return answer;
  }

  /** As `recall`; a new answer that equals the last one in content is the last one. For answers of plain arrays, small beside what rests on them. */
  settle<T>(name: string, inputs: readonly unknown[], compute: () => T): T {
    return this.recall(name, inputs, () => {
      const answer = compute();
      const before = this.find(name)?.answer as T;
      return isEqual(before, answer) ? before : answer;
    });
  }

  /** The plain value with every part of it that equals the part of the last one in the same place being that very object: a copy from another thread has none of the objects of the copy before. */
  share<T>(name: string, value: T): T {
    return this.recall(name, [value], () => shareParts(this.find(name)?.answer as T, value));
  }

  /** To be called when all stages have run: what was not asked for in this turn is forgotten. A turn that is given up is gone on with by the next. */
  endTurn(): void {
    this.last = this.current;
    this.current = new Map();
  }

  private find(name: string): Kept | undefined {
    return this.current.get(name) ?? this.last.get(name);
  }
}

function areSame(x: readonly unknown[], y: readonly unknown[]): boolean {
  if (x.length !== y.length) return false;
  for (let i = 0; i < x.length; i += 1) if (!Object.is(x[i], y[i])) return false;
  return true;
}

function shareParts<T>(before: unknown, now: T): T {
  if (Object.is(before, now) || !isRecord(before) || !isRecord(now)) return now;
  if (Array.isArray(before) !== Array.isArray(now)) return now;
  const shared: Record<string, unknown> = Array.isArray(now) ? ([] as unknown as Record<string, unknown>) : {};
  const keys = Object.keys(now);
  let isSame = keys.length === Object.keys(before).length;
  for (const key of keys) {
    shared[key] = shareParts(before[key], now[key]);
    isSame &&= Object.hasOwn(before, key) && Object.is(shared[key], before[key]);
  }
  return (isSame ? before : shared) as T;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Plain values, objects and arrays of them, and typed arrays, by content. */
function isEqual(x: unknown, y: unknown): boolean {
  if (Object.is(x, y)) return true;
  if (typeof x !== 'object' || typeof y !== 'object' || x === null || y === null) return false;
  if (ArrayBuffer.isView(x)) return x.constructor === y.constructor && hasSameBits(x, y as ArrayBufferView);
  const keys = Object.keys(x);
  if (keys.length !== Object.keys(y).length || Array.isArray(x) !== Array.isArray(y)) return false;
  return keys.every((key) => isEqual((x as Record<string, unknown>)[key], (y as Record<string, unknown>)[key]));
}

/** Word by word, whatever the numbers: one loop that is only ever given one kind of array. */
function hasSameBits(x: ArrayBufferView, y: ArrayBufferView): boolean {
  if (x.byteLength !== y.byteLength) return false;
  // Views of words begin at a multiple of four.
  const areAligned = x.byteOffset % 4 === 0 && y.byteOffset % 4 === 0;
  const wordCount = areAligned ? x.byteLength >> 2 : 0;
  if (areAligned) {
    const wordsX = new Uint32Array(x.buffer, x.byteOffset, wordCount);
    const wordsY = new Uint32Array(y.buffer, y.byteOffset, wordCount);
    for (let i = 0; i < wordCount; i += 1) if (wordsX[i] !== wordsY[i]) return false;
  }
  const restX = new Uint8Array(x.buffer, x.byteOffset, x.byteLength);
  const restY = new Uint8Array(y.buffer, y.byteOffset, y.byteLength);
  for (let i = wordCount * 4; i < restX.length; i += 1) if (restX[i] !== restY[i]) return false;
  return true;
}
