/** A binary max-heap of nodes by key. A node may be in it several times: the owner drops entries that are out of date. */
import { Lasting } from '../base/lasting.ts';

export class LazyHeap extends Lasting {
  private readonly keys: number[] = [];
  private readonly nodes: number[] = [];

  push(key: number, node: number): void {
    let index = this.keys.length;
    this.keys.push(key);
    this.nodes.push(node);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if ((this.keys[parent] as number) >= key) break;
      this.keys[index] = this.keys[parent] as number;
      this.nodes[index] = this.nodes[parent] as number;
      index = parent;
    }
    this.keys[index] = key;
    this.nodes[index] = node;
  }

  /** The node of the largest key that `isCurrent` accepts; -1 = none. It stays in the heap; rejected ones are dropped. */
  peek(isCurrent: (node: number, key: number) => boolean): number {
    while (this.keys.length > 0) {
      const node = this.nodes[0] as number;
      if (isCurrent(node, this.keys[0] as number)) return node;
      this.drop();
    }
    return -1;
  }

  private drop(): void {
    const key = this.keys.pop() as number;
    const node = this.nodes.pop() as number;
    const { length } = this.keys;
    if (length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= length) break;
      if (child + 1 < length && (this.keys[child + 1] as number) > (this.keys[child] as number)) child += 1;
      if ((this.keys[child] as number) <= key) break;
      this.keys[index] = this.keys[child] as number;
      this.nodes[index] = this.nodes[child] as number;
      index = child;
    }
    this.keys[index] = key;
    this.nodes[index] = node;
  }
}
