/**
 * What a node of the canvas carries: plain values only, so that unchanged nodes can be recognised and skipped.
 * Data are type aliases, not interfaces: React Flow asks for records, and only aliases pass as such.
 */
import type { Node } from '@xyflow/react';
import type { DeviceRole } from '#core/design/design.ts';
import type { UnitCounts } from '#core/design/unit-contents.ts';
import type { PortSpot } from './device-shape.ts';
import type { ProblemMark } from './index-report.ts';

/** One port block as drawn on its device. `null` figures are not known (yet). */
export interface PortView extends PortSpot {
  readonly role: string;
  readonly formFactor: string | null;
  readonly protocols: readonly string[];
  readonly speedsGbps: readonly number[];
  readonly portsOwned: number | null;
  readonly portsUsed: number | null;
  /** An adapter slot without a NIC: no ports until one is chosen. */
  readonly isEmptySlot: boolean;
}

export type DeviceIconKind = 'server' | 'switch' | 'storage' | 'management';

export type DeviceNodeData = {
  readonly deviceId: string;
  readonly name: string;
  readonly partLabel: string;
  readonly isPartKnown: boolean;
  readonly role: DeviceRole;
  readonly icon: DeviceIconKind;
  readonly count: number;
  /** Members that carry no traffic under the current scenario. */
  readonly brokenCount: number;
  readonly isLocked: boolean;
  readonly rackId: string | null;
  /** Why the frame it stands in is not the whole story, e.g. 'also in 2 other places'. */
  readonly note: string | null;
  /** Domains that reach over several members, e.g. '8 domains of 72 GPUs'. */
  readonly scaleUp: string | null;
  readonly ports: readonly PortView[];
  /** The block whose use is shown as a bar. */
  readonly mainBlockId: string | null;
  readonly problems: ProblemMark | null;
  readonly label: string;
};

export type RackNodeData = {
  readonly rackId: string;
  readonly name: string;
  readonly partLabel: string | null;
  readonly count: number;
  readonly heightUnits: number;
  /** In the fullest rack of the group; null = not computed yet. */
  readonly usedUnits: number | null;
  readonly powerW: number | null;
  /** Some devices' power is not known, so the figure is a lower bound. */
  readonly isPowerPartial: boolean;
  readonly powerLimitW: number | null;
  readonly isEmpty: boolean;
  readonly isLocked: boolean;
  /** Racks broken under the current scenario. */
  readonly brokenCount: number;
  readonly problems: ProblemMark | null;
  readonly label: string;
};

export type UnitNodeData = {
  readonly unitId: string;
  readonly name: string;
  /** One tile in place of a frame. */
  readonly isCollapsed: boolean;
  /** A member is locked, so all of it stays. */
  readonly isLocked: boolean;
  readonly counts: UnitCounts;
  /** Of what a tile hides; an open unit's members show it themselves. */
  readonly brokenCount: number;
  readonly problems: ProblemMark | null;
  readonly label: string;
};

export type DeviceNode = Node<DeviceNodeData, 'device'>;
export type RackNode = Node<RackNodeData, 'rack'>;
export type UnitNode = Node<UnitNodeData, 'unit'>;
export type CanvasNode = DeviceNode | RackNode | UnitNode;
