import { expect, it } from 'vitest';
import { Memory } from '#core/base/memory.ts';

function settle(memory: Memory, answer: unknown): unknown {
  return memory.settle('answer', [{}], () => answer);
}

it('gives the last answer again for one that is the same number by number, wherever it lies', () => {
  const buffer = Uint8Array.of(9, 1, 2, 3, 4, 5, 6, 7, 8).buffer;
  for (const [before, same, other] of [
    [Float64Array.of(1, Number.NaN), Float64Array.of(1, Number.NaN), Float64Array.of(1, 2)],
    [Uint32Array.of(1, 2, 3), Uint32Array.of(1, 2, 3), Uint32Array.of(1, 2)],
    [Uint8Array.of(1, 2, 3, 4, 5), new Uint8Array(buffer, 1, 5), new Uint8Array(buffer, 2, 5)],
    [Uint8Array.of(1, 2, 3, 4, 5), Uint8Array.of(1, 2, 3, 4, 5), Uint8Array.of(1, 2, 3, 4, 6)],
    [Uint16Array.of(1, 2), Uint16Array.of(1, 2), Uint32Array.of(131_073)],
  ]) {
    const memory = new Memory();
    settle(memory, before);
    memory.endTurn();
    expect(settle(memory, same)).toBe(before);
    expect(settle(memory, other)).toBe(other);
  }
});

it('goes on from a turn that was given up', () => {
  const memory = new Memory();
  const [first, second] = [
    { a: [1], b: [2] },
    { a: [1], b: [3] },
  ];
  memory.share('design', first);
  memory.endTurn();
  const given = memory.share('design', second);
  const third = memory.share('design', { a: [1], b: [3], c: 4 });
  expect(third.a).toBe(first.a);
  expect(third.b).toBe(given.b);
});
