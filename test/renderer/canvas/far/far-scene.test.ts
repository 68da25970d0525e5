import { describe, expect, it } from 'vitest';
import type { Design, Device } from '#core/design/design.ts';
import { layOutCanvas } from '../../../../renderer/canvas/canvas-layout.ts';
import { cutPlane } from '../../../../renderer/canvas/far/cut-plane.ts';
import { groupTiles } from '../../../../renderer/canvas/far/far-blocks.ts';
import { buildScene, describeTrunk, planScene } from '../../../../renderer/canvas/far/far-scene.ts';
import { chooseBlocks } from '../../../../renderer/canvas/far/far-view.ts';
import type { FarContent } from '../../../../renderer/canvas/far/paint-picture.ts';
import { pickFar } from '../../../../renderer/canvas/far/pick-far.ts';
import { indexReport } from '../../../../renderer/canvas/index-report.ts';
import { evaluate } from '../../../support/draw.ts';
import { createManyItems } from '../../../support/many-items.ts';
import { createSmallDesign } from '../../../support/small-design.ts';

const noReport = indexReport(null);

function build(design: Design, report = noReport) {
  return buildScene(design, layOutCanvas(design), report);
}

/** Two pods of 20 racks and 4 spines. */
const pods = createManyItems(300);

describe('far scene', () => {
  it('makes one tile of a rack and what is in it, and one trunk of all links between two tiles', () => {
    const scene = build(pods);
    // 40 racks and 8 spines; every rack's leaf has a link to each of the 4 spines of its pod: 160 pairs.
    expect(scene.tiles).toHaveLength(48);
    expect(scene.trunks).toHaveLength(160);
    const rack = scene.tiles.find((tile) => tile.name === 'Rack 7');
    expect(rack?.strips.map((strip) => strip.device.role)).toContain('leaf');
    expect(rack?.strips).toHaveLength(8);
    expect(scene.tileOf.get('device:server-7-3')).toBe(scene.tiles.indexOf(rack as (typeof scene.tiles)[number]));
  });

  it('joins links anew only when a link changes, or what stands in what', () => {
    const plan = (design: Design) => planScene(design, layOutCanvas(design)).trunks;
    const spine = pods.devices['spine-1-1'] as Device;
    const renamed = { ...pods, devices: { ...pods.devices, [spine.id]: { ...spine, name: 'renamed' } } };
    expect(plan(renamed)).toBe(plan(pods));
    const [placement] = Object.values(pods.placements);
    const { [placement?.id ?? '']: _gone, ...placements } = pods.placements;
    expect(plan({ ...pods, placements })).not.toBe(plan(pods));
    const [link] = Object.values(pods.links);
    const { [link?.id ?? '']: _cut, ...links } = pods.links;
    expect(plan({ ...pods, links })).not.toBe(plan(pods));
  });

  it('joins parallel links into a trunk and counts their connections: twice eight', () => {
    const design = createSmallDesign();
    const link = design.links['link-1'];
    if (!link) throw new Error('no link');
    const copies = [1, 2].map((at) => ({ ...link, id: `link-${at}` }));
    const parallel = { ...design, links: Object.fromEntries(copies.map((copy) => [copy.id, copy])) };
    const [trunk, ...others] = build(parallel, indexReport(evaluate(parallel).report)).trunks;
    expect(others).toEqual([]);
    expect(trunk?.links).toHaveLength(2);
    expect(trunk && describeTrunk(trunk)).toBe('16 × 400G');
    const [unknown] = build(parallel).trunks;
    expect(unknown && describeTrunk(unknown)).toBe('400G');
  });

  it('makes one tile of a collapsed unit, and trunks end at it', () => {
    const members = [1, 2, 3].map((at) => ({ kind: 'rack' as const, id: `rack-${at}` }));
    const unit = { id: 'unit-1', name: 'SU 1', members, collapsed: true as const };
    const scene = build({ ...pods, units: { 'unit-1': unit } });
    expect(scene.tiles).toHaveLength(46);
    const place = scene.tiles.findIndex((tile) => tile.id === 'unit:unit-1');
    expect(scene.tiles[place]?.name).toBe('SU 1');
    expect(scene.trunks.filter((trunk) => trunk.from === place || trunk.to === place)).toHaveLength(4);
  });
});

