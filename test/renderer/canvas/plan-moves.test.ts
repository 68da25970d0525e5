import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import { layOutCanvas } from '../../../renderer/canvas/canvas-layout.ts';
import { NO_FRAMES } from '../../../renderer/canvas/frame-drop.ts';
import { planCopies, planMoves } from '../../../renderer/canvas/plan-moves.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const design = createSmallDesign();
const free = { canvasId: 'device:leaf-1', position: { x: 80, y: 16 }, rackId: null };
const placed = { canvasId: 'device:gpu-1', position: { x: 80, y: 16 }, rackId: 'rack-1' };
const rack = { canvasId: 'rack:rack-1', position: { x: 400, y: 0 }, rackId: null };

describe('planMoves', () => {
  it('moves everything that was dragged together in one command', () => {
    expect(planMoves(design, [free, rack], NO_FRAMES)).toEqual([
      {
        name: 'moveItems',
        args: {
          moves: [
            { kind: 'device', id: 'leaf-1', position: { x: 80, y: 16 } },
            { kind: 'rack', id: 'rack-1', position: { x: 400, y: 0 } },
          ],
        },
      },
    ]);
  });

  it('does nothing for what came back to where it was', () => {
    expect(planMoves(design, [{ ...rack, position: { x: 300, y: 0 } }], NO_FRAMES)).toEqual([]);
  });

  it('places a free device dropped on a rack', () => {
    expect(planMoves(design, [free], { ...NO_FRAMES, rackId: 'rack-1' })).toEqual([
      { name: 'placeDevice', args: { deviceId: 'leaf-1', rackId: 'rack-1', placementId: 'placement-2' } },
    ]);
  });

  it('takes a placed device out of its rack, but not when it is dropped inside its own frame', () => {
    expect(planMoves(design, [placed], NO_FRAMES)).toEqual([
      { name: 'unplaceDevice', args: { deviceId: 'gpu-1', position: { x: 80, y: 16 } } },
    ]);
    expect(planMoves(design, [placed], { ...NO_FRAMES, rackId: 'rack-1' })).toEqual([]);
  });

  it('takes the members of a scalable unit along, once each', () => {
    const members = [
      { kind: 'device', id: 'leaf-1' },
      { kind: 'rack', id: 'rack-1' },
    ] as const;
    const grouped = { ...design, units: { u: { id: 'u', name: 'SU', members: [...members] } } };
    const corner = layOutCanvas(grouped).boxes.get('unit:u') ?? { x: 0, y: 0 };
    const unit = { canvasId: 'unit:u', position: { x: corner.x + 16, y: corner.y - 8 }, rackId: null };
    const [command] = planMoves(grouped, [unit, { ...rack, position: { x: 316, y: -8 } }], NO_FRAMES);
    expect(command?.args).toEqual({
      moves: [
        { kind: 'device', id: 'leaf-1', position: { x: 16.5, y: -208 } },
        { kind: 'rack', id: 'rack-1', position: { x: 316, y: -8 } },
      ],
    });
    expect(planMoves(grouped, [{ ...unit, position: corner }], NO_FRAMES)).toEqual([]);
  });

  it('joins a unit before it moves, and leaves one the same way', () => {
    const members = [{ kind: 'device', id: 'leaf-1' }] as const;
    const grouped = { ...design, units: { u: { id: 'u', name: 'SU', members: [...members] } } };
    const joins = { ...NO_FRAMES, unitId: 'u' };
    expect(planMoves(grouped, [rack], joins)).toEqual([
      { name: 'joinUnit', args: { id: 'u', items: [{ kind: 'rack', id: 'rack-1' }] } },
      { name: 'moveItems', args: { moves: [{ kind: 'rack', id: 'rack-1', position: { x: 400, y: 0 } }] } },
    ]);
    // Out of its rack first: else the rack would join.
    expect(planMoves(grouped, [placed], joins).map(({ name }) => name)).toEqual(['unplaceDevice', 'joinUnit']);
    expect(planMoves(grouped, [free], joins).map(({ name }) => name)).toEqual(['moveItems']);
    expect(planMoves(grouped, [free], { ...NO_FRAMES, leaves: new Set(['device:leaf-1']) })).toEqual([
      { name: 'ungroupItems', args: { items: members } },
      { name: 'moveItems', args: { moves: [{ kind: 'device', id: 'leaf-1', position: { x: 80, y: 16 } }] } },
    ]);
  });
});

describe('planMoves onto the tile of a collapsed unit', () => {
  const members = [{ kind: 'rack', id: 'rack-1' }] as const;
  const folded: Design = {
    ...design,
    units: { u: { id: 'u', name: 'SU', members: [...members], collapsed: true } },
  };

  it('joins, and stands beside the members wherever it was let go', () => {
    const [join, move] = planMoves(folded, [{ ...free, position: { x: 310, y: -40 } }], { ...NO_FRAMES, unitId: 'u' });
    expect(join).toEqual({ name: 'joinUnit', args: { id: 'u', items: [{ kind: 'device', id: 'leaf-1' }] } });
    const moves = move?.name === 'moveItems' ? move.args.moves : [];
    // The rack is 272 px wide at 300; 40 px are between what stands side by side, to the next step of the grid.
    expect(moves).toEqual([{ kind: 'device', id: 'leaf-1', position: { x: 616, y: 0 } }]);
  });
});

describe('planCopies', () => {
  it('copies as far as it was dragged, into a rack or a unit where one is under it', () => {
    const { commands, copies } = planCopies(design, [free], NO_FRAMES);
    expect(copies).toEqual([{ kind: 'device', id: 'device-1' }]);
    expect(commands).toEqual([
      {
        name: 'duplicateItems',
        args: {
          items: [{ kind: 'device', id: 'leaf-1' }],
          ids: { 'leaf-1': 'device-1' },
          offset: { x: 80, y: 216 },
        },
      },
    ]);
    expect(planCopies(design, [free], { ...NO_FRAMES, rackId: 'rack-1' }).commands[1]).toEqual({
      name: 'placeDevice',
      args: { deviceId: 'device-1', rackId: 'rack-1', placementId: 'placement-2' },
    });
    expect(planCopies(design, [free], { ...NO_FRAMES, unitId: 'u' }).commands[1]?.name).toBe('joinUnit');
  });

  it('sets a copy of what stands in a rack down where it was dropped', () => {
    expect(planCopies(design, [placed], NO_FRAMES).commands[1]).toEqual({
      name: 'moveItems',
      args: { moves: [{ kind: 'device', id: 'device-1', position: { x: 80, y: 16 } }] },
    });
  });
});
