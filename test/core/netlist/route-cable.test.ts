/**
 * Twelve cables on a floor of two rooms, each route worked out by hand. Metres; a unit of these racks is 50 mm, so the port of
 * a 1U switch in unit u is (u - 0.5) x 0.05 above the floor, and that of an 8U server from unit u on (u + 3) x 0.05.
 *
 *   Hall, tray at 2.7, crossing trays at x = 11.5 and 18.1 (1.5 and 8.1 from its west wall at 10):
 *     row A, middle at y = 23.6:  rack 1 at x = 12.3,  rack 2 at x = 15.3
 *     row B, middle at y = 27.2:  rack 3 at x = 12.9,  rack 4 at x = 17.7
 *   Annex, tray at 3.2, crossings anywhere:
 *     row C, middle at y = 21.0:  rack 5 at x = 51.4
 *   Nowhere: rack 6. Slack is 1.5 at each end, 0.25 inside a rack.
 */
import { describe, expect, it } from 'vitest';
import { createRack } from '#core/design/defaults.ts';
import type { Design } from '#core/design/design.ts';
import { DEFAULT_CABLING, type Room, type Row } from '#core/design/floor.ts';
import type { RackPart } from '#core/catalog/part.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

const PLANNED_M = 20;
/** Rack and lowest unit by switch, from 1; the ninth stands in no rack. */
const SWITCH_PLACES = [
  [1, 40],
  [1, 42],
  [2, 40],
  [3, 30],
  [4, 20],
  [5, 10],
  [6, 40],
  [6, 36],
] as const;
const SERVER_PLACES = [
  [1, 1],
  [4, 9],
] as const;

const frame: RackPart = {
  kind: 'rack',
  id: 'frame-50',
  manufacturer: null,
  model: 'Frame of 50 mm units',
  partNumber: null,
  status: 'reference',
  notes: null,
  conflicts: [],
  sources: [],
  asOf: '2026-09-01',
  heightUnits: 48,
  unitMm: 50,
  widthMm: 600,
  depthMm: 1200,
  mountingDepthMm: null,
  weightKg: null,
  maxLoadKg: null,
};

function drawFloor(): Design {
  const design = drawDesign();
  design.parts[frame.id] = frame;
  drawDevice(design, 'switch', 'qm9700', 'leaf', 9);
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', 2);
  design.racks['rack'] = createRack({ id: 'rack', name: 'Rack', count: 6, heightUnits: 48, partId: frame.id });
  const place = (deviceId: string, firstMember: number, [rack, bottomUnit]: readonly [number, number]): void => {
    const id = `${deviceId}-${firstMember}`;
    const run = { firstMember, memberCount: 1, firstRack: rack - 1, perRack: 1, bottomUnit };
    design.placements[id] = { id, deviceId, rackId: 'rack', ...run };
  };
  SWITCH_PLACES.forEach((where, member) => place('switch', member, where));
  SERVER_PLACES.forEach((where, member) => place('server', member, where));
  const tray = { widthM: 30, depthM: 20, trayWidthMm: 300, trayDepthMm: 100 };
  const row = { slotCount: 10, depthM: 1.2, facing: 'north' as const };
  design.rooms = {
    hall: { id: 'hall', name: 'Hall', xM: 10, yM: 20, trayHeightM: 2.7, crossTraysM: [8.1, 1.5], ...tray },
    annex: { id: 'annex', name: 'Annex', xM: 50, yM: 20, trayHeightM: 3.2, crossTraysM: [], ...tray },
  };
  design.rows = {
    a: { id: 'a', name: 'A', roomId: 'hall', xM: 2, yM: 3, pitchM: 0.6, ...row },
    b: { id: 'b', name: 'B', roomId: 'hall', xM: 2, yM: 6.6, pitchM: 0.6, ...row },
    c: { id: 'c', name: 'C', roomId: 'annex', xM: 1, yM: 0.4, pitchM: 0.8, ...row },
  };
  const stands = [
    ['a', 0],
    ['a', 5],
    ['b', 1],
    ['b', 9],
    ['c', 0],
  ] as const;
  design.stands = {};
  stands.forEach(([rowId, firstSlot], firstRack) => {
    const id = `stand-${firstRack}`;
    Object.assign(design.stands ?? {}, { [id]: { id, rackId: 'rack', firstRack, rackCount: 1, rowId, firstSlot } });
  });
  design.cabling = { ...DEFAULT_CABLING, slackM: 1.5, slackInRackM: 0.25 };
  return design;
}

