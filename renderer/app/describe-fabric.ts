/** The compute fabric of a design in a few words: what it speaks and how it is built. */
import type { Design, DeviceRole, LinkPattern } from '#core/design/design.ts';
import { formatCount } from '../ui/format.ts';

const TECHNOLOGY = { infiniband: 'InfiniBand', ethernet: 'Ethernet' } as const;

/** Networks without tiers, by the pattern of their links. */
const DIRECT: Readonly<Partial<Record<LinkPattern, string>>> = {
  torus: 'Torus',
  hyperx: 'HyperX',
  global: 'Dragonfly',
  'slim-fly': 'Slim fly',
};

const TIERS: readonly DeviceRole[] = ['leaf', 'spine', 'core'];

/** '' when no compute fabric is drawn. */
export function describeFabric(design: Design): string {
  const fabric = Object.values(design.fabrics).find(({ purpose }) => purpose === 'compute');
  if (!fabric) return '';
  const links = Object.values(design.links).filter(({ fabricId }) => fabricId === fabric.id);
  const direct = links.map(({ pattern }) => DIRECT[pattern]).find((name) => name !== undefined);
  if (direct !== undefined) return direct;
  const roles = new Set(links.flatMap(({ a, b }) => [a, b].map(({ deviceId }) => design.devices[deviceId]?.role)));
  const tierCount = TIERS.filter((role) => roles.has(role)).length;
  return `${TECHNOLOGY[fabric.technology]}, ${formatCount(tierCount, 'tier')}`;
}
