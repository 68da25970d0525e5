import { describe, expect, it } from 'vitest';
import { createLinkGround } from '../../../renderer/canvas/link-ground.ts';
import { type LinkToRoute, type RoutedLink, routeAll } from '../../../renderer/canvas/route-all.ts';
import { type Box, firstLane } from '../../../renderer/canvas/route-link.ts';

const size = { width: 200, height: 80 };
const frame = { x: 0, y: 0, width: 240, height: 600 };
const racked = (y: number) => ({ x: 20, y, ...size, frame });
const openPlane = createLinkGround([]);

const loop = (id: string, fromY: number, toY: number): LinkToRoute => ({
  id,
  a: racked(fromY),
  b: racked(toY),
  pointA: () => ({ x: 220, y: fromY + 40 }),
  pointB: () => ({ x: 220, y: toY + 40 }),
  lane: firstLane,
  loopSide: 'right',
  captionWidth: 70,
  labelSizes: [{ width: 70, height: 22, isStacked: false }],
});

/** Where it runs down: the furthest right that its path comes. */
function findRun(route: RoutedLink | undefined): number {
  return Math.max(...[...(route?.path ?? '').matchAll(/(-?[\d.]+),/g)].map(([, x]) => Number(x)));
}

function findRuns(links: readonly LinkToRoute[], ground = openPlane): Record<string, number> {
  const routes = routeAll(links, ground);
  return Object.fromEntries(links.map(({ id }) => [id, findRun(routes.get(id))]));
}

function surround({ label }: RoutedLink, width: number): Box {
  return { x: label.x - width / 2, y: label.y - 11, width, height: 22 };
}

function crosses(x: number, fromY: number, toY: number, box: Box): boolean {
  return x > box.x && x < box.x + box.width && fromY < box.y + box.height && toY > box.y;
}

