/** Breaking things: nothing broken changes nothing, breaking never makes a fabric wider, and undo gives back the very same report. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import type { FabricReport, Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { createScenario, type Failure } from '#core/design/scenario.ts';
import { createEditState, transact, undo } from '#core/edit/transact.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { applyFailures } from '#core/netlist/failures.ts';
import { arbitraryFabric, arbitraryIrregular } from '../support/arbitrary-fabric.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../support/draw.ts';

const ROUNDING = 1 + 1e-9;

/** Numbers that become failures of a design, whichever it is. */
const arbitraryBreaks = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 4 });
type Breaks = readonly (readonly [number, number, number, boolean])[];

function toFailures(design: Design, breaks: Breaks, isBreakable: (deviceId: string) => boolean): Failure[] {
  const devices = Object.values(design.devices).filter(({ id }) => isBreakable(id));
  const links = Object.keys(design.links);
  return breaks.flatMap(([which, first, count, isLink]): Failure[] => {
    const linkId = links[which % links.length];
    if (isLink)
      return linkId ? [{ kind: 'link', linkId, connections: { first: first % 20, count: 1 + (count % 4) } }] : [];
    const device = devices[which % devices.length];
    if (!device) return [];
    const from = first % device.count;
    return [
      { kind: 'device', deviceId: device.id, members: { first: from, count: 1 + (count % (device.count - from)) } },
    ];
  });
}

function report(design: Design, failures: readonly Failure[]): Report {
  const { netlist, diagnostics } = elaborate(design, builtInCatalog);
  return analyse(applyFailures(netlist, failures), diagnostics);
}

function getFabric({ fabrics }: Report): FabricReport {
  const [fabric] = fabrics;
  if (!fabric) throw new Error('no fabric');
  return fabric;
}

/** Leaves and spines joined all alike: as wide as those cables can be. */
const arbitraryClos = fc
  .record({
    leaves: fc.integer({ min: 1, max: 5 }),
    servers: fc.integer({ min: 1, max: 5 }),
    spines: fc.integer({ min: 1, max: 4 }),
    cables: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ leaves, servers, spines, cables }) => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', leaves * servers, { membersPerPod: servers });
    drawDevice(design, 'leaf', 'qm9700', 'leaf', leaves, { membersPerPod: 1 });
    drawDevice(design, 'spine', 'qm9700', 'spine', spines);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'mesh', within: 'pod', speedGbps: 400 });
    drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: cables });
    return design;
  });

describe('failures', () => {
  it('that hit nothing leave the report as it was', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryFabric, arbitraryIrregular), (design) => {
        const whole = evaluate(design).report;
        const asked = { ...design, scenarios: { s: createScenario('s', 'Any') }, currentScenarioId: 's' };
        expect(evaluate(asked).report).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('never raise bisection, whatever breaks', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryFabric, arbitraryIrregular), arbitraryBreaks, (design, breaks) => {
        const whole = getFabric(report(design, []));
        const broken = getFabric(
          report(
            design,
            toFailures(design, breaks, () => true),
          ),
        );
        expect(broken.endpointCount).toBe(whole.endpointCount);
        expect(broken.bisection?.ratio ?? 0).toBeLessThanOrEqual((whole.bisection?.ratio ?? 0) * ROUNDING);
        for (const { name, bandwidthGbps } of whole.bisection?.cuts ?? []) {
          const same = broken.bisection?.cuts.find((cut) => cut.name === name);
          if (same && name !== 'search') expect(same.bandwidthGbps).toBeLessThanOrEqual(bandwidthGbps * ROUNDING);
        }
        const across = broken.bisection?.acrossRails?.ratio ?? 0;
        expect(across).toBeLessThanOrEqual((whole.bisection?.acrossRails?.ratio ?? 0) * ROUNDING);
      }),
      { numRuns: 120 },
    );
  });

  it('never raise all-to-all of leaves and spines joined alike when cables or switches break', () => {
    fc.assert(
      fc.property(arbitraryClos, arbitraryBreaks, (design, breaks) => {
        const whole = getFabric(report(design, [])).allToAll;
        const failures = toFailures(design, breaks, (id) => id !== 'server');
        const broken = getFabric(report(design, failures)).allToAll;
        for (const routing of ['ecmp', 'spray', 'adaptive'] as const) {
          expect(broken?.[routing] ?? 0).toBeLessThanOrEqual((whole?.[routing] ?? 0) * ROUNDING);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('undone leave the very same report', () => {
    fc.assert(
      fc.property(arbitraryFabric, arbitraryBreaks, (design, breaks) => {
        const start = createEditState(design);
        const before = evaluate(start.design).report;
        const failures = toFailures(design, breaks, () => true);
        const result = transact(start, { name: 'breakItems', args: { failures, scenarioId: 's' } }, builtInCatalog);
        if (!result.ok) throw new Error(result.error[0]?.message);
        const repaired = transact(
          result.value,
          { name: 'repairItems', args: { failures: 'all', scenarioId: 's' } },
          builtInCatalog,
        );
        if (!repaired.ok) throw new Error(repaired.error[0]?.message);
        evaluate(result.value.design);
        expect(evaluate(repaired.value.design).report).toEqual(before);
        expect(evaluate(undo(result.value).design).report).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});
