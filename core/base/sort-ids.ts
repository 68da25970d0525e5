/** The one order in which records are numbered. */

/** Ids in natural order ('leaf-2' before 'leaf-10'), so that numbering does not depend on key order. */
export function sortIds(record: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(record).sort(compareIds);
}

function compareIds(a: string, b: string): number {
  const chunksA = a.match(/\d+|\D+/g) ?? [];
  const chunksB = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(chunksA.length, chunksB.length); i += 1) {
    const x = chunksA[i] as string;
    const y = chunksB[i] as string;
    if (x === y) continue;
    const difference = Number(x) - Number(y);
    if (!Number.isNaN(difference) && difference !== 0) return difference;
    return x < y ? -1 : 1;
  }
  return chunksA.length - chunksB.length;
}
