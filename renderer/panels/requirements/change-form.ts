/** Changes of the form that bring others with them, so that what is chosen stays something that can be had. */
import { type Catalog, findPart } from '#core/catalog/catalog.ts';
import type { Topology } from '#core/generate/requirements.ts';
import {
  type FabricForm,
  FURTHER_PURPOSES,
  type FurtherForm,
  type FurtherPurpose,
  type RequirementsForm,
} from './form.ts';
import { chooseNic, fitsSwitch, listTechnologies } from './part-choices.ts';
import { resolveForm } from './resolve-form.ts';
import { suggestShape } from './suggest-shape.ts';
import { TOPOLOGIES } from './topologies.ts';

export type FabricKey = 'compute' | FurtherPurpose;

function patchFabric(form: RequirementsForm, key: FabricKey, patch: Partial<FurtherForm>): RequirementsForm {
  if (key === 'compute') return { ...form, compute: { ...form.compute, ...patch } };
  return { ...form, further: { ...form.further, [key]: { ...form.further[key], ...patch } } };
}

function getFabric(form: RequirementsForm, key: FabricKey): FabricForm {
  return key === 'compute' ? form.compute : form.further[key];
}

/** A switch that cannot serve the new technology or speed is left open again. */
export function changeFabric(
  form: RequirementsForm,
  key: FabricKey,
  patch: Partial<FurtherForm>,
  catalog: Catalog,
): RequirementsForm {
  const changed = patchFabric(form, key, patch);
  if (patch.technology === undefined && patch.speedGbps === undefined && patch.blockId === undefined) return changed;
  const fabric = getFabric(changed, key);
  const { leaf } = fabric;
  const part = leaf.kind === 'part' ? findPart(catalog, leaf.partId, 'switch') : undefined;
  if (!part) return changed;
  const resolved = resolveForm(changed, catalog);
  const { speedGbps, block } = key === 'compute' ? resolved.compute : resolved.further[key];
  const wish = { technology: fabric.technology, speedGbps: speedGbps ?? 0, protocols: block?.protocols ?? [] };
  return fitsSwitch(part, wish)
    ? changed
    : patchFabric(changed, key, { leaf: { kind: 'auto' }, spine: { kind: 'auto' }, core: { kind: 'auto' } });
}

/** A rack of many NICs meets its leaves by the NICs of a tray, not by each NIC of the rack. */
const RAILS_OF_A_RACK = 4;

/** Everything that hung on the ports of the old server is left open again. */
export function changeServer(form: RequirementsForm, serverId: string | null, catalog: Catalog): RequirementsForm {
  const part = serverId === null ? undefined : findPart(catalog, serverId, 'server');
  const slots = part?.portBlocks.filter((block) => block.slotCount !== null && block.role === 'compute') ?? [];
  const nic = slots.length > 0 ? chooseNic(catalog) : null;
  const open: Partial<FurtherForm> = {
    speedGbps: null,
    blockId: null,
    portsPerEndpoint: null,
    leaf: { kind: 'auto' },
    spine: { kind: 'auto' },
    core: { kind: 'auto' },
  };
  let changed: RequirementsForm = {
    ...form,
    serverId,
    adapters: nic ? Object.fromEntries(slots.map((block) => [block.id, nic.id])) : {},
  };
  const rails = part?.category === 'rack_scale' ? RAILS_OF_A_RACK : null;
  changed = patchFabric(changed, 'compute', { ...open, rails });
  for (const purpose of FURTHER_PURPOSES) changed = patchFabric(changed, purpose, open);
  const { compute, gpusPerServer } = resolveForm(changed, catalog);
  const technologies = listTechnologies(compute.block);
  const [technology] = technologies;
  if (technology && !technologies.includes(changed.compute.technology))
    changed = patchFabric(changed, 'compute', { technology });
  return gpusPerServer === 0 ? { ...changed, unit: 'servers' } : changed;
}

/** Sizes that go with the new topology are proposed; a number of tiers it does not have is left open. */
export function changeTopology(form: RequirementsForm, topology: Topology, catalog: Catalog): RequirementsForm {
  const { tiers } = form.compute;
  const facts = TOPOLOGIES[topology];
  const isPossible = tiers === 'auto' || facts.tiers.includes(tiers);
  const changed = patchFabric(form, 'compute', { topology, ...(isPossible ? {} : { tiers: 'auto' }) });
  if (facts.shape === null) return changed;
  const { compute, serverCount, serverCountFull } = resolveForm(changed, catalog);
  const count = Math.max(serverCount ?? 1, serverCountFull ?? 0);
  return patchFabric(changed, 'compute', { ...suggestShape(changed.compute, compute, count), rails: null });
}

/** The same cluster counted in the other unit. */
export function changeUnit(form: RequirementsForm, unit: RequirementsForm['unit'], catalog: Catalog): RequirementsForm {
  if (unit === form.unit) return form;
  const { gpusPerServer, serverCount, serverCountFull } = resolveForm(form, catalog);
  if (gpusPerServer === 0) return form;
  const toUnit = (servers: number | null): number | null =>
    servers === null || unit === 'servers' ? servers : servers * gpusPerServer;
  return { ...form, unit, count: toUnit(serverCount), countFull: toUnit(serverCountFull) };
}
