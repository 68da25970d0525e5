/** Edits one device group: names, role, pods, phase, lock, its part and the NICs in its adapter slots. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { type Catalog, findPart } from '../../catalog/catalog.ts';
import type { DevicePart } from '../../catalog/part.ts';
import { listAirflowChoices } from '../../catalog/port-side.ts';
import type { Design, Device } from '../../design/design.ts';
import { findDevicePart } from '../../design/port-blocks.ts';
import { findRecord } from '../../design/records.ts';
import type { CommandArgs } from '../command.ts';
import { type CommandEntry, refuse, refuseUnknown } from '../command-entry.ts';
import { followNameTemplate, isNameTaken, listNames, makeUniqueName, nameLink, nameObject } from '../names.ts';

type Patch = CommandArgs['editDevice']['patch'];

export const editDevice: CommandEntry<'editDevice'> = {
  describe({ id, patch }, design, { catalog }) {
    const name = nameObject(design, 'device', id);
    if (patch.partId !== undefined) return `change ${name} to ${catalog.byId.get(patch.partId)?.model ?? patch.partId}`;
    if (patch.name !== undefined) return `rename ${name} to ${patch.name}`;
    if (patch.role !== undefined) return `make ${name} ${patch.role}`;
    if (patch.locked !== undefined) return `${patch.locked ? 'lock' : 'unlock'} ${name}`;
    if (patch.airflow !== undefined) return `choose the airflow of ${name}`;
    if (patch.adapters !== undefined) return `change the adapters of ${name}`;
    return `edit ${name}`;
  },
  run(draft, { id, patch }, { catalog }) {
    const device = findRecord(draft.devices, id);
    if (!device) return refuseUnknown('device', id);
    if (patch.name !== undefined && isNameTaken(draft.devices, id, patch.name)) {
      return refuse('name-taken', `There is already a device named ${patch.name}.`, { kind: 'device', id });
    }
    const before = { name: device.name, count: device.count };
    const { partId, adapters, airflow, ...rest } = patch;
    Object.assign(device, rest);
    const refusal = [
      ...(partId === undefined ? [] : changePart(draft, device, partId, patch, catalog)),
      ...(adapters === undefined ? [] : changeAdapters(device, adapters, catalog)),
      ...(airflow === undefined ? [] : changeAirflow(device, airflow, catalog)),
    ];
    if (patch.nameTemplate === undefined) followNameTemplate(device, before);
    return refusal;
  },
};

/** Links stay when the new part has their port blocks; a name that was only the old model follows. */
function changePart(draft: Design, device: Device, partId: string, patch: Patch, catalog: Catalog): Diagnostic[] {
  const where = { kind: 'device', id: device.id } as const;
  const part = findDevicePart(catalog, partId);
  if (!part) return refuse('unknown-part', `There is no server or switch ${partId} in the catalog.`, where);
  for (const link of Object.values(draft.links)) {
    for (const end of [link.a, link.b]) {
      if (end.deviceId !== device.id || part.portBlocks.some((block) => block.id === end.blockId)) continue;
      return refuse(
        'lost-block',
        `${part.model} has no port block ${end.blockId}, which the link ${nameLink(draft, link)} uses: remove that link first.`,
        where,
        { kind: 'link', id: link.id },
      );
    }
  }
  const oldModel = findDevicePart(catalog, device.partId)?.model;
  if (patch.name === undefined && oldModel !== undefined && isDefaultName(device.name, oldModel)) {
    const others = Object.values(draft.devices).filter((other) => other.id !== device.id);
    device.name = makeUniqueName(part.model, listNames(Object.fromEntries(others.map((other) => [other.id, other]))));
  }
  device.partId = partId;
  if (device.airflow !== undefined && !listAirflowChoices(part).includes(device.airflow)) delete device.airflow;
  for (const blockId of Object.keys(device.adapters)) {
    if (!isSlotBlock(part, blockId)) delete device.adapters[blockId];
  }
  return [];
}

function isDefaultName(name: string, model: string): boolean {
  return name === model || (name.startsWith(`${model} `) && /^\d+$/.test(name.slice(model.length + 1)));
}

function isSlotBlock(part: DevicePart, blockId: string): boolean {
  return part.portBlocks.some((block) => block.id === blockId && block.slotCount !== null);
}

function changeAdapters(device: Device, adapters: Readonly<Record<string, string>>, catalog: Catalog): Diagnostic[] {
  const where = { kind: 'device', id: device.id } as const;
  const part = findDevicePart(catalog, device.partId);
  for (const [blockId, nicId] of Object.entries(adapters)) {
    if (device.adapters[blockId] === nicId) continue;
    if (!part || !isSlotBlock(part, blockId)) {
      return refuse('no-slot', `${device.name} has no adapter slots ${blockId}.`, where);
    }
    if (!findPart(catalog, nicId, 'nic')) {
      return refuse('not-a-nic', `${catalog.byId.get(nicId)?.model ?? nicId} is not a NIC of the catalog.`, where);
    }
  }
  device.adapters = { ...adapters };
  return [];
}

function changeAirflow(device: Device, airflow: string | null, catalog: Catalog): Diagnostic[] {
  if (airflow === null) {
    delete device.airflow;
    return [];
  }
  const part = findDevicePart(catalog, device.partId);
  if (part && listAirflowChoices(part).includes(airflow)) {
    device.airflow = airflow;
    return [];
  }
  const where = { kind: 'device', id: device.id } as const;
  return refuse('no-airflow', `${part?.model ?? device.name} is not sold with the airflow ${airflow}.`, where);
}
