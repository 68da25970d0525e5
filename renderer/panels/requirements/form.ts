/**
 * The answers as they stand in the dialog, before they are read as requirements. `null` in a number is an emptied field, or
 * 'as the generator sees fit' where the field says so.
 */
import type { Fabric } from '#core/design/design.ts';
import type { FabricRequirements, Topology } from '#core/generate/requirements.ts';

/** A part of the catalog, a switch known by its ports only, or whatever suits. */
export type SwitchChoice =
  | { readonly kind: 'auto' }
  | { readonly kind: 'part'; readonly partId: string }
  /** `split`: ports that one of its ports can be split into; 1 = none. */
  | { readonly kind: 'plain'; readonly radix: number | null; readonly portGbps: number | null; readonly split: number };

export interface DragonflyForm {
  readonly hostsPerSwitch: number | null;
  readonly switchesPerGroup: number | null;
  readonly spinesPerGroup: number | null;
  readonly globalPortsPerSwitch: number | null;
  /** null = as few as hold the endpoints. */
  readonly groups: number | null;
  /** null = all global ports are used. */
  readonly linksPerGroupPair: number | null;
}

export interface LatticeForm {
  /** As people write it: `8 x 8 x 4`. */
  readonly shape: string;
  /** Cables between neighbours: one number, or one for each dimension. */
  readonly trunks: string;
  /** Torus: the ends of each line meet; else it is a mesh. */
  readonly wraps: boolean;
  /** The endpoints themselves are the nodes (torus only). */
  readonly ofEndpoints: boolean;
  readonly hostsPerSwitch: number | null;
  /** '' = not built in tiles. */
  readonly tile: string;
  /** null = the links between tiles are plain cables. */
  readonly opticalSwitchPorts: number | null;
}

export interface SlimFlyForm {
  readonly q: number | null;
  readonly hostsPerSwitch: number | null;
}

export interface FabricForm {
  readonly topology: Topology;
  readonly technology: Fabric['technology'];
  /** null = the fastest that the endpoint ports and some switch offer. */
  readonly speedGbps: number | null;
  /** null = as from endpoint to leaf. */
  readonly uplinkSpeedGbps: number | null;
  readonly leaf: SwitchChoice;
  /** auto = as the tier below. */
  readonly spine: SwitchChoice;
  readonly core: SwitchChoice;
  readonly leafRatio: number | null;
  readonly spineRatio: number | null;
  readonly tiers: FabricRequirements['tiers'];
  /** null = 1, or one for each port in rail topologies. */
  readonly rails: number | null;
  readonly planes: number | null;
  /** null = as many as the leaves take. */
  readonly endpointsPerUnit: number | null;
  /** Port block of the endpoint; null = the one that fits the purpose. */
  readonly blockId: string | null;
  /** null = all it has. */
  readonly portsPerEndpoint: number | null;
  /** Fewer than fit = leaves that stay partly empty on purpose; null = all. */
  readonly downlinksPerLeaf: number | null;
  /** null = as the ratio asks. */
  readonly uplinksPerLeaf: number | null;
  /** More than needed = spare ones; null = as needed. */
  readonly leafCount: number | null;
  readonly spineCount: number | null;
  readonly upperCountRule: FabricRequirements['upperCountRule'];
  readonly dragonfly: DragonflyForm;
  readonly lattice: LatticeForm;
  readonly slimFly: SlimFlyForm;
}

export type FurtherPurpose = Exclude<Fabric['purpose'], 'compute'>;

export interface FurtherForm extends FabricForm {
  readonly isWanted: boolean;
  /** Converged: on the leaves of the compute fabric, without switches of its own. */
  readonly ridesOnCompute: boolean;
  /** Ports of an endpoint that is known by its ports only. */
  readonly plainPorts: { readonly ports: number | null; readonly portGbps: number | null };
  /** Out-of-band: the management ports of the switches too. */
  readonly includesSwitches: boolean;
  /** Out-of-band: the management ports of DPUs in the servers too. */
  readonly includesDpus: boolean;
  /** Out-of-band: links of each switch to the leaves of the in-band fabric; 0 = none. */
  readonly uplinksToInband: number | null;
}

