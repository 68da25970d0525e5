/**
 * Which cables two stops of a ring talk over. Cables of the same slot meet, if the fabric joins them: the sender's scale-up network
 * brings the bytes to the cable that meets the receiver's. Where no slots meet, cables pair up in order.
 */
import { Lasting } from '../base/lasting.ts';
import type { DomainCables } from './job-placement.ts';

export class PairCables extends Lasting {
  count = 0;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Shares of the bytes; add up to 1. */
  readonly share: Float64Array;
  private readonly cables: DomainCables;
  private readonly partOfCable: Int32Array;

  constructor(cables: DomainCables, partOfCable: Int32Array, most: number) {
    super();
    this.from = new Uint32Array(most);
    this.to = new Uint32Array(most);
    this.share = new Float64Array(most);
    this.cables = cables;
    this.partOfCable = partOfCable;
  }

  /** Cables by slot. */
  match(from: Uint32Array, to: Uint32Array): void {
    const { slot } = this.cables;
    this.count = 0;
    for (let i = 0, j = 0; i < from.length && j < to.length; ) {
      const fromCable = from[i] as number;
      const toCable = to[j] as number;
      const apart = (slot[fromCable] as number) - (slot[toCable] as number);
      if (apart === 0) this.push(fromCable, toCable);
      if (apart <= 0) i += 1;
      if (apart >= 0) j += 1;
    }
    if (this.count === 0) this.pairInOrder(from, to);
    this.shareOut();
  }

  private pairInOrder(from: Uint32Array, to: Uint32Array): void {
    let next = 0;
    for (const cable of from) {
      for (let j = next; j < to.length; j += 1) {
        if (!this.push(cable, to[j] as number)) continue;
        next = j + 1;
        break;
      }
    }
  }

  private push(from: number, to: number): boolean {
    if (this.partOfCable[from] !== this.partOfCable[to]) return false;
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.share[this.count] = Math.min(this.cables.gbps[from] as number, this.cables.gbps[to] as number);
    this.count += 1;
    return true;
  }

  private shareOut(): void {
    let total = 0;
    for (let i = 0; i < this.count; i += 1) total += this.share[i] as number;
    for (let i = 0; i < this.count; i += 1) this.share[i] = (this.share[i] as number) / total;
  }
}
