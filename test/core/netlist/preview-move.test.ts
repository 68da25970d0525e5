import { describe, expect, it } from 'vitest';
import { extendCatalog } from '#core/catalog/catalog.ts';
import { type MovedMember, type MovePreview, previewMove } from '#core/netlist/preview-move.ts';
import { createElevationReader } from '#core/netlist/rack-elevation.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { EditSession } from '../../support/edit-session.ts';

/**
 * Two racks of 42 units with three DGX H100 in the first: units 1 to 8, 9 to 16, 17 to 24. A DGX H100 takes 8U, weighs 130.45 kg
 * and is 897.1 mm deep (data sheet).
 */
function createSession(): EditSession {
  return new EditSession()
    .run('addRack', { id: 'rack-1', partId: 'vertiv-vr3300', count: 2, name: 'Compute', position: { x: 0, y: 0 } })
    .addDevice('dgx', 'dgx-h100', 3)
    .run('editDevice', { id: 'dgx', patch: { nameTemplate: 'dgx-{i}' } })
    .run('moveMembers', {
      deviceId: 'dgx',
      members: { first: 0, count: 3 },
      rackId: 'rack-1',
      firstRack: 0,
      bottomUnit: 1,
      placementIds: ['placement-1'],
    });
}

const one = (member: number, unitOffset = 0): MovedMember => ({ deviceId: 'dgx', member, unitOffset });

function preview(
  { design }: EditSession,
  members: readonly MovedMember[],
  rackIndex: number,
  bottomUnit: number,
  loads: { rackMaxW?: number; rackWeightKg?: number } = {},
): MovePreview {
  const rack = design.racks['rack-1'];
  if (!rack) throw new Error('the rack is missing');
  const catalog = extendCatalog(builtInCatalog, Object.values(design.parts));
  return previewMove(design, catalog, {
    members,
    target: { rackId: 'rack-1', rackIndex, bottomUnit },
    elevation: createElevationReader(design, catalog)(rack, rackIndex),
    loads: {
      rackMaxW: loads.rackMaxW ?? 0,
      rackWeightKg: loads.rackWeightKg ?? 0,
      memberMaxW: () => 10_200,
    },
  });
}

describe('what a move would come to', () => {
  const session = createSession();

  it('is refused where units are taken, below the floor and above the top', () => {
    expect(preview(session, [one(0)], 0, 10).refusal).toBe(
      'dgx-1 needs units 10 to 17 of Compute 1, dgx-2 stands there.',
    );
    expect(preview(session, [one(0)], 1, 0).refusal).toMatch(/below unit 1/);
    expect(preview(session, [one(0)], 1, 36).refusal).toMatch(/up to unit 43, Compute 2 has 42/);
    expect(preview(session, [one(0)], 1, 35).refusal).toBeNull();
  });

  it('may overlap the units it leaves', () => {
    expect(preview(session, [one(2)], 0, 20).refusal).toBeNull();
    expect(preview(session, [one(0), one(1, 8), one(2, 16)], 0, 5).refusal).toBeNull();
  });

  it('adds to the figures of another rack, not to those of its own', () => {
    expect(preview(session, [one(2)], 1, 1, { rackMaxW: 5_000 }).maxWAfter).toBe(15_200);
    expect(preview(session, [one(2)], 0, 25, { rackMaxW: 30_600 }).maxWAfter).toBe(30_600);
  });

  it('speaks up when the rack would be over power, too heavy, or is too shallow', () => {
    const limited = createSession().run('editRack', {
      id: 'rack-1',
      patch: { powerLimitW: 15_000, weightLimitKg: 200 },
    });
    const { refusal, excesses } = preview(limited, [one(0)], 1, 1, { rackMaxW: 5_000, rackWeightKg: 100 });
    expect(refusal).toBeNull();
    expect(excesses).toEqual([
      expect.stringMatching(/^Too heavy: 231 kg, the limit is 200 kg\.$/),
      'Over power: up to 15.2 kW, the limit is 15 kW.',
    ]);
    // The rack takes 954 mm.
    const part = builtInCatalog.byId.get('dgx-h100');
    if (part?.kind !== 'server') throw new Error('the catalog has no DGX H100');
    const deep = createSession()
      .run('addPart', { part: { ...part, id: 'deep-dgx', depthMm: 1000 } })
      .run('editDevice', { id: 'dgx', patch: { partId: 'deep-dgx' } });
    expect(preview(deep, [one(0)], 1, 1).excesses).toEqual(['Too deep: 1000 mm, the rack takes 954 mm.']);
  });

  it('joins what stands on each other into one command, and goes from the top when it goes up', () => {
    expect(preview(session, [one(1), one(0, -8), one(2, 8)], 0, 12).runs).toEqual([
      { deviceId: 'dgx', first: 0, count: 3, bottomUnit: 4 },
    ]);
    expect(preview(session, [one(0), one(2, 16)], 1, 3).runs).toEqual([
      { deviceId: 'dgx', first: 0, count: 1, bottomUnit: 3 },
      { deviceId: 'dgx', first: 2, count: 1, bottomUnit: 19 },
    ]);
    expect(preview(session, [one(0), one(2, 16)], 0, 2).runs[0]).toMatchObject({ first: 2 });
  });

  it('is accepted by the commands in its order', () => {
    const moving = createSession()
      .addDevice('leaf', 'qm9700', 1)
      .run('moveMembers', {
        deviceId: 'leaf',
        members: { first: 0, count: 1 },
        rackId: 'rack-1',
        firstRack: 0,
        bottomUnit: 25,
        placementIds: ['placement-2'],
      });
    const members = [one(2), { deviceId: 'leaf', member: 0, unitOffset: 8 }];
    const { runs, refusal } = preview(moving, members, 0, 18);
    expect(refusal).toBeNull();
    for (const { deviceId, first, count, bottomUnit } of runs) {
      moving.run('moveMembers', {
        deviceId,
        members: { first, count },
        rackId: 'rack-1',
        firstRack: 0,
        bottomUnit,
        placementIds: [`placement-of-${deviceId}`],
      });
    }
    expect(moving.design.placements['placement-of-leaf']?.bottomUnit).toBe(26);
  });
});
