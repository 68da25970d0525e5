/** First step of elaboration: number the groups, members, port blocks and fabrics of the design. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Memory } from '../base/memory.ts';
import { sortIds } from '../base/sort-ids.ts';
import { type Catalog, findPart } from '../catalog/catalog.ts';
import type { Design, Device } from '../design/design.ts';
import { findDevicePart, resolvePortBlocks } from '../design/port-blocks.ts';
import type { NetBlock, NetFabric, NetGroup } from './netlist.ts';

/** A port block before anything is plugged into it. */
export type PlannedBlock = Omit<NetBlock, 'filling'>;

export interface Groups {
  readonly groups: NetGroup[];
  readonly blocks: PlannedBlock[];
  readonly memberCount: number;
  readonly cageCount: number;
  readonly groupOfDevice: ReadonlyMap<string, number>;
}

export function collectGroups(design: Design, catalog: Catalog, diagnostics: Diagnostic[], memory: Memory): Groups {
  const groups: NetGroup[] = [];
  const blocks: PlannedBlock[] = [];
  const groupOfDevice = new Map<string, number>();
  let memberCount = 0;
  let cageCount = 0;
  for (const id of sortIds(design.devices)) {
    const device = design.devices[id] as Device;
    const { part, portBlocks, adapters } = memory.recall(
      `parts of ${id}`,
      [device.partId, device.adapters, catalog],
      () => ({
        part: findDevicePart(catalog, device.partId),
        portBlocks: resolvePortBlocks(device, catalog),
        adapters: listAdapters(device, catalog),
      }),
    );
    if (!part) diagnostics.push(createMissingPart(device));
    const firstBlock = blocks.length;
    for (const block of portBlocks) {
      const cagesPerMember = block.modes.length > 0 ? (block.cageCount ?? 0) : 0;
      blocks.push({ group: groups.length, block, cagesPerMember, firstCage: cageCount });
      cageCount += cagesPerMember * device.count;
    }
    const membersPerPod = device.membersPerPod ?? device.count;
    groupOfDevice.set(id, groups.length);
    groups.push({
      deviceId: id,
      name: device.name,
      nameTemplate: device.nameTemplate,
      role: device.role,
      part,
      adapters,
      count: device.count,
      firstMember: memberCount,
      membersPerPod,
      podCount: Math.ceil(device.count / membersPerPod),
      firstBlock,
      blockCount: blocks.length - firstBlock,
      phase: device.phase,
      scaleUpDomain: part?.kind === 'server' ? part.scaleUpDomain : null,
    });
    memberCount += device.count;
  }
  return { groups, blocks, memberCount, cageCount, groupOfDevice };
}

function createMissingPart(device: Device): Diagnostic {
  return {
    code: 'part.missing',
    severity: 'error',
    message: `${device.name} uses part '${device.partId}', which is neither in the catalog nor in this design; choose another part.`,
    where: [{ kind: 'device', id: device.id }],
  };
}

function listAdapters(device: Device, catalog: Catalog): NetGroup['adapters'] {
  const part = findDevicePart(catalog, device.partId);
  const adapters: NetGroup['adapters'][number][] = [];
  for (const block of part?.portBlocks ?? []) {
    const nicId = device.adapters[block.id];
    if (block.slotCount === null || nicId === undefined) continue;
    const nic = findPart(catalog, nicId, 'nic');
    adapters.push({
      blockId: block.id,
      partId: nicId,
      part: nic,
      count: block.slotCount,
    });
  }
  return adapters;
}

export function collectFabrics(design: Design): NetFabric[] {
  return sortIds(design.fabrics).map((id) => {
    const fabric = design.fabrics[id] as Design['fabrics'][string];
    return {
      fabricId: id,
      name: fabric.name,
      purpose: fabric.purpose,
      technology: fabric.technology,
      routing: fabric.routing,
      targetOversubscription: fabric.targetOversubscription,
    };
  });
}
