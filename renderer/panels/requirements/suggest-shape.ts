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
  const switchCount = Math.max(2, Math.ceil((endpointCount * portsPerEndpoint) / hostsPerSwitch));
  const globalPortsPerSwitch = Math.max(1, Math.floor(radix / 4));
  const isPlus = fabric.topology === 'dragonfly-plus';
  const half = Math.max(1, Math.floor(radix / 2));
  const leafHosts = Math.max(1, Math.floor(half / portsPerEndpoint)) * portsPerEndpoint;
  const sizes = fabric.topology === 'torus' ? splitEvenly(switchCount, 3) : splitEvenly(switchCount, 2);
  return {
    dragonfly: {
      ...fabric.dragonfly,
      hostsPerSwitch: isPlus ? leafHosts : hostsPerSwitch,
      switchesPerGroup: isPlus
        ? half
        : Math.max(1, Math.min(2 * globalPortsPerSwitch, radix + 1 - hostsPerSwitch - globalPortsPerSwitch)),
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

/** Weighs a lopsided shape against nodes that stay without endpoints: twice as long costs as much as 7 % more nodes. */
const LOPSIDED = 0.1;

/** Sizes whose product is at least `count`, near each other and with little to spare; the longest first. */
function splitEvenly(count: number, dimensions: 2 | 3): number[] {
  const most = Math.ceil(2 * count ** (1 / dimensions));
  let best: number[] = [];
  let bestCost = Number.POSITIVE_INFINITY;
  for (let first = 2; first <= most; first += 1) {
    for (let second = dimensions === 3 ? first : 1; second <= (dimensions === 3 ? most : 1); second += 1) {
      const given = dimensions === 3 ? [first, second] : [first];
      const sizes = [...given, Math.max(first, second, Math.ceil(count / (first * second)))];
      const product = sizes.reduce((total, size) => total * size, 1);
      const cost = product * (Math.max(...sizes) / first) ** LOPSIDED;
      if (cost < bestCost) [best, bestCost] = [sizes, cost];
    }
  }
  return best.reverse();
}

/** Smallest odd prime q with 2 q^2 >= count: primes keep every two switches within two hops. */
function findPrimeFor(count: number): number {
  for (let q = 3; ; q += 2) if (2 * q * q >= count && isPrime(q)) return q;
}

function isPrime(q: number): boolean {
  for (let divisor = 3; divisor * divisor <= q; divisor += 2) if (q % divisor === 0) return false;
  return true;
}
