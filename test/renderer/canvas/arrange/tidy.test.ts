import { beforeEach, describe, expect, it } from 'vitest';
import { alignSelection, canArrange, toggleLock } from '../../../../renderer/canvas/arrange/arrange-selection.ts';
import { listAllBlocks } from '../../../../renderer/canvas/arrange/block.ts';
import { tidiesSelection, tidy } from '../../../../renderer/canvas/arrange/tidy.ts';
import { layOutCanvas } from '../../../../renderer/canvas/canvas-layout.ts';
import { design, designStore, openDesign, undo } from '../../../../renderer/store/design-store.ts';
import { select, setScreen } from '../../../../renderer/store/view-store.ts';
import { createSmallDesign } from '../../../support/small-design.ts';

const leaf = { kind: 'device', id: 'leaf-1' } as const;
const rack = { kind: 'rack', id: 'rack-1' } as const;
const server = { kind: 'device', id: 'gpu-1' } as const;
const stepCount = (): number => designStore.getState().edit.undoStack.length;

beforeEach(() => {
  document.documentElement.dataset['motion'] = 'reduced';
  openDesign(createSmallDesign(), null);
  setScreen('studio');
});

describe('arranging a selection', () => {
  it('takes two things that stand by themselves: a server moves with its rack', () => {
    select([rack, server]);
    expect(canArrange(2)).toBe(false);
    select([rack, server, leaf]);
    expect(canArrange(2)).toBe(true);
    expect(canArrange(3)).toBe(false);
    const before = design();
    alignSelection('left');
    expect(design().racks['rack-1']?.position.x).toBe(0.5);
    expect(stepCount()).toBe(1);
    undo();
    expect(design()).toEqual(before);
  });

  it('locks what is open first, and lets go what is locked', () => {
    select([leaf]);
    toggleLock();
    select([leaf, rack, server]);
    toggleLock();
    expect(canArrange(2)).toBe(false);
    expect([design().devices['gpu-1']?.locked, design().racks['rack-1']?.locked]).toEqual([true, true]);
    toggleLock();
    expect(listAllBlocks(design()).some(({ isLocked }) => isLocked)).toBe(false);
    expect(stepCount()).toBe(3);
  });
});

describe('tidy', () => {
  it('lays everything out in one step, the leaf over the middle of the rack; racks keep what is in them', async () => {
    const before = design();
    expect(tidiesSelection()).toBe(false);
    await tidy();
    const { boxes } = layOutCanvas(design());
    const leafBox = boxes.get('device:leaf-1') ?? { x: 0, y: 0, width: 0, height: 0 };
    const rackBox = boxes.get('rack:rack-1') ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(leafBox.y + leafBox.height).toBeLessThan(rackBox.y);
    expect(Math.abs(leafBox.x + leafBox.width / 2 - rackBox.x - rackBox.width / 2)).toBeLessThan(8);
    expect(design().placements).toEqual(before.placements);
    expect(stepCount()).toBe(1);
    undo();
    expect(design()).toEqual(before);
  });

  it('leaves alone what is locked, and does not cover it', async () => {
    select([rack]);
    toggleLock();
    select([]);
    const { position } = design().racks['rack-1'] ?? {};
    await tidy();
    expect(design().racks['rack-1']?.position).toEqual(position);
  });

  it('does nothing when all is locked', async () => {
    select([rack, leaf]);
    toggleLock();
    const before = design();
    await tidy();
    expect(design()).toBe(before);
  });
});
