/** How a number of the report comes about: a formula, its values, the objects counted, and where their facts are from. */
import type { ObjectRef } from '../../base/diagnostic.ts';

/** Figures without a fabric, and figures of one: `bisection/<fabric>`, `oversubscription-tier/<tier>/<fabric>`. */
export type MetricId =
  | 'gpus'
  | 'racks'
  | 'cables'
  | 'transceivers'
  | 'ports'
  | 'power-typical'
  | 'power-max'
  | 'cooling-typical'
  | 'cooling-max'
  | 'airflow'
  | 'coolant'
  | 'energy-typical'
  | 'energy-max'
  | 'cost'
  | 'cable-length'
  | 'cross-row'
  | 'beyond-copper'
  | 'tray-fill'
  | 'idle-gpus'
  | `oversubscription/${string}`
  | `oversubscription-tier/${number}/${string}`
  | `bisection/${string}`
  | `all-to-all/${string}`
  | `latency/${string}`;

export interface ExplainedValue {
  /** As in the formula; the terms of a sum are numbered: n1, n2 ... */
  readonly symbol: string;
  readonly value: number;
  readonly unit: string;
  readonly meaning: string;
}

export interface CountedObjects {
  readonly label: string;
  readonly refs: readonly ObjectRef[];
  readonly count: number;
}

export interface ExplainedSource {
  readonly label: string;
  readonly url: string | null;
  readonly confidence: string;
  readonly asOf: string;
}

export interface Explanation {
  readonly title: string;
  /**
   * One equation a line, the figure itself first: `r = B / I`. Operators + - × /, min(a, b), and over the numbered terms the sum
   * Σ(n × g) and the product Π(d / a). Every symbol is among the values.
   */
  readonly formula: string;
  readonly values: readonly ExplainedValue[];
  readonly counted: readonly CountedObjects[];
  readonly sources: readonly ExplainedSource[];
  /** What the figure leaves out, assumes or estimates. */
  readonly caveats: readonly string[];
}
