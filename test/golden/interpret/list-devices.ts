/** A design without links, for cases that only name machines: `system: DGX B200`, `compute_switch: QM9700 x 2`. */
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Part, ServerPart, SwitchPart } from '#core/catalog/part.ts';
import { createDevice } from '#core/design/defaults.ts';
import { createDesign, type Design, type Device } from '#core/design/design.ts';
import type { InputValue } from './case-schema.ts';
import { findServer, findSwitch } from './find-part.ts';
import { createPoweredServer } from './powered-server.ts';
import { rackDevices } from './rack-devices.ts';
import { readMultiplier } from './read-text.ts';
import type { Wish } from './wish.ts';

/** Inputs that name a machine; what follows the others are descriptions. */
const MACHINE_KEYS =
  /^(server|system|node|host|rack|switch|leaf|spine|core|oob|ethernet|storage|inband|frontend)$|_(switch|server|system)$/;

export interface DeviceList {
  readonly design: Design;
  readonly ownParts: readonly Part[];
}

/** null = no input names a machine of the catalog. `sizeShare`: 0 for the smallest row of the case, 1 for the largest. */
export function listDevices(wish: Wish, catalog: Catalog, sizeShare: number): DeviceList | null {
  const design = createDesign('Reference case');
  const powered = createPoweredServer(wish);
  if (powered) {
    const { part, count } = powered;
    design.devices['machine'] = createDevice({
      id: 'machine',
      name: part.model,
      partId: part.id,
      role: 'endpoint',
      count,
    });
    return { design, ownParts: [part] };
  }
  for (const [key, input] of listMachineInputs(wish)) {
    const part = findMachine(catalog, key, input);
    if (part === null || Object.values(design.devices).some((device) => device.partId === part.id)) continue;
    const count = countMachines(wish, input, part, sizeShare);
    const role = part.kind === 'server' ? 'endpoint' : 'leaf';
    design.devices[key] = createDevice({ id: key, name: part.model, partId: part.id, role, count });
  }
  const drawn = Object.values(design.devices);
  if (drawn.length === 0) return null;
  if (wish.rackText !== null && drawn.length === 1) rackDevices(design, drawn[0] as Device, wish.rackText, catalog);
  return { design, ownParts: [] };
}

/** The row's own machine stands for the case's alternatives (`system: B200` for `server: DGX B200 / H200 / H100`). */
function listMachineInputs(wish: Wish): [string, string][] {
  const named = Object.entries(wish.values).filter(
    (entry): entry is [string, string] => isName(entry[1]) && MACHINE_KEYS.test(entry[0]),
  );
  const system = wish.values['system'];
  const server = wish.values['server'];
  if (typeof system !== 'string' || typeof server !== 'string') return named;
  const family = (server.split(/[\s/]/)[0] as string).trim();
  const own: [string, string] = ['system', system.includes(family) ? system : `${family} ${system}`];
  return [own, ...named.filter(([key]) => key !== 'system' && key !== 'server')];
}

function isName(input: InputValue): input is string {
  return typeof input === 'string' && input.trim() !== '';
}

function findMachine(catalog: Catalog, key: string, text: string): ServerPart | SwitchPart | null {
  const plain = text.replace(/\s+x\s+[\d-]+.*$/, '');
  const server = findServer(catalog, plain);
  return /server|system|node|host|rack/.test(key) ? server : (findSwitch(catalog, plain) ?? server);
}

/** `x 1-2` grows over the rows of the case; servers without a number are as many as the case has machines. */
function countMachines(wish: Wish, text: string, part: ServerPart | SwitchPart, sizeShare: number): number {
  const multiplier = readMultiplier(text);
  if (multiplier) return Math.round(multiplier.low + sizeShare * (multiplier.high - multiplier.low));
  return part.kind === 'server' ? (wish.nodes ?? 1) : 1;
}
