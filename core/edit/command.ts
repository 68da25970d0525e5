/**
 * The closed list of commands: the only way a design changes. New ids are arguments, so a recorded list replays
 * exactly. Each command is run by the function of the same name in commands/.
 */
import type { ObjectRef } from '../base/diagnostic.ts';
import type { Part } from '../catalog/part.ts';
import type { BlockRef } from '../design/block-ref.ts';
import type {
  Design,
  Device,
  DeviceRole,
  Fabric,
  Link,
  LinkEnd,
  Medium,
  Placement,
  Position,
  Rack,
  SpareClass,
  SpareRule,
} from '../design/design.ts';
import type { CduGroup, CoolingZone, Feed, Site } from '../design/facilities.ts';
import type { Cabling, Room, Row, Stand } from '../design/floor.ts';
import type { Price } from '../design/price-book.ts';
import type { SavedView } from '../design/saved-view.ts';
import type { Failure, Scenario } from '../design/scenario.ts';
import type { TitleBlock } from '../design/title-block.ts';
import type { FragmentIds } from './insert-fragment.ts';

type LinkSide = 'a' | 'b';
type MemberRun = NonNullable<LinkEnd['members']>;
type NamedPorts = NonNullable<LinkEnd['ports']>;

/** null goes back to: all members, the next free ports, the devices' own pods. */
export interface LinkPatch extends Partial<Omit<Link, 'id' | 'a' | 'b' | 'podSizes'>> {
  podSizes?: Link['podSizes'] | null;
  members?: Partial<Record<LinkSide, MemberRun | null>>;
  ports?: Partial<Record<LinkSide, NamedPorts | null>>;
}

/** null goes back to not said. */
export interface RackPatch extends Partial<Omit<Rack, 'id' | 'position' | 'redundancy'>> {
  redundancy?: NonNullable<Rack['redundancy']> | null;
}

/** Racks firstRack .. firstRack+rackCount-1 of a group. */
type RackRun = Pick<Stand, 'rackId' | 'firstRack' | 'rackCount'>;

interface Move {
  readonly kind: 'device' | 'rack';
  readonly id: string;
  readonly position: Position;
}

type UnitItem = Pick<BlockRef, 'kind' | 'id'>;

/** Why things are moved, when it is not by hand: history names it. */
export type MovePurpose = 'align' | 'distribute' | 'tidy';

