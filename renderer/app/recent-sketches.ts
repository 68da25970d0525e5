/**
 * Thumbnails of the files in the list of recent designs: what a sketch needs, kept when a file is opened or saved, because a list of
 * files must not read them all.
 */
import type { Design, DeviceRole } from '#core/design/design.ts';
import { designStore, type DesignState } from '../store/design-store.ts';
import { type RecentSketch, readSetting, writeSetting } from '../store/settings.ts';
import type { SketchSource } from './design-sketch.tsx';
import { countGpus } from './templates.ts';

const KEPT_MAX = 24;
/** More would be dust in a thumbnail. */
const DEVICES_MAX = 60;
const LINKS_MAX = 150;

function reduce(design: Design): RecentSketch {
  const devices = Object.values(design.devices).slice(0, DEVICES_MAX);
  const numbers = new Map(devices.map(({ id }, index) => [id, index]));
  const links: (readonly [number, number])[] = [];
  for (const { a, b } of Object.values(design.links)) {
    const from = numbers.get(a.deviceId);
    const to = numbers.get(b.deviceId);
    if (from !== undefined && to !== undefined) links.push([from, to]);
    if (links.length === LINKS_MAX) break;
  }
  return { roles: devices.map(({ role }) => role), links, gpuCount: countGpus(design) };
}

/** Keeps a sketch of the design whenever it is in a file: as opened, as saved. */
export function followRecentSketches(): void {
  designStore.subscribe((state: DesignState, previous) => {
    const { file, edit, isOpen } = state;
    if (!isOpen || file === null || file === previous.file) return;
    // Not while the design is on its way to the screen.
    requestIdleCallback(() => keep(file.fileId, reduce(edit.design)), { timeout: LATEST_MS });
  });
}

const LATEST_MS = 2000;

function keep(fileId: string, sketch: RecentSketch): void {
  const { [fileId]: _old, ...others } = readSetting('recentSketches');
  const kept = Object.entries(others).slice(1 - KEPT_MAX);
  writeSetting('recentSketches', Object.fromEntries([...kept, [fileId, sketch] as const]));
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

interface FoundSketch {
  readonly source: SketchSource;
  readonly gpuCount: number;
}

/** null = the file was never open in this window. */
export function findRecentSketch(fileId: string): FoundSketch | null {
  const stored = readSetting('recentSketches')[fileId];
  if (!stored) return null;
  const devices = stored.roles.map((role, index) => ({ id: String(index), role: role as DeviceRole }));
  const links = stored.links.map(([a, b], index) => ({
    id: String(index),
    a: { deviceId: String(a) },
    b: { deviceId: String(b) },
  }));
  return { source: { devices: byId(devices), links: byId(links) }, gpuCount: stored.gpuCount };
}