describe('routeAll', () => {
  it('nests loops of one rack: the short one runs inside, with room for its label between the two', () => {
    // The first run is 44 px from the frame, at 284. Its label of 70 px begins 4 px from the frame and ends at 314; the next run has
    // 9 px on each side, and comes after steps of 4 px: 284 + 40.
    const links = [loop('long', 0, 400), loop('short', 100, 200)];
    expect(findRuns(links)).toEqual({ short: 284, long: 324 });
    const routes = routeAll(links, openPlane);
    for (const { hasRoom } of routes.values()) expect(hasRoom).toBe(true);
    const [short, long] = [routes.get('short'), routes.get('long')];
    if (!short || !long) throw new Error('Both are routed');
    expect(crosses(324, 40, 440, surround(short, 70))).toBe(false);
    expect(crosses(284, 140, 240, surround(long, 70))).toBe(false);
    expect(surround(short, 70).x).toBeGreaterThanOrEqual(frame.width + 4);
  });

  it('puts labels of a bundle where no inner loop begins, so that its runs stay close', () => {
    // The inner one as above, at 284, its label from 244 to 314, so the next at 324. From then on labels lie inside their runs and
    // reach 12 px over them, in the 92 px where no inner one runs; 9 px free and steps of 4 px make it 24 px from run to run.
    const links = [1, 2, 3, 4, 5, 6, 7].map((place) => loop(`link-${place}`, 800 - 92 * place, 800));
    const runs = Object.values(findRuns(links));
    expect(runs).toEqual([284, 324, 348, 372, 396, 420, 444]);
    for (const { hasRoom } of routeAll(links, openPlane).values()) expect(hasRoom).toBe(true);
  });

  it('lets loops share a run when they do not meet', () => {
    expect(findRuns([loop('upper', 0, 100), loop('lower', 200, 300)])).toEqual({ upper: 284, lower: 284 });
  });

  it('keeps loops apart that meet end to end: they would look like one', () => {
    // Runs 20 px apart from the first; the label of the upper one ends at 314 but stands well above where the lower one begins.
    expect(findRuns([loop('upper', 0, 200), loop('lower', 200, 400.5)])).toEqual({ upper: 284, lower: 304 });
    // Two corners of 12 px between them are enough to see two.
    expect(findRuns([loop('upper', 0, 200), loop('lower', 224, 425)])).toEqual({ upper: 284, lower: 284 });
    expect(findRuns([loop('upper', 0, 200), loop('lower', 223, 425)])).toEqual({ upper: 284, lower: 304 });
  });

  it('squeezes runs into the gap before the next rack, and shows no label where none fits', () => {
    // 80 px between the racks; runs keep 8 px from both, 78 px measured in steps of 4 px from 1 px on: 76. Seven runs, 10 px apart.
    const next = { ...racked(0), x: 340, frame: { ...frame, x: 320 } };
    const links = [0, 1, 2, 3, 4, 5, 6].map((place) => loop(`link-${place}`, 500 - 60 * (place + 1), 500));
    const ground = createLinkGround([...links.flatMap(({ a, b }) => [a, b]), next]);
    const runs = findRuns(links, ground);
    expect(runs).toEqual({
      'link-0': 248,
      'link-1': 258,
      'link-2': 268,
      'link-3': 278,
      'link-4': 288,
      'link-5': 298,
      'link-6': 308,
    });
    const routes = routeAll(links, ground);
    for (const { id, labelSizes } of links) {
      const route = routes.get(id);
      if (!route?.hasRoom) continue;
      for (const [other, x] of Object.entries(runs)) {
        const top = 540 - 60 * (Number(other.slice(5)) + 1);
        if (other !== id) expect(crosses(x, top, 540, surround(route, labelSizes[0].width))).toBe(false);
      }
    }
    expect(routes.get('link-0')?.hasRoom).toBe(false);
  });

  it('shares a narrow gap between the runs of both racks beside it', () => {
    const far = { ...frame, x: 320 };
    const right = [1, 2, 3, 4].map((place) => loop(`right-${place}`, 500 - 60 * place, 500));
    const left = right.map(
      (link, place): LinkToRoute => ({
        ...link,
        id: `left-${place}`,
        a: { ...link.a, x: 340, frame: far },
        b: { ...link.b, x: 340, frame: far },
        pointA: () => ({ x: 340, y: 500 - 60 * (place + 1) + 40 }),
        pointB: () => ({ x: 340, y: 540 }),
        loopSide: 'left',
      }),
    );
    const links = [...right, ...left];
    const routes = routeAll(links, createLinkGround(links.flatMap(({ a, b }) => [a, b])));
    const xs = links.map(({ id, loopSide }) => {
      const [, ...points] = [...(routes.get(id)?.path ?? '').matchAll(/(-?[\d.]+),/g)].map(([, x]) => Number(x));
      return loopSide === 'right' ? Math.max(...points) : Math.min(...points);
    });
    for (const x of xs) expect(x > 240 && x < 320).toBe(true);
    expect(new Set(xs).size).toBe(8);
  });

  it('stacks what a label says where it is too wide for what is between two runs', () => {
    // Room for 70 px is kept between the runs at 284 and 324: 100 px do not fit over the inner one.
    const sizes = [
      { width: 100, height: 22, isStacked: false },
      { width: 70, height: 37, isStacked: true },
    ] as const;
    const routes = routeAll([loop('long', 0, 400), { ...loop('short', 100, 200), labelSizes: sizes }], openPlane);
    expect(routes.get('short')).toMatchObject({ hasRoom: true, isStacked: true });
    expect(routes.get('long')).toMatchObject({ hasRoom: true, isStacked: false });
  });

  it('keeps a wide label off the rack and off a device', () => {
    // 44 px are half of 88: a label of 120 px moves out by what it lacks, and 4 px.
    const sizes = [{ width: 120, height: 22, isStacked: false }] as const;
    const links = [{ ...loop('wide', 0, 400), labelSizes: sizes }];
    expect(routeAll(links, createLinkGround(links.map(({ a }) => a))).get('wide')).toMatchObject({
      label: { x: 304, y: 240 },
      hasRoom: true,
    });
  });

  it('fans out the links of a group to itself past the frame, each with its label', () => {
    const own = (index: number): LinkToRoute => ({
      ...loop(`link-${index}`, 100, 100),
      lane: { index, isReversed: false },
    });
    const labels = [...routeAll([0, 1, 2, 3, 4, 5].map(own), openPlane).values()].map((route) => route.label);
    const tops = labels.map((label) => label.y).toSorted((a, b) => a - b);
    for (const label of labels) expect(label.x - 70 / 2).toBeGreaterThan(frame.width);
    for (const [place, y] of tops.entries())
      if (place > 0) expect(y - (tops[place - 1] ?? 0)).toBeGreaterThanOrEqual(22);
  });
});
