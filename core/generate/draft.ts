/**
 * A design under construction: what is added so far, the ports each group has left, and the notes for the reader. Every
 * link states how many ports it takes on the fullest member of each end, so a design that would overrun is never handed out.
 */
import { assertDefined } from '../base/assert.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { extendCatalog } from '../catalog/catalog.ts';
import type { DevicePart, Part } from '../catalog/part.ts';
import { createDevice, createLink } from '../design/defaults.ts';
import { createDesign, type Design, type Device, type Fabric, type Link } from '../design/design.ts';
import { resolvePortBlocks } from '../design/port-blocks.ts';
import { countCages, type PortDemand } from './port-demand.ts';

/** Uplinks of one fabric's leaves to the leaves of another. */
export interface UplinkNeed {
  readonly fromFabricId: string;
  readonly toFabricId: string;
  readonly leafCount: number;
  readonly linksPerLeaf: number;
  readonly speedGbps: number;
}

/** A run of members of a group. */
export interface LeafRun {
  readonly first: number;
  readonly count: number;
}

/** The leaves of one plane of a fabric, for fabrics that ride on them or lead up to them. */
export interface LeafGroup {
  readonly end: { readonly deviceId: string; readonly blockId: string };
  readonly count: number;
  readonly endpointsPerUnit: number;
  readonly leavesPerUnit: number;
  /** Where ports are kept for the uplinks of other fabrics, by their id; a fabric that is missing takes any ports. */
  readonly keptFor?: ReadonlyMap<string, LeafRun>;
}

type NewDevice = Parameters<typeof createDevice>[0];
type NewLink = Omit<Parameters<typeof createLink>[0], 'id'>;

export class Draft {
  readonly design: Design;
  readonly notes: string[] = [];
  /** Groups of switches in the order they were added. */
  readonly switchIds: string[] = [];
  /** Uplinks that an earlier attempt turned out to need, so that ports are kept for them. */
  readonly expectedUplinks: readonly UplinkNeed[];
  readonly uplinks: UplinkNeed[] = [];
  private readonly builtIn: Catalog;
  private readonly leavesOfFabric = new Map<string, LeafGroup[]>();
  private readonly demands = new Map<string, PortDemand[]>();
  private linkCount = 0;

  constructor(name: string, catalog: Catalog, expectedUplinks: readonly UplinkNeed[] = []) {
    this.expectedUplinks = expectedUplinks;
    this.design = createDesign(name);
    this.builtIn = catalog;
  }

  /** The catalog with the parts this design brings along. */
  get catalog(): Catalog {
    return extendCatalog(this.builtIn, Object.values(this.design.parts));
  }

  note(sentence: string): void {
    if (!this.notes.includes(sentence)) this.notes.push(sentence);
  }

  addPart(part: Part): void {
    this.design.parts[part.id] = part;
  }

  addFabric(fabric: Fabric): void {
    this.design.fabrics[fabric.id] = fabric;
  }

  addDevice(given: NewDevice, part: DevicePart): Device {
    const device = createDevice(given);
    this.design.devices[device.id] = device;
    if (part.kind === 'switch') this.switchIds.push(device.id);
    return device;
  }

  getDevice(id: string): Device {
    return assertDefined(this.design.devices[id], `the generator has added ${id}`);
  }

  changeDevice(id: string, change: Partial<Device>): void {
    this.design.devices[id] = { ...this.getDevice(id), ...change };
  }

  registerLeaves(fabricId: string, leaves: LeafGroup): void {
    const planes = this.leavesOfFabric.get(fabricId) ?? [];
    planes.push(leaves);
    this.leavesOfFabric.set(fabricId, planes);
  }

  /** undefined when the fabric is not there (yet) or has fewer planes. */
  findLeaves(fabricId: string, plane: number): LeafGroup | undefined {
    return this.leavesOfFabric.get(fabricId)?.[plane];
  }

  /** `portsA`, `portsB`: ports taken on the fullest member of each end; for a link inside one group, of both ends together in A. */
  addLink(given: NewLink, portsA: number, portsB: number): void {
    this.linkCount += 1;
    const link = createLink({ ...given, id: `link-${this.linkCount}` });
    this.design.links[link.id] = link;
    this.demand(link, 'a', portsA);
    this.demand(link, 'b', portsB);
  }

  private demand(link: Link, side: 'a' | 'b', ports: number): void {
    const { deviceId, blockId } = link[side];
    const key = `${deviceId}\n${blockId}`;
    const list = this.demands.get(key) ?? [];
    list.push({ speedGbps: link.speedGbps, ports });
    this.demands.set(key, list);
  }

  /** One sentence for the first port block that is asked for more than it has; null when all fits. */
  explainOverrun(): string | null {
    const { catalog } = this;
    for (const [key, demands] of this.demands) {
      const [deviceId, blockId] = key.split('\n') as [string, string];
      const device = this.getDevice(deviceId);
      const block = resolvePortBlocks(device, catalog).find((candidate) => candidate.id === blockId);
      const needed = block ? countCages(block, demands) : null;
      if (!block || needed === null) return `${device.name} has no ports '${blockId}' of the speed asked for.`;
      if (needed <= (block.cageCount ?? 0)) continue;
      const wanted = demands.map(({ speedGbps, ports }) => `${ports} x ${speedGbps}G`).join(' + ');
      return `Each ${device.name} needs ${wanted} on its ${blockId} ports, ${needed} cages in all; it has ${block.cageCount ?? 0}.`;
    }
    return null;
  }
}
