/** The examples that ship with the program, offered as starting points: smallest first, each with what a card says of it. */
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import { listPartSources } from '#core/analysis/explain/part-sources.ts';
import { extendCatalog, findPart } from '#core/catalog/catalog.ts';
import type { ServerPart } from '#core/catalog/part.ts';
import type { Design } from '#core/design/design.ts';
import { parseDesign } from '#core/io/design-file.ts';
import { builtInCatalog } from '../store/design-store.ts';
import { describeFabric } from './describe-fabric.ts';

export interface Template {
  readonly fileName: string;
  readonly design: Design;
  readonly title: string;
  /** The first line of the design's notes. */
  readonly summary: string;
  readonly gpuCount: number;
  /** What the GPUs meet over, e.g. `InfiniBand, 2 tiers`. */
  readonly fabric: string;
}

const texts = import.meta.glob<string>('../../examples/*.weft', { query: '?raw', import: 'default', eager: true });

let templates: readonly Template[] | null = null;

export function listTemplates(): readonly Template[] {
  templates ??= Object.entries(texts)
    .flatMap(([path, text]) => {
      const fileName = path.slice(path.lastIndexOf('/') + 1);
      const parsed = parseDesign(text, fileName);
      return parsed.ok ? [createTemplate(fileName, parsed.value)] : [];
    })
    .sort((x, y) => x.gpuCount - y.gpuCount || (x.title < y.title ? -1 : 1));
  return templates;
}

function createTemplate(fileName: string, design: Design): Template {
  const summary = design.notes.split('\n')[0] ?? '';
  return { fileName, design, title: design.name, summary, gpuCount: countGpus(design), fabric: describeFabric(design) };
}

interface GpuTerm {
  readonly name: string;
  readonly count: number;
  readonly part: ServerPart;
}

/** Server groups whose maker says how many GPUs they have. */
function listGpuTerms(design: Design): GpuTerm[] {
  const catalog = extendCatalog(builtInCatalog, Object.values(design.parts));
  return Object.values(design.devices).flatMap(({ partId, name, count }) => {
    const part = findPart(catalog, partId, 'server');
    return part && (part.gpuCount ?? 0) > 0 ? [{ name, count, part }] : [];
  });
}

export function countGpus(design: Design): number {
  return listGpuTerms(design).reduce((sum, { count, part }) => sum + count * (part.gpuCount ?? 0), 0);
}

/** Of a design that is not open. */
export function explainGpusOf(design: Design): Explanation {
  const terms = listGpuTerms(design);
  return {
    title: `GPUs of ${design.name}`,
    formula: 'G = \u03a3(n \u00d7 g)',
    values: [
      { symbol: 'G', value: countGpus(design), unit: 'GPUs', meaning: 'all servers' },
      ...terms.flatMap(({ name, count, part }, i) => [
        { symbol: `n${i + 1}`, value: count, unit: 'servers', meaning: name },
        { symbol: `g${i + 1}`, value: part.gpuCount ?? 0, unit: 'GPUs each', meaning: part.model },
      ]),
    ],
    counted: [],
    sources: listPartSources(
      terms.map(({ part }) => part),
      ['gpuCount', 'accelerator'],
    ),
    caveats: [],
  };
}