describe('blocks', () => {
  it('comes apart at the widest gap first', () => {
    const box = (x: number) => ({ x, y: 0, width: 10, height: 10 });
    const boxes = [box(0), box(20), box(100), box(120)];
    expect(cutPlane(boxes, { width: 50, height: 50 })).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(cutPlane(boxes, { width: 500, height: 50 })).toEqual([[0, 1, 2, 3]]);
    // What has no gap stays one, however large.
    expect(cutPlane([box(0), box(5)], { width: 1, height: 1 })).toEqual([[0, 1]]);
  });

  it('holds every tile once, and names racks first to last in the order people count', () => {
    const scene = build(pods);
    const { blocks } = groupTiles(scene, 1 / 16);
    expect(blocks.flatMap((block) => block.tiles).toSorted((a, b) => a - b)).toEqual([...scene.tiles.keys()]);
    // Eight devices in each rack, and the four spines of its pod beside them.
    expect(blocks.map((block) => [block.name, block.detail])).toEqual([
      ['Rack 1\u201320', '20 racks, 164 devices'],
      ['Rack 21\u201340', '20 racks, 164 devices'],
    ]);
    expect(groupTiles(scene, 1 / 16).blocks).toBe(blocks);
  });

  it('shows an open unit as a block of its name', () => {
    const members = [1, 2, 3].map((at) => ({ kind: 'rack' as const, id: `rack-${at}` }));
    const scene = build({ ...pods, units: { 'unit-1': { id: 'unit-1', name: 'SU 1', members } } });
    expect(groupTiles(scene, 1 / 16).blocks[0]).toMatchObject({ name: 'SU 1', detail: '3 racks, 24 devices' });
  });

  it('lets tiles speak for themselves while they can be read, or are few', () => {
    expect(chooseBlocks(build(pods), 0.2)).toBeNull();
    expect(chooseBlocks(build(pods), 0.05)?.blocks.length).toBeGreaterThan(0);
    expect(chooseBlocks(build(createSmallDesign()), 0.05)).toBeNull();
  });
});

describe('picking', () => {
  const layout = layOutCanvas(pods);
  const content: FarContent = {
    scene: build(pods),
    painter: { link: () => null, device: () => null, rack: () => null, rows: [], note: '' },
    fabricColour: () => 'red',
    weightOf: () => 1,
    selected: new Set(),
    lit: new Set(),
    active: null,
    dropTarget: null,
    isFar: true,
    nodes: new Set(),
    links: new Set(),
    shifts: new Map(),
  };
  const middle = (id: string) => {
    const { x, y, width, height } = layout.boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
    return { x: x + width / 2, y: y + height / 2 };
  };

  it('takes the device of a strip that is thick enough, else the rack', () => {
    expect(pickFar(content, middle('device:server-3-2'), 0.25)).toMatchObject({
      canvasId: 'device:server-3-2',
      title: 'server-3-2',
      facts: ['1 member', 'endpoint', 'in Rack 3'],
    });
    expect(pickFar(content, middle('device:server-3-2'), 0.05)).toMatchObject({
      canvasId: 'rack:rack-3',
      facts: ['1 rack', '8 device groups'],
    });
  });

  it('takes all links of the trunk under the pointer, and nothing of the empty plane', () => {
    const a = middle('device:spine-1-1');
    const b = middle('rack:rack-1');
    const hit = pickFar(content, { x: a.x + (b.x - a.x) * 0.2, y: a.y + (b.y - a.y) * 0.2 }, 0.25);
    expect(hit?.refs).toEqual([{ kind: 'link', id: 'link-leaf-1-spine-1-1' }]);
    expect(hit?.title).toBe('400G');
    expect(pickFar(content, { x: -5000, y: -5000 }, 0.25)).toBeNull();
  });

  it('leaves to nodes and edges what they show', () => {
    const near = { ...content, isFar: false, links: new Set(Object.keys(pods.links)) };
    expect(pickFar(near, middle('rack:rack-3'), 1)).toBeNull();
  });
});
