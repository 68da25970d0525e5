import { describe, expect, it } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import { createRack } from '#core/design/defaults.ts';
import type { Design } from '#core/design/design.ts';
import type { Row } from '#core/design/floor.ts';
import { generateSuperPodH100 } from '#core/generate/superpod-h100.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { FloorProposal, FloorRequest } from '#core/place/floor-proposal.ts';
import { proposeFloor } from '#core/place/propose-floor.ts';
import { DEFAULT_ROW_RULE } from '#core/place/row-plan.ts';
import { applyFloor } from '../../support/apply-floor.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';

const byRule: FloorRequest = { floor: { kind: 'by-rule', rule: DEFAULT_ROW_RULE }, rowPowerLimitKw: null };

function propose(design: Design, request: FloorRequest = byRule): FloorProposal {
  const steps = proposeFloor(elaborate(design, builtInCatalog).netlist, request);
  let step = steps.next();
  while (!step.done) step = steps.next();
  if (!step.value.ok) throw new Error(step.value.error);
  return step.value.value;
}

const superPod = generateSuperPodH100(4, builtInCatalog);

describe('the SuperPOD of four units', () => {
  const proposal = propose(superPod);
  const { netlist, diagnostics } = elaborate(applyFloor(superPod, proposal), builtInCatalog);

  it('stands whole, and nothing of the floor is wrong', () => {
    expect(proposal.placedRackCount).toBe(36);
    expect(proposal.unplaced).toEqual([]);
    expect(diagnostics.filter(({ code }) => code.startsWith('floor.'))).toEqual([]);
  });

  it('has shorter cables than racks in the order of their numbers, and no run between server and leaf over 30 m', () => {
    expect(proposal.totalLengthAfterM).toBeLessThan(0.9 * proposal.totalLengthRowOrderM);
    expect(proposal.worstLeafServerM).toBeLessThanOrEqual(30);
  });

  it('says the lengths that the netlist measures once it is applied', () => {
    const sum = netlist.cableLengthM.reduce((total, lengthM) => total + lengthM, 0);
    expect(proposal.totalLengthAfterM).toBeCloseTo(sum, 0);
    for (const [index, { linkId, longestAfterM }] of proposal.longestByLink.entries()) {
      expect(netlist.links[index]?.linkId).toBe(linkId);
      expect(longestAfterM).toBeCloseTo(netlist.links[index]?.lengthM ?? 0, 3);
    }
  });

  it('keeps racks in runs', () => {
    expect(proposal.stands.length).toBeLessThan(20);
  });

  it('is the same when asked again', () => {
    expect(propose(superPod)).toEqual(proposal);
  });

  it('starts from planned lengths, and says so', () => {
    expect(proposal.isBeforeMeasured).toBe(false);
    expect(propose(applyFloor(superPod, proposal)).totalLengthBeforeM).toBeCloseTo(proposal.totalLengthAfterM, 0);
  });
});

describe('limits', () => {
  it('of a row are kept, and more rows are laid out for them', () => {
    const limited = propose(superPod, { ...byRule, rowPowerLimitKw: 200 });
    expect(limited.unplaced).toEqual([]);
    expect(limited.rows.length).toBeGreaterThan(propose(superPod).rows.length);
    // Rows that hold no more than this many racks are no longer than that.
    const fullest = Math.max(...limited.rows.map(({ id }) => countRacks(limited, id)));
    expect(limited.rows[0]?.slotCount).toBeLessThanOrEqual(fullest + 1);
    const { netlist, diagnostics } = elaborate(applyFloor(superPod, limited), builtInCatalog);
    for (const { maxW } of analyse(netlist, diagnostics).facility.rows) expect(maxW.value).toBeLessThanOrEqual(200_000);
  });

  it('leave racks out where nothing is left, and name them', () => {
    const { rooms, rows } = propose(superPod);
    const few = propose(superPod, { floor: { kind: 'given', rooms, rows: rows.slice(0, 2) }, rowPowerLimitKw: 200 });
    const missing = few.unplaced.reduce((sum, { count }) => sum + count, 0);
    expect(few.placedRackCount + missing).toBe(36);
    // A DGX H100 draws 10.2 kW at most: 200 kW feed 19 of them, four racks of four and one of three; two rows, ten racks.
    expect(few.unplaced.find(({ rackId }) => rackId === 'compute-rack')?.count).toBeGreaterThanOrEqual(32 - 10);
    expect(few.notes.join(' ')).toMatch(/racks of Compute rack found no position/);
    // Nobody publishes the maximum of SN2201 and of the UFM host; the four network racks hold them.
    expect(few.notes).toContain('The power of 4 racks is not known whole; limits are kept for what is known.');
  });

  it('of a zone are kept', () => {
    const { rooms, rows } = propose(superPod);
    const zoned: Design = {
      ...superPod,
      coolingZones: { z: { id: 'z', name: 'North', rowIds: [rows[0]?.id ?? ''], airCapacityKw: 90 } },
    };
    // 90 kW of air carry the heat of eight DGX H100 of 10.2 kW: two racks of four.
    const proposal = propose(zoned, { floor: { kind: 'given', rooms, rows }, rowPowerLimitKw: null });
    expect(countComputeRacks(proposal, rows[0] as Row)).toBeLessThanOrEqual(2);
  });
});

function countRacks({ stands }: FloorProposal, rowId: string): number {
  return stands.filter((stand) => stand.rowId === rowId).reduce((sum, { rackCount }) => sum + rackCount, 0);
}

function countComputeRacks({ stands }: FloorProposal, row: Row): number {
  return stands
    .filter(({ rowId, rackId }) => rowId === row.id && rackId === 'compute-rack')
    .reduce((sum, { rackCount }) => sum + rackCount, 0);
}

describe('what cannot be done', () => {
  it('is said in a sentence', () => {
    const bare: Design = { ...superPod, racks: {}, placements: {} };
    expect(explain(bare, byRule)).toMatch(/no racks/);
    expect(explain(superPod, { floor: { kind: 'given', rooms: [], rows: [] }, rowPowerLimitKw: null })).toMatch(
      /no rows/,
    );
  });

  it('stands racks that hold nothing too', () => {
    const empty: Design = {
      ...superPod,
      racks: { r: createRack({ id: 'r', name: 'Rack', count: 3, heightUnits: 48 }) },
      placements: {},
    };
    expect(propose(empty).placedRackCount).toBe(3);
  });
});

function explain(design: Design, request: FloorRequest): string {
  const steps = proposeFloor(elaborate(design, builtInCatalog).netlist, request);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.ok ? '' : step.value.error;
}