export interface CommandArgs {
  editDesignInfo: { name?: string; notes?: string; titleBlock?: Partial<TitleBlock> };
  addFabric: { fabric: Fabric };
  editFabric: { id: string; patch: Partial<Omit<Fabric, 'id'>> };
  /** `rack` places all members in that rack group at once, from the next free units. */
  addDevice: {
    id: string;
    partId: string;
    /** Default: by the part's kind and category. */
    role?: DeviceRole;
    count: number;
    /** Default: the part's model, made unique among names. */
    name?: string;
    position: Position;
    rack?: { rackId: string; placementId: string; bottomUnit?: number };
  };
  editDevice: {
    id: string;
    patch: Partial<
      Pick<Device, 'name' | 'nameTemplate' | 'role' | 'membersPerPod' | 'adapters' | 'phase' | 'locked' | 'partId'>
    > & {
      /** null = not chosen. */
      airflow?: string | null;
    };
  };
  /**
   * Placements, runs of members and explicit pairs follow: lowered counts cut them, and a link whose run is gone goes; a device
   * wholly placed stays wholly placed.
   */
  setDeviceCount: { id: string; count: number };
  addRack: { id: string; partId: string | null; count: number; name?: string; position: Position };
  editRack: { id: string; patch: RackPatch };
  /** Moves devices and racks on the canvas; a placed device cannot be moved on its own (use unplaceDevice). */
  moveItems: { moves: readonly Move[]; purpose?: MovePurpose };
  /** Fixes devices and racks to where they are, or lets them go. Items that are so already stay so. */
  setLock: { items: readonly Pick<Move, 'kind' | 'id'>[]; locked: boolean };
  /** Replaces the device's placements. `bottomUnit` absent = next free units. */
  placeDevice: { deviceId: string; rackId: string; placementId: string; bottomUnit?: number; perRack?: number };
  unplaceDevice: { deviceId: string; position: Position };
  /** Adds a link; with `fabric`, adds that fabric first (first link of a new network). */
  addLink: { link: Link; fabric?: Fabric };
  editLink: { id: string; patch: LinkPatch };
  setLinkMedium: { ids: readonly string[]; medium: Medium };
  /** The same change to all of them, or to none. */
  editLinks: { ids: readonly string[]; patch: LinkPatch };
  /** The same change to all of them, or to none. */
  editDevices: {
    ids: readonly string[];
    count?: number;
    patch?: Omit<CommandArgs['editDevice']['patch'], 'name' | 'nameTemplate'>;
  };
  /** Removes the objects and what cannot stand without them (links of a device, placements of a rack). Devices in a removed rack go free-standing. */
  removeItems: { items: readonly ObjectRef[] };
  /** Copies devices and racks with the placements and links among them. `ids` gives the new id of every copied record (devices, racks, their placements and inner links). */
  duplicateItems: { items: readonly ObjectRef[]; ids: Readonly<Record<string, string>>; offset: Position };
  /** Adds a copy of a fragment of this or another design (pickFragment). Racks stand nowhere until they are stood. */
  pasteItems: { fragment: Design; ids: FragmentIds; offset: Position };
  addPart: { part: Part };
  removePart: { id: string };
  /** null = no spares of that class. */
  setSpareRule: { class: SpareClass; rule: SpareRule | null };
  /** The new scenario becomes the current one. */
  addScenario: { scenario: Scenario };
  editScenario: { id: string; patch: Partial<Omit<Scenario, 'id'>> };
  /** When it was the current one, the default question on the whole fabric is asked again. */
  removeScenario: { id: string };
  /** null = the default question on the whole fabric. */
  setCurrentScenario: { id: string | null };
  /** Breaks things in that scenario. One that is not there yet is added with the default question and becomes the current one. */
  breakItems: { failures: readonly Failure[]; scenarioId: string };
  /** Takes the named things out of what is broken; also parts of a broken run. */
  repairItems: { failures: readonly Failure[] | 'all'; scenarioId: string };
  addRoom: { room: Room };
  editRoom: { id: string; patch: Partial<Omit<Room, 'id'>> };
  addRows: { rows: readonly Row[] };
  /** Refused when racks stand on positions that would go. */
  editRow: { id: string; patch: Partial<Omit<Row, 'id'>> };
  /** Racks named by the stands leave where they stood; all others stay. Refused where another rack stands. */
  standRacks: { stands: readonly Stand[] };
  /** Takes racks off the floor. */
  unstandRacks: { racks: readonly RackRun[] };
  /** Replaces rooms, rows and stands as one step. Zones and coolant units keep what is still there. */
  layOutFloor: { rooms: readonly Room[]; rows: readonly Row[]; stands: readonly Stand[] };
  /** Takes away rooms, rows, stands, cooling zones and coolant units; feeds stay. */
  clearFloor: Record<string, never>;
  editCabling: { patch: Partial<Cabling> };
  editSite: { patch: Partial<Site> };
  addFeed: { feed: Feed };
  editFeed: { id: string; patch: Partial<Omit<Feed, 'id'>> };
  /** The same PDUs, redundancy or both for several rack groups; redundancy null = not said. */
  setRackPower: { rackIds: readonly string[]; pdus?: Rack['pdus']; redundancy?: RackPatch['redundancy'] };
  /** A row is cooled by one zone: its rows leave the others. */
  addCoolingZone: { zone: CoolingZone };
  editCoolingZone: { id: string; patch: Partial<Omit<CoolingZone, 'id'>> };
  addCduGroup: { cduGroup: CduGroup };
  editCduGroup: { id: string; patch: Partial<Omit<CduGroup, 'id'>> };
  /** `key` by getPriceKey; null takes the entry out of the book. */
  setPrice: { key: string; price: Price | null };
  /** A whole list by getPriceKey, over what the book holds. */
  setPrices: { prices: Readonly<Record<string, Price>> };
  setCurrency: { currency: string };
  /** What one unit of `currency` is in the book's; null = not known. */
  setRate: { currency: string; rate: number | null };
  /**
   * Puts members of a device into a rack group from rack `firstRack` on, wherever they stood before; the others stay where they
   * are. `perRack` absent = all in that rack. `placementIds`: of the new placement, then of what splits leave behind; those that
   * are missing are counted on.
   */
  moveMembers: {
    deviceId: string;
    members: MemberRun;
    rackId: string;
    firstRack: number;
    bottomUnit: number;
    perRack?: number;
    face?: NonNullable<Placement['face']>;
    placementIds: readonly string[];
  };
  /** Takes members out of their racks. `placementIds`: of what splits leave behind. */
  unplaceMembers: { deviceId: string; members: MemberRun; placementIds: readonly string[] };
  addView: { view: SavedView };
  editView: { id: string; patch: Partial<Omit<SavedView, 'id'>> };
  removeView: { id: string };
  /**
   * Groups racks and free-standing devices; they leave the units they are in. A device that stands in a rack goes with its rack, a
   * unit with its members.
   */
  addUnit: { id: string; name?: string; items: readonly UnitItem[] };
  /** Takes more into a unit that is there, as addUnit does into a new one. */
  joinUnit: { id: string; items: readonly UnitItem[] };
  editUnit: { id: string; patch: { name: string } };
  /** Draws units as one tile, or as a frame around their members again. */
  collapseUnits: { ids: readonly string[]; collapsed: boolean };
  /** Units let their members go; devices and racks leave the unit they are in. */
  ungroupItems: { items: readonly UnitItem[] };
  setFace: { placementIds: readonly string[]; face: NonNullable<Placement['face']> };
}

export type CommandName = keyof CommandArgs;

export type Command = { [N in CommandName]: { readonly name: N; readonly args: CommandArgs[N] } }[CommandName];
