/** The rehearsal of the report worker: it comes to its end, and leaves what others work out alone. */
import { expect, it } from 'vitest';
import { DesignStages } from '../../../renderer/workers/design-stages.ts';
import { Rehearsal } from '../../../renderer/workers/rehearsal.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { generateRailFabric } from '../../support/rail-fabric.ts';

it('is over after some steps, and figures are the same before and after it', () => {
  const design = generateRailFabric(32);
  const rehearsal = new Rehearsal(builtInCatalog);
  const before = new DesignStages(builtInCatalog).readReport(1, design);
  let steps = 0;
  for (; !rehearsal.isOver; steps += 1) rehearsal.step();
  expect(steps).toBeGreaterThan(10);
  expect(new DesignStages(builtInCatalog).readReport(1, design)).toEqual(before);
});
