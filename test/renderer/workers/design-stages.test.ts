/** The stages of the report worker against one go, in whatever order they are asked for. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import type { Design } from '#core/design/design.ts';
import { parseDesign } from '#core/io/design-file.ts';
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

function readExample(name: string): Design {
  const parsed = parseDesign(readFileSync(`examples/${name}.weft`, 'utf8'), name);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

/** Without the first link of a fabric of that purpose. */
function dropLink(design: Design, purpose: string): Design {
  const dropped = Object.values(design.links).find(({ fabricId }) => design.fabrics[fabricId]?.purpose === purpose);
  return { ...design, links: Object.fromEntries(Object.entries(design.links).filter(([, link]) => link !== dropped)) };
}

it('keeps the estimate while an edit leaves the fabric of the job alone', () => {
  const design = readExample('dgx-h100-superpod-1su');
  const stages = new DesignStages(builtInCatalog);
  const { estimate } = stages.readRest(1, design);
  expect(estimate).not.toBeNull();
  expect(stages.readRest(2, { ...design, name: 'Renamed' }).estimate).toBe(estimate);
  expect(stages.readRest(3, dropLink(design, 'oob')).estimate).toBe(estimate);
  expect(stages.readRest(4, dropLink(design, 'compute')).estimate).not.toEqual(estimate);
});