/** Hosts beside the servers: management, storage, ways out. Rows of one name are one group with ports in several fabrics. */
export interface HostForm {
  readonly key: number;
  readonly name: string;
  readonly role: HostRole;
  readonly fabric: Fabric['purpose'];
  readonly count: number | null;
  readonly portsPerHost: number | null;
  /** null = the fabric's. */
  readonly speedGbps: number | null;
}

export type HostRole = 'management' | 'storage' | 'border';

/** An endpoint known by its compute ports only. */
export interface PlainServer {
  readonly gpus: number | null;
  readonly ports: number | null;
  readonly portGbps: number | null;
}

export interface RequirementsForm {
  /** '' = named by what is asked for. */
  readonly name: string;
  /** null = not of the catalog: `plainServer`. */
  readonly serverId: string | null;
  /** Block of adapter slots -> NIC part. */
  readonly adapters: Readonly<Record<string, string>>;
  readonly plainServer: PlainServer;
  /** What the two counts count. */
  readonly unit: 'servers' | 'gpus';
  readonly count: number | null;
  /** null = no growth planned. */
  readonly countFull: number | null;
  /** Servers left out so that other hosts take their ports; null = none. */
  readonly displaced: number | null;
  readonly hosts: readonly HostForm[];
  readonly compute: FabricForm;
  readonly further: Readonly<Record<FurtherPurpose, FurtherForm>>;
  readonly racks: {
    readonly isWanted: boolean;
    readonly units: number | null;
    readonly powerKw: number | null;
    readonly endpointsPerRack: number | null;
  };
}

/** In the order in which they take the endpoint's ports. */
export const FURTHER_PURPOSES = ['storage', 'frontend', 'inband', 'oob'] as const satisfies readonly FurtherPurpose[];

const AUTO: SwitchChoice = { kind: 'auto' };

function createFabricForm(topology: Topology, technology: Fabric['technology']): FabricForm {
  return {
    topology,
    technology,
    speedGbps: null,
    uplinkSpeedGbps: null,
    leaf: AUTO,
    spine: AUTO,
    core: AUTO,
    leafRatio: 1,
    spineRatio: 1,
    tiers: 'auto',
    rails: null,
    planes: 1,
    endpointsPerUnit: null,
    blockId: null,
    portsPerEndpoint: null,
    downlinksPerLeaf: null,
    uplinksPerLeaf: null,
    leafCount: null,
    spineCount: null,
    upperCountRule: 'equal-links',
    dragonfly: {
      hostsPerSwitch: 16,
      switchesPerGroup: 32,
      spinesPerGroup: 16,
      globalPortsPerSwitch: 16,
      groups: null,
      linksPerGroupPair: null,
    },
    lattice: {
      shape: '8 x 4 x 4',
      trunks: '1',
      wraps: true,
      ofEndpoints: false,
      hostsPerSwitch: 16,
      tile: '',
      opticalSwitchPorts: null,
    },
    slimFly: { q: 11, hostsPerSwitch: 16 },
  };
}

function createFurtherForm(topology: Topology, ports: number, portGbps: number): FurtherForm {
  return {
    ...createFabricForm(topology, 'ethernet'),
    isWanted: false,
    ridesOnCompute: false,
    plainPorts: { ports, portGbps },
    includesSwitches: true,
    includesDpus: true,
    uplinksToInband: 2,
  };
}

/** What the dialog begins with: a common cluster, so that there is an answer at once. */
export function createForm(): RequirementsForm {
  return {
    name: '',
    serverId: 'dgx-b200',
    adapters: {},
    plainServer: { gpus: 8, ports: 8, portGbps: 400 },
    unit: 'servers',
    count: 256,
    countFull: null,
    displaced: null,
    hosts: [],
    compute: createFabricForm('rail-optimised', 'infiniband'),
    further: {
      storage: createFurtherForm('fat-tree', 2, 200),
      frontend: createFurtherForm('fat-tree', 2, 200),
      inband: createFurtherForm('fat-tree', 2, 100),
      oob: createFurtherForm('access-switches', 1, 1),
    },
    racks: { isWanted: false, units: 48, powerKw: null, endpointsPerRack: null },
  };
}
