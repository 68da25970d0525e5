/**
 * What a design means: every device, cage, port, connection, transceiver and cable assembly, spelled out in flat
 * typed arrays with the origin of every item. Computed by `elaborate`, never saved. Analyses read only this.
 *
 * Index spaces: group (device of the design), member (all members of all groups), block (port block of a group),
 * cage, port, connection, transceiver, cable assembly. A `…First` array gives where a run starts.
 */
import type { CablePart, DevicePart, NicPart, PduPart, PortBlock, RackPart, TransceiverPart } from '../catalog/part.ts';
import type { Fabric, SpareClass, SpareRule } from '../design/design.ts';
import type { Cabling } from '../design/floor.ts';
import type { Scenario } from '../design/scenario.ts';
import type { NetFacilities } from './facilities.ts';
import type { NetPriceBook } from './price-book.ts';

export type { Cabling } from '../design/floor.ts';
export type { Collective, Failure, JobGroup, Layout, Model, Scenario, Traffic, Training } from '../design/scenario.ts';

/** Stands for 'none' in Int32 index arrays. */
export const NONE = -1;

/** Stands in `cageMode` for a cage that a neighbour's mode switches off: it owns no ports. */
export const BLOCKED = 255;

/** NICs of one kind in the slots of one port block. */
interface NetAdapter {
  readonly blockId: string;
  readonly partId: string;
  readonly part: NicPart | undefined;
  /** Per member. */
  readonly count: number;
}

export interface NetGroup {
  readonly deviceId: string;
  readonly name: string;
  readonly nameTemplate: string;
  readonly role: string;
  /** undefined = the part is not in the catalog; the group then has no ports. */
  readonly part: DevicePart | undefined;
  /** NIC parts installed in the adapter slots of a block, per member. */
  readonly adapters: readonly NetAdapter[];
  readonly count: number;
  readonly firstMember: number;
  readonly membersPerPod: number;
  readonly podCount: number;
  readonly firstBlock: number;
  readonly blockCount: number;
  readonly phase: number;
  /** GPUs that one scale-up (NVLink-class) domain joins, inside a member or over several; null = none or not known. */
  readonly scaleUpDomain: number | null;
}

export interface NetBlock {
  readonly group: number;
  readonly block: PortBlock;
  /** Cages of this block on one member; 0 when not known. */
  readonly cagesPerMember: number;
  /** First cage of the block on the group's member 0; member m's start at firstCage + m * cagesPerMember. */
  readonly firstCage: number;
  /** Stays the same object while the block's cages have the same modes, ports in use, modules and plugs. */
  readonly filling: object;
}

export interface NetFabric {
  readonly fabricId: string;
  readonly name: string;
  readonly purpose: string;
  readonly technology: string;
  readonly routing: Fabric['routing'];
  readonly targetOversubscription: number | null;
}

/** How the medium of a link was settled. */
export type NetMedium =
  | {
      readonly kind: 'optics';
      readonly transceiverA: TransceiverPart;
      readonly transceiverB: TransceiverPart;
      readonly cable: CablePart | undefined;
      readonly automatic: boolean;
    }
  | { readonly kind: 'cable'; readonly cable: CablePart; readonly automatic: boolean }
  /** No medium of the catalog fits, or the chosen one, `wanted`, does not. */
  | { readonly kind: 'unresolved'; readonly reason: string; readonly wanted?: CablePart };

export interface NetLink {
  readonly linkId: string;
  readonly fabric: number;
  readonly groupA: number;
  readonly groupB: number;
  readonly blockA: number;
  readonly blockB: number;
  readonly pattern: string;
  readonly speedGbps: number;
  /** Longest run in use, slack included: what the medium must reach. Without a floor no less than planned. */
  readonly lengthM: number;
  /** As the drawing says; holds for runs that nobody can measure. */
  readonly plannedLengthM: number;
  readonly medium: NetMedium;
  readonly firstConnection: number;
  readonly connectionCount: number;
  /** Connections the drawing asks for; more than connectionCount when ports ran out. */
  readonly requestedCount: number;
  /** Length the longest run is bought in; null = not known for this part. */
  readonly stockLengthM: number | null;
  readonly stockPartNumber: string | null;
  /** Members that its connections join, as their groups number them: the same object while all meet in the same order. */
  readonly wiring: { readonly a: Uint32Array; readonly b: Uint32Array };
  /** Stays the same object while its connections take the same ports, as their blocks number them. */
  readonly ports: object;
  /** Stays the same object while the link's cable assemblies join the same cages, as their blocks number them. */
  readonly assemblies: object;
  /** Stays the same object while these run as far and are bought as long. */
  readonly lengths: object;
}

/** PDUs of one kind on one feed, in every rack of a group. */
export interface NetPdus {
  readonly partId: string;
  readonly part: PduPart | undefined;
  readonly count: number;
  /** null = which feed is not said. */
  readonly feedId: string | null;
  /** null = upright beside the units. */
  readonly bottomUnit: number | null;
}

export interface NetRackGroup {
  readonly rackId: string;
  readonly name: string;
  readonly part: RackPart | undefined;
  readonly count: number;
  readonly firstRack: number;
  readonly heightUnits: number;
  readonly powerLimitW: number | null;
  readonly weightLimitKg: number | null;
  readonly cooling: string;
  readonly pdus: readonly NetPdus[];
  /** null = not said. */
  readonly redundancy: 'N' | 'N+1' | '2N' | null;
  /** Blanking panels close what units stay empty. */
  readonly hasFillers: boolean;
  readonly phase: number;
  /** Placements of the design that put devices here. */
  readonly placementCount: number;
}

