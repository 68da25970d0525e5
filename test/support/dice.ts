/** Draws choices from a list of numbers, so that a generated list of numbers decides everything and shrinks well. */
export class Dice {
  private index = 0;
  private readonly numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  /** From `low` to `high`, both included. */
  roll(low: number, high: number): number {
    const number = this.numbers[this.index % Math.max(1, this.numbers.length)] ?? 0;
    this.index += 1;
    // Mixed with the position, so that a short list does not repeat itself.
    return low + ((number + this.index * 7919) % (high - low + 1));
  }

  /** True once in `times`. */
  chance(times: number): boolean {
    return this.roll(1, times) === 1;
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list.length === 0 ? undefined : list[this.roll(0, list.length - 1)];
  }
}

/** An id of the table; now and then one that is not there, or that no table may hold. */
export function pickId(dice: Dice, table: object): string {
  if (dice.chance(25)) return dice.pick(['nowhere', '__proto__', 'constructor', '']) ?? '';
  return dice.pick(Object.keys(table)) ?? 'nowhere';
}
