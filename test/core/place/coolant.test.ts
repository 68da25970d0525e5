/** Racks that need coolant stand where coolant is. */
import { describe, expect, it } from 'vitest';
import { createDevice, createLink, createRack } from '#core/design/defaults.ts';
import { createDesign, type Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { FloorProposal } from '#core/place/floor-proposal.ts';
import { proposeFloor } from '#core/place/propose-floor.ts';
import { DEFAULT_ROW_RULE, planRows } from '#core/place/row-plan.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';

/** Four racks of GB200 compute trays, cooled by liquid, and four of DGX H100, cooled by air, with their leaves in a rack. */
function createMixed(): Design {
  const design = createDesign('mixed');
  const add = (id: string, partId: string, role: 'endpoint' | 'leaf', count: number, rackCount: number): void => {
    design.devices[id] = createDevice({ id, name: id, partId, role, count });
    design.racks[id] = createRack({ id, name: id, count: rackCount, heightUnits: 48 });
    const place = { firstMember: 0, memberCount: count, firstRack: 0, perRack: count / rackCount, bottomUnit: 1 };
    design.placements[id] = { id, deviceId: id, rackId: id, ...place };
  };
  add('wet', 'gb200-tray', 'endpoint', 8, 4);
  add('dry', 'dgx-h100', 'endpoint', 8, 4);
  add('leaf', 'qm9700', 'leaf', 2, 1);
  design.fabrics['compute'] = {
    id: 'compute',
    name: 'Compute',
    purpose: 'compute',
    technology: 'infiniband',
    routing: 'adaptive',
    targetOversubscription: null,
  };
  const link = { fabricId: 'compute', pattern: 'spread', speedGbps: 400 } as const;
  design.links['dry'] = createLink({
    id: 'dry',
    a: { deviceId: 'dry', blockId: 'compute' },
    b: { deviceId: 'leaf', blockId: 'data' },
    ...link,
  });
  return design;
}

const plan = planRows({ ...DEFAULT_ROW_RULE, slotsPerRow: 4, rowCount: 3 }, 1);
if (!plan.ok) throw new Error(plan.error);
const { room, rows } = plan.value;

function propose(design: Design): FloorProposal {
  const request = { floor: { kind: 'given', rooms: [room], rows }, rowPowerLimitKw: null } as const;
  const steps = proposeFloor(elaborate(design, builtInCatalog).netlist, request);
  let step = steps.next();
  while (!step.done) step = steps.next();
  if (!step.value.ok) throw new Error(step.value.error);
  return step.value.value;
}

function rowsOf({ stands }: FloorProposal, rackId: string): string[] {
  return [...new Set(stands.filter((stand) => stand.rackId === rackId).map(({ rowId }) => rowId))].sort();
}

describe('racks that need coolant', () => {
  // Four of them and one network rack take up to five positions: two rows, the second shared.
  it('stand together in the first rows where no coolant unit is drawn', () => {
    const proposal = propose(createMixed());
    expect(proposal.unplaced).toEqual([]);
    expect(rowsOf(proposal, 'wet').every((row) => row === 'row-1' || row === 'row-2')).toBe(true);
    expect(rowsOf(proposal, 'dry').every((row) => row === 'row-2' || row === 'row-3')).toBe(true);
    expect(proposal.notes).toEqual(['Racks that need coolant stand together in the first rows.']);
  });

  it('stand in the rows that coolant units serve', () => {
    const design = createMixed();
    design.cduGroups = {
      c: {
        id: 'c',
        name: 'CDU',
        partId: 'cdu-vertiv-1350',
        count: 2,
        standbyCount: 1,
        roomId: room.id,
        xM: 0,
        yM: 0,
        rowIds: ['row-3'],
      },
    };
    expect(rowsOf(propose(design), 'wet')).toEqual(['row-3']);
    design.cduGroups['c'] = { ...design.cduGroups['c'], rowIds: ['elsewhere'] } as (typeof design.cduGroups)[string];
    const nowhere = propose(design);
    expect(nowhere.unplaced).toEqual([{ rackId: 'wet', name: 'wet', count: 4 }]);
    expect(nowhere.notes.join(' ')).toMatch(/No coolant unit serves a row/);
  });
});
