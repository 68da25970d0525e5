/** What the design costs: the priced lines of the bill of materials added up, and set against GPUs and bandwidth. */
import type {
  BomCategory,
  BomLine,
  BomSection,
  CategoryCost,
  CostReport,
  FabricCost,
  PriceRange,
  PriceSum,
} from './bom-report.ts';
import { isUnpriced, PriceSumBuilder } from './price-sum.ts';

/** The network: what carries traffic between devices, the NICs in servers among it. */
export const NETWORK: ReadonlySet<BomCategory> = new Set(['switch', 'nic', 'transceiver', 'cable']);

export function isNetwork({ category }: Pick<BomLine, 'category'>): boolean {
  return NETWORK.has(category);
}

/** All but what fabrics cost. */
export function computeCost(bom: readonly BomLine[], currency: string, gpuCount: number): Omit<CostReport, 'fabrics'> {
  const total = addExtended(bom);
  const network = addExtended(bom.filter(isNetwork));
  const others = addExtended(bom.filter((line) => !isNetwork(line)));
  return {
    currency,
    total,
    spares: addSpares(bom),
    categories: listCategories(bom),
    network,
    networkShare: computeShare(network, others),
    perGpu: gpuCount > 0 ? divide(total, gpuCount) : null,
  };
}

interface PricedFabric {
  readonly fabricId: string;
  readonly name: string;
  readonly bisection: { readonly bandwidthGbps: number } | null;
}

/** `byFabric`: the bill of materials by fabric. */
export function computeFabricCosts(fabrics: readonly PricedFabric[], byFabric: readonly BomSection[]): FabricCost[] {
  return fabrics.map(({ fabricId, name, bisection }) => {
    const cost = byFabric.find((section) => section.id === fabricId)?.cost ?? new PriceSumBuilder().finish();
    const bandwidthGbps = bisection?.bandwidthGbps ?? 0;
    return { fabricId, name, cost, perBisectionGbps: bandwidthGbps > 0 ? divide(cost, bandwidthGbps) : null };
  });
}

function listCategories(bom: readonly BomLine[]): CategoryCost[] {
  const categories = [...new Set(bom.map((line) => line.category))];
  return categories.map((category) => {
    const lines = bom.filter((line) => line.category === category);
    return {
      category,
      quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
      spareQuantity: lines.reduce((sum, line) => sum + line.spares, 0),
      cost: addExtended(lines),
      sparesCost: addSpares(lines),
    };
  });
}

function addExtended(lines: readonly BomLine[]): PriceSum {
  const sum = new PriceSumBuilder();
  for (const line of lines) sum.add(line.extendedPrice, line.quantity, line.model);
  return sum.finish();
}

function addSpares(lines: readonly BomLine[]): PriceSum {
  const sum = new PriceSumBuilder();
  for (const line of lines) sum.add(line.sparesPrice, line.spares, line.model);
  return sum.finish();
}

/** The share is lowest where the part is cheap and the rest dear. */
function computeShare(part: PriceSum, rest: PriceSum): PriceRange | null {
  if (part.unknownCount > 0 || rest.unknownCount > 0 || part.low === 0) return null;
  return { low: part.low / (part.low + rest.high), high: part.high / (part.high + rest.low) };
}

function divide(sum: PriceSum, by: number): PriceRange | null {
  if (isUnpriced(sum)) return null;
  return { low: sum.low / by, high: sum.high / by };
}
