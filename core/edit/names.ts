/** Names that tell things apart: unique object names, and member name templates that follow them. */
import type { Design, Device } from '../design/design.ts';
import { tableOf } from '../design/object-tables.ts';
import { findRecord } from '../design/records.ts';

/** `name`, or `name 2`, `name 3` ... when it is taken. Upper and lower case do not tell names apart. */
export function makeUniqueName(name: string, taken: Iterable<string>): string {
  return createNamer(taken)(name);
}

/** The same for many names in a row: each is taken from then on. */
export function createNamer(taken: Iterable<string>): (name: string) => string {
  const used = new Set<string>();
  for (const other of taken) used.add(other.toLowerCase());
  return (name) => {
    const unique = findUnique(name, used);
    used.add(unique.toLowerCase());
    return unique;
  };
}

function findUnique(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name.toLowerCase())) return name;
  const counted = /^(.*\S) ([1-9]\d{0,5})$/.exec(name);
  const stem = counted?.[1] ?? name;
  for (let n = counted ? Number(counted[2]) + 1 : 2; ; n += 1) {
    const candidate = `${stem} ${n}`;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}

/** True when another record of the table than `id` bears the name. */
export function isNameTaken(
  table: Readonly<Record<string, { id: string; name: string }>>,
  id: string,
  name: string,
): boolean {
  const wanted = name.toLowerCase();
  return Object.values(table).some((record) => record.id !== id && record.name.toLowerCase() === wanted);
}

export function listNames(table: Readonly<Record<string, { name: string }>>): string[] {
  return Object.values(table).map((record) => record.name);
}

/** Lower case, words joined by hyphens: fit for a host name. */
function slug(name: string): string {
  const joined = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return joined === '' ? 'device' : joined;
}

/** `dgx-h100-{i:3}` for 127 members of DGX H100: padded so that the names sort. */
export function createNameTemplate(name: string, count: number): string {
  const digits = String(count).length;
  return `${slug(name)}-${digits > 1 ? `{i:${digits}}` : '{i}'}`;
}

/** Keeps a template that still is the default one in step with the device's name and count; leaves one the user wrote. */
export function followNameTemplate(device: Device, before: { name: string; count: number }): void {
  if (device.nameTemplate !== createNameTemplate(before.name, before.count)) return;
  device.nameTemplate = createNameTemplate(device.name, device.count);
}

/** The name of an object for messages and for the history, of a link by its ends; the id when it is not there. */
export function nameObject(design: Design, kind: keyof typeof tableOf, id: string): string {
  if (kind === 'link') {
    const link = findRecord(design.links, id);
    return link ? nameLink(design, link) : id;
  }
  const table: Readonly<Record<string, { name: string }>> = design[tableOf[kind]] ?? {};
  return Object.hasOwn(table, id) ? (table[id]?.name ?? id) : id;
}

/** `DGX H100 to leaf` for a link between the two. */
export function nameLink(design: Design, link: { a: { deviceId: string }; b: { deviceId: string } }): string {
  return `${nameObject(design, 'device', link.a.deviceId)} to ${nameObject(design, 'device', link.b.deviceId)}`;
}
