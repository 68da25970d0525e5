/** A row becomes a netlist: from a design file made for it, from requirements through the generator, or as a list of machines. */
import { analyse } from '#core/analysis/analyse.ts';
import type { Report } from '#core/analysis/report.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import { type Catalog, extendCatalog } from '#core/catalog/catalog.ts';
import type { Part } from '#core/catalog/part.ts';
import { createDevice } from '#core/design/defaults.ts';
import { createDesign, type Design } from '#core/design/design.ts';
import { generate } from '#core/generate/generate.ts';
import { parseRequirements, type RequirementsInput } from '#core/generate/requirements.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { GoldenCase, GoldenRow } from './case-schema.ts';
import { chooseEndpoint } from './choose-parts.ts';
import { findCapacity, resize } from './find-capacity.ts';
import { createAbstractServer } from './fit-server.ts';
import { listDevices } from './list-devices.ts';
import type { Drawn } from './metrics/metric.ts';
import { chooseUnitSize, countNodes } from './unit-sizes.ts';
import { readWish, type Wish } from './wish.ts';
import type { WrittenRequirements } from './fabric-base.ts';
import { isPaperEndpoint, writeRequirements } from './write-requirements.ts';

/** Finds the design drawn by hand for a case, where inputs cannot say it all; null = there is none. */
export type DesignLibrary = (goldenCase: GoldenCase, row: GoldenRow) => Design | null;

/** The row as a drawing, or one sentence why there is none. */
export function drawRow(
  goldenCase: GoldenCase,
  row: GoldenRow,
  catalog: Catalog,
  library: DesignLibrary,
): Result<Drawn, string> {
  const wish = readWish(goldenCase, row);
  const drawn = library(goldenCase, row);
  if (drawn) return ok(finish(wish, drawn, catalog, () => null));
  const written = writeRequirements(wish, catalog);
  if (written) return drawRequirements(wish, written, catalog);
  const list = listDevices(wish, catalog, readSizeShare(goldenCase, wish));
  if (list !== null) return ok(finish(wish, list.design, extendCatalog(catalog, list.ownParts), () => null));
  const hosts = drawHosts(wish, catalog);
  if (hosts === null) return fail('the inputs name neither a network nor machines to draw');
  return ok(finish(wish, hosts, catalog, () => null));
}

/** Machines without a network, for cases that count machines and racks but name no switch. */
function drawHosts(wish: Wish, catalog: Catalog): Design | null {
  const endpoint = chooseEndpoint(wish, catalog, false);
  const count = wish.gpusPerNode === null ? null : countNodes(wish, endpoint);
  if (count === null) return null;
  const { gpusPerNode, portsPerNode, linkGbps } = endpoint;
  const size = { gpuCount: gpusPerNode, nicCount: portsPerNode, portsPerNic: 1, speedGbps: linkGbps };
  const part = endpoint.ownPart ?? createAbstractServer(size);
  const design = createDesign('Reference case');
  design.parts[part.id] = part;
  design.devices['server'] = createDevice({ id: 'server', name: part.model, partId: part.id, role: 'endpoint', count });
  return design;
}

function drawRequirements(wish: Wish, written: WrittenRequirements, builtIn: Catalog): Result<Drawn, string> {
  const catalog = extendCatalog(builtIn, written.ownParts);
  let cached: number | null | undefined;
  const capacity = (): number | null => {
    if (cached === undefined) cached = findCapacity(written.input, catalog);
    return cached;
  };
  const endpointCount = written.isComplete ? capacity() : written.input.endpointCount;
  if (endpointCount === null) return fail('no figure says how many endpoints there are, and the network has no limit');
  const generated = generateDesign(resize(written.input, endpointCount), catalog);
  if (!generated.ok) return fail(generated.error);
  return ok({
    ...finish(wish, generated.value, catalog, capacity, written.ownParts),
    hasInventedHosts: written.hasInventedHosts,
  });
}

function generateDesign(input: RequirementsInput, catalog: Catalog): Result<Design, string> {
  const requirements = parseRequirements(input);
  if (!requirements.ok) return fail(requirements.error);
  const generated = generate(requirements.value, catalog);
  return generated.ok ? ok(generated.value.design) : fail(generated.error.message);
}

function finish(
  wish: Wish,
  design: Design,
  catalog: Catalog,
  capacity: () => number | null,
  ownParts: readonly Part[] = [],
): Drawn {
  for (const part of ownParts) design.parts[part.id] = part;
  design.site ??= wish.site;
  const { netlist, diagnostics } = elaborate(design, catalog);
  let report: Report | undefined;
  const readReport = (): Report => {
    report ??= analyse(netlist, diagnostics);
    return report;
  };
  const endpoint = chooseEndpoint(wish, catalog, isPaperEndpoint(wish));
  const { nodesPerRackSystem, portsPerNic } = endpoint;
  const nodesPerUnit = chooseUnitSize(wish, endpoint);
  const tile = wish.tile?.reduce((product, size) => product * size, 1) ?? 1;
  const nodesPerRack = Math.max(tile, nodesPerRackSystem, wish.nodesPerRack ?? 1);
  const sizes = { nodesPerRack, nodesPerUnit, portsPerNic };
  return { wish, design, netlist, report: readReport, ...sizes, hasInventedHosts: false, capacity };
}

/** Where the row stands between the smallest (0) and the largest (1) of its case, by machines. */
function readSizeShare(goldenCase: GoldenCase, wish: Wish): number {
  const sizes = goldenCase.rows.map((row) => readWish(goldenCase, row).nodes ?? 0);
  const low = Math.min(...sizes);
  const high = Math.max(...sizes);
  return high === low ? 0 : ((wish.nodes ?? 0) - low) / (high - low);
}
