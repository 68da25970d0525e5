/** Sizes of a special topology that hold the endpoints on the switch at hand: a start for the user to change. */
import { findSwitchBlock } from '#core/generate/find-parts.ts';
import { countPorts } from '#core/generate/port-demand.ts';
import type { FabricChoices } from './fabric-choices.ts';
import type { FabricForm } from './form.ts';

type Shapes = Pick<FabricForm, 'dragonfly' | 'lattice' | 'slimFly'>;

const USUAL_RADIX = 64;

export function suggestShape(fabric: FabricForm, choices: FabricChoices, endpointCount: number): Shapes {
  const portsPerEndpoint = Math.max(1, choices.portsOwned);
  const radix = countRadix(fabric, choices);
  // A quarter of the ports for hosts, as in a balanced dragonfly (hosts : local : global = 1 : 2 : 1).
  const hostsPerSwitch = Math.max(1, Math.floor(radix / 4 / portsPerEndpoint)) * portsPerEndpoint;
  const switchCount = Math.max(1, Math.ceil((endpointCount * portsPerEndpoint) / hostsPerSwitch));
  const globalPortsPerSwitch = Math.max(1, Math.floor(radix / 4));
  const isPlus = fabric.topology === 'dragonfly-plus';
  const half = Math.max(1, Math.floor(radix / 2));
  const leafHosts = Math.max(1, Math.floor(half / portsPerEndpoint)) * portsPerEndpoint;
  const sizes = fabric.topology === 'torus' ? splitEvenly(switchCount, 3) : splitEvenly(switchCount, 2);
  return {
    dragonfly: {
      ...fabric.dragonfly,
      hostsPerSwitch: isPlus ? leafHosts : hostsPerSwitch,
      switchesPerGroup: isPlus ? half : Math.max(1, radix + 1 - hostsPerSwitch - globalPortsPerSwitch),
      spinesPerGroup: half,
      globalPortsPerSwitch: isPlus ? half : globalPortsPerSwitch,
      groups: null,
      linksPerGroupPair: null,
    },
    lattice: { ...fabric.lattice, shape: sizes.join(' x '), trunks: '1', ofEndpoints: false, hostsPerSwitch, tile: '' },
    slimFly: { q: findPrimeFor(switchCount), hostsPerSwitch },
  };
}

function countRadix(fabric: FabricForm, { leaf, speedGbps }: FabricChoices): number {
  if (fabric.leaf.kind === 'plain') return fabric.leaf.radix ?? USUAL_RADIX;
  const block = leaf && speedGbps !== null ? findSwitchBlock(leaf, speedGbps, 'down') : null;
  return block && speedGbps !== null ? countPorts(block, speedGbps) : USUAL_RADIX;
}

/** Sizes near each other whose product is at least `count`, as little above as their evenness allows. */
function splitEvenly(count: number, dimensions: number): number[] {
  const sizes: number[] = [];
  let rest = count;
  for (let left = dimensions; left > 0; left -= 1) {
    const size = left === 1 ? rest : Math.max(2, Math.round(rest ** (1 / left)));
    sizes.push(size);
    rest = Math.ceil(rest / size);
  }
  return sizes.sort((a, b) => b - a);
}

/** Smallest odd prime q with 2 q^2 >= count: primes keep every two switches within two hops. */
function findPrimeFor(count: number): number {
  for (let q = 3; ; q += 2) if (2 * q * q >= count && isPrime(q)) return q;
}

function isPrime(q: number): boolean {
  for (let divisor = 3; divisor * divisor <= q; divisor += 2) if (q % divisor === 0) return false;
  return true;
}