function drawCables(design: Design, between: string, pairs: [number, number][]): Design {
  const [a, b] = between === 'switches' ? ['switch.data', 'switch.data'] : ['server.compute', 'switch.data'];
  drawLink(design, a as string, b as string, { pattern: 'explicit', speedGbps: 400, pairs, lengthM: PLANNED_M });
  return design;
}

/** The run of one cable, between switches or from a server to a switch, numbered from 1. */
function measure(design: Design, between: 'switches' | 'server to switch', a: number, b: number): number {
  const { netlist } = evaluate(drawCables(design, between, [[a - 1, b - 1]]));
  expect(netlist.connectionCount).toBe(1);
  expect(netlist.cableLengthM[0]).toBe(netlist.connectionLengthM[0]);
  return netlist.connectionLengthM[0] as number;
}

const HALL_UP_1975 = 2.7 - 1.975;

describe('a run of cable', () => {
  it('1: inside a rack, the difference of units and the slack there', () => {
    // Switches in units 40 and 42: 0.1; slack 0.5.
    expect(measure(drawFloor(), 'switches', 1, 2)).toBeCloseTo(0.1 + 0.5, 5);
  });

  it('2: along a row: up, over three metres of tray, down', () => {
    expect(measure(drawFloor(), 'switches', 1, 3)).toBeCloseTo(HALL_UP_1975 + 3 + HALL_UP_1975 + 3, 5);
  });

  it('3: across rows by the crossing to the west, which is the nearer', () => {
    // x 12.3 -> 11.5 -> 12.9 is 2.2; by 18.1 it would be 11. Down to unit 30: 2.7 - 1.475.
    expect(measure(drawFloor(), 'switches', 1, 4)).toBeCloseTo(HALL_UP_1975 + 2.2 + 3.6 + 1.225 + 3, 5);
  });

  it('4: across rows past the other rack to the crossing behind it', () => {
    // x 15.3 -> 18.1 -> 17.7 is 3.2; by 11.5 it would be 10. Down to unit 20: 2.7 - 0.975.
    expect(measure(drawFloor(), 'switches', 3, 5)).toBeCloseTo(HALL_UP_1975 + 3.2 + 3.6 + 1.725 + 3, 5);
  });

  it('5: along the other row', () => {
    expect(measure(drawFloor(), 'switches', 4, 5)).toBeCloseTo(1.225 + 4.8 + 1.725 + 3, 5);
  });

  it('6: across rows with both crossings beyond the racks: the shorter way of two', () => {
    // x 12.3 -> 18.1 -> 17.7 is 6.2; by 11.5 it would be 7.0.
    expect(measure(drawFloor(), 'switches', 1, 5)).toBeCloseTo(HALL_UP_1975 + 6.2 + 3.6 + 1.725 + 3, 5);
  });

  it('7: into another room, by the crossing on the way and up to its higher tray', () => {
    // x 15.3 -> 18.1 -> 51.4; y 23.6 -> 21.0; from tray to tray 0.5; down to unit 10: 3.2 - 0.475.
    expect(measure(drawFloor(), 'switches', 3, 6)).toBeCloseTo(HALL_UP_1975 + 36.1 + 2.6 + 0.5 + 2.725 + 3, 5);
  });

  it('8: inside a rack that stands nowhere', () => {
    expect(measure(drawFloor(), 'switches', 7, 8)).toBeCloseTo(4 * 0.05 + 0.5, 5);
  });

  it('9: as planned to a rack that stands nowhere', () => {
    expect(measure(drawFloor(), 'switches', 1, 7)).toBe(PLANNED_M);
  });

  it('10: inside a rack from the middle of an 8U server, in whole centimetres', () => {
    // 1.975 - 0.2 + 0.5 = 2.275.
    expect(measure(drawFloor(), 'server to switch', 1, 1)).toBeCloseTo(2.28, 5);
  });

  it('11: across rows from the middle of an 8U server', () => {
    // Up 2.7 - 0.6, over 17.7 -> 18.1 -> 12.3 and 3.6, down to unit 42: 2.7 - 2.075; 15.525 in all.
    expect(measure(drawFloor(), 'server to switch', 2, 2)).toBeCloseTo(15.53, 5);
  });

  it('12: as planned to a switch in no rack', () => {
    expect(measure(drawFloor(), 'server to switch', 1, 9)).toBe(PLANNED_M);
  });
});