/** A scalable unit: the groups of racks in it, and how many members of which device groups. */
export interface NetUnit {
  readonly unitId: string;
  readonly name: string;
  /** Indexes into the rack groups. */
  readonly rackGroups: readonly number[];
  readonly devices: readonly { readonly group: number; readonly count: number }[];
}

/** Places and lengths are in metres on the one plan of all rooms: x to the east, y to the south. */
export interface NetRoom {
  readonly roomId: string;
  readonly name: string;
  /** North-west corner. */
  readonly xM: number;
  readonly yM: number;
  readonly widthM: number;
  readonly depthM: number;
  readonly trayHeightM: number;
  readonly trayWidthMm: number;
  readonly trayDepthMm: number;
  /** x on the plan of the trays that cross the rows, from west to east; empty = above every position. */
  readonly crossingsM: readonly number[];
}

export interface NetRow {
  readonly rowId: string;
  readonly name: string;
  /** Index into the floor's rooms. */
  readonly room: number;
  /** North-west corner of the first position. */
  readonly xM: number;
  readonly yM: number;
  readonly slotCount: number;
  readonly pitchM: number;
  readonly depthM: number;
  /** Side of the cold aisle. */
  readonly facing: 'north' | 'south';
}

export interface NetFloor {
  readonly rooms: readonly NetRoom[];
  readonly rows: readonly NetRow[];
}

/** A cable in a length it is bought in. */
export interface CableStock {
  /** undefined = the kind of cable is yet to be chosen. */
  readonly cable: CablePart | undefined;
  readonly lengthM: number;
  readonly partNumber: string | null;
  /** false = the lengths on sale are not known, and this one is assumed. */
  readonly isKnown: boolean;
}

/** What is broken, spelled out. Broken things are still counted, bought and powered; they carry no traffic. */
export interface NetFailures {
  /** By member. */
  readonly memberFailed: Uint8Array;
  /** By connection: cut itself, or a broken device at an end. */
  readonly connectionFailed: Uint8Array;
  readonly failedMemberCount: number;
  readonly failedConnectionCount: number;
}

export interface Netlist {
  readonly designName: string;
  readonly groups: readonly NetGroup[];
  readonly blocks: readonly NetBlock[];
  readonly fabrics: readonly NetFabric[];
  readonly links: readonly NetLink[];
  readonly rackGroups: readonly NetRackGroup[];
  readonly units: readonly NetUnit[];

  readonly rackCount: number;

  /** null = the drawing has no rooms. */
  readonly floor: NetFloor | null;
  /** Centre of every rack; NaN = not on the floor. */
  readonly rackX: Float32Array;
  readonly rackY: Float32Array;
  /** Index into the floor's rows, or NONE. */
  readonly rackRow: Int32Array;
  /** Position in the row, from 0 at its west end; NONE = not on the floor. */
  readonly rackSlot: Int32Array;
  readonly cabling: Cabling;
  readonly facilities: NetFacilities;

  /** Rules for what is bought on top of what the netlist counts; a class without one gets no spares. */
  readonly spares: Readonly<Partial<Record<SpareClass, SpareRule>>>;
  readonly priceBook: NetPriceBook;

  readonly scenarios: readonly Scenario[];
  /** What the window and the metrics bar show; the default question where the design names none. */
  readonly currentScenario: Scenario;
  /** Of the current scenario; null = all is well. */
  readonly failures: NetFailures | null;

  readonly memberCount: number;
  readonly memberGroup: Uint32Array;
  /** Rack index over all racks, or NONE. */
  readonly memberRack: Int32Array;
  /** Lowest unit taken, from 1; 0 = not placed. */
  readonly memberUnit: Uint16Array;
  /** Side of the rack that its front looks to: 0 = front, 1 = rear. */
  readonly memberFace: Uint8Array;

  readonly cageCount: number;
  readonly cageMember: Uint32Array;
  readonly cageBlock: Uint32Array;
  /** Index into the block's modes, or BLOCKED. */
  readonly cageMode: Uint8Array;
  /** Length cageCount + 1: ports of cage c are cageFirstPort[c] .. cageFirstPort[c + 1] - 1. */
  readonly cageFirstPort: Uint32Array;

  readonly portCount: number;
  readonly portCage: Uint32Array;
  /** Connection on the port, or NONE when it is free. */
  readonly portConnection: Int32Array;

  readonly connectionCount: number;
  readonly connectionLink: Uint32Array;
  readonly connectionPortA: Uint32Array;
  readonly connectionPortB: Uint32Array;
  readonly connectionMemberA: Uint32Array;
  readonly connectionMemberB: Uint32Array;
  /** First cable assembly of the connection; NONE when the chosen direct-attach cable cannot make it. */
  readonly connectionCable: Int32Array;
  /** Run from port to port, slack included. */
  readonly connectionLengthM: Float32Array;
  /** 1 = measured, over the floor or inside one rack; 0 = the link's planned length. */
  readonly connectionRouted: Uint8Array;

  readonly transceiverCount: number;
  readonly transceiverCage: Uint32Array;
  /** Index into transceiverParts. */
  readonly transceiverPart: Uint16Array;
  readonly transceiverParts: readonly TransceiverPart[];

  readonly cableCount: number;
  /** Link of the assembly; its part stands there. */
  readonly cableLink: Uint32Array;
  /** Cage at the A plug, and the first cage at the B side. */
  readonly cableCageA: Uint32Array;
  readonly cableCageB: Uint32Array;
  /** Run that the assembly must cover: of its longest leg. */
  readonly cableLengthM: Float32Array;
  /** Index into cableStocks: what is bought for it. */
  readonly cableStock: Uint32Array;
  readonly cableStocks: readonly CableStock[];
}
