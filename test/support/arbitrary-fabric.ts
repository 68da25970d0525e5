/** Generated designs of one compute fabric that hang together: trees of two and three tiers, grids, islands, and plain chance. */
import fc from 'fast-check';
import type { Design } from '#core/design/design.ts';
import { Dice } from './dice.ts';
import { drawDesign, drawDevice, drawLink } from './draw.ts';

const numbers = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 16, maxLength: 16 });
const SPEED = { speedGbps: 400 };

/** Pods of servers and leaves, spines over all; some with rails, some with too few links. */
function drawLeafSpine(dice: Dice): Design {
  const design = drawDesign();
  const pods = dice.roll(1, 4);
  const servers = dice.roll(1, 5);
  const leaves = dice.roll(1, 4);
  const missing = dice.chance(3) && pods > 1 ? 1 : 0;
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', pods * servers - Math.min(missing, servers - 1), {
    membersPerPod: servers,
  });
  drawDevice(design, 'leaf', 'qm9700', 'leaf', pods * leaves, { membersPerPod: leaves });
  drawDevice(design, 'spine', 'qm9700', 'spine', dice.roll(1, 4));
  const pattern = dice.chance(2) ? 'rail' : 'mesh';
  const cablesPerPair = pattern === 'rail' ? dice.roll(1, 2) : 1;
  drawLink(design, 'server.compute', 'leaf.data', { pattern, within: 'pod', ...SPEED, cablesPerPair });
  const up = dice.chance(2) ? 'mesh' : 'spread';
  drawLink(design, 'leaf.data', 'spine.data', { pattern: up, ...SPEED, cablesPerPair: dice.roll(1, 3) });
  return design;
}

/** Pods with spines of their own and cores over all. */
function drawThreeTiers(dice: Dice): Design {
  const design = drawDesign();
  const pods = dice.roll(2, 3);
  const servers = dice.roll(1, 3);
  const leaves = dice.roll(1, 2);
  const spines = dice.roll(1, 2);
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', pods * servers, { membersPerPod: servers });
  drawDevice(design, 'leaf', 'qm9700', 'leaf', pods * leaves, { membersPerPod: leaves });
  drawDevice(design, 'spine', 'qm9700', 'spine', pods * spines, { membersPerPod: spines });
  drawDevice(design, 'core', 'qm9700', 'core', dice.roll(1, 3));
  const within = 'pod';
  drawLink(design, 'server.compute', 'leaf.data', {
    pattern: 'mesh',
    within,
    ...SPEED,
    cablesPerPair: dice.roll(1, 2),
  });
  drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', within, ...SPEED, cablesPerPair: dice.roll(1, 2) });
  drawLink(design, 'spine.data', 'core.data', { pattern: 'spread', ...SPEED, cablesPerPair: dice.roll(1, 3) });
  return design;
}

/** Chance decides who is cabled to whom: hosts to switches, switches to each other, now and then hosts to each other. */
function drawChance(dice: Dice): Design {
  const design = drawDesign();
  const servers = dice.roll(2, 9);
  const switches = dice.roll(2, 6);
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', servers);
  drawDevice(design, 'switch', 'qm9700', 'leaf', switches);
  const pick = (count: number): number => dice.roll(0, count - 1);
  const list = (count: number, draw: () => [number, number]): [number, number][] => Array.from({ length: count }, draw);
  const uplinks = Array.from({ length: servers }, (_, server): [number, number] => [server, pick(switches)]);
  drawLink(design, 'server.compute', 'switch.data', { pattern: 'explicit', ...SPEED, pairs: uplinks });
  const more = list(dice.roll(0, 4), () => [pick(servers), pick(switches)]);
  drawLink(design, 'server.compute', 'switch.data', { pattern: 'explicit', ...SPEED, pairs: more });
  const between = list(dice.roll(1, 8), () => [pick(switches), pick(switches)]).filter(([a, b]) => a !== b);
  drawLink(design, 'switch.data', 'switch.data', { pattern: 'explicit', ...SPEED, pairs: between });
  if (dice.chance(3)) {
    const hosts = list(dice.roll(1, 4), () => [pick(servers), pick(servers)]).filter(([a, b]) => a !== b);
    drawLink(design, 'server.compute', 'server.compute', { pattern: 'explicit', ...SPEED, pairs: hosts });
  }
  return design;
}

/** Servers cabled to each other in a grid. */
function drawTorus(dice: Dice): Design {
  const design = drawDesign();
  const shape = [dice.roll(2, 4), dice.roll(1, 4)];
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', (shape[0] ?? 1) * (shape[1] ?? 1));
  for (const dimension of [0, 1]) {
    const lattice = { shape, dimension, wraps: dice.chance(2), span: 'all' as const };
    drawLink(design, 'server.compute', 'server.compute', { pattern: 'torus', ...SPEED, lattice });
  }
  return design;
}

export const arbitraryTree: fc.Arbitrary<Design> = numbers.map((list) => {
  const dice = new Dice(list);
  return dice.chance(2) ? drawLeafSpine(dice) : drawThreeTiers(dice);
});

/** Servers in pods, dealt over switches that nothing joins: one port each, so that no server joins them either. */
function drawLoneSwitches(dice: Dice): Design {
  const design = drawDesign();
  const membersPerPod = dice.roll(1, 5);
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', dice.roll(2, 14), { membersPerPod });
  drawDevice(design, 'oob', 'sn2201', 'leaf', dice.roll(1, 5));
  drawLink(design, 'server.bmc', 'oob.data', { pattern: 'spread', speedGbps: 1 });
  if (dice.chance(2)) {
    drawDevice(design, 'store', 'dgx-h100', 'storage', dice.roll(1, 6), { membersPerPod: dice.roll(1, 3) });
    drawLink(design, 'store.bmc', 'oob.data', { pattern: 'spread', speedGbps: 1 });
  }
  return design;
}

/** Pods enough that few destinations leave most relays alike; some leaves are short of links. */
function drawManyPods(dice: Dice): Design {
  const design = drawDesign();
  const pods = dice.roll(8, 14);
  const leaves = dice.roll(1, 3);
  const spines = dice.roll(1, 3);
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', pods * 2, { membersPerPod: 2 });
  drawDevice(design, 'leaf', 'qm9700', 'leaf', pods * leaves - dice.roll(0, 1), { membersPerPod: leaves });
  drawDevice(design, 'spine', 'qm9700', 'spine', pods * spines, { membersPerPod: spines });
  drawDevice(design, 'core', 'qm9700', 'core', dice.roll(1, 4));
  const within = 'pod';
  drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', within, ...SPEED, cablesPerPair: 1 });
  drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', within, ...SPEED, cablesPerPair: dice.roll(1, 2) });
  drawLink(design, 'spine.data', 'core.data', { pattern: 'mesh', ...SPEED, cablesPerPair: 1 });
  return design;
}

export const arbitraryLargeTree: fc.Arbitrary<Design> = numbers.map((list) => drawManyPods(new Dice(list)));

export const arbitraryLone: fc.Arbitrary<Design> = numbers.map((list) => drawLoneSwitches(new Dice(list)));

export const arbitraryIrregular: fc.Arbitrary<Design> = numbers.map((list) => drawChance(new Dice(list)));

export const arbitraryFabric: fc.Arbitrary<Design> = fc.oneof(
  arbitraryTree,
  arbitraryIrregular,
  numbers.map((list) => drawTorus(new Dice(list))),
);
