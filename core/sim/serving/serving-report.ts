/** What serving a model asks of the network: keys and values from prefill to decode, and the way of a request. */
import type { Bottleneck } from '../estimate.ts';

export interface ServingReport {
  readonly promptTokens: number;
  /** Keys and values of one token, all layers. */
  readonly kvBytesPerToken: number;
  readonly kvBytesPerPrompt: number;
  /** Servers or racks that prefill; as many decode. */
  readonly prefillCount: number;
  /** One prompt's cache from one scale-up domain to another, all prefilling domains at once. */
  readonly kvTransferUs: number;
  /** The same on a fabric without limits. */
  readonly idealKvTransferUs: number;
  readonly bottleneck: Bottleneck;
  /** All prefilling domains together, if nothing but the transfer took time. */
  readonly promptsPerSecond: number;
  /** null = no fabric for requests is drawn. */
  readonly request: RequestPath | null;
  readonly notes: readonly string[];
}

/** Between two servers on the fabric that requests come in by, without load. */
export interface RequestPath {
  readonly fabricName: string;
  readonly switchesMost: number;
  /** One way: over half of the pairs, and over the farthest. */
  readonly typicalUs: number;
  readonly worstUs: number;
  /** There and back over a typical pair: what one retrieval adds, before the store's own work. */
  readonly roundTripUs: number;
}
