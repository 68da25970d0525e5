/** How a number of the report comes about: a formula, its values, the objects counted, and where their facts are from. */
import type { ObjectRef } from '../../base/diagnostic.ts';
import type {
  CablingField,
  CduField,
  DeviceField,
  FeedField,
  LineField,
  LinkField,
  MoneyField,
  PduField,
  SumField,
  UnitField,
  ZoneField,
} from './metric-fields.ts';

/** Figures without a fabric, and figures of one: `bisection/<fabric>`, `oversubscription-tier/<tier>/<fabric>`. */
export type MetricId =
  | 'devices'
  | 'endpoints'
  | 'switches'
  | 'connections'
  | 'domains'
  | 'problems'
  | 'gpus'
  | 'racks'
  | 'cables'
  | 'transceivers'
  | 'ports'
  | 'ports-free'
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
  | 'network-power'
  | 'device-groups'
  | 'rack-groups'
  | 'links'
  | `oversubscription/${string}`
  | `oversubscription-tier/${number}/${string}`
  | `bisection/${string}`
  | `all-to-all/${string}`
  | `latency/${string}`
  | `paths/${string}`
  | `fabric-endpoints/${string}`
  | `fabric-switches/${string}`
  | `rail/${number}/${string}`
  | ObjectMetricId;

/** `<what>/<field>/<id>`; ports, PDUs, lines and trays by their place in the report, a trunk by the JSON list of its links. */
type ObjectMetricId =
  | `sum/${SumField}/${string}`
  | `device/${DeviceField}/${string}`
  | `link/${LinkField}/${string}`
  | `feed/${FeedField}/${string}`
  | `zone/${ZoneField}/${string}`
  | `cdu/${CduField}/${string}`
  | `ports/${'used' | 'owned' | 'free'}/${number}`
  | `pdu/${PduField}/${number}`
  | `line/${LineField}/${number}`
  | `tray/fill/${number}`
  | `unit/${UnitField}/${string}`
  | `rack/${'count' | 'limit' | 'broken'}/${string}`
  | `trunk/${'connections' | 'cables'}/${string}`
  | `cabling/${CablingField}`
  | `money/${MoneyField}`;

export interface ExplainedValue {
  /** As in the formula; the terms of a sum are numbered: n1, n2 ... */
  readonly symbol: string;
  readonly value: number;
  /** Nobody states it: 0 stands for it in the formula, and is not shown. */
  readonly isUnknown?: boolean;
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
   * One equation a line, the figure itself first: `r = B / I`. Operators + - × /, min(a, b), max(a, b), ceil(a), and over the numbered terms the sum
   * Σ(n × g) and the product Π(d / a). Every symbol is among the values.
   */
  readonly formula: string;
  readonly values: readonly ExplainedValue[];
  readonly counted: readonly CountedObjects[];
  readonly sources: readonly ExplainedSource[];
  /** What the figure leaves out, assumes or estimates. */
  readonly caveats: readonly string[];
}
