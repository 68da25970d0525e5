/** What stages remember from before an edit never shows: netlist, report and estimate are those of the edited design alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, analyseFirst } from '#core/analysis/analyse.ts';
import type { Report } from '#core/analysis/report.ts';
import { Memory } from '#core/base/memory.ts';
import { extendCatalog } from '#core/catalog/catalog.ts';
import type { Design, Link } from '#core/design/design.ts';
import { createEditState, redo, transact, undo } from '#core/edit/transact.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { estimateScenario } from '#core/sim/estimate-scenario.ts';
import { arbitraryCommandPlan, createCommand } from '../support/arbitrary-command.ts';
import { arbitraryDesign } from '../support/arbitrary-design.ts';
import { arbitraryFabric } from '../support/arbitrary-fabric.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';

interface Derived {
  readonly netlist: Netlist;
  readonly diagnostics: unknown;
  readonly report: Report;
  readonly estimate: unknown;
}

function derive(design: Design, memory: Memory): Derived {
  const { netlist, diagnostics } = elaborate(design, builtInCatalog, memory);
  const report = analyse(netlist, diagnostics, memory);
  const estimate = estimateScenario(netlist, netlist.currentScenario, memory);
  memory.endTurn();
  return { netlist, diagnostics, report, estimate };
}

function expectAsFresh(design: Design, memory: Memory): void {
  const fresh = derive(structuredClone(design), new Memory());
  const remembering = derive(design, memory);
  expect(remembering.netlist).toEqual(fresh.netlist);
  expect(remembering.diagnostics).toEqual(fresh.diagnostics);
  expect(remembering.report).toEqual(fresh.report);
  expect(remembering.estimate).toEqual(fresh.estimate);
}

/** As when another edit comes before the late figures are worked out. */
function giveUp(design: Design, memory: Memory): void {
  const { netlist } = elaborate(design, builtInCatalog, memory);
  analyseFirst(netlist, memory);
}

const starts = fc.oneof(arbitraryDesign, arbitraryFabric);
const plans = fc.array(arbitraryCommandPlan, { minLength: 1, maxLength: 12, size: 'max' });

describe('stages that remember', () => {
  it('give after every command what they give without memory', () => {
    fc.assert(
      fc.property(starts, plans, (start, list) => {
        const memory = new Memory();
        let state = createEditState(start);
        expectAsFresh(state.design, memory);
        for (const plan of list) {
          const catalog = extendCatalog(builtInCatalog, Object.values(state.design.parts));
          const result = transact(state, createCommand(plan, state.design, catalog), catalog);
          if (!result.ok) continue;
          state = result.value;
          if ((plan.numbers[7] ?? 0) % 3 === 0) giveUp(state.design, memory);
          else expectAsFresh(state.design, memory);
        }
        expectAsFresh(undo(state).design, memory);
        expectAsFresh(redo(undo(state)).design, memory);
      }),
      { numRuns: 36 },
    );
  }, 300_000);

  it('give it after counts, speeds, lengths and cables change on fabrics', () => {
    fc.assert(
      fc.property(
        arbitraryFabric,
        fc.array(fc.tuple(fc.nat(), fc.nat(5)), { minLength: 1, maxLength: 6 }),
        (start, edits) => {
          const memory = new Memory();
          let design = start;
          expectAsFresh(design, memory);
          for (const [place, kind] of edits) {
            design = edit(design, place, kind);
            if (place % 3 === 0) giveUp(design, memory);
            else expectAsFresh(design, memory);
          }
          expectAsFresh(design, memory);
        },
      ),
      { numRuns: 36 },
    );
  }, 300_000);
});

function edit(design: Design, place: number, kind: number): Design {
  const devices = Object.values(design.devices);
  const links = Object.values(design.links);
  const device = devices[place % devices.length];
  const link = links[place % links.length];
  if (!device || !link) return design;
  const withLink = (changed: Link): Design => ({ ...design, links: { ...design.links, [link.id]: changed } });
  if (kind === 0) return withLink({ ...link, speedGbps: link.speedGbps / 2 });
  if (kind === 1) return withLink({ ...link, speedGbps: link.speedGbps * 2 });
  if (kind === 2) return withLink({ ...link, lengthM: link.lengthM + 7 });
  if (kind === 3) return withLink({ ...link, cablesPerPair: link.cablesPerPair + 1 });
  const count = kind === 4 ? Math.max(1, device.count - 1) : device.count + 1;
  return { ...design, devices: { ...design.devices, [device.id]: { ...device, count, name: `${device.name} x` } } };
}
