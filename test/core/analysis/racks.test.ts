/** Rack loads and their rules: DGX H100 is 8 U, 10.2 kW, 130.45 kg (NVIDIA DGX H100 user guide). */
import { describe, expect, it } from 'vitest';
import { createRack } from '#core/design/defaults.ts';
import type { Design, Rack } from '#core/design/design.ts';
import { drawDesign, drawDevice, evaluate } from '../../support/draw.ts';

function drawRacked(perRack: number, rack: Partial<Rack>): Design {
  const design = drawDesign();
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', 8);
  design.racks['rack'] = createRack({ id: 'rack', name: 'Rack', count: 8 / perRack, heightUnits: 42, ...rack });
  design.placements['p'] = {
    id: 'p',
    deviceId: 'server',
    rackId: 'rack',
    firstMember: 0,
    memberCount: 8,
    firstRack: 0,
    perRack,
    bottomUnit: 1,
  };
  return design;
}

function codesOf(design: Design): string[] {
  return evaluate(design)
    .report.problems.map((problem) => problem.code)
    .filter((code) => code.startsWith('rack.'));
}

describe('rack loads', () => {
  it('four DGX H100: 32 U, 40.8 kW, 521.8 kg', () => {
    const [rack] = evaluate(drawRacked(4, {})).report.power.racks;
    expect(rack).toMatchObject({ usedUnitsMax: 32, rackCount: 2 });
    expect(rack?.worstMaxW.value).toBe(40_800);
    expect(rack?.worstWeightKg.value).toBeCloseTo(521.8, 6);
  });

  it('is silent within the limits, and where no limit is set', () => {
    expect(codesOf(drawRacked(4, { powerLimitW: 40_800, weightLimitKg: 522 }))).toEqual([]);
    expect(codesOf(drawRacked(4, {}))).toEqual([]);
  });

  it('finds power and weight over the limit', () => {
    const design = drawRacked(4, { powerLimitW: 40_000, weightLimitKg: 521 });
    const problems = evaluate(design).report.problems.filter((problem) => problem.code.startsWith('rack.'));
    expect(problems.map((problem) => problem.code)).toEqual(['rack.power', 'rack.weight']);
    expect(problems[0]?.message).toContain('40.8 kW, its limit is 40 kW');
  });

  // Six of 8 U from unit 1 reach unit 48 of 42; with 8 in one rack the eighth reaches 64.
  it('finds devices that stand out of the rack', () => {
    const design = drawRacked(8, {});
    const overflow = evaluate(design).report.problems.find((problem) => problem.code === 'rack.units');
    expect(overflow?.message).toContain('Rack has 42 U, but server-8 would reach up to unit 64');
    expect(overflow?.where[0]).toEqual({ kind: 'rack', id: 'rack', member: 0 });
  });

  it('finds two devices on one unit', () => {
    const design = drawRacked(4, {});
    drawDevice(design, 'switch', 'qm9700', 'leaf', 2);
    design.placements['q'] = {
      id: 'q',
      deviceId: 'switch',
      rackId: 'rack',
      firstMember: 0,
      memberCount: 2,
      firstRack: 0,
      perRack: 1,
      bottomUnit: 8,
    };
    const clash = evaluate(design).report.problems.find((problem) => problem.code === 'rack.clash');
    expect(clash?.message).toContain('server-1 and switch-1 both take unit 8 of Rack 1 (both racks of the group)');
  });

  it('cannot check power that is not known, and says so', () => {
    const design = drawRacked(4, { powerLimitW: 60_000 });
    const server = design.devices['server'];
    if (server) server.partId = 'lenovo-sr680a-v4';
    expect(codesOf(design)).toContain('rack.power-unknown');
    const note = evaluate(design).report.problems.find((problem) => problem.code === 'rack.power-unknown');
    expect(note?.message).toMatch(
      /^The 2 racks of Rack cannot be checked against their limit of 60 kW: the maximum power/,
    );
    expect(note?.where).toEqual([{ kind: 'rack', id: 'rack' }]);
  });
});
