import { describe, expect, it } from 'vitest';
import { layOutCanvas } from '../../../renderer/canvas/canvas-layout.ts';
import { planMoves } from '../../../renderer/canvas/plan-moves.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const design = createSmallDesign();
const free = { canvasId: 'device:leaf-1', position: { x: 80, y: 16 }, rackId: null };
const placed = { canvasId: 'device:gpu-1', position: { x: 80, y: 16 }, rackId: 'rack-1' };
const rack = { canvasId: 'rack:rack-1', position: { x: 400, y: 0 }, rackId: null };

describe('planMoves', () => {
  it('moves everything that was dragged together in one command', () => {
    expect(planMoves(design, [free, rack], null)).toEqual([
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
    expect(planMoves(design, [{ ...rack, position: { x: 300, y: 0 } }], null)).toEqual([]);
  });

  it('places a free device dropped on a rack', () => {
    expect(planMoves(design, [free], 'rack-1')).toEqual([
      { name: 'placeDevice', args: { deviceId: 'leaf-1', rackId: 'rack-1', placementId: 'placement-2' } },
    ]);
  });

  it('takes a placed device out of its rack, but not when it is dropped inside its own frame', () => {
    expect(planMoves(design, [placed], null)).toEqual([
      { name: 'unplaceDevice', args: { deviceId: 'gpu-1', position: { x: 80, y: 16 } } },
    ]);
    expect(planMoves(design, [placed], 'rack-1')).toEqual([]);
  });

  it('takes the members of a scalable unit along, once each', () => {
    const members = [
      { kind: 'device', id: 'leaf-1' },
      { kind: 'rack', id: 'rack-1' },
    ] as const;
    const grouped = { ...design, units: { u: { id: 'u', name: 'SU', members: [...members] } } };
    const corner = layOutCanvas(grouped).boxes.get('unit:u') ?? { x: 0, y: 0 };
    const unit = { canvasId: 'unit:u', position: { x: corner.x + 16, y: corner.y - 8 }, rackId: null };
    const [command] = planMoves(grouped, [unit, { ...rack, position: { x: 316, y: -8 } }], null);
    expect(command?.args).toEqual({
      moves: [
        { kind: 'device', id: 'leaf-1', position: { x: 16.5, y: -208 } },
        { kind: 'rack', id: 'rack-1', position: { x: 316, y: -8 } },
      ],
    });
    expect(planMoves(grouped, [{ ...unit, position: corner }], null)).toEqual([]);
  });
});
