/** Figures of single objects that can be explained, by what they belong to. */

export type DeviceField =
  | 'members'
  | 'broken'
  | 'typical'
  | 'max'
  | 'optics-typical'
  | 'optics-max'
  | 'typical-each'
  | 'max-each'
  | 'domains';

export type UnitField = 'gpus' | 'racks' | 'servers' | 'switches' | 'unknown';

export type LinkField = 'broken' | 'connections' | 'cables' | 'transceivers' | 'run' | 'planned';

export type MoneyField =
  | 'spares'
  | 'network'
  | 'share'
  | 'gpu'
  | `category/${string}`
  | `spares-of/${string}`
  | `fabric/${string}`
  | `bisection/${string}`;

export type LineField = 'quantity' | 'spares' | 'price' | 'spares-price';

export type ZoneField = 'capacity' | 'air' | 'open' | 'airflow' | 'racks';

export type CduField = 'liquid' | 'open' | 'coolant' | 'racks' | 'capacity' | 'pumps' | 'needed' | 'own';

export type CablingField = 'run-total' | 'measured' | 'in-rack' | 'in-row' | 'cross-row' | 'cross-room';

export type SumField =
  | 'typical'
  | 'max'
  | 'densest'
  | 'heaviest'
  | 'fullest'
  | 'weight'
  | 'units'
  | 'racks'
  | 'gpus'
  | 'air'
  | 'liquid'
  | 'open'
  | 'airflow'
  | 'coolant';

export type FeedField = 'typical' | 'max' | 'usable' | 'share' | 'loss' | 'pdus' | 'racks';

export type PduField = 'typical' | 'max' | 'usable' | 'share';
