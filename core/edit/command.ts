/**
 * The closed list of commands: the only way a design changes. New ids are arguments, so a recorded list replays
 * exactly. Each command is run by the function of the same name in commands/.
 */
import type { ObjectRef } from '../base/diagnostic.ts';
import type { Part } from '../catalog/part.ts';
import type {
  Device,
  DeviceRole,
  Fabric,
  Link,
  LinkEnd,
  Medium,
  Position,
  Rack,
  SpareClass,
  SpareRule,
} from '../design/design.ts';
import type { Failure, Scenario } from '../design/scenario.ts';

type LinkSide = 'a' | 'b';
type MemberRun = NonNullable<LinkEnd['members']>;
type NamedPorts = NonNullable<LinkEnd['ports']>;

/** null goes back to: all members, the next free ports, the devices' own pods. */
export interface LinkPatch extends Partial<Omit<Link, 'id' | 'a' | 'b' | 'podSizes'>> {
  podSizes?: Link['podSizes'] | null;
  members?: Partial<Record<LinkSide, MemberRun | null>>;
  ports?: Partial<Record<LinkSide, NamedPorts | null>>;
}

export interface CommandArgs {
  editDesignInfo: { name?: string; notes?: string };
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
    >;
  };
  /**
   * Placements, runs of members and explicit pairs follow: lowered counts cut them, and a link whose run is gone goes; a device
   * wholly placed stays wholly placed.
   */
  setDeviceCount: { id: string; count: number };
  addRack: { id: string; partId: string | null; count: number; name?: string; position: Position };
  editRack: { id: string; patch: Partial<Omit<Rack, 'id' | 'position'>> };
  /** Moves devices and racks on the canvas; a placed device cannot be moved on its own (use unplaceDevice). */
  moveItems: { moves: readonly { kind: 'device' | 'rack'; id: string; position: Position }[] };
  /** Replaces the device's placements. `bottomUnit` absent = next free units. */
  placeDevice: { deviceId: string; rackId: string; placementId: string; bottomUnit?: number; perRack?: number };
  unplaceDevice: { deviceId: string; position: Position };
  /** Adds a link; with `fabric`, adds that fabric first (first link of a new network). */
  addLink: { link: Link; fabric?: Fabric };
  editLink: { id: string; patch: LinkPatch };
  setLinkMedium: { ids: readonly string[]; medium: Medium };
  /** Removes the objects and what cannot stand without them (links of a device, placements of a rack). Devices in a removed rack go free-standing. */
  removeItems: { items: readonly ObjectRef[] };
  /** Copies devices and racks with the placements and links among them. `ids` gives the new id of every copied record (devices, racks, their placements and inner links). */
  duplicateItems: { items: readonly ObjectRef[]; ids: Readonly<Record<string, string>>; offset: Position };
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
}

export type CommandName = keyof CommandArgs;

export type Command = { [N in CommandName]: { readonly name: N; readonly args: CommandArgs[N] } }[CommandName];
