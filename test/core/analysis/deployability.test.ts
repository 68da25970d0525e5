/** Deployability and trays of a floor that can be counted by hand; the small network of the tests gives figures without one. */
import { describe, expect, it } from 'vitest';
import { computeDeployability } from '#core/analysis/deployability.ts';
import { computeTrays } from '#core/analysis/tray-load.ts';
import { Memory } from '#core/base/memory.ts';
import { createRack } from '#core/design/defaults.ts';
import type { Design } from '#core/design/design.ts';
import { DEFAULT_CABLING } from '#core/design/floor.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';
import { smallNetlist, smallReport } from '../../support/small-network.ts';

/**
 * Six racks of one switch each, three to a row; rows 4 m apart, middle to middle, positions every metre with x of the racks at
 * 0.5, 1.5, 2.5 and one crossing tray at x = 3. Cables, all MPO fibres of 3 mm, 7.0686 mm2:
 *   racks 1 to 3:  10 on row A from 0.5 to 2.5
 *   racks 2 to 3:   4 on row A from 1.5 to 2.5
 *   racks 1 to 4:   6 on row A from 0.5 to 3, on the crossing, on row B from 3 to 0.5
 */
function drawRows(): Design {
  const design = drawDesign();
  drawDevice(design, 'switch', 'qm9700', 'leaf', 6);
  design.racks['rack'] = createRack({ id: 'rack', name: 'Rack', count: 6, heightUnits: 42 });
  const placed = { firstMember: 0, memberCount: 6, firstRack: 0, perRack: 1, bottomUnit: 40 };
  design.placements['all'] = { id: 'all', deviceId: 'switch', rackId: 'rack', ...placed };
  const tray = { trayHeightM: 2.5, trayWidthMm: 100, trayDepthMm: 10, crossTraysM: [3] };
  design.rooms = { hall: { id: 'hall', name: 'Hall', xM: 0, yM: 0, widthM: 10, depthM: 10, ...tray } };
  const row = { roomId: 'hall', xM: 0, slotCount: 3, pitchM: 1, depthM: 1, facing: 'north' as const };
  design.rows = { a: { id: 'a', name: 'Row A', yM: 1, ...row }, b: { id: 'b', name: 'Row B', yM: 5, ...row } };
  design.stands = {
    one: { id: 'one', rackId: 'rack', firstRack: 0, rackCount: 3, rowId: 'a', firstSlot: 0 },
    two: { id: 'two', rackId: 'rack', firstRack: 3, rackCount: 3, rowId: 'b', firstSlot: 0 },
  };
  const counts = [
    [0, 2, 10],
    [1, 2, 4],
    [0, 3, 6],
  ] as const;
  for (const [a, b, cablesPerPair] of counts) {
    const pairs: [number, number][] = [[a, b]];
    drawLink(design, 'switch.data', 'switch.data', { pattern: 'explicit', speedGbps: 400, pairs, cablesPerPair });
  }
  design.cabling = { ...DEFAULT_CABLING, bundleSize: 4, trayFillLimit: 0.1 };
  // Cut to fibre: two metres of copper would do for the shortest of these runs.
  for (const link of Object.values(design.links)) {
    link.medium = { kind: 'optics', transceiverAId: 'mma4z00-ns', transceiverBId: 'mma4z00-ns', cableId: 'mfp7e10' };
  }
  return design;
}

const FIBRE_MM2 = (Math.PI * 9) / 4;

