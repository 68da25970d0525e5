/** What the report view is made from, for a design as the worker would answer. */
import { readFileSync } from 'node:fs';
import { analyse } from '#core/analysis/analyse.ts';
import { computeBomBy } from '#core/analysis/bom-by.ts';
import { explain } from '#core/analysis/explain/explain.ts';
import type { Explanation, MetricId } from '#core/analysis/explain/explanation.ts';
import type { Design } from '#core/design/design.ts';
import { extendCatalog } from '#core/catalog/catalog.ts';
import { parseDesign } from '#core/io/design-file.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { estimateScenario } from '#core/sim/estimate-scenario.ts';
import type { Block, Cell, TableBlock } from '../../renderer/panels/report/blocks.ts';
import type { ReportContent } from '../../renderer/panels/report/content.ts';
import { builtInCatalog } from './built-in-catalog.ts';

export function readExample(name: string): Design {
  const parsed = parseDesign(readFileSync(`examples/${name}`, 'utf8'), name);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

/** Beside the content, the derivation of a figure in it. */
type Answered = ReportContent & { readonly explain: (metricId: MetricId) => Explanation | null };

export function createContent(design: Design): Answered {
  const { netlist, diagnostics } = elaborate(design, builtInCatalog);
  const report = analyse(netlist, diagnostics);
  const estimate = estimateScenario(netlist, netlist.currentScenario);
  const derivations = [explain(netlist, report, 'gpus'), explain(netlist, report, 'power-max')];
  const catalog = extendCatalog(builtInCatalog, Object.values(design.parts));
  return {
    design,
    report,
    estimate: estimate.ok ? estimate.value : null,
    derivations: derivations.filter((found) => found !== null),
    phases: computeBomBy(netlist, report.bom, 'phase'),
    findPart: (partId) => catalog.byId.get(partId),
    explain: (metricId) => explain(netlist, report, metricId),
  };
}

export const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : (cell?.text ?? ''));

export function findTable(blocks: readonly Block[], title: string): TableBlock {
  const found = blocks.find((block): block is TableBlock => block.kind === 'table' && block.title === title);
  if (!found) throw new Error(`no table named ${title}`);
  return found;
}

/** The texts of a table's rows. */
export function readRows(blocks: readonly Block[], title: string): string[][] {
  return findTable(blocks, title).rows.map((row) => row.map(textOf));
}

export function readTexts(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
}
