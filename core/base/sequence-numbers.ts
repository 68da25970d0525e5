/**
 * Numbers for sequences of whole numbers: equal sequences share one, different ones never do. A sequence is built item by item from
 * the empty one; what hashing strings would do, without making strings.
 */
import { Lasting } from './lasting.ts';

export class SequenceNumbers extends Lasting {
  private readonly longer = new Map<number, number>();
  private readonly span: number;

  /** Items are below `span`. */
  constructor(span: number) {
    super();
    this.span = span;
  }

  /** The number of the sequence that goes on after `prefix` with `item`. The empty sequence is 0. */
  extend(prefix: number, item: number): number {
    const key = prefix * this.span + item;
    let number = this.longer.get(key);
    if (number === undefined) {
      number = this.longer.size + 1;
      this.longer.set(key, number);
    }
    return number;
  }

  /** As `extend` with the items from `begin` to before `end`, smallest first; they are put in that order where they stand. */
  extendSorted(prefix: number, items: Float64Array, begin: number, end: number): number {
    if (end - begin > INSERTION_MOST) items.subarray(begin, end).sort();
    else insert(items, begin, end);
    let number = prefix;
    for (let i = begin; i < end; i += 1) number = this.extend(number, items[i] as number);
    return number;
  }
}

/** Up to here putting items in one by one beats a sort. */
const INSERTION_MOST = 24;

function insert(items: Float64Array, begin: number, end: number): void {
  for (let i = begin + 1; i < end; i += 1) {
    const item = items[i] as number;
    let at = i;
    for (; at > begin && (items[at - 1] as number) > item; at -= 1) items[at] = items[at - 1] as number;
    items[at] = item;
  }
}

/** The same numbers from 0 on, in the order in which they first come, and how many there are. */
export function renumber(numbers: Uint32Array): { numberOf: Uint32Array; count: number } {
  const known = new Map<number, number>();
  const numberOf = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i += 1) {
    const number = numbers[i] as number;
    const own = known.get(number) ?? known.size;
    known.set(number, own);
    numberOf[i] = own;
  }
  return { numberOf, count: known.size };
}
