/** One figure asked of a drawn row: what it is asked with, and what can come back. */
import type { Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import type { MetricText } from '../case-schema.ts';
import type { Wish } from '../wish.ts';
import type { MetricName } from './name.ts';

/** What a row became. The report is computed when the first metric asks for it. */
export interface Drawn {
  readonly wish: Wish;
  readonly design: Design;
  readonly netlist: Netlist;
  readonly report: () => Report;
  /** Machines of one rack or cube of the case; 1 = they are racked singly or not at all. */
  readonly nodesPerRack: number;
  /** Machines of one scalable unit; null = not given. */
  readonly nodesPerUnit: number | null;
  /** Ports by which one NIC takes part in several planes or switches. */
  readonly portsPerNic: number;
  /** The endpoints drawn are no part of the case, which counts switches as its nodes. */
  readonly hasInventedHosts: boolean;
  /** The most endpoint machines the wish's network holds; null = it has no such limit or cannot be grown. */
  readonly capacity: () => number | null;
}

export interface Question {
  readonly name: MetricName;
  readonly text: MetricText;
  readonly drawn: Drawn;
}

export type Answer =
  | { readonly kind: 'value'; readonly value: number; readonly how: string }
  | { readonly kind: 'skip'; readonly reason: string };

/** First rule whose pattern matches the name answers; null = it has nothing to say, ask the next. */
export interface MetricRule {
  readonly pattern: RegExp;
  readonly answer: (question: Question) => Answer | null;
}

export function value(figure: number, how: string): Answer {
  return { kind: 'value', value: figure, how };
}

export function skip(reason: string): Answer {
  return { kind: 'skip', reason };
}
