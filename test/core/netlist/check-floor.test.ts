import { describe, expect, it } from 'vitest';
import { createRack } from '#core/design/defaults.ts';
import type { Design } from '#core/design/design.ts';
import type { Stand } from '#core/design/floor.ts';
import { drawDesign, evaluate } from '../../support/draw.ts';

/** Racks 'one' (3) and 'wide' (2, of 800 mm) and a row of four positions, 600 mm each. */
function drawStands(...stands: Omit<Stand, 'id'>[]): Design {
  const design = drawDesign();
  design.racks['one'] = createRack({ id: 'one', name: 'Rack', count: 3, heightUnits: 42, partId: 'apc-ar3100' });
  design.racks['wide'] = createRack({ id: 'wide', name: 'Wide', count: 2, heightUnits: 42, partId: 'hpe-10848-g2' });
  const room = { xM: 0, yM: 0, widthM: 10, depthM: 10, trayHeightM: 3, trayWidthMm: 300, trayDepthMm: 100 };
  design.rooms = { hall: { id: 'hall', name: 'Hall', ...room, crossTraysM: [] } };
  const places = { xM: 1, yM: 1, slotCount: 4, pitchM: 0.6, depthM: 1.2, facing: 'north' as const };
  design.rows = { a: { id: 'a', name: 'Row A', roomId: 'hall', ...places } };
  design.stands = Object.fromEntries(stands.map((stand, i) => [`stand-${i}`, { id: `stand-${i}`, ...stand }]));
  return design;
}

function check(...stands: Omit<Stand, 'id'>[]): { code: string; message: string }[] {
  const { report, diagnostics } = evaluate(drawStands(...stands));
  const rule = report.rules.find(({ ruleId }) => ruleId === 'floor.places');
  expect(rule?.findings).toEqual(diagnostics.filter(({ code }) => code.startsWith('floor.')));
  return (rule?.findings ?? []).map(({ code, message }) => ({ code, message }));
}

const one = { rackId: 'one', rowId: 'a' };

describe('the floor', () => {
  it('has nothing wrong with three racks side by side', () => {
    expect(check({ ...one, firstRack: 0, rackCount: 3, firstSlot: 1 })).toEqual([]);
    const { netlist } = evaluate(drawStands({ ...one, firstRack: 0, rackCount: 3, firstSlot: 1 }));
    expect([...netlist.rackSlot]).toEqual([1, 2, 3, -1, -1]);
    expect([...netlist.rackRow]).toEqual([0, 0, 0, -1, -1]);
    expect(netlist.rackX[0]).toBeCloseTo(1 + 1.5 * 0.6, 6);
    expect(netlist.rackY[0]).toBeCloseTo(1.6, 6);
    expect(netlist.rackX[3]).toBeNaN();
  });

  it('ends where its row ends', () => {
    const [found] = check({ ...one, firstRack: 0, rackCount: 3, firstSlot: 2 });
    expect(found?.code).toBe('floor.outside-row');
    expect(found?.message).toContain('1 rack of Rack would stand beyond the end of Row A, which has 4 positions');
  });

  it('knows rows and racks that are missing', () => {
    const [row] = check({ ...one, rowId: 'b', firstRack: 0, rackCount: 1, firstSlot: 0 });
    expect(row?.code).toBe('floor.no-row');
    const [rack] = check({ ...one, firstRack: 2, rackCount: 2, firstSlot: 0 });
    expect(rack).toMatchObject({ code: 'floor.no-rack', message: expect.stringContaining('1 rack of Rack more') });
  });

  it('holds one rack in a place and one place for a rack', () => {
    const [shared] = check(
      { ...one, firstRack: 0, rackCount: 2, firstSlot: 0 },
      { ...one, firstRack: 2, rackCount: 1, firstSlot: 1 },
    );
    expect(shared).toMatchObject({
      code: 'floor.shared-place',
      message: 'Rack 2 and Rack 3 stand in one place, position 2 of Row A; move one of them.',
    });
    const [twice] = check(
      { ...one, firstRack: 0, rackCount: 1, firstSlot: 0 },
      { ...one, firstRack: 0, rackCount: 1, firstSlot: 3 },
    );
    expect(twice).toMatchObject({
      code: 'floor.two-places',
      message: 'Rack 1 has two places, position 1 of Row A and position 4 of Row A; take one away.',
    });
  });

  it('wants positions as wide as the racks', () => {
    const [wide] = check({ rackId: 'wide', rowId: 'a', firstRack: 0, rackCount: 2, firstSlot: 0 });
    expect(wide).toMatchObject({
      code: 'floor.wide-rack',
      message: 'Wide is 800 mm wide, but Row A has a position every 600 mm; make its positions 800 mm wide.',
    });
  });
});