describe('trays', () => {
  it('hold what passes, stretch by stretch', () => {
    const { trays } = evaluate(drawRows()).report;
    const found = trays?.trays.map(({ name, segments }) => {
      return [
        name,
        segments.map(({ fromM, toM, cableCount }) => [fromM, toM, cableCount].map((n) => Number(n.toFixed(3)))),
      ];
    });
    expect(found).toEqual([
      [
        'Row A',
        [
          [0.5, 1.5, 16],
          [1.5, 2.5, 20],
          [2.5, 3, 6],
        ],
      ],
      ['Row B', [[0.5, 3, 6]]],
      ['Crossing at 3 m of Hall', [[1.5, 5.5, 6]]],
    ]);
  });

  it('are as full as the sections of their cables', () => {
    const { trays } = evaluate(drawRows()).report;
    // 20 fibres in a tray of 100 mm x 10 mm: 141.4 of 1,000 mm2; on the crossing 6: 42.4.
    const fills = trays?.trays.map(({ segments, fullestIndex }) => segments[fullestIndex]?.fill);
    expect(fills?.[0]).toBeCloseTo((20 * FIBRE_MM2) / 1000, 9);
    expect(fills?.[2]).toBeCloseTo((6 * FIBRE_MM2) / 1000, 9);
    expect(trays?.fullestIndex).toBe(0);
    expect(trays?.overLimitCount).toBe(1);
  });

  it('over their limit are a problem', () => {
    const { rules } = evaluate(drawRows()).report;
    const rule = rules.find(({ ruleId }) => ruleId === 'floor.trays');
    expect(rule).toMatchObject({ state: 'failed', checkedCount: 3, failedCount: 1 });
    expect(rule?.findings).toEqual([
      {
        code: 'floor.tray-fill',
        severity: 'warning',
        message:
          'The tray over Row A holds 20 cables and is 14 % full, over the limit of 10 %; make the tray larger or move racks that belong together.',
        where: [{ kind: 'row', id: 'a' }],
      },
    ]);
  });

  it('carry bundles from rack to rack', () => {
    // Of four: 10 cables make 3 bundles, 4 make 1, 6 make 2.
    expect(evaluate(drawRows()).report.trays?.bundles).toEqual({
      bundleSize: 4,
      bundleCount: 6,
      cableCount: 20,
      rackPairCount: 3,
      largestPairCableCount: 10,
    });
  });

  it('are none without a floor', () => {
    expect(computeTrays(smallNetlist, new Memory())).toBeNull();
  });
});

describe('deployability', () => {
  it('counts where cables stay', () => {
    const { deployability } = evaluate(drawRows()).report;
    expect(deployability).toMatchObject({ inRackCount: 0, inRowCount: 14, crossRowCount: 6, crossRoomCount: 0 });
    expect(deployability.measuredCount).toBe(20);
  });

  it('spreads the runs of every link', () => {
    const { deployability } = evaluate(drawRows()).report;
    // Up from unit 40: 2.5 - 39.5 x 0.04445 = 0.7442, twice, and 2 m of slack: 3.4885. Ways of 2, 1 and 2.5 + 4 + 2.5 m.
    expect(deployability.links.map(({ linkId, longestM }) => [linkId, longestM])).toEqual([
      ['link-3', 12.49],
      ['link-1', 5.49],
      ['link-2', 4.49],
    ]);
    expect(deployability.links[0]?.longest.a).toEqual({
      deviceId: 'switch',
      member: 0,
      name: 'switch-1',
      rackName: 'Rack 1',
    });
    // Bought: 10 of 7 m, 4 of 5 m, 6 of 15 m.
    expect(deployability.lengths).toEqual([
      { lengthM: 5, cableCount: 4, isKnown: true },
      { lengthM: 7, cableCount: 10, isKnown: true },
      { lengthM: 15, cableCount: 6, isKnown: true },
    ]);
    expect(deployability.boughtTotalM).toBe(180);
    expect(deployability.runTotalM).toBeCloseTo(10 * 5.49 + 4 * 4.49 + 6 * 12.49, 3);
    // None of 100G lanes is within the 2 m of passive copper.
    expect(deployability.copper).toEqual({ cableCount: 20, beyondReachCount: 20 });
  });

  it('tells racks apart by contents and cabling', () => {
    const { alikeness } = evaluate(drawRows()).report.deployability;
    // Racks 5 and 6 are not cabled; 1 to 4 have other counts of cables each.
    expect(alikeness).toMatchObject({ rackCount: 6, patternCount: 5, singleCount: 4 });
    expect(alikeness.largest[0]).toEqual({ rackCount: 2, rackId: 'rack', rackIndex: 4, rackName: 'Rack 5' });
    const design = drawRows();
    const more = { firstMember: 5, memberCount: 1, firstRack: 5, perRack: 1, bottomUnit: 41 };
    design.placements['all'] = { ...(design.placements['all'] as Design['placements'][string]), memberCount: 5 };
    design.placements['more'] = { id: 'more', deviceId: 'switch', rackId: 'rack', ...more };
    expect(evaluate(design).report.deployability.alikeness).toMatchObject({ patternCount: 6, singleCount: 6 });
  });

  it('counts the small network without a floor', () => {
    const { links, ...whole } = computeDeployability(smallNetlist, new Memory());
    expect({ ...whole, links: [] }).toEqual(smallReport.deployability);
    expect(links.map(({ linkId, longestM, measuredCount }) => [linkId, longestM, measuredCount])).toEqual([
      ['link-3', 900, 0],
      ['link-1', 4.5, 0],
      ['link-2', 1.5, 0],
    ]);
  });
});
