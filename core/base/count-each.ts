/** How often each number below `limit` occurs among many. */
export function countEach(numbers: Uint32Array, limit: number): Uint32Array {
  const counts = new Uint32Array(limit);
  for (let i = 0; i < numbers.length; i += 1) {
    const number = numbers[i] as number;
    counts[number] = (counts[number] as number) + 1;
  }
  return counts;
}
