/**
 * Wiring inside one group that a formula gives: rings of a torus, full lines of a HyperX, one or more cables between any two
 * pods (dragonfly), and the Slim Fly graph. A hundred thousand cables are one record of the design.
 */
import type { Link } from '../design/design.ts';

/** The group at both ends: its members in pods, as far as the pattern uses pods. */
export interface LatticeSide {
  readonly count: number;
  readonly membersPerPod: number;
}

export type AddPair = (a: number, b: number) => void;

/** Patterns that join members of one group by a formula. */
export function isLatticePattern(pattern: Link['pattern']): boolean {
  return pattern === 'global' || pattern === 'torus' || pattern === 'hyperx' || pattern === 'slim-fly';
}

/** Calls `add` once a cable. Linear in the cables; a link between two groups, or whose lattice does not fit the group, gets none. */
export function expandLattice(link: Link, side: LatticeSide, add: AddPair): void {
  if (link.a.deviceId !== link.b.deviceId) return;
  if (link.pattern === 'global') expandGlobal(link, side, add);
  else if (link.pattern === 'torus') expandTorus(link, side, add);
  else if (link.pattern === 'hyperx') expandLines(link, side, add);
  else if (link.pattern === 'slim-fly') expandSlimFly(link, side, add);
}

/**
 * Pod g keeps its cables in one row of slots: first those to pod g+1, then g+2 and so on around the ring of pods, and deals the
 * slots over its members in turn, so no member carries more than its share rounded up. What `cablesPerMember` leaves
 * over after equal shares goes to near pods, in pairs of slots: one to the pod ahead, one to the pod behind.
 */
function expandGlobal(link: Link, side: LatticeSide, add: AddPair): void {
  const perPod = side.membersPerPod;
  const podCount = Math.ceil(side.count / perPod);
  const shared = (podCount - 1) * link.cablesPerPair;
  const memberAt = (pod: number, slot: number): number =>
    pod * perPod + (slot % Math.min(perPod, side.count - pod * perPod));
  for (let pod = 0; pod < podCount; pod += 1) {
    for (let other = pod + 1; other < podCount; other += 1) {
      const ahead = other - pod;
      for (let k = 0; k < link.cablesPerPair; k += 1) {
        const slot = (ahead - 1) * link.cablesPerPair + k;
        const slotBack = (podCount - ahead - 1) * link.cablesPerPair + k;
        add(memberAt(pod, slot), memberAt(other, slotBack));
      }
    }
  }
  const spareSlots = (link.cablesPerMember ?? 0) * perPod - shared;
  const farthest = Math.floor((podCount - 1) / 2);
  for (let extra = 0; extra < Math.floor(spareSlots / 2) && farthest > 0; extra += 1) {
    const ahead = (extra % farthest) + 1;
    const slot = shared + 2 * extra;
    for (let pod = 0; pod < podCount; pod += 1) add(memberAt(pod, slot), memberAt((pod + ahead) % podCount, slot + 1));
  }
}

/** Position of a member on the lattice and back; members are numbered tile by tile, the first dimension running fastest. */
class Grid {
  private readonly shape: readonly number[];
  private readonly tile: readonly number[];

  constructor(shape: readonly number[], tile: readonly number[] | undefined) {
    this.shape = shape;
    this.tile = shape.map((size, d) => tile?.[d] ?? size);
  }

  locate(member: number): number[] {
    const inner: number[] = [];
    let rest = member;
    for (const size of this.tile) {
      inner.push(rest % size);
      rest = Math.floor(rest / size);
    }
    return this.shape.map((size, d) => {
      const tileSize = this.tile[d] as number;
      const tiles = Math.ceil(size / tileSize);
      const tileIndex = rest % tiles;
      rest = Math.floor(rest / tiles);
      return tileIndex * tileSize + (inner[d] as number);
    });
  }

  number(place: readonly number[]): number {
    let member = 0;
    for (let d = this.shape.length - 1; d >= 0; d -= 1) {
      const tileSize = this.tile[d] as number;
      const tiles = Math.ceil((this.shape[d] as number) / tileSize);
      member = member * tiles + Math.floor((place[d] as number) / tileSize);
    }
    for (let d = this.shape.length - 1; d >= 0; d -= 1) {
      const tileSize = this.tile[d] as number;
      member = member * tileSize + ((place[d] as number) % tileSize);
    }
    return member;
  }

  isSameTile(d: number, x: number, y: number): boolean {
    const tileSize = this.tile[d] as number;
    return Math.floor(x / tileSize) === Math.floor(y / tileSize);
  }
}

type Lattice = NonNullable<Link['lattice']>;

/** The lattice when the group has a member for every place of it, and tiles cut it evenly. */
function findLattice(link: Link, side: LatticeSide): Lattice | null {
  const lattice = link.lattice;
  if (!lattice || lattice.shape[lattice.dimension] === undefined) return null;
  const isCutEvenly = lattice.shape.every((size, d) => size % (lattice.tile?.[d] ?? size) === 0);
  const places = lattice.shape.reduce((product, size) => product * size, 1);
  return isCutEvenly && places === side.count ? lattice : null;
}

