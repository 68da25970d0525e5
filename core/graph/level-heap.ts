/** A binary min-heap of items by level on typed arrays: built whole in linear time, then only lowered or raised at its top. */
import { Lasting } from '../base/lasting.ts';

export class LevelHeap extends Lasting {
  size = 0;
  private readonly levels: Float64Array;
  private readonly items: Uint32Array;

  constructor(capacity: number) {
    super();
    this.levels = new Float64Array(capacity);
    this.items = new Uint32Array(capacity);
  }

  clear(): void {
    this.size = 0;
  }

  /** In any order; the heap holds only after `build`. */
  append(level: number, item: number): void {
    this.levels[this.size] = level;
    this.items[this.size] = item;
    this.size += 1;
  }

  build(): void {
    for (let index = (this.size >> 1) - 1; index >= 0; index -= 1) {
      this.sink(index, this.levels[index] as number, this.items[index] as number);
    }
  }

  /** Infinity when empty. */
  topLevel(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.levels[0] as number);
  }

  topItem(): number {
    return this.items[0] as number;
  }

  dropTop(): void {
    this.size -= 1;
    if (this.size > 0) this.sink(0, this.levels[this.size] as number, this.items[this.size] as number);
  }

  /** The top item, which has come to a higher level. */
  raiseTop(level: number): void {
    this.sink(0, level, this.items[0] as number);
  }

  private sink(from: number, level: number, item: number): void {
    const { levels, items, size } = this;
    let index = from;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= size) break;
      if (child + 1 < size && (levels[child + 1] as number) < (levels[child] as number)) child += 1;
      if ((levels[child] as number) >= level) break;
      levels[index] = levels[child] as number;
      items[index] = items[child] as number;
      index = child;
    }
    levels[index] = level;
    items[index] = item;
  }
}
