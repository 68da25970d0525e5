/** The facility of a design with nothing in it, for reports written by hand. */
import { analyse } from '#core/analysis/analyse.ts';
import type { FacilityReport } from '#core/analysis/facility-report.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import { createDesign } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';

export const emptyFacility: FacilityReport = analyse(
  elaborate(createDesign('Empty'), createCatalog([])).netlist,
  [],
).facility;
