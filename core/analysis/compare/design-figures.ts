/** The figures of a report that two designs are weighed by, and which fabric of one answers to which of the other. */
import type { PriceRange, PriceSum } from '../bom-report.ts';
import type { FabricReport, Heat, PartialSum, Report, ReportTotals } from '../report.ts';

export interface FabricFigures {
  readonly fabricId: string;
  readonly name: string;
  readonly purpose: string;
  /** null = not known, or no such thing in this fabric. */
  readonly oversubscription: number | null;
  readonly bisectionRatio: number | null;
  readonly bisectionGbps: number | null;
  readonly latencyMaxNs: number | null;
  readonly switchesMost: number | null;
}

export interface DesignFigures {
  readonly name: string;
  readonly totals: ReportTotals;
  readonly powerMaxW: PartialSum;
  readonly powerTypicalW: PartialSum;
  readonly heatMax: Heat;
  readonly currency: string;
  /** Without spares. */
  readonly cost: PriceSum;
  readonly networkCost: PriceSum;
  readonly perGpu: PriceRange | null;
  readonly errorCount: number;
  readonly warningCount: number;
}

/** null = this design has no such fabric. */
export interface ComparedFabric {
  readonly own: FabricFigures | null;
  readonly other: FabricFigures | null;
}

export function readDesignFigures(report: Report): DesignFigures {
  const { totals, power, cooling, cost, problems } = report;
  return {
    name: report.designName,
    totals,
    powerMaxW: power.maxW,
    powerTypicalW: power.typicalW,
    heatMax: cooling.max,
    currency: cost.currency,
    cost: cost.total,
    networkCost: cost.network,
    perGpu: cost.perGpu,
    errorCount: problems.filter(({ severity }) => severity === 'error').length,
    warningCount: problems.filter(({ severity }) => severity === 'warning').length,
  };
}

function readFabricFigures(fabric: FabricReport): FabricFigures {
  return {
    fabricId: fabric.fabricId,
    name: fabric.name,
    purpose: fabric.purpose,
    oversubscription: fabric.worstOversubscription,
    bisectionRatio: fabric.bisection?.ratio ?? null,
    bisectionGbps: fabric.bisection?.bandwidthGbps ?? null,
    latencyMaxNs: fabric.latency?.maxNs ?? null,
    switchesMost: fabric.paths?.diameter ?? null,
  };
}

/** Pairs fabrics of one purpose: first those of one name, then in their order. */
export function pairFabrics(own: readonly FabricReport[], other: readonly FabricReport[]): ComparedFabric[] {
  const free = new Set(other);
  const take = (matches: (fabric: FabricReport) => boolean): FabricReport | null => {
    const found = [...free].find(matches) ?? null;
    if (found) free.delete(found);
    return found;
  };
  const named = own.map(({ name, purpose }) => take((fabric) => fabric.name === name && fabric.purpose === purpose));
  const pairs = own.map((fabric, index) => ({
    own: readFabricFigures(fabric),
    found: named[index] ?? take(({ purpose }) => purpose === fabric.purpose),
  }));
  return [
    ...pairs.map(({ own: figures, found }) => ({ own: figures, other: found ? readFabricFigures(found) : null })),
    ...[...free].map((fabric) => ({ own: null, other: readFabricFigures(fabric) })),
  ];
}