describe('crossings', () => {
  it('anywhere, where the room has no crossing trays', () => {
    const design = drawFloor();
    Object.assign(design.rooms?.['hall'] as Room, { crossTraysM: [] });
    expect(measure(design, 'switches', 1, 4)).toBeCloseTo(HALL_UP_1975 + 0.6 + 3.6 + 1.225 + 3, 5);
  });

  it('none between rows that lie in one line', () => {
    const design = drawFloor();
    // Row B now begins ten metres to the east of row A: its positions 2 and 10 are at x = 22.9 and 27.7.
    Object.assign(design.rows?.['b'] as Row, { xM: 12, yM: 3 });
    expect(measure(design, 'switches', 1, 4)).toBeCloseTo(HALL_UP_1975 + 10.6 + 1.225 + 3, 5);
  });
});

describe('what is bought', () => {
  const nine: [number, number][] = [
    [0, 1],
    [0, 2],
    [0, 3],
    [2, 4],
    [3, 4],
    [0, 4],
    [2, 5],
    [6, 7],
    [0, 6],
  ];

  function countBought(netlist: Netlist): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const index of netlist.cableStock) {
      const stock = netlist.cableStocks[index];
      const key = `${stock?.partNumber} ${stock?.lengthM}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  }

  it('one fibre for the link, each cable in the next length on sale', () => {
    const { netlist, report } = evaluate(drawCables(drawFloor(), 'switches', nine));
    // Runs of 0.6, 7.45, 10.75, 12.25, 10.75, 15.25, 45.65, 0.7 and the planned 20 m; MFP7E10 comes in 3, 5, 7, 10, 15, 20, 30, 50.
    const expected = { 3: 2, 10: 1, 15: 3, 20: 2, 50: 1 };
    const numbers = Object.entries(expected).map(([lengthM, count]) => {
      return [`MFP7E10-N${lengthM.padStart(3, '0')} ${lengthM}`, count];
    });
    expect(countBought(netlist)).toEqual(Object.fromEntries(numbers));
    expect(netlist.links[0]?.lengthM).toBe(45.65);
    expect(netlist.links[0]?.plannedLengthM).toBe(PLANNED_M);
    expect([...netlist.connectionRouted]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0]);
    const lines = report.bom.filter(({ category }) => category === 'cable');
    expect(lines.map(({ lengthM, quantity }) => [lengthM, quantity])).toEqual([
      [3, 2],
      [10, 1],
      [15, 3],
      [20, 2],
      [50, 1],
    ]);
  });

  it('a longer run than the fibre reaches asks for another medium', () => {
    const design = drawFloor();
    // The annex 30 m further east: the run of 45.65 m becomes one of 75.65 m, beyond the 50 m of multimode at 400G.
    Object.assign(design.rooms?.['annex'] as Room, { xM: 80 });
    const { netlist } = evaluate(drawCables(design, 'switches', nine));
    const medium = netlist.links[0]?.medium;
    expect(medium?.kind === 'optics' && medium.cable?.fiberType).toBe('OS2');
  });

  it('in one rack without a floor: measured and bought short, of the medium that the plan asks for', () => {
    const design = drawFloor();
    for (const table of ['rooms', 'rows', 'stands'] as const) delete design[table];
    const { netlist } = evaluate(drawCables(design, 'switches', nine));
    expect(countBought(netlist)).toEqual({ 'MFP7E10-N003 3': 2, 'MFP7E10-N020 20': 7 });
    expect(netlist.links[0]?.lengthM).toBe(PLANNED_M);
  });
});
