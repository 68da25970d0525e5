/** The largest of many numbers; 0 where none is larger, or there are none. */
export function findMost(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value > most) most = value;
  }
  return most;
}