/** Two members of a ring of two share one link, not two. */
function expandTorus(link: Link, side: LatticeSide, add: AddPair): void {
  const lattice = findLattice(link, side);
  if (!lattice) return;
  const { dimension, shape } = lattice;
  const size = shape[dimension] as number;
  const grid = new Grid(shape, lattice.tile);
  const steps = size > 2 && lattice.wraps ? size : size - 1;
  for (let member = 0; member < side.count; member += 1) {
    const place = grid.locate(member);
    const here = place[dimension] as number;
    if (here >= steps) continue;
    const next = (here + 1) % size;
    const isInside = next === here + 1 && grid.isSameTile(dimension, here, next);
    if ((lattice.span === 'inside' && !isInside) || (lattice.span === 'across' && isInside)) continue;
    place[dimension] = next;
    const neighbour = grid.number(place);
    for (let k = 0; k < link.cablesPerPair; k += 1) add(member, neighbour);
  }
}

function expandLines(link: Link, side: LatticeSide, add: AddPair): void {
  const lattice = findLattice(link, side);
  if (!lattice) return;
  const { dimension, shape } = lattice;
  const size = shape[dimension] as number;
  const grid = new Grid(shape, lattice.tile);
  for (let member = 0; member < side.count; member += 1) {
    const place = grid.locate(member);
    for (let other = (place[dimension] as number) + 1; other < size; other += 1) {
      const there = grid.number(place.map((value, d) => (d === dimension ? other : value)));
      for (let k = 0; k < link.cablesPerPair; k += 1) add(member, there);
    }
  }
}

/**
 * Slim Fly after McKay, Miller and Siran (Besta and Hoefler, SC 2014): two halves of q x q members; inside a column of a half,
 * y meets y+d for d of the half's set; (0,x,y) meets (1,m,c) when y = m*x + c modulo q. With q a prime any two members
 * are at most two hops apart; other sizes keep the same counts with circulant columns, without that promise.
 */
function expandSlimFly(link: Link, side: LatticeSide, add: AddPair): void {
  const q = link.lattice?.shape[0] ?? 0;
  const sets = listSlimFlyDistances(q);
  if (sets === null || side.count !== 2 * q * q) return;
  const join = (a: number, b: number): void => {
    for (let k = 0; k < link.cablesPerPair; k += 1) add(a, b);
  };
  sets.forEach((distances, half) => {
    for (let column = 0; column < q; column += 1) {
      const first = half * q * q + column * q;
      for (let y = 0; y < q; y += 1) {
        for (const distance of distances) {
          const other = (y + distance) % q;
          if (y < other) join(first + y, first + other);
        }
      }
    }
  });
  for (let x = 0; x < q; x += 1) {
    for (let y = 0; y < q; y += 1) {
      for (let m = 0; m < q; m += 1) join(x * q + y, q * q + m * q + ((((y - m * x) % q) + q) % q));
    }
  }
}

/** The two sets of 2w distances, each with its negatives, for q = 4w-1, 4w or 4w+1; null for q = 4w+2. */
function listSlimFlyDistances(q: number): [number[], number[]] | null {
  const w = Math.floor((q + 1) / 4);
  if (q < 3 || q % 4 === 2) return null;
  const root = findPrimitiveRoot(q);
  if (root === null) {
    const firstOfSecond = q % 4 === 1 ? w + 1 : w;
    return [listBothWays(1, w, q), listBothWays(firstOfSecond, firstOfSecond + w - 1, q)];
  }
  const powers: number[] = [1];
  for (let exponent = 1; exponent < q - 1; exponent += 1) powers.push(((powers[exponent - 1] as number) * root) % q);
  const pick = (exponents: readonly number[]): number[] => exponents.map((e) => powers[e % (q - 1)] as number);
  const evens = Array.from({ length: w }, (_, i) => 2 * i);
  // q = 4w+1: -1 is a square, so all even powers; q = 4w-1: -1 is the power 2w-1, which takes even powers to odd ones.
  const second = q % 4 === 1 ? 2 * w : 2 * w - 1;
  const first = [...evens, ...evens.map((e) => e + second)];
  return [pick(first), pick(first.map((e) => e + 1))];
}

function listBothWays(from: number, to: number, q: number): number[] {
  const distances: number[] = [];
  for (let distance = from; distance <= to; distance += 1) distances.push(distance, q - distance);
  return distances;
}

/** A generator of the nonzero numbers modulo a prime q; null when q is not prime. Small q only, so by trial. */
function findPrimitiveRoot(q: number): number | null {
  for (let divisor = 2; divisor * divisor <= q; divisor += 1) if (q % divisor === 0) return null;
  for (let root = 2; root < q; root += 1) {
    let power = root;
    let order = 1;
    while (power !== 1) {
      power = (power * root) % q;
      order += 1;
    }
    if (order === q - 1) return root;
  }
  return null;
}
