/** The most endpoints for which requirements still give a design: doubled until they do not, then halved towards the edge. */
import type { Catalog } from '#core/catalog/catalog.ts';
import { generate } from '#core/generate/generate.ts';
import { parseRequirements, type RequirementsInput } from '#core/generate/requirements.ts';

/** Groups hold at most a million members. */
const MOST = 1_000_000;

/** The same network for so many endpoints. With one tier nothing joins the units, so all endpoints make one. */
export function resize(input: RequirementsInput, endpointCount: number): RequirementsInput {
  const fabrics = input.fabrics.map((fabric) =>
    fabric.tiers === 1 ? { ...fabric, endpointsPerUnit: fabric.endpointsPerUnit ?? endpointCount } : fabric,
  );
  return { ...input, endpointCount, fabrics };
}

/** null = not even one fits, or there is no edge below a million. */
export function findCapacity(input: RequirementsInput, catalog: Catalog): number | null {
  const fits = (endpointCount: number): boolean => {
    const requirements = parseRequirements(resize(input, endpointCount));
    return requirements.ok && generate(requirements.value, catalog).ok;
  };
  let fitting = 0;
  let failing = 1;
  while (failing <= MOST && fits(failing)) {
    fitting = failing;
    failing *= 2;
  }
  if (fitting === 0) return null;
  failing = Math.min(failing, MOST + 1);
  while (failing - fitting > 1) {
    const middle = Math.floor((fitting + failing) / 2);
    if (fits(middle)) fitting = middle;
    else failing = middle;
  }
  return fitting === MOST ? null : fitting;
}
