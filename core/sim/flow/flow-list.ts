/** Flows being written down, in arrays that grow. */
import type { PortFlows } from './router.ts';

export class FlowList {
  private count = 0;
  private source = new Uint32Array(1024);
  private target = new Uint32Array(1024);
  private bytes = new Float64Array(1024);
  private tag = new Uint32Array(1024);

  /** `tag` tells flows between the same two ports apart. */
  add(source: number, target: number, bytes: number, tag: number): void {
    if (this.count === this.source.length) this.grow();
    this.source[this.count] = source;
    this.target[this.count] = target;
    this.bytes[this.count] = bytes;
    this.tag[this.count] = tag;
    this.count += 1;
  }

  private grow(): void {
    const length = 2 * this.source.length;
    const enlarge = <T extends Uint32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.source = enlarge(this.source, new Uint32Array(length));
    this.target = enlarge(this.target, new Uint32Array(length));
    this.bytes = enlarge(this.bytes, new Float64Array(length));
    this.tag = enlarge(this.tag, new Uint32Array(length));
  }

  finish(): PortFlows {
    const { count } = this;
    return {
      count,
      source: this.source.subarray(0, count),
      target: this.target.subarray(0, count),
      bytes: this.bytes.subarray(0, count),
      tag: this.tag.subarray(0, count),
    };
  }
}
