/** New records with the usual values filled in: what a generator or a command need not say. */
import type { Device, Link, Rack } from './design.ts';

type Needs<T, K extends keyof T> = Pick<T, K> & Partial<Omit<T, K>>;

/** A group in one pod, bought on day 1, at the origin; members are named after the id. */
export function createDevice(given: Needs<Device, 'id' | 'name' | 'partId' | 'role' | 'count'>): Device {
  const width = given.count < 10 ? '' : `:${String(given.count).length}`;
  return {
    membersPerPod: null,
    nameTemplate: `${given.id}-{i${width}}`,
    adapters: {},
    position: { x: 0, y: 0 },
    phase: 1,
    locked: false,
    ...given,
  };
}

/** Cable run assumed until racks stand on a floor plan: across a row of racks and back down. */
export const DEFAULT_LENGTH_M = 30;

/** A link over all members, one cable a pair, medium chosen automatically. */
export function createLink(given: Needs<Link, 'id' | 'fabricId' | 'a' | 'b' | 'pattern' | 'speedGbps'>): Link {
  return { within: 'all', cablesPerPair: 1, pairs: [], medium: { kind: 'auto' }, lengthM: DEFAULT_LENGTH_M, ...given };
}

/** An air-cooled rack group without limits set. */
export function createRack(given: Needs<Rack, 'id' | 'name' | 'count' | 'heightUnits'>): Rack {
  return {
    partId: null,
    powerLimitW: null,
    weightLimitKg: null,
    cooling: 'air',
    pdus: [],
    position: { x: 0, y: 0 },
    ...given,
  };
}
