import { describe, expect, it } from 'vitest';
import { toPortKey } from '../../../renderer/canvas/interaction.ts';
import { findLinkTargets } from '../../../renderer/canvas/link-targets.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { evaluate } from '../../support/draw.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const design = createSmallDesign();

describe('findLinkTargets', () => {
  const { report } = evaluate(design);
  const from = { deviceId: 'gpu-1', blockId: 'compute' };
  const targets = findLinkTargets(design, builtInCatalog, report, from);

  it('names why a block cannot take the link and leaves out those that can', () => {
    expect(targets.refusals.has(toPortKey({ deviceId: 'leaf-1', blockId: 'data' }))).toBe(false);
    expect(targets.refusals.get(toPortKey({ deviceId: 'leaf-1', blockId: 'mgmt' }))).toMatch(/\w+/);
  });

  it('sends a link dropped on a device to its data block', () => {
    expect(targets.bestBlocks.get('leaf-1')).toEqual({ deviceId: 'leaf-1', blockId: 'data' });
    expect(targets.closedDevices.has('leaf-1')).toBe(false);
  });
});
