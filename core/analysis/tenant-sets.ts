/** Sets of tenants as numbers, so that a switch can carry one in a typed array; 0 is the empty set. */
export class TenantSets {
  private readonly sets: (readonly number[])[] = [[]];
  private readonly byKey = new Map<string, number>([['', 0]]);
  private readonly unions = new Map<number, number>();

  /** `tenants` in order, each once. */
  find(tenants: readonly number[]): number {
    const key = tenants.join();
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    this.byKey.set(key, this.sets.length);
    this.sets.push([...tenants]);
    return this.sets.length - 1;
  }

  list(set: number): readonly number[] {
    return this.sets[set] as readonly number[];
  }

  isShared(set: number): boolean {
    return this.list(set).length > 1;
  }

  unite(a: number, b: number): number {
    if (a === b || b === 0) return a;
    if (a === 0) return b;
    const key = Math.min(a, b) * 2 ** 26 + Math.max(a, b);
    const known = this.unions.get(key);
    if (known !== undefined) return known;
    const both = [...new Set([...this.list(a), ...this.list(b)])].sort((x, y) => x - y);
    const union = this.find(both);
    this.unions.set(key, union);
    return union;
  }
}
