/** The hops of flow after flow, in arrays that grow. */
import type { FlowPaths } from '../../graph/flow-paths.ts';

export class HopList {
  private readonly first: Uint32Array;
  private link: Uint32Array;
  private share: Float32Array | null;
  length = 0;
  private flowCount = 0;

  constructor(flowCount: number, isShared: boolean) {
    this.first = new Uint32Array(flowCount + 1);
    this.link = new Uint32Array(8 * flowCount + 8);
    this.share = isShared ? new Float32Array(this.link.length) : null;
  }

  push(link: number, share: number): void {
    if (this.length === this.link.length) this.grow();
    this.link[this.length] = link;
    if (this.share !== null) this.share[this.length] = share;
    this.length += 1;
  }

  private grow(): void {
    const link = new Uint32Array(2 * this.link.length);
    link.set(this.link);
    this.link = link;
    if (this.share === null) return;
    const share = new Float32Array(link.length);
    share.set(this.share);
    this.share = share;
  }

  endFlow(): void {
    this.flowCount += 1;
    this.first[this.flowCount] = this.length;
  }

  /** Hops of the flow not yet ended. */
  hasHops(): boolean {
    return this.length > (this.first[this.flowCount] as number);
  }

  finish(): FlowPaths {
    return {
      flowCount: this.flowCount,
      first: this.first,
      link: this.link.subarray(0, this.length),
      share: this.share?.subarray(0, this.length) ?? null,
    };
  }
}
