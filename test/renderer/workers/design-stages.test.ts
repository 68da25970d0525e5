/** The stages of the report worker against one go, in whatever order they are asked for. */
import { expect, it } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import type { Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { DesignStages } from '../../../renderer/workers/design-stages.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { generateRailFabric } from '../../support/rail-fabric.ts';

function report(design: Design): unknown {
  const { netlist, diagnostics } = elaborate(design, builtInCatalog);
  return analyse(netlist, diagnostics);
}

it('gives the report of each design, also after stages of others were given up', () => {
  const design = generateRailFabric(32);
  const renamed = { ...design, name: 'Renamed' };
  const stages = new DesignStages(builtInCatalog);
  expect(stages.readReport(1, design)).toEqual(report(design));
  stages.readFirst(2, { ...design, links: {} });
  stages.readNetlist(3, { ...design, devices: {} });
  expect(stages.readRest(4, renamed).late.fabrics).toEqual(stages.readReport(4, renamed).fabrics);
  expect(stages.readReport(4, renamed)).toEqual(report(renamed));
  expect(stages.readReport(1, design)).toEqual(report(design));
});

it('works a stage out once', () => {
  const stages = new DesignStages(builtInCatalog);
  const design = generateRailFabric(32);
  expect(stages.readFirst(1, design)).toBe(stages.readFirst(1, design));
  expect(stages.readNetlist(1, design)).toBe(stages.readNetlist(1, design));
});
